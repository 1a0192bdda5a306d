/** Reads a plain case file: one documented YAML file with the people, accounts, facts and consents of a case. docs/case-file.md says how to write one. */
import type { AccountId, CustodyId, ExhibitId, FactId, PersonId } from '../basics/id.ts'
import { certainties } from '../basics/source.ts'
import type { CaseRecord } from '../domain/law/case-record.ts'
import type { LawPack } from '../domain/law/pack.ts'
import type { Person } from '../domain/people/person.ts'
import type { Account } from '../domain/testimony/account.ts'
import type { Contradiction, CustodyPeriod, Exhibit } from '../domain/testimony/fact.ts'
import { type CaseContext, manyOf, readFact } from './case-file-facts.ts'
import { caseKeys, findingAnswers, hands, procedureStatuses } from './case-file-keys.ts'
import { idOf, personIn, readAuthority, readConsent, readPerson, readSubmitter, yesNo } from './case-file-people.ts'
import { type FaultList, faultList } from './faults.ts'
import { stateCode } from './pack-status.ts'
import { dateOf, dayOf, onlyKeys, textsOf } from './pack-text.ts'
import { type Placed, placedYaml } from './placed-yaml.ts'

const mostCharacters = 5_000_000

/** Which situation the file speaks of; the caller reads that pack and then the file. */
export const situationOf = (text: string, fileName: string): string => opened(text, fileName).at('situation').text()

/** Throws BadFile with every fault found, each with its line. Ids of the record are the ids of the file. */
export const readCaseFile = (text: string, fileName: string, pack: LawPack): { record: CaseRecord } => {
  const faults = faultList()
  const file = faults.attempt(() => opened(text, fileName)) ?? placedYaml('', fileName)
  faults.refuseIfAny()
  if (file.at('situation').maybe() !== pack.situation)
    faults.attempt(() => file.at('situation').refuse(`the pack read is “${pack.situation}”`))
  const persons = unique(faults, file.at('persons'), readPerson)
  const accounts = unique(faults, file.at('statements'), (at) => readStatement(at, persons))
  const sources = unique(faults, file.at('sources'), readSource)
  const exhibits = unique(faults, file.at('exhibits'), readExhibit)
  const custodies = unique(faults, file.at('custodies'), (at) => readCustody(at, persons, sources))
  // A refused person or statement would make every fact about it look wrong: these are mended first.
  faults.refuseIfAny()
  faults.attempt(() => onlyKeys(file, caseKeys.file))
  const around: CaseContext = {
    pack,
    kinds: new Map(pack.vocabulary.kinds.map((kind) => [kind.id, kind])),
    persons,
    accounts,
    custodies,
    sources: new Set(sources.map((one) => one.id)),
    exhibits: new Set(exhibits.map((one) => one.id)),
  }
  const facts = unique(faults, file.at('facts'), (at) => readFact(at, around))
  const written = new Set(
    file
      .at('facts')
      .list()
      .map((at) => at.at('id').maybe()),
  )
  for (const at of file.at('facts').list()) faults.attempt(() => at.at('twin').maybe() !== null && factIn(at.at('twin'), written))
  const head = file.at('case')
  faults.attempt(() => onlyKeys(head, caseKeys.case))
  const read = <T>(one: () => T): T => faults.attempt(one) as T
  const record: CaseRecord = {
    codeName: read(() => head.at('codeName').text()),
    situation: pack.situation,
    fictional: read(() => yesNo(file.at('fictional'), false)),
    asOf: read(() => dayOf(file.at('as_of'))),
    states: read(() => ({
      origin: head.at('origin').maybe() === null ? pack.origin : stateCode(head.at('origin')),
      concerned: atLeastOne(head.at('statesConcerned')).map(stateCode),
      transit: head.at('transit').list().map(stateCode),
    })),
    forum: read(() => (head.at('forum').maybe() === null ? null : stateCode(head.at('forum')))),
    persons,
    accounts,
    facts,
    custodies,
    exhibits,
    contradictions: faults.each(file.at('contradictions').list(), (at) => readContradiction(at, written, pack)),
    authorities: faults.each(file.at('authority').list(), (at) => readAuthority(at, persons)),
    consents: faults.each(file.at('consents').list(), (at) => readConsent(at, persons, accounts)),
    sources,
    submitter: read(() => readSubmitter(file.at('submitter'))),
    otherProcedures: read(() => readOtherProcedures(head.at('otherProcedures'), persons)),
    statements: faults.each(file.at('signed_words').list(), readSignedWords),
    findings: faults.each(file.at('findings').list(), (at) => readFinding(at, persons, written, pack)),
    requestedMeasures: read(() => textsOf(file.at('requested_measures'))),
    given: read(() =>
      Object.fromEntries(
        file
          .at('given')
          .keys()
          .map((key) => [key, file.at('given').at(key).text()]),
      ),
    ),
  }
  if (!persons.some((one) => one.role === 'self'))
    faults.attempt(() => file.at('persons').refuse('nobody has the role self: who is the person concerned?'))
  faults.refuseIfAny()
  return { record }
}

const opened = (text: string, fileName: string): Placed => {
  if (text.length > mostCharacters)
    return placedYaml('', fileName).refuse(`a case file has at most ${mostCharacters / 1_000_000} million characters`)
  return placedYaml(text.replace(/^\uFEFF/, ''), fileName)
}

const unique = <T extends { id: string }>(faults: FaultList, at: Placed, read: (one: Placed) => T): T[] => {
  const seen = new Set<string>()
  return faults.each(faults.attempt(() => at.list()) ?? [], (one) => {
    const part = read(one)
    if (seen.has(part.id)) return one.at('id').refuse(`the id “${part.id}” is used twice`)
    seen.add(part.id)
    return part
  })
}

const atLeastOne = (at: Placed): Placed[] =>
  at.list().length > 0 ? at.list() : at.refuse('name at least one State that holds, held or may remove a person')

const readStatement = (at: Placed, persons: readonly Person[]): Account => {
  onlyKeys(at, caseKeys.statement)
  return {
    id: idOf(at.at('id')) as AccountId,
    speaker: personIn(at.at('speaker'), persons),
    takenOn: dateOf(at.at('takenOn')),
    zone: at.at('zone').maybe(),
    language: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(at.at('language').text())
      ? at.at('language').text()
      : at.at('language').refuse('write a language tag: ko, zh, en'),
    hand: at.at('hand').maybe() === null ? 'first' : at.at('hand').oneOf(hands),
    interpreterCode: at.at('interpreterCode').maybe(),
    circumstances: at.at('circumstances').maybe(),
    // The last line break belongs to YAML's block, not to the speaker.
    text: at.at('text').text().replace(/\n$/, ''),
    attestedAt: null,
    corrections: [],
    translations: at
      .at('translations')
      .list()
      .map((one) => {
        onlyKeys(one, caseKeys.translation)
        return {
          language: one.at('language').text(),
          translatorCode: one.at('translatorCode').text(),
          text: one.at('text').text(),
          checkedBy: one.at('checkedBy').maybe(),
        }
      }),
    sealedSpans: [],
  }
}

const readSource = (at: Placed): CaseRecord['sources'][number] => {
  onlyKeys(at, caseKeys.source)
  return {
    id: idOf(at.at('id')),
    title: at.at('title').text(),
    url: at.at('url').maybe(),
    certainty: at.at('certainty').maybe() === null ? 'unverified' : at.at('certainty').oneOf(certainties),
  }
}

const readExhibit = (at: Placed): Exhibit => {
  onlyKeys(at, caseKeys.exhibit)
  return {
    id: idOf(at.at('id')) as ExhibitId,
    label: at.at('label').maybe() ?? at.at('id').text(),
    title: at.at('title').text(),
    receivedFrom: at.at('receivedFrom').text(),
    receivedOn: dateOf(at.at('receivedOn')),
    sha256: at.at('sha256').maybe() ?? '',
    bytes: at.at('bytes').number() ?? 0,
  }
}

const readCustody = (at: Placed, persons: readonly Person[], sources: readonly { id: string }[]): CustodyPeriod => {
  onlyKeys(at, caseKeys.custody)
  const named = manyOf(at.at('persons')).map((one) => personIn(one, persons))
  return {
    id: idOf(at.at('id')) as CustodyId,
    persons: named.length > 0 ? named : persons.filter((one) => one.role === 'self').map((one) => one.id as PersonId),
    state: stateCode(at.at('state')),
    authority: at.at('authority').maybe(),
    place: at.at('place').maybe(),
    period: dateOf(at.at('period')),
    sources: at
      .at('sources')
      .list()
      .map((one) =>
        sources.some((source) => source.id === one.text()) ? one.text() : one.refuse(`there is no source “${one.text()}” in this file`),
      ),
    note: at.at('note').maybe(),
  }
}

const readContradiction = (at: Placed, facts: ReadonlySet<string | null>, pack: LawPack): Contradiction => {
  onlyKeys(at, caseKeys.contradiction)
  const between = at
    .at('between')
    .list()
    .map((one) => factIn(one, facts))
  if (between.length !== 2) at.at('between').refuse('two facts contradict each other: name both')
  return {
    id: idOf(at.at('id')),
    between: [between[0]!, between[1]!],
    about: at.at('about').text(),
    reaches: at
      .at('reaches')
      .list()
      .map((one) => elementIn(one, pack)),
    explanation: at.at('explanation').maybe(),
  }
}

const readOtherProcedures = (at: Placed, persons: readonly Person[]): CaseRecord['otherProcedures'] => {
  if (at.raw() === 'none') return 'none'
  if (at.raw() === null || at.raw() === undefined) return null
  return at.list().map((one) => {
    onlyKeys(one, caseKeys.otherProcedure)
    return {
      procedure: one.at('procedure').text(),
      person: personIn(one.at('person'), persons),
      filedOn: dateOf(one.at('filedOn')),
      status: one.at('status').oneOf(procedureStatuses),
      reference: one.at('reference').maybe(),
    }
  })
}

const readSignedWords = (at: Placed): CaseRecord['statements'][number] => {
  onlyKeys(at, caseKeys.signedWords)
  return {
    id: idOf(at.at('id')),
    for: at.at('for').text(),
    text: at.at('text').text(),
    signedBy: at.at('signedBy').text(),
    signedOn: dayOf(at.at('signedOn')),
  }
}

const readFinding = (
  at: Placed,
  persons: readonly Person[],
  facts: ReadonlySet<string | null>,
  pack: LawPack,
): CaseRecord['findings'][number] => {
  onlyKeys(at, caseKeys.finding)
  return {
    id: idOf(at.at('id')),
    element: elementIn(at.at('element'), pack),
    person: personIn(at.at('person'), persons),
    state: at.at('state').maybe() === null ? null : stateCode(at.at('state')),
    custody: at.at('custody').maybe(),
    answer: at.at('answer').oneOf(findingAnswers),
    reasons: at.at('reasons').text(),
    by: at.at('by').text(),
    on: dayOf(at.at('on')),
    reviewedBy: at.at('reviewedBy').maybe(),
    packVersion: at.at('packVersion').maybe() ?? pack.version,
    facts: at
      .at('facts')
      .list()
      .map((one) => factIn(one, facts)),
  }
}

const factIn = (at: Placed, facts: ReadonlySet<string | null>): FactId =>
  facts.has(at.text()) ? (at.text() as FactId) : at.refuse(`there is no fact “${at.text().slice(0, 40)}” in this file`)

const elementIn = (at: Placed, pack: LawPack): string => {
  const [test, element] = at.text().split('.')
  return pack.tests.some((one) => one.id === test && one.elements.some((two) => two.id === element))
    ? at.text()
    : at.refuse(`there is no element “${at.text()}”`)
}
