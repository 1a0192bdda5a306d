import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Day } from '../basics/clock.ts'
import type { FactId } from '../basics/id.ts'
import { earliest, latest, type PartialDate } from '../basics/partial-date.ts'
import type { CaseRecord } from '../domain/law/case-record.ts'
import { audienceOf, audienceSentence, readersOf, readingGovernments, receives } from '../domain/proceedings/audience.ts'
import { authorityFor } from '../domain/proceedings/authority.ts'
import { bodyOf } from '../domain/proceedings/bodies.ts'
import { bodyClocks, custodyClocks, filingClocks } from '../domain/proceedings/body-clocks.ts'
import { readiness } from '../domain/proceedings/readiness-of.ts'
import type { Fact } from '../domain/testimony/fact.ts'
import { bodiesPackFrom, readBodiesPack } from './bodies-pack.ts'
import { readCaseFile } from './case-file.ts'
import { readPack } from './pack.ts'

const pack = readPack('packs', 'china-dprk')
const bodies = readBodiesPack('packs')
const open = (name: string): CaseRecord => readCaseFile(readFileSync(`examples/${name}.yaml`, 'utf8'), `${name}.yaml`, pack).record
const heron = open('heron')
const nine = open('laos-nine-2013')
const expected = parse(readFileSync('test/data/heron-expected.yaml', 'utf8')) as {
  bodies_expected: Row[]
  clocks_expected: {
    name: string
    readings?: { from: string; ends: string }[]
    from?: string
    ends?: string
    extended?: string
    window?: string
    certainty?: string
  }[]
}
type Row = {
  body: string
  state: string
  person?: string
  result: string
  code?: string
  certainty?: string
  lacks?: string[]
  alsoShows?: string
}
const today = '2026-11-24' as Day
const rows = (record: CaseRecord, on = record.asOf) => readiness(record, null, pack, bodies, on)
const row = (record: CaseRecord, body: string, state: string, person = 'p1', on = record.asOf) =>
  rows(record, on).find((one) => one.body === body && one.state === state && one.person === person)

describe('the doors of the worked example', () => {
  test.each(expected.bodies_expected)('$body against $state: $result', (want) => {
    const found = rows(heron).filter(
      (one) => one.body === want.body && (want.state === 'any' || one.state === want.state) && one.person === (want.person ?? 'p1'),
    )
    expect(found.length).toBeGreaterThan(0)
    for (const one of found) {
      expect(one.opening).toBe(want.result)
      if (want.code ?? want.alsoShows) expect(one.code).toBe(want.code ?? want.alsoShows)
      if (want.certainty) expect(one.certainty).toBe(want.certainty)
      if (want.lacks) expect(one.lacks.map((each) => each.field)).toEqual(want.lacks)
    }
  })

  test('no reason is left half filled, and each closed treaty door has words of its own', () => {
    for (const one of rows(heron))
      expect(`${one.body} ${one.reason?.en ?? ''}${one.reason?.ko ?? ''}${one.reason?.zh ?? ''}`).not.toMatch(/[{}]/)
    const reasons = ['cat_22', 'ccpr_op1', 'cedaw_op', 'crc_opic', 'ced_urgent'].map((body) => row(heron, body, 'CHN')!.reason!.en)
    expect(new Set(reasons).size).toBe(5)
    expect(reasons[0]).toMatch(/unverified/)
  })
})

describe('the clocks of the worked example', () => {
  test('the ten-year rule has three readings', () => {
    const want = expected.clocks_expected.find((one) => one.name === 'third_country_livelihood')!.readings!
    const got = bodyClocks(heron, bodyOf(bodies, 'rok_protection')!, heron.facts).filter((one) => one.name === 'third_country_livelihood')
    expect(got.map((one) => one.endsOn!.earliest).sort()).toEqual(want.map((one) => earliest(one.ends as PartialDate)).sort())
    expect(got.map((one) => one.endsOn!.latest).sort()).toEqual(want.map((one) => latest(one.ends as PartialDate)).sort())
  })

  test('custody has its limit, the longer limit, and the removal as it was told', () => {
    const got = Object.fromEntries(custodyClocks(heron, bodies, heron.persons[0]!.id).map((one) => [one.name, one]))
    expect(got['detention-for-investigation']!.endsOn).toEqual({ earliest: '2026-12-09', latest: '2026-12-09' })
    expect(got['detention-for-investigation-extended']!.endsOn!.latest).toBe('2027-01-08')
    expect(got.removal_expected).toMatchObject({ kind: 'observation', endsOn: { earliest: '2026-11-20', latest: '2026-11-30' } })
  })

  test('a Government’s sixty days run from transmission, and only then', () => {
    const wgad = bodyOf(bodies, 'wgad')!
    expect(bodyClocks(heron, wgad, heron.facts)[0]!.startsOn).toBeNull()
    expect(filingClocks(wgad, 'transmission', '2026-12-01' as PartialDate)[0]!.endsOn!.latest).toBe('2027-01-30')
  })

  test('the arbitration clocks stand side by side, marked, and not started', () => {
    const got = bodyClocks(heron, bodyOf(bodies, 'arbitration_dossier')!, heron.facts)
    expect(got.map((one) => [one.name, one.startsOn, one.certainty])).toEqual([
      ['party_arbitrator', null, 'partial'],
      ['chair', null, 'partial'],
      ['seed_total', null, 'unverified'],
      ['china_text', null, 'unverified'],
    ])
  })

  test('nothing in the pack is called a thirty-day rule', () =>
    expect(JSON.stringify(bodies.bodies.find((one) => one.id === 'wgeid_urgent')!.clocks)).not.toMatch(/thirty/))
})

const fact = (id: string, kind: string, over: Partial<Fact> = {}): Fact => ({
  ...heron.facts[0]!,
  id: id as FactId,
  label: id,
  kind,
  place: null,
  date: null,
  attrs: {},
  custody: null,
  ...over,
})

describe('doors move with the facts', () => {
  const gone: CaseRecord = {
    ...heron,
    facts: [
      ...heron.facts,
      fact('x1', 'transferred-to-home-state', { date: '2026-11-28' as PartialDate }),
      fact('x2', 'fate-unknown', { date: '2026-12-01' as PartialDate, attrs: { since: '2026-11-28' } }),
      fact('x3', 'enquiry-unanswered'),
    ],
  }

  test('after a hand-over without news WGEID opens against both States, until three months from that day', () => {
    for (const state of ['CHN', 'PRK']) expect(row(gone, 'wgeid_urgent', state, 'p1', '2026-12-05' as Day)!.opening).toBe('ready')
    expect(
      row(gone, 'wgeid_urgent', 'CHN', 'p1', '2026-12-05' as Day)!.clocks.find((one) => one.name === 'urgent_window')!.endsOn!.latest,
    ).toBe('2027-02-28')
    expect(row(gone, 'wgeid_urgent', 'CHN', 'p1', '2027-03-02' as Day)).toMatchObject({ opening: 'not-open', code: 'past-limit' })
  })

  test('then the route by nationality is arguable, and never more than that', () =>
    expect(row(gone, 'ced_urgent', 'KOR', 'p1', '2026-12-05' as Day)!.opening).toBe('arguable'))

  test('a pending request elsewhere is a warning with its reason, and locks nothing', () => {
    const both: CaseRecord = {
      ...gone,
      otherProcedures: [{ procedure: 'ced_urgent', person: heron.persons[0]!.id, filedOn: '2026-12-02' as PartialDate, status: 'pending' }],
    }
    const one = row(both, 'wgeid_urgent', 'CHN', 'p1', '2026-12-05' as Day)!
    expect(one.opening).toBe('ready')
    expect(one.warnings.some((words) => /choose one/.test(words.en))).toBe(true)
  })

  test('the warning says since when and under which reference; what was withdrawn warns of nothing', () => {
    const one = {
      procedure: 'ced-urgent',
      person: heron.persons[0]!.id,
      filedOn: '2026-12-02' as PartialDate,
      status: 'pending',
      reference: 'CED-77',
    } as const
    const warned = (status: 'pending' | 'withdrawn') =>
      row({ ...gone, otherProcedures: [{ ...one, status }] }, 'wgeid_urgent', 'CHN', 'p1', '2026-12-05' as Day)!.warnings
    expect(warned('pending').map((words) => words.en)).toContainEqual(
      expect.stringMatching(/^The same person, facts and rights are before .*\(since 2026-12-02, reference CED-77\); choose one\.$/),
    )
    expect(warned('pending').some((words) => words.ko.includes('2026-12-02부터, 접수 번호 CED-77'))).toBe(true)
    expect(warned('withdrawn').some((words) => /choose one/.test(words.en))).toBe(false)
  })

  test('a court at home warns where remedies must be exhausted, and nowhere else', () => {
    const south: CaseRecord = { ...heron, states: { ...heron.states, concerned: ['KOR'] } }
    const warnedOf = (record: CaseRecord, body: string) =>
      readiness(record, null, pack, bodies, record.asOf)
        .filter((one) => one.body === body && one.opening !== 'not-open')
        .flatMap((one) => one.warnings.map((words) => words.en))
    const atHome = (status: 'pending' | 'decided'): CaseRecord => ({
      ...south,
      otherProcedures: [{ procedure: 'domestic_court', person: heron.persons[0]!.id, filedOn: '2026-11' as PartialDate, status }],
    })
    expect(warnedOf(atHome('pending'), 'cat_22')).toContainEqual(
      'The same matter is before a court or authority at home (since 2026-11): as long as it is, remedies at home are not exhausted for this ground.',
    )
    expect(warnedOf(atHome('decided'), 'cat_22').join()).not.toMatch(/not exhausted/)
    expect(warnedOf(atHome('pending'), 'wgad').join()).not.toMatch(/not exhausted/)
  })

  test('a withdrawn consent closes what was ready, at once', () => {
    const withdrawn: CaseRecord = { ...heron, consents: heron.consents.map((one) => ({ ...one, withdrawnOn: today })) }
    expect(row(withdrawn, 'sp_urgent_appeal', 'CHN')).toMatchObject({ opening: 'not-open', code: 'no-consent' })
  })

  test('an expired consent is no consent', () =>
    expect(
      row({ ...heron, consents: heron.consents.map((one) => ({ ...one, expires: '2026-11-23' as Day })) }, 'sp_urgent_appeal', 'CHN')!
        .opening,
    ).toBe('lacks'))
})

describe('a group', () => {
  const nine = open('laos-nine-2013')

  test('has one row a person, and a door that opens for one does not wait for another', () => {
    const given: CaseRecord = {
      ...nine,
      authorities: [
        {
          for: nine.persons[0]!.id,
          basis: 'relative',
          who: null,
          evidence: 'x',
          on: '2013-05-29' as Day,
          withdrawnOn: null,
          twoPersons: null,
        },
      ],
    }
    const own = rows(given).filter((one) => one.body === 'wgad' && one.state === 'LAO')
    expect(own).toHaveLength(9)
    expect(own[0]!.opening).toBe('lacks')
    expect(new Set(own.slice(1).map((one) => JSON.stringify(one.lacks))).size).toBe(1)
  })

  test('is named by nobody, so a letter without names waits for no consent', () =>
    expect(row(nine, 'sp_allegation_letter', 'LAO')!.lacks.map((one) => one.field)).toEqual(['submitter identified']))

  test('treaty doors follow the State: none of the complaint procedures is open against either', () => {
    for (const state of ['LAO', 'CHN'])
      for (const body of ['cat_22', 'ccpr_op1', 'cedaw_op', 'crc_opic', 'ced_urgent'])
        expect(row(nine, body, state)!.opening).toBe('not-open')
  })
})

describe('authority', () => {
  const wgeid = bodyOf(bodies, 'wgeid-urgent')!
  const alone = (confirmedBy: string | null) => ({
    ...heron,
    authorities: [
      {
        for: heron.persons[0]!.id,
        basis: 'unreachable-imminent-harm' as const,
        who: null,
        evidence: '',
        on: today,
        withdrawnOn: null,
        twoPersons: { reason: 'r', withheld: 'w', recordedBy: 'm1', confirmedBy },
      },
    ],
  })

  test('without the person’s word two people are needed, and one person twice is one', () => {
    expect(authorityFor(alone(null), heron.persons[0]!.id, wgeid, today).state).toBe('unconfirmed')
    expect(authorityFor(alone('m1'), heron.persons[0]!.id, wgeid, today).state).toBe('unconfirmed')
    expect(authorityFor(alone('m2'), heron.persons[0]!.id, wgeid, today).state).toBe('given')
  })

  test('a mother’s own authority does not carry the child', () => {
    const child = heron.persons.find((one) => one.role === 'child')!
    expect(
      authorityFor({ ...heron, authorities: heron.authorities.filter((one) => one.basis !== 'guardian') }, child.id, wgeid, today).state,
    ).toBe('none')
  })
})

test('a State whose name takes an article has it inside a sentence, and at its head in capitals; Korean and Chinese stay as they are', () => {
  const reason = (body: string, state: string) =>
    readiness(nine, null, pack, bodies, nine.asOf).find((one) => one.body === body && one.state === state)!.reason!
  expect(reason('cat_22', 'LAO').en).toMatch(/^The Lao PDR has not accepted .*Article 22 of the Convention against Torture/)
  expect(reason('cat_22', 'PRK').en).toMatch(/^The DPRK is not a party to the Convention against Torture/)
  expect(reason('cat_22', 'PRK').ko).toMatch(/^북한은\(는\) 고문방지협약/)
  expect(reason('cat_22', 'PRK').zh).toMatch(/^朝鲜不是《禁止酷刑公约》/)
  const all = readiness(nine, null, pack, bodies, nine.asOf).flatMap((one) => (one.reason ? [one.reason.en] : []))
  for (const text of all) expect(text).not.toMatch(/(?<![Tt]he )(DPRK|Lao PDR|Republic of Korea)/)
  // A name that a new State brings with it must not be forgotten.
  for (const [code, name] of Object.entries(pack.states))
    expect([code, name.in ?? null]).toEqual([
      code,
      /^(United|Republic|Russian|Netherlands|DPRK|Lao PDR)/.test(name.en) ? `the ${name.en}` : null,
    ])
})

describe('audience', () => {
  test('the State of origin is no reader of a copy to other States concerned, unless it is itself addressed', () => {
    const body = bodyOf(bodies, 'wgeid_urgent')!
    const south: CaseRecord = { ...nine, states: { ...nine.states, concerned: ['KOR', 'LAO', 'PRK'] } }
    expect(readingGovernments(readersOf(south, body, ['KOR']))).toEqual(['KOR', 'LAO'])
    expect(readingGovernments(readersOf(south, body, ['PRK']))).toEqual(['PRK', 'KOR', 'LAO'])
    for (const row of readiness(south, null, pack, bodies, south.asOf).filter((one) => one.state !== 'PRK'))
      expect(readingGovernments(row.audience)).not.toContain('PRK')
  })

  test('the annex goes to the body, and to an authority that is itself addressed, and to nobody else', () => {
    const appeal = bodyOf(bodies, 'sp_urgent_appeal')!
    expect(readersOf(heron, appeal, ['CHN']).map((one) => [one.reader, receives(appeal, one.reader, true)])).toEqual([
      ['body', 'all'],
      ['respondent-government', 'main'],
      ['public', 'main'],
    ])
    expect(receives(bodyOf(bodies, 'consular_request')!, 'ministry', true)).toBe('all')
    expect(receives(bodyOf(bodies, 'sanctions_dossier')!, 'courts', true)).toBe('main')
  })

  test('a Government is named as the sentence takes it', () => {
    const sentence = audienceSentence(bodies, audienceOf(bodyOf(bodies, 'consular_request')!, ['KOR']), pack.states)!
    expect([sentence.en, sentence.ko, sentence.zh]).toEqual([
      'The Government of the Republic of Korea will read this.',
      '대한민국 정부가 이 문서를 읽게 됩니다.',
      '大韩民国政府将会阅读本文件。',
    ])
  })

  test('one Government is told in the singular, two in the plural', () => {
    const body = bodyOf(bodies, 'sp_urgent_appeal')!
    expect(audienceSentence(bodies, audienceOf(body, ['CHN']), pack.states)!.en).toMatch(/^The Government of China will read this/)
    expect(audienceSentence(bodies, audienceOf(body, ['CHN', 'LAO']), pack.states)!.en).toMatch(/^The Governments of China and /)
  })
})

test('a fault in the pack is refused with its file and line', () => {
  const text = readFileSync('packs/law/bodies.yaml', 'utf8').replace('code: not-party, en:', 'code: not-partie, en:')
  const other = readFileSync('packs/law/proceedings.yaml', 'utf8')
  expect(() => bodiesPackFrom({ file: 'b.yaml', text }, { file: 'p.yaml', text: other })).toThrow(
    expect.objectContaining({
      place: expect.objectContaining({ file: 'b.yaml', line: text.slice(0, text.indexOf('not-partie')).split('\n').length }),
    }),
  )
})
