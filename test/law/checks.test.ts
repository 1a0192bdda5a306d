/** The twenty checks of a refugee lawyer, on the worked example and small variations of it. Each ends with its control: take away what carries the answer and see it change. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Day } from '../../src/basics/clock.ts'
import type { CustodyId, FactId, PersonId } from '../../src/basics/id.ts'
import type { PartialDate } from '../../src/basics/partial-date.ts'
import { checkRelease, type ReleaseOptions } from '../../src/domain/documents/check-release.ts'
import { compose } from '../../src/domain/documents/compose.ts'
import { divergences } from '../../src/domain/documents/differences.ts'
import type { Paper } from '../../src/domain/documents/paper.ts'
import { sentencesOf } from '../../src/domain/documents/sentences.ts'
import { assess } from '../../src/domain/law/assess.ts'
import type { Assessment } from '../../src/domain/law/assessment.ts'
import type { CaseRecord } from '../../src/domain/law/case-record.ts'
import { isBound } from '../../src/domain/law/is-bound.ts'
import type { LawPack } from '../../src/domain/law/pack.ts'
import { bodyOf } from '../../src/domain/proceedings/bodies.ts'
import { bodyClocks, custodyClocks } from '../../src/domain/proceedings/body-clocks.ts'
import { readiness } from '../../src/domain/proceedings/readiness-of.ts'
import type { Fact } from '../../src/domain/testimony/fact.ts'
import { forbiddenFinder } from '../../src/domain/testimony/forbidden.ts'
import { readBodiesPack } from '../../src/formats/bodies-pack.ts'
import { readCaseFile } from '../../src/formats/case-file.ts'
import { readMustNotBeKnown } from '../../src/formats/must-not-be-known.ts'
import { readPack } from '../../src/formats/pack.ts'
import { readPapersPack } from '../../src/formats/papers-pack.ts'

const pack = readPack('packs', 'china-dprk')
const bodies = readBodiesPack('packs')
const papers = readPapersPack('packs', 'china-dprk')
const forbidden = forbiddenFinder(readMustNotBeKnown('packs'))
const heron = readCaseFile(readFileSync('examples/heron.yaml', 'utf8'), 'examples/heron.yaml', pack).record
const p1 = 'p1' as PersonId
const p2 = 'p2' as PersonId

const fact = (id: string, kind: string, more: Partial<Fact> = {}): Fact => ({
  ...heron.facts.find((one) => one.id === 'f34')!,
  id: id as FactId,
  label: id.toUpperCase(),
  kind,
  about: [p1],
  attrs: {},
  date: null,
  place: null,
  custody: null,
  standing: 'accepted',
  adverse: false,
  summary: null,
  note: null,
  ...more,
})
const plus = (...facts: Fact[]): CaseRecord => ({ ...heron, facts: [...heron.facts, ...facts] })
const without = (...ids: string[]): CaseRecord => ({ ...heron, facts: heron.facts.filter((one) => !ids.includes(one.id)) })
const on = (record: CaseRecord, day: string): CaseRecord => ({ ...record, asOf: day as Day })
const linesOf = (answers: Assessment, element: string, where: { state?: string; custody?: string; person?: string } = {}) =>
  answers.lines.filter(
    (line) =>
      line.element === element &&
      line.person === (where.person ?? 'p1') &&
      (where.state === undefined || line.state === where.state) &&
      (where.custody === undefined || line.custody === where.custody),
  )
const answer = (record: CaseRecord, element: string, where = {}, law: LawPack = pack) =>
  linesOf(assess(record, law), element, where)[0]?.answer
const doors = (record: CaseRecord, body: string, state: string, person = 'p1') =>
  readiness(record, null, pack, bodies, record.asOf).find((one) => one.body === body && one.state === state && one.person === person)!
const paperOf = (record: CaseRecord, body: string, states: string[], persons: PersonId[] = [p1]): Paper =>
  compose(record, assess(record, pack), readiness(record, null, pack, bodies, record.asOf), pack, bodies, papers, {
    body,
    states,
    persons,
    language: 'en',
    draftNumber: 1,
    today: record.asOf,
  })
const textOf = (paper: Paper): string =>
  sentencesOf(paper)
    .map((one) => one.sentence.text)
    .join('\n')
const gates = (record: CaseRecord, paper: Paper, over: Partial<ReleaseOptions> = {}) =>
  new Map(
    checkRelease(record, paper, bodies, pack, {
      states: ['CHN'],
      persons: ['p1'],
      today: record.asOf,
      sentBefore: [],
      explained: [],
      lookedAt: [],
      forbidden,
      confirmedBySecond: true,
      ...over,
    }).map((one) => [one.id, one]),
  )

/** Every paper that leaves the house for Heron's file while she is held. */
const outward = (record: CaseRecord) =>
  (
    [
      ...[
        'sp_urgent_appeal',
        'sp_allegation_letter',
        'wgad',
        'wgad_urgent',
        'unhcr_access',
        'treaty_report',
        'arbitration_dossier',
        'arbitration_letter',
      ].map((body) => [body, 'CHN'] as const),
      ['consular_request', 'KOR'],
      ['rok_protection', 'KOR'],
    ] as const
  ).map(([body, state]) => [body, paperOf(record, body, [state])] as const)

test('1. no verdict: every line gives facts, authority or a question, and nothing sums them up', () => {
  const answers = assess(heron, pack)
  for (const line of answers.lines)
    if (line.answer === 'missing' || line.answer === 'disputed') expect(line.question, line.element).not.toBeNull()
  expect(Object.keys(answers).sort()).toEqual(['asOf', 'forum', 'lines', 'openQuestions', 'packVersion', 'profiles', 'situation'])
  expect(heron.findings).toEqual([])
  expect(JSON.stringify(answers)).not.toMatch(/"(score|total|percent|verdict|result|isRefugee)"/)
  // Control: with nothing told the same line has no fact to stand on.
  expect(linesOf(answers, 'refugee.fear_wellfounded')[0]!.for.length).toBeGreaterThan(0)
  expect(linesOf(assess({ ...heron, facts: [] }, pack), 'refugee.fear_wellfounded')[0]).toMatchObject({ answer: 'missing', for: [] })
})

test('2. the adverse fact reaches its lines and no line of fear', () => {
  const answers = assess(heron, pack)
  for (const element of [
    'refugee.each_nationality',
    'rok_nationality.settlement_act',
    'rok_nationality.foreign_nat',
    'credibility.identity',
  ])
    expect(linesOf(answers, element)[0]!.against, element).toContain('f26')
  for (const line of answers.lines)
    if (/^(refugee\.fear|cat3|sur_place|nonref_rc33\.threat)/.test(line.element)) expect(line.against, line.element).not.toContain('f26')
  expect(linesOf(answers, 'rok_nationality.foreign_nat')[0]!.answer).not.toBe('shown')
  // Control: taken away, it stands nowhere, and no line of fear moves.
  const after = assess(without('f26'), pack)
  expect(after.lines.some((line) => [...line.for, ...line.against].includes('f26' as FactId))).toBe(false)
  expect(linesOf(after, 'rok_nationality.foreign_nat')[0]!.answer).toBe('not-in-issue')
  expect(linesOf(after, 'cat3.grounds')[0]!.answer).toBe(linesOf(answers, 'cat3.grounds')[0]!.answer)
})

test('3. the contradiction stays two-sided', () => {
  const line = linesOf(assess(heron, pack), 'rok_nationality.settlement_act')[0]!
  expect(line.answer).toBe('disputed')
  expect(line.question).not.toBeNull()
  expect([...line.for, ...line.against]).toEqual(expect.arrayContaining(['f09', 'f41']))
  const both: string[] = []
  for (const [body, paper] of outward(heron)) {
    const words = textOf(paper)
    expect(words, body).not.toMatch(/(autumn|fall) (of )?2015(?!.*differ)/)
    expect(words, body).not.toMatch(/spring (of )?2014(?!.*differ)/)
    if (/2015.*differ/.test(words)) both.push(body)
  }
  expect(both).toEqual(expect.arrayContaining(['sp_urgent_appeal', 'wgad', 'unhcr_access', 'rok_protection']))
  // Control: without the sister's date no accounts differ; unrelated lines stand in both.
  const one = { ...without('f41', 'f42'), contradictions: [] }
  const alone = {
    ...one,
    facts: one.facts.map((each) => (each.id === 'f09' ? { ...each, standing: 'accepted' as const, twin: null, disputedPart: null } : each)),
  }
  const told = (record: CaseRecord) =>
    linesOf(assess(record, pack), 'rok_nationality.settlement_act')[0]!.notes.filter((note) => /accounts differ/.test(note))
  expect(told(heron)).toHaveLength(1)
  expect(told(alone)).toEqual([])
  for (const element of ['refugee.fear_wellfounded', 'cat3.grounds', 'grounds.political'])
    expect(answer(heron, element)).toBe(answer(alone, element))
})

test('4. no Covenant against a State that has not joined it, and the State is not dropped', () => {
  expect(answer(heron, 'applicability.iccpr', { state: 'CHN' })).toBe('contradicted')
  expect(answer(heron, 'applicability.iccpr', { state: 'PRK' })).toBe('shown')
  const paper = paperOf(heron, 'wgad', ['CHN'])
  expect(textOf(paper)).toMatch(/Universal Declaration/)
  expect(textOf(paper)).not.toMatch(/article \d+[^.]*International Covenant on Civil and Political Rights/i)
  expect(linesOf(assess(heron, pack), 'wgad.I', { state: 'CHN' }).length).toBeGreaterThan(0)
  // Both States in one petition, once she lets the other Government read it: the Covenant stands under the one that is bound, with its day and its mark.
  const told = { ...heron, consents: heron.consents.map((one) => ({ ...one, transmit: { CHN: 'yes' as const, PRK: 'yes' as const } })) }
  const two = sentencesOf(paperOf(told, 'wgad', ['CHN', 'PRK'])).map((one) => one.sentence)
  const covenant = two.filter((one) => /Covenant on Civil/.test(one.text))
  expect(covenant.map((one) => [one.key, one.citations.map((each) => each.certainty)])).toEqual([['law:PRK:ICCPR', ['verified']]])
  expect(covenant[0]!.text).toMatch(/14 September 1981/)
  expect(two.filter((one) => /^law:CHN:ccpr/.test(one.key))).toEqual([])
  expect(two.some((one) => /Universal Declaration/.test(one.text))).toBe(true)
  // Control: had it joined, the line would turn.
  const joined: LawPack = {
    ...pack,
    status: pack.status.map((one) =>
      one.state === 'CHN' && one.instrument === 'ICCPR' && one.territory === null
        ? { ...one, party: true, since: '2000-01-01' as Day, inForceOn: '2000-04-01' as Day }
        : one,
    ),
  }
  expect(answer(heron, 'applicability.iccpr', { state: 'CHN' }, joined)).toBe('shown')
})

test('5. closed for the right reason, each with its own words and certainty', () => {
  const of = ['cat_22', 'ccpr_op1', 'cedaw_op', 'crc_opic', 'ced_urgent'].map((body) =>
    doors(heron, body, 'CHN', body === 'crc_opic' ? 'p2' : 'p1'),
  )
  for (const one of of) expect(one.opening, one.body).toBe('not-open')
  expect(new Set(of.map((one) => one.reason!.en)).size).toBe(of.length)
  expect(of.map((one) => one.certainty)).toEqual(['unverified', 'verified', 'verified', 'verified', 'verified'])
  expect(of.map((one) => one.reason!.en).join()).not.toMatch(/not admissible/i)
  // Control: with a declaration on file the door of Article 22 is no longer closed for that reason.
  const declared: LawPack = {
    ...pack,
    complaints: pack.complaints.map((one) =>
      one.state === 'CHN' && one.procedure === 'CAT22' ? { ...one, accepted: true, since: '2020-01-01' as Day } : one,
    ),
  }
  const opened = {
    ...bodies,
    bodies: bodies.bodies.map((one) =>
      one.id === 'cat_22'
        ? { ...one, opens: one.opens.map((door) => (door.state === 'CHN' ? { ...door, open: 'yes' as const } : door)) }
        : one,
    ),
  }
  const open = readiness(heron, null, declared, opened, heron.asOf).find(
    (one) => one.body === 'cat_22' && one.state === 'CHN' && one.person === 'p1',
  )!
  expect(open.code).not.toBe('not-accepted')
})

test('6. the day of the facts decides the law', () => {
  const bound = (id: string, day: string) => isBound(pack, 'CHN', id, day as Day).answer
  for (const id of ['RC51', 'RP67', 'CAT']) expect(bound(id, '1981-01-01'), id).not.toBe('bound')
  expect(bound('TIP', '2009-12-31')).not.toBe('bound')
  // Joined on 2010-02-08, bound by the Protocol's own rule some weeks later.
  expect(bound('TIP', '2010-02-08')).not.toBe('bound')
  expect(isBound(pack, 'CHN', 'TIP', '2010-02-08' as Day).note).toMatch(/joined on 2010-02-08.*bound from 2010-03-10/)
  expect(bound('TIP', '2010-03-10')).toBe('bound')
  const agreement = pack.instruments.find(
    (one) => one.nature === 'agreement' && pack.status.some((row) => row.instrument === one.id && row.since === '1995-12-01'),
  )!
  expect(bound(agreement.id, '1995-11-30')).not.toBe('bound')
  expect(bound(agreement.id, '1995-12-01')).toBe('bound')
  expect(linesOf(assess(heron, pack, { asOf: '1981-01-01' as Day }), 'refugee.rc51_treaty_duty', { state: 'CHN' })[0]!.answer).toBe(
    'contradicted',
  )
  // Control: today the same line is shown.
  expect(answer(heron, 'refugee.rc51_treaty_duty', { state: 'CHN' })).toBe('shown')
})

test('7. checked up to a day, not for ever', () => {
  const found = isBound(pack, 'CHN', 'CAT', '2026-11-24' as Day)
  expect(found.notCheckedSince).toBe('2015-03-14')
  expect(isBound(pack, 'CHN', 'CAT', '2015-03-14' as Day).notCheckedSince).toBeNull()
  const unverified = assess(heron, pack)
    .lines.flatMap((line) => line.authorities)
    .filter((one) => one.source === 'HB')
  expect(unverified.length).toBeGreaterThan(0)
  expect(unverified.every((one) => one.certainty === 'unverified')).toBe(true)
  // In a paper what nobody read is never printed like what was read.
  for (const [body, paper] of outward(heron))
    for (const { sentence } of sentencesOf(paper))
      if (sentence.citations.length > 0 && sentence.citations.every((one) => one.certainty === 'unverified')) {
        expect(sentence.marks, `${body} ${sentence.key}`).toContain('unverified-law')
        expect(sentence.text, `${body} ${sentence.key}`).toMatch(/understood|not read|45 days/)
      }
})

test('8. custody known is not disappearance; after the hand-over it is asked anew', () => {
  expect(answer(heron, 'enforced_disappearance.refusal', { custody: 'c3' })).toBe('contradicted')
  const before = doors(heron, 'wgeid_urgent', 'CHN')
  expect(before).toMatchObject({ opening: 'not-open', code: 'not-yet' })
  expect(before.warnings.some((one) => /urgent appeal/i.test(one.en))).toBe(true)
  const handed = fact('x1', 'transferred-to-home-state', {
    date: '2026-11-28' as PartialDate,
    custody: 'c3' as CustodyId,
    attrs: { authority: 'prc-border-inspection', receivedBy: 'mss' },
  })
  const silence = fact('x2', 'fate-unknown', { date: '2026-11-28' as PartialDate, attrs: { since: '2026-11-28' } })
  const gone = on(plus(handed, silence), '2026-12-05')
  for (const state of ['CHN', 'PRK']) expect(doors(gone, 'wgeid_urgent', state).opening, state).not.toBe('not-open')
  const clock = doors(gone, 'wgeid_urgent', 'CHN').clocks.find((one) => one.name === 'urgent_window')!
  expect(clock.endsOn!.latest).toBe('2027-02-28')
  expect(JSON.stringify(doors(gone, 'wgeid_urgent', 'CHN').clocks)).not.toMatch(/thirty_day_rule.*endsOn":\{/)
  expect(doors(gone, 'ced_urgent', 'KOR').opening).toBe('arguable')
  expect(doors(gone, 'ced_urgent', 'KOR').reason!.en).toMatch(/untested/)
  expect(textOf(paperOf(gone, 'ced_urgent', ['KOR']))).toMatch(/has not been tested; it is put forward as arguable only/)
  // Control: handed over and not silent is not yet a case with a running window.
  expect(
    doors(on(plus(handed), '2026-12-05'), 'wgeid_urgent', 'CHN').clocks.find((one) => one.name === 'urgent_window')!.startsOn,
  ).toBeNull()
})

test('9. arbitrary by which category, for this State and custody', () => {
  const at = { custody: 'c3' }
  const first = linesOf(assess(heron, pack), 'wgad.I', at)[0]!
  expect(first.answer).toBe('shown')
  expect(first.for).toContain('f35')
  expect(answer(heron, 'wgad.IV', at)).toBe('missing')
  expect(linesOf(assess(heron, pack), 'wgad.II', at)[0]).toMatchObject({ answer: 'missing', question: expect.anything() })
  expect(['I', 'II', 'III', 'IV', 'V'].every((one) => answer(heron, `wgad.${one}`, at) === 'shown')).toBe(false)
  const pregnant = plus(fact('x1', 'vulnerable-in-detention', { custody: 'c3' as CustodyId, attrs: { vulnerability: 'pregnant' } }))
  expect(answer(pregnant, 'liberty.legal_basis', at)).toBe('contradicted')
  expect(linesOf(assess(pregnant, pack), 'liberty.legal_basis', at)[0]!.against).toContain('x1')
  // Control: without the missing reasons and the missing paper Category I is no longer shown.
  const papered = {
    ...without('f35'),
    facts: without('f35').facts.map((one) => (one.id === 'f34' ? { ...one, attrs: { authority: 'prc-public-security' } } : one)),
  }
  expect(answer(papered, 'wgad.I', at)).toBe('missing')
  expect(custodyClocks(heron, bodies, p1).length).toBeGreaterThan(0)
})

test('10. a clock that cannot be one date gives its readings with their triggers', () => {
  const all = bodies.bodies.flatMap((body) => bodyClocks(heron, body, heron.facts).map((clock) => ({ body: body.id, ...clock })))
  for (const clock of all)
    if (clock.startsOn && clock.endsOn) {
      expect(clock.endsOn.earliest >= clock.startsOn.earliest, clock.name).toBe(true)
      expect(clock.trigger).not.toBe('')
    }
  const ten = all.filter((clock) => clock.name === 'third_country_livelihood')
  expect(new Set(ten.map((clock) => clock.trigger)).size).toBe(3)
  for (const clock of ten) expect(clock.consequence).toMatch(/hiding.*detention/)
  const of = (reading: string) => all.filter((clock) => clock.body === 'arbitration_dossier' && clock.reading === reading)
  expect(of('model').map((clock) => clock.rule.en)).toEqual([expect.stringMatching(/^30 days/), expect.stringMatching(/^15 days/)])
  for (const clock of of('model')) expect(clock.consequence).toMatch(/to be confirmed/)
  for (const clock of all.filter((one) => /45 days/.test(one.rule.en)))
    expect([clock.reading, clock.certainty]).toEqual(['founding-text', 'unverified'])
  expect(doors(heron, 'arbitration_dossier', 'CHN').reason!.en).toMatch(/Only UNHCR or China/)
  const arbitration = all.filter((clock) => /arbitra/.test(`${clock.body} ${clock.name}`))
  expect(arbitration.length).toBeGreaterThan(0)
  // Not started unless a request is on file.
  for (const clock of arbitration) expect(clock.startsOn, clock.name).toBeNull()
})

test('11. who will read is said before release, and the other Government is refused', () => {
  const paper = paperOf(heron, 'sp_urgent_appeal', ['CHN'])
  const passed = gates(heron, paper)
  expect(JSON.stringify(passed.get('audience'))).toMatch(/China/)
  // They stand in the annex: nobody says that China reads them, and somebody decides about them all the same.
  expect(passed.get('audience')!.facts).toEqual([])
  expect(passed.get('annex')!.facts).toEqual(expect.arrayContaining(['f28', 'f29']))
  expect(gates(heron, paper, { confirmedBySecond: false }).get('second-person')!.state).toBe('ask')
  const blocked = doors(heron, 'sp_urgent_appeal', 'PRK')
  expect(blocked).toMatchObject({ opening: 'not-open', code: 'no-consent' })
  // Control: a yes to that Government opens the way.
  const agreed = {
    ...heron,
    consents: heron.consents.map((one) => (one.person === 'p1' ? { ...one, transmit: { ...one.transmit, PRK: 'yes' as const } } : one)),
  }
  expect(doors(agreed, 'sp_urgent_appeal', 'PRK').code).not.toBe('no-consent')
})

test('12. unreachable with harm imminent needs two people', () => {
  const bare = { ...heron, authorities: [] }
  const paper = paperOf(bare, 'sp_urgent_appeal', ['CHN'])
  expect(gates(bare, paper).get('authority')!.state).toBe('blocks')
  const one = (confirmedBy: string | null) => ({
    ...bare,
    authorities: [
      {
        ...heron.authorities[0]!,
        basis: 'unreachable-imminent-harm' as const,
        twoPersons: { reason: 'held, removal tomorrow', withheld: 'relatives', recordedBy: 'm1', confirmedBy },
      },
    ],
  })
  expect(gates(one(null), paper).get('authority')!.state).toBe('blocks')
  expect(gates(one('m2'), paper).get('authority')!.state).toBe('passed')
})

test('13. people at home are not in any outward paper', () => {
  const secrets = [
    /mother/i,
    /어머니/,
    /parent.{0,40}(Musan|Hamgyong)/i,
    /daughter.{0,12}(named|called)/i,
    /father of (her|the) child told/i,
    /meeting place/i,
  ]
  for (const [body, paper] of outward(heron)) {
    const words = [
      textOf(paper),
      paper.title,
      paper.annex?.title ?? '',
      ...paper.head.map((one) => one.label),
      ...paper.sections.map((one) => one.heading),
    ].join('\n')
    for (const secret of secrets) expect(words, body).not.toMatch(secret)
  }
  // Control: the record itself does hold the fact that must stay inside.
  expect(heron.facts.some((one) => one.kind === 'relative-at-home')).toBe(true)
})

test('14. what must not be known is found in the words, and no field exists for it', () => {
  expect(forbidden('call me on 010-1234-5678').length).toBeGreaterThan(0)
  expect(forbidden('I was afraid to go back').length).toBe(0)
  const names = pack.vocabulary.kinds.flatMap((kind) => Object.keys(kind.attrs))
  expect(names.filter((name) => /phone|route|crossing|helper|broker|shelter|fingerprint|biometric/i.test(name))).toEqual([])
  const paper = paperOf(heron, 'sp_urgent_appeal', ['CHN'])
  expect(
    [...gates(heron, paper, { forbidden: () => [{ start: 0, end: 1, group: 'route', why: { en: 'x', ko: 'x', zh: 'x' } }] }).values()].some(
      (one) => one.state === 'blocks',
    ),
  ).toBe(true)
  expect([...gates(heron, paper).values()].every((one) => one.state !== 'blocks' || one.id !== 'words')).toBe(true)
})

test('15. withdrawn and expired refuse, each by its own word', () => {
  const paper = paperOf(heron, 'sp_urgent_appeal', ['CHN'])
  const withdrawn = {
    ...heron,
    consents: heron.consents.map((one) => (one.person === 'p1' ? { ...one, withdrawnOn: '2026-11-23' as Day } : one)),
  }
  const expired = {
    ...heron,
    consents: heron.consents.map((one) => (one.person === 'p1' ? { ...one, expires: '2026-11-23' as Day } : one)),
  }
  const [a, b] = [gates(withdrawn, paper).get('consent')!, gates(expired, paper).get('consent')!]
  expect([a.state, b.state]).toEqual(['blocks', 'blocks'])
  expect(JSON.stringify(a)).not.toBe(JSON.stringify(b))
  expect(gates(heron, paper).get('consent')!.state).not.toBe('blocks')
})

test('16. the child has lines of its own', () => {
  const answers = assess(heron, pack)
  const own = answers.lines.filter((line) => line.person === 'p2')
  expect(own.length).toBeGreaterThan(50)
  expect(linesOf(answers, 'best_interests.child_assessed', { person: 'p2', state: 'CHN' })[0]).toMatchObject({
    answer: 'missing',
    question: expect.anything(),
  })
  expect(linesOf(answers, 'refugee.each_nationality', { person: 'p2' }).length).toBe(1)
  expect(own.some((line) => line.for.some((id) => ['f17', 'f20', 'f22'].includes(id)))).toBe(false)
  expect(heron.persons.find((one) => one.id === p2)!.names).toEqual([])
  // Control: a decision that weighs the child answers the child's line and not the mother's.
  const weighed = plus(fact('x1', 'childs-own-risk', { about: [p2], attrs: { child: 'p2', weighedBy: 'prc-court' } }))
  expect(answer(weighed, 'best_interests.child_assessed', { person: 'p2', state: 'CHN' })).toBe('shown')
  expect(answer(weighed, 'cat3.grounds')).toBe(answer(heron, 'cat3.grounds'))
})

test('17. exclusion does not open the door to torture', () => {
  const guard = fact('x1', 'security-service-role', { attrs: { role: 'guard', forced: 'unknown' }, adverse: true, sealed: true })
  const [before, after] = [assess(heron, pack), assess(plus(guard), pack)]
  for (const line of after.lines.filter((one) => /^cat3\./.test(one.element)))
    expect(line.answer, line.element).toBe(
      linesOf(before, line.element, {
        person: line.person,
        ...(line.state ? { state: line.state } : {}),
        ...(line.custody ? { custody: line.custody } : {}),
      })[0]!.answer,
    )
  expect(linesOf(after, 'exclusion.officials')[0]!.answer).toBe('shown')
  expect(linesOf(after, 'exclusion.threshold')[0]!.answer).not.toBe('shown')
  expect(linesOf(after, 'exclusion.bars_return_protection', { state: 'CHN', custody: 'c3' })[0]!.answer).toBe('contradicted')
  expect(textOf(paperOf(plus(guard), 'sp_urgent_appeal', ['CHN']))).not.toMatch(/guard/i)
  // Control: individual responsibility is asked for, and knowledge is what shows it.
  const took = (knew: string) => plus(guard, fact('x2', 'participation-in-abuse', { attrs: { knew }, adverse: true }))
  expect(answer(took('unknown'), 'exclusion.threshold')).toBe('missing')
  expect(answer(took('yes'), 'exclusion.threshold')).toBe('shown')
})

test('18. want, class and return', () => {
  expect(answer(heron, 'persecution_forms.economic_measure')).toBe('shown')
  // Everything that ties the want to the family's record.
  const unread = without('f03')
  for (const element of ['persecution_forms.economic_measure', 'grounds.economic_link'])
    expect(linesOf(assess(unread, pack), element)[0], element).toMatchObject({ answer: 'missing', question: expect.anything() })
  expect(answer(unread, 'grounds.political')).toBe('shown')
  const hunger = plus(fact('x1', 'economic-motive-only', { adverse: true }))
  expect(linesOf(assess(hunger, pack), 'grounds.economic_link')[0]!.against).toContain('x1')
  expect(answer(hunger, 'sur_place.after_departure')).toBe('shown')
  expect(JSON.stringify(pack)).not.toMatch(/economic migrant/i)
})

test('19. the second document agrees with the first, or says where it does not', () => {
  const first = paperOf(heron, 'sp_urgent_appeal', ['CHN'])
  const changed = {
    ...heron,
    facts: heron.facts.map((one) => (one.id === 'f16' ? { ...one, date: '2018-03' as PartialDate } : one)),
  }
  const second = paperOf(changed, 'wgad', ['CHN'])
  const sent = [{ paper: first, to: 'Special Procedures', on: '2026-11-20' }]
  const found = divergences(second, sent)
  expect(found.length).toBeGreaterThan(0)
  expect(found.every((one) => one.beforeTo === 'Special Procedures' && one.before !== one.now)).toBe(true)
  expect(gates(changed, second, { sentBefore: sent }).get('divergence')!.state).not.toBe('passed')
  // Control: the same facts diverge from nothing.
  expect(divergences(paperOf(heron, 'wgad', ['CHN']), sent)).toEqual([])
})

test('20. out of our hands, and back again', () => {
  const accepted = on(
    plus(
      fact('x1', 'rok-authority-response', { date: '2026-12-01' as PartialDate, attrs: { authority: 'rok-mission', answer: 'accepted' } }),
    ),
    '2026-12-02',
  )
  expect(answer(heron, 'rok_nationality.available')).not.toBe('shown')
  expect(answer(accepted, 'rok_nationality.available')).toBe('shown')
  expect(linesOf(assess(accepted, pack), 'refugee.each_nationality')[0]).toBeDefined()
  // What came on 1 December does not speak on 24 November: the older answer stands as it stood.
  expect(assess(accepted, pack, { asOf: heron.asOf }).lines.map((line) => line.answer)).toEqual(
    assess(heron, pack).lines.map((line) => line.answer),
  )
  // Moved by free will: a door that hangs on the hands of the State closes and says so.
  const joined: LawPack = {
    ...pack,
    complaints: pack.complaints.map((one) => (one.state === 'CHN' && one.procedure === 'CAT22' ? { ...one, accepted: true } : one)),
  }
  const doorOf = (record: CaseRecord) =>
    readiness(record, null, joined, bodies, record.asOf).find((one) => one.body === 'cat_22' && one.state === 'CHN' && one.person === 'p1')!
  const left = on(
    plus(fact('x2', 'left-respondent-territory', { date: '2026-12-05' as PartialDate, attrs: { state: 'CHN', ofOwnWill: 'yes' } })),
    '2026-12-06',
  )
  expect(doorOf(left)).toMatchObject({ opening: 'not-open', code: 'not-in-hands' })
  expect(doorOf(left).reason!.en).toMatch(/no longer in the hands of/)
  const taken = on(
    plus(fact('x3', 'transferred-to-home-state', { date: '2026-12-05' as PartialDate, custody: 'c3' as CustodyId })),
    '2026-12-06',
  )
  expect(doorOf(taken).code).not.toBe('not-in-hands')
  // Forty of one transfer: common facts once, a line for each, and one without authority holds up nobody.
  const forty = Array.from({ length: 40 }, (_, n) => `q${n}` as PersonId)
  const group: CaseRecord = {
    ...heron,
    persons: [...heron.persons, ...forty.map((id) => ({ ...heron.persons[0]!, id, names: [] }))],
    facts: heron.facts.map((one) => (one.custody === 'c3' ? { ...one, about: [...one.about, ...forty] } : one)),
    custodies: heron.custodies.map((one) => (one.id === 'c3' ? { ...one, persons: [...one.persons, ...forty] } : one)),
  }
  expect(group.facts.length).toBe(heron.facts.length)
  const rows = readiness(group, null, pack, bodies, group.asOf).filter((one) => one.body === 'sp_urgent_appeal' && one.state === 'CHN')
  expect(rows.length).toBeGreaterThanOrEqual(41)
  expect(rows.find((one) => one.person === 'p1')!.opening).toBe(doors(heron, 'sp_urgent_appeal', 'CHN').opening)
  expect(bodyOf(bodies, 'sp_urgent_appeal')).not.toBeNull()
})

test('where the file is silent a door lacks what it needs; where the file speaks against it, it is closed', () => {
  const silent: CaseRecord = { ...heron, facts: heron.facts.slice(0, 1), custodies: [] }
  for (const [body, what] of [
    ['wgad', /deprivation of liberty/],
    ['wgeid_urgent', /concealed fate/],
    ['unhcr_mandate_letter', /registration with UNHCR/],
  ] as const) {
    const row = doors(silent, body, 'CHN')
    expect(row.opening, body).toBe('lacks')
    expect(
      row.lacks.some((one) => what.test(one.words.en)),
      body,
    ).toBe(true)
  }
  // Controls: a custody that goes on at a known place is no disappearance, and custody told of one State is not told of another.
  expect(doors(heron, 'wgeid_urgent', 'CHN')).toMatchObject({ opening: 'not-open', code: 'not-yet' })
  const elsewhere: CaseRecord = { ...heron, consents: [], facts: heron.facts.filter((one) => one.custody === 'c3') }
  expect(doors(elsewhere, 'wgad', 'PRK')).toMatchObject({ opening: 'not-open', code: 'not-yet' })
  expect(doors(elsewhere, 'wgad', 'CHN').lacks.some((one) => /deprivation of liberty/.test(one.words.en))).toBe(false)
})

test('what happened to others is the country situation: it shows no line about this person', () => {
  const others = [fact('x1', 'similar-cases', { about: [] }), fact('x2', 'country-report'), fact('x3', 'death-after-return', { about: [] })]
  const bare: CaseRecord = { ...heron, facts: [], custodies: [], contradictions: [] }
  const shown = (record: CaseRecord) => assess(record, pack).lines.filter((line) => line.answer === 'shown')
  const before = new Set(shown(bare).map((line) => line.element))
  const came = new Set(shown({ ...bare, facts: others }).map((line) => line.element))
  // Whether the general situation suffices is asked of it alone.
  expect([...came].filter((element) => !before.has(element))).toEqual(['nonref.general_situation_sufficient'])
  const discrete = linesOf(assess({ ...bare, facts: others }, pack), 'persecution_forms.discrete')[0]!
  expect(discrete).toMatchObject({ answer: 'missing', for: [] })
  expect(discrete.question!.words.en).toMatch(/held or hurt/)
  expect(discrete.notes.join()).toMatch(/not yet this person: .*x1.*x3/)
  // Control: the same with the person's own detention is shown.
  expect(answer({ ...bare, facts: [...others, fact('x4', 'detained-at-home')] }, 'persecution_forms.discrete')).toBe('shown')
})

test('an allegation stands against nobody; what disputes a line is seen beside it', () => {
  const alleged = (judged: string) => plus(fact('x1', 'serious-crime-alleged', { attrs: { judged, political: 'no' }, adverse: true }))
  const bars = linesOf(assess(alleged('unknown'), pack), 'exclusion.bars_return_protection', { state: 'CHN', custody: 'c3' })[0]!
  expect(bars.against).toEqual([])
  expect(bars.notes.join()).toMatch(/raises the question and is no finding: x1/)
  expect(bars.authorities).toContainEqual(expect.objectContaining({ source: 'RC51', at: 'Art 33(2)', certainty: 'unverified' }))
  const trial = (judged: string) => linesOf(assess(alleged(judged), pack), 'persecution_forms.prosecution_vs_persecution')[0]!
  expect(trial('no').against).not.toContain('x1')
  expect(trial('no').notes.join()).toMatch(/alleged and not judged.*x1/)
  expect(trial('yes').against).toContain('x1')
  // An adverse fact on a ground is seen where the ground is read.
  const { lines } = assess(plus(fact('x2', 'conversion', { attrs: { wantsToRely: 'no' }, adverse: true })), pack)
  const ground = lines.find((line) => line.element === 'grounds.religion' && line.person === p1)!
  expect(ground.answer).toBe('disputed')
  for (const line of lines.filter((one) => one.answer === 'disputed')) expect(line.against, line.element).not.toEqual([])
  expect(lines.find((line) => line.element === 'nonref.breach_on_religion' && line.person === p1)!.against).toContain('x2')
})
