import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { FactId, PersonId } from '../../basics/id.ts'
import { readCaseFile } from '../../formats/case-file.ts'
import { readPack } from '../../formats/pack.ts'
import type { Fact } from '../testimony/fact.ts'
import { assess } from './assess.ts'
import type { Assessment, Line } from './assessment.ts'
import type { CaseRecord } from './case-record.ts'
import type { LawPack } from './pack.ts'

type ExpectedLine = {
  el: string
  answer: string
  officer?: boolean
  certainty?: string
  about?: string
  custody?: string
  for: string[]
  against: string[]
  ask?: boolean
}
type Expected = {
  assessment_expected: ExpectedLine[]
  adverse_expected: { fact: string; onLines: string[]; notOn: string[] }[]
  profiles_expected: { p1: string[]; p2: { id: string; match: string; missing: string[] }[]; not: string[] }
  contradiction: { between: string[]; reaches: string[]; doesNotReach: string[] }
  open_questions_first: string[]
}

const expected = parse(readFileSync('test/data/heron-assessment.yaml', 'utf8')) as Expected
let pack: LawPack
let heron: CaseRecord
let nine: CaseRecord
let answers: Assessment

const recordOf = (name: string): CaseRecord => readCaseFile(readFileSync(`examples/${name}`, 'utf8'), name, pack).record
const linesOf = (assessment: Assessment, element: string, person = 'p1', custody?: string, state?: string): Line[] =>
  assessment.lines.filter(
    (line) =>
      line.element === element &&
      line.person === person &&
      (custody === undefined || line.custody === custody) &&
      (state === undefined || line.state === state),
  )
const without = (record: CaseRecord, ...ids: string[]): CaseRecord => ({
  ...record,
  facts: record.facts.filter((fact) => !ids.includes(fact.id)),
})
const withFact = (record: CaseRecord, fact: Partial<Fact> & { kind: string }): CaseRecord => ({
  ...record,
  facts: [
    ...record.facts,
    {
      ...record.facts[0]!,
      id: 'x1' as FactId,
      label: 'x1',
      attrs: {},
      twin: null,
      custody: null,
      date: null,
      standing: 'accepted',
      disputedPart: null,
      adverse: false,
      about: ['p1' as PersonId],
      ...fact,
    },
  ],
})

beforeAll(() => {
  pack = readPack('packs', 'china-dprk')
  heron = recordOf('heron.yaml')
  nine = recordOf('laos-nine-2013.yaml')
  answers = assess(heron, pack)
})

describe('the worked example', () => {
  test.each(expected.assessment_expected.map((one) => [`${one.el} ${one.custody ?? one.about ?? ''}`, one] as const))(
    '%s is answered as the lawyer wrote it',
    (_, one) => {
      const person = one.about === 'p2' ? 'p2' : 'p1'
      const state = one.about === 'p2' ? undefined : one.about
      const lines = linesOf(answers, one.el, person, one.custody, state)
      // Where the expected line names no custody, the one that is so answered is meant (for example the return that is still to come).
      const line =
        lines.find((other) => other.answer === one.answer && one.for.every((fact) => other.for.includes(fact as FactId))) ??
        lines.find((other) => other.answer === one.answer)
      expect(line, `${one.el}: ${lines.map((other) => other.answer).join(', ')}`).toBeDefined()
      expect(line!.for).toEqual(expect.arrayContaining(one.for))
      expect(line!.against).toEqual(expect.arrayContaining(one.against))
      if (one.officer) expect(line!.officer).toBe(true)
      if (one.certainty) expect(line!.certainty).toBe(one.certainty)
      if (one.ask) expect(line!.question?.words.ko).toBeTruthy()
      if (one.for.length === 0 && one.answer === 'missing') expect(line!.for).toEqual([])
    },
  )

  test.each(expected.adverse_expected.map((one) => [one.fact, one] as const))(
    'adverse fact %s stands on its lines and on no other that is named',
    (fact, one) => {
      for (const element of one.onLines)
        expect(
          linesOf(answers, element).some((line) => line.against.includes(fact as FactId)),
          element,
        ).toBe(true)
      for (const element of one.notOn)
        expect(
          linesOf(answers, element).some((line) => line.against.includes(fact as FactId) || line.for.includes(fact as FactId)),
          element,
        ).toBe(false)
    },
  )

  test('risk profiles match as written, the child on a line of her own', () => {
    const yes = answers.profiles.filter((one) => one.person === 'p1' && one.match === 'yes').map((one) => one.profile)
    expect([...yes].sort()).toEqual([...expected.profiles_expected.p1].sort())
    for (const one of expected.profiles_expected.not) expect(answers.profiles.map((match) => match.profile)).not.toContain(one)
    for (const one of expected.profiles_expected.p2)
      expect(answers.profiles).toContainEqual(
        expect.objectContaining({ person: 'p2', profile: one.id, match: one.match, missing: one.missing }),
      )
  })

  test('the contradiction of the first departure stays two-sided where it matters and leaves the fear alone', () => {
    const reached = linesOf(answers, 'rok_nationality.settlement_act')[0]!
    expect(reached.answer).toBe('disputed')
    expect(reached.against).toEqual(expect.arrayContaining(['f09', 'f41']))
    for (const element of expected.contradiction.doesNotReach)
      for (const line of linesOf(answers, element)) expect(line.against).not.toContain('f41')
  })

  test('the questions to ask hold those the lawyer would ask first', () => {
    const asked = answers.openQuestions.map((one) => one.element)
    for (const element of expected.open_questions_first) expect(asked).toContain(element)
  })

  test('nothing in an assessment is a score or a verdict', () => {
    expect(JSON.stringify(answers)).not.toMatch(/score|percent|probab|is a refugee/i)
  })
})

describe('the law of the day answers', () => {
  test('in 1981 the host State was bound by nothing that this case pleads', () => {
    const early = assess(heron, pack, { asOf: '1981-01-01' as never })
    expect(linesOf(early, 'refugee.rc51_treaty_duty', 'p1', undefined, 'CHN')[0]!.answer).toBe('contradicted')
    expect(linesOf(early, 'cat3.absolute', 'p1', undefined, 'CHN')[0]!.answer).toBe('contradicted')
  })

  test('what happened or began later carries nothing on an earlier day, be it in a later custody or dated by its beginning alone', () => {
    const early = assess(heron, pack, { asOf: '2016-01-01' as never })
    const later = heron.facts
      .filter((fact) => (fact.date ?? fact.attrs.since ?? fact.attrs.period ?? '') >= '2016-02' || fact.custody === 'c2')
      .map((fact) => fact.id)
    expect(later.length).toBeGreaterThan(3)
    const used = new Set(early.lines.flatMap((line) => [...line.for, ...line.against]))
    expect(used.size).toBeGreaterThan(3)
    expect(later.filter((id) => used.has(id))).toEqual([])
    expect(linesOf(early, 'persecution_forms.discrete')[0]!.answer).not.toBe('shown')
  })

  test('the Trafficking Protocol does not bind before its day', () => {
    expect(linesOf(assess(heron, pack, { asOf: '2009-12-31' as never }), 'trafficking.no_conflict')[0]!.answer).toBe('contradicted')
  })

  test('a finding of 2014 is no authority for a removal of 2013', () => {
    const lines = assess(nine, pack).lines.filter((line) => line.person === 'p1')
    expect(lines.find((line) => line.element === 'cat3.pattern')!.answer).toBe('missing')
    for (const line of lines)
      for (const citation of line.authorities) expect(['COI63', 'COICRP', 'CATCO15', 'CATGC4', 'GIP11']).not.toContain(citation.source)
  })
})

describe('adverse facts and exclusion', () => {
  test('a role as guard opens the exclusion check and moves nothing under the Convention against Torture', () => {
    const served = assess(withFact(heron, { kind: 'security-service-role', attrs: { role: 'guard' } }), pack)
    const moved = served.lines.filter((line, i) => line.answer !== answers.lines[i]!.answer).map((line) => line.element)
    expect(moved).toContain('exclusion.officials')
    expect(moved.some((element) => element.startsWith('cat3.') || element.startsWith('nonref'))).toBe(false)
    expect(linesOf(served, 'exclusion.threshold')[0]!.answer).not.toBe('shown')
  })

  test('without the family record want is no longer linked to class, and the political opinion by exit stays', () => {
    const less = assess(without(heron, 'f03'), pack)
    expect(linesOf(less, 'persecution_forms.economic_measure')[0]!.answer).toBe('missing')
    expect(linesOf(less, 'grounds.economic_link')[0]!.answer).toBe('missing')
    expect(linesOf(less, 'grounds.political')[0]!.answer).toBe('shown')
  })

  test('after a hand-over without news the disappearance is no longer contradicted', () => {
    const returned = withFact(heron, {
      kind: 'transferred-to-home-state',
      custody: 'c3' as never,
      date: '2026-11-28' as never,
      attrs: { receivedBy: 'mss' },
    })
    const later = assess(
      {
        ...returned,
        asOf: '2026-12-10' as never,
        facts: [...returned.facts, { ...returned.facts.at(-1)!, id: 'x2' as FactId, kind: 'fate-unknown', custody: null, attrs: {} }],
      },
      pack,
    )
    expect(linesOf(later, 'enforced_disappearance.refusal', 'p1', 'c3')[0]!.answer).toBe('disputed')
  })
})

describe('nine people of 2013', () => {
  test.each([
    ['nonref.access_to_assessment', 'LAO', 'contradicted'],
    ['nonref.breach', 'LAO', 'shown'],
    ['nonref.breach', 'CHN', 'shown'],
    ['nonref.covers_indirect_return', 'LAO', 'shown'],
    ['refugee.rc51_treaty_duty', 'LAO', 'contradicted'],
    ['refugee.rc51_treaty_duty', 'CHN', 'shown'],
    ['applicability.iccpr', 'CHN', 'contradicted'],
  ])('%s for %s is %s', (element, state, answer) => {
    const found = assess(nine, pack)
    for (const person of nine.persons)
      expect(linesOf(found, element, person.id, undefined, state).map((line) => line.answer)).toEqual([answer])
  })

  test('both versions of the route are tried: a removal is shown either way, its route is not', () => {
    const found = assess(nine, pack)
    expect(linesOf(found, 'cat3.removal', 'p1', 'c1')[0]!.answer).toBe('shown')
    expect(linesOf(found, 'remedy.return_to_host', 'p1', undefined, 'LAO')[0]!.answer).toBe('disputed')
  })

  test('contested ages give the child’s line on the lower age', () => {
    const line = linesOf(assess(nine, pack), 'best_interests.child_assessed', 'p1', undefined, 'LAO')[0]!
    expect(line.answer).toBe('contradicted')
    expect(line.notes.join()).toContain('differ')
  })
})

describe('properties', () => {
  test('an unrelated fact moves no line', () => {
    const related = new Set(
      pack.bearings.flatMap(
        (one) => JSON.stringify(one.for) + JSON.stringify(one.against) + JSON.stringify(one.unless) + JSON.stringify(one.gate),
      ),
    )
    const profiles = JSON.stringify(pack.profiles.map((one) => [one.pattern, one.strongerWith]))
    const unrelated = pack.vocabulary.kinds
      .filter((kind) => ![...related].some((text) => text.includes(`"${kind.id}"`)) && !profiles.includes(`"${kind.id}"`))
      .map((kind) => kind.id)
    expect(unrelated.length).toBeGreaterThan(0)
    fc.assert(
      fc.property(fc.constantFrom(...unrelated), (kind) => {
        expect(assess(withFact(heron, { kind }), pack).lines).toEqual(answers.lines)
      }),
      { numRuns: 5 },
    )
  })

  test('taking away an adverse fact moves only the lines it bears on', () => {
    for (const fact of heron.facts.filter((one) => one.adverse)) {
      const bears = new Set(answers.lines.flatMap((line, i) => (line.against.includes(fact.id) || line.for.includes(fact.id) ? [i] : [])))
      const less = assess(without(heron, fact.id), pack)
      less.lines.forEach((line, i) => {
        if (line.answer !== answers.lines[i]!.answer) expect(bears.has(i), `${fact.id} moved ${line.element}`).toBe(true)
      })
    }
  })
})
