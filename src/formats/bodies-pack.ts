/** Reads packs/law/bodies.yaml and proceedings.yaml; a fault is refused with file and line. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Day } from '../basics/clock.ts'
import { type Certainty, certainties } from '../basics/source.ts'
import type { Words } from '../basics/text.ts'
import type { AuthorityBasis } from '../domain/people/consent.ts'
import type { Sex } from '../domain/people/person.ts'
import type { BodiesPack, Body, BodyOpening, ClockRule, ClosedRule, DoorRule, FactMatch, Need } from '../domain/proceedings/bodies.ts'
import { closedCodes } from '../domain/proceedings/closed-reason.ts'
import { zoneOf } from './pack-text.ts'
import { type Placed, placedYaml } from './placed-yaml.ts'

type File = { file: string; text: string }

export const readBodiesPack = (packsFolder: string): BodiesPack => {
  const open = (name: string): File => ({ file: `packs/law/${name}`, text: readFileSync(join(packsFolder, 'law', name), 'utf8') })
  return bodiesPackFrom(open('bodies.yaml'), open('proceedings.yaml'))
}

export const bodiesPackFrom = (bodies: File, proceedings: File): BodiesPack => {
  const file = placedYaml(bodies.text, bodies.file)
  const other = placedYaml(proceedings.text, proceedings.file)
  const list = file.at('bodies').list()
  const book = phraseBook(file)
  if (list.length === 0) file.at('bodies').refuse('no body is listed')
  return {
    asOf: file.at('as_of').text() as Day,
    audienceSentence: words(file.at('audience_sentence')),
    closedReasons: Object.fromEntries(
      file
        .at('closed_reasons')
        .list()
        .map((one) => [one.at('code').oneOf(closedCodes), words(one)]),
    ),
    authorityWords: Object.fromEntries(
      file
        .at('authority_words')
        .keys()
        .map((key) => [key, words(file.at('authority_words').at(key))]),
    ),
    sameMatterWords: {
      unsure: words(file.at('same_matter_words').at('unsure')),
      choose: words(file.at('same_matter_words').at('choose')),
      home: words(file.at('same_matter_words').at('home')),
      since: words(file.at('same_matter_words').at('since')),
      sinceReference: words(file.at('same_matter_words').at('since_reference')),
    },
    elsewhere: file
      .at('elsewhere')
      .list()
      .map((one) => ({ id: one.at('id').text(), name: words(one.at('name')), home: one.has('home') && one.at('home').raw() === true })),
    sensitiveToHome: texts(file.at('sensitive_to_home')),
    annexOnly: texts(file.at('annex_only')),
    neverOutward: texts(file.at('never_outward')),
    bodies: list.map((at) => readBody(at, book)),
    custodyClocks: other
      .at('custody_clocks')
      .list()
      .map((at) => clock(at, book)),
    procedures: other
      .at('procedures')
      .list()
      .map((one) => ({
        id: one.at('id').text(),
        name: one.at('name').text(),
        who: one.at('who').maybe(),
        opens: one
          .at('opens')
          .list()
          .map((at) => ({
            state: at.at('state').text(),
            open: at.at('open').text(),
            note: at.at('note').maybe(),
            certainty: at.has('v') ? certainty(at.at('v')) : null,
          })),
      })),
  }
}

export const words = (at: Placed): Words => ({ en: at.at('en').text(), ko: at.at('ko').text(), zh: at.at('zh').text() })
export const texts = (at: Placed): string[] => at.list().map((one) => one.text())
const certainty = (at: Placed): Certainty => at.oneOf(certainties)
const sure = (at: Placed): Certainty => (at.maybe() === null ? 'unverified' : certainty(at))

/** The pack writes its short phrases once in English; their Korean and Chinese stand in one table. */
type PhraseBook = { say: (english: string) => Words; clocks: Readonly<Record<string, Words>> }
export const phraseBook = (file: Placed): PhraseBook => {
  const phrases = file.at('phrases')
  const known = new Map(
    phrases.keys().map((en) => [en, { en, ko: phrases.at(en).at('ko').text(), zh: phrases.at(en).at('zh').text() }] as const),
  )
  const clocks = file.at('clock_words')
  return {
    say: (en) => known.get(en) ?? { en, ko: en, zh: en },
    clocks: Object.fromEntries(clocks.keys().map((name) => [name, words(clocks.at(name))])),
  }
}

export const readBody = (at: Placed, book: PhraseBook): Body => ({
  id: at.at('id').text(),
  procedure: at.at('procedure').maybe(),
  name: words(at.at('name')),
  recipient: at.at('recipient').text() === 'none' ? null : at.at('recipient').text(),
  zone: zoneOf(at.at('zone')),
  addressed: at.at('addressed').oneOf(['respondent', 'host', 'addressee']),
  formKind: at.at('form_kind').text(),
  filingByFamily: at.at('filing_by').maybe() === 'family',
  forChildren: at.at('for').maybe() === 'children',
  group: at.at('group').maybe() === 'true',
  treaty: at.has('door')
    ? {
        instrument: at.at('door').at('treaty').maybe(),
        anyOf: texts(at.at('door').at('any_treaty')),
        protocol: at.at('door').at('protocol').maybe(),
        accepts: at.at('door').at('accepts').maybe(),
      }
    : null,
  needs: at
    .at('needs')
    .list()
    .map((one) => need(one, book)),
  wants: texts(at.at('wants')),
  takes: at
    .at('authority')
    .at('takes')
    .list()
    .map((one) => one.oneOf<AuthorityBasis>(['person', 'guardian', 'relative', 'representative', 'unreachable-imminent-harm'])),
  readers: at
    .at('audience')
    .at('readers')
    .list()
    .map((one) => ({
      reader: one.at('reader').text(),
      when: one.at('when').text(),
      certainty: sure(one.at('v')),
      sources: texts(one.at('s')),
    })),
  annexWords: at.at('audience').at('annex').maybe(),
  hasAnnex: !/^(none|no names)/.test(at.at('audience').at('annex').maybe() ?? ''),
  consentRule: at.at('consent_rule').maybe(),
  confidentiality: at.at('confidentiality').maybe(),
  opens: at
    .at('opens')
    .list()
    .map((one) => opening(one, book)),
  sameMatter: {
    blocks: texts(at.at('same_matter').at('blocks')),
    unsure: texts(at.at('same_matter').at('unsure')),
    note: at.at('same_matter').at('note').maybe(),
  },
  clocks: at
    .at('clocks')
    .list()
    .filter((one) => one.at('implement').maybe() !== 'no')
    .map((one) => clock(one, book)),
  closed: at
    .at('closed')
    .list()
    .map((one) => closed(one, book)),
  also: at.has('also')
    ? { code: at.at('also').at('code').oneOf(closedCodes), when: at.at('also').at('when').text(), fill: fills(at.at('also'), book) }
    : null,
  warnings: at
    .at('warn')
    .list()
    .map((one) => ({ rule: rule(one.at('if')), words: words(one) })),
  mandates: at.has('mandates')
    ? {
        ofOrigin: Object.fromEntries(
          at
            .at('mandates')
            .at('of_origin')
            .keys()
            .map((state) => [state, at.at('mandates').at('of_origin').at(state).text()]),
        ),
        first: texts(at.at('mandates').at('first')),
        byFact: at
          .at('mandates')
          .at('by_fact')
          .list()
          .map((one) => ({ mandate: one.at('mandate').text(), kinds: texts(one.at('if')) })),
      }
    : null,
  outline: at
    .at('outline')
    .list()
    .map((one) => ({ heading: one.at('heading').text(), must: one.at('must').text(), level: one.at('level').maybe() === '2' ? 2 : 1 })),
})

const need = (at: Placed, book: PhraseBook): Need => {
  const field = at.at('field').text()
  const one: Need = {
    field,
    words: book.say(field),
    all: texts(at.at('all')),
    any: texts(at.at('any')),
    waive: at.has('waive') ? at.at('waive').oneOf(['unnamed', 'figures-only']) : null,
    certainty: at.has('v') ? certainty(at.at('v')) : null,
  }
  return one.all.length + one.any.length > 0 ? one : at.refuse('a need names at least one thing under all or any')
}

const opening = (at: Placed, book: PhraseBook): BodyOpening => ({
  state: at.at('state').text(),
  open: at.at('open').oneOf(['yes', 'no', 'conditional', 'unknown']),
  condition: at.at('if').maybe(),
  conditionWords: at.has('if') ? book.say(at.at('if').text()) : null,
  from: at.at('from').maybe() as Day | null,
  always: at.at('always').maybe() === 'true',
  byNationality: at.at('route').maybe() === 'nationality',
  origins: at.has('origin') ? texts(at.at('origin')) : null,
  certainty: certainty(at.at('v')),
  sources: texts(at.at('s')),
})

const fillers = ['kind', 'other', 'event', 'place', 'who', 'limit', 'trigger', 'instrument', 'body', 'ground']
const fills = (at: Placed, book: PhraseBook): Record<string, Words> =>
  Object.fromEntries(fillers.filter((key) => at.has(key)).map((key) => [key, book.say(at.at(key).text())]))
const closed = (at: Placed, book: PhraseBook): ClosedRule => ({
  code: at.at('code').oneOf(closedCodes),
  when: at.at('when').text(),
  rule: rule(at.has('if') ? at.at('if') : at.refuse('a closed door says under if when it is closed')),
  told: at.has('told') ? rule(at.at('told')) : null,
  lack: at.has('lack') ? words(at.at('lack')) : null,
  fill: fills(at, book),
  hint: at.has('hint') ? words(at.at('hint')) : null,
})

const matches = (at: Placed): FactMatch[] =>
  at.list().map((one) =>
    one.raw() instanceof Object
      ? {
          kind: one.at('f').text(),
          where: Object.fromEntries(
            one
              .at('where')
              .keys()
              .map((key) => [key, one.at('where').at(key).text()]),
          ),
        }
      : { kind: one.text(), where: null },
  )

const rule = (at: Placed): DoorRule => {
  const known = ['any', 'none', 'before', 'consent', 'given', 'held', 'state', 'past', 'within', 'door', 'never', 'always', 'adult', 'sex']
  const stranger = at.keys().find((key) => !known.includes(key))
  if (stranger) at.at(stranger).refuse(`“${stranger}” is not a condition; known are ${known.join(', ')}`)
  return {
    any: matches(at.at('any')),
    none: matches(at.at('none')),
    before: texts(at.at('before')),
    consent: at.has('consent') ? at.at('consent').oneOf(['refused', 'absent', 'relative-refused']) : null,
    given: at.at('given').maybe(),
    held: at.at('held').maybe() === 'true',
    origin: at.at('state').maybe() === 'origin',
    past: at.at('past').maybe(),
    within: at.at('within').maybe(),
    door: at.has('door') ? at.at('door').oneOf(['treaty', 'accepts']) : null,
    never: at.at('never').maybe() === 'true',
    always: at.at('always').maybe() === 'true',
    adult: at.at('adult').maybe() === 'true',
    sex: at.has('sex') ? at.at('sex').oneOf<Sex>(['F', 'M', 'X', 'unknown']) : null,
  }
}

const clock = (at: Placed, book: PhraseBook): ClockRule => ({
  name: at.at('name').text(),
  words: book.clocks[at.at('name').text()] ?? null,
  years: at.at('years').number(),
  months: at.at('months').number(),
  days: at.at('days').number(),
  extended: at.at('extended').number(),
  from: at.at('from').text(),
  fromWords: book.say(at.at('from').text()),
  kind: at.at('kind').oneOf(['limit', 'target', 'window', 'observation']),
  certainty: certainty(at.at('v')),
  event: at.at('event').maybe(),
  given: at.at('given').maybe(),
  facts: texts(at.at('facts')),
  onlyIf: texts(at.at('only_if')),
  attr: at.at('attr').maybe(),
  first: at.at('first').maybe() === 'true',
  reading: at.at('reading').maybe(),
  weekends: at.has('weekends') ? at.at('weekends').oneOf(['run-through', 'next-working-day']) : 'run-through',
  state: at.at('state').maybe(),
  note: at.at('note').maybe() ?? at.at('seen').maybe() ?? at.at('exempt').maybe(),
  exceptions: at.at('exceptions').maybe() ?? at.at('exempt').maybe(),
  citation: { source: texts(at.at('s'))[0] ?? at.at('name').text(), at: null, certainty: certainty(at.at('v')), readOn: null },
})
