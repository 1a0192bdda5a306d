import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../basics/clock.ts'
import type { FactId, PersonId } from '../basics/id.ts'
import type { PartialDate } from '../basics/partial-date.ts'
import { checkRelease, type ReleaseOptions } from '../domain/documents/check-release.ts'
import { compose } from '../domain/documents/compose.ts'
import { diffPapers, divergences, staleKeys } from '../domain/documents/differences.ts'
import type { Paper } from '../domain/documents/paper.ts'
import { sentencesOf } from '../domain/documents/sentences.ts'
import { assess } from '../domain/law/assess.ts'
import type { CaseRecord } from '../domain/law/case-record.ts'
import { readiness } from '../domain/proceedings/readiness-of.ts'
import type { Fact } from '../domain/testimony/fact.ts'
import { forbiddenFinder } from '../domain/testimony/forbidden.ts'
import { readBodiesPack } from './bodies-pack.ts'
import { readCaseFile } from './case-file.ts'
import { readMustNotBeKnown } from './must-not-be-known.ts'
import { readPack } from './pack.ts'
import { papersPackFrom, readPapersPack } from './papers-pack.ts'
import { placedYaml } from './placed-yaml.ts'

const pack = readPack('packs', 'china-dprk')
const bodies = readBodiesPack('packs')
const papers = readPapersPack('packs', 'china-dprk')
const open = (name: string): CaseRecord => readCaseFile(readFileSync(`examples/${name}.yaml`, 'utf8'), `${name}.yaml`, pack).record
const heron = open('heron')
const nine = open('laos-nine-2013')
const p1 = heron.persons[0]!.id

const paperOf = (record: CaseRecord, body: string, states: string[], persons?: PersonId[], assessed = assess(record, pack)): Paper =>
  compose(record, assessed, readiness(record, null, pack, bodies, record.asOf), pack, bodies, papers, {
    body,
    states,
    persons: persons ?? record.persons.filter((one) => one.role === 'self').map((one) => one.id),
    language: 'en',
    draftNumber: 1,
    today: record.asOf,
  })
const all = (paper: Paper) => sentencesOf(paper).map((one) => one.sentence)
const text = (paper: Paper, part?: 'paper' | 'annex') =>
  sentencesOf(paper)
    .filter((one) => !part || one.part === part)
    .map((one) => one.sentence.text)
    .join('\n')
const outward = ['sp_urgent_appeal', 'sp_allegation_letter', 'wgad', 'wgad_urgent', 'unhcr_access'].map(
  (body) => [body, paperOf(heron, body, ['CHN'])] as const,
)

describe('the sentences of the pack', () => {
  const types: Record<string, string> = {
    date: '2018-03',
    interval: '2018-03/2018-05',
    duration: 'P2M~',
    count: '12~',
    state: 'CHN',
    authority: 'mss',
    language: 'ko',
    body: 'wgad',
    tri: 'yes',
    text: 'a matter told',
    person: 'p1',
    facility: 'Y-ONS',
    span: 'x',
    exhibit: 'x',
    actor: 'unknown',
  }
  const made = (
    kind: (typeof pack.vocabulary.kinds)[number],
    full: boolean,
    plural: boolean,
    over: Record<string, string> = {},
  ): string => {
    const attrs = full
      ? Object.fromEntries(
          Object.entries(kind.attrs).map(([name, type]) => [name, types[type] ?? pack.vocabulary.choices[type]?.[0] ?? 'yes']),
        )
      : {}
    const record = plural ? nine : heron
    const one: Fact = {
      ...record.facts[0]!,
      id: 'x' as FactId,
      kind: kind.id,
      summary: null,
      about: record.persons.filter((person) => person.role === 'self').map((person) => person.id),
      attrs: { ...attrs, ...over },
      date: full ? ('2018-03' as PartialDate) : null,
      place: full ? 'Jilin Province' : null,
      actor: null,
      twin: null,
      adverse: false,
      standing: 'accepted',
      custody: null,
      publicSources: [],
      hand: 'first',
      spans: heron.facts[0]!.spans.slice(0, 1),
    }
    const persons = one.about
    const paper = compose({ ...record, facts: [one], consents: heron.consents }, null, [], pack, bodies, papers, {
      body: 'unhcr_rsd',
      states: ['CHN'],
      persons,
      language: 'en',
      draftNumber: 1,
      today: heron.asOf,
    })
    return all(paper).find((sentence) => sentence.key.startsWith('fact:'))?.text ?? ''
  }
  const silent = new Set([...papers.sets.silent!, ...bodies.neverOutward])
  const odd =
    /[{}[\]<>]|undefined|null|\s{2}|\s[,.;]|,,|;;|\.\.|;\.|,\.|\(\s|\ba a\b|\bthe the\b|\bin in\b|\b(they|nine) was\b|\b(she|he) were\b/i

  test.each(pack.vocabulary.kinds.filter((one) => !silent.has(one.id)).map((one) => [one.id, one] as const))(
    '%s is a whole sentence, with and without its values, for one and for nine',
    (_, kind) => {
      for (const full of [true, false])
        for (const plural of [true, false]) {
          const said = made(kind, full, plural)
          expect(said).toMatch(/^[A-Z“].*[.]$/s)
          expect(said).not.toMatch(odd)
        }
      for (const [name, type] of Object.entries(kind.attrs)) {
        const choices = type === 'tri' ? ['yes', 'no', 'unknown'] : (pack.vocabulary.choices[type] ?? [])
        for (const choice of choices) {
          const said = made(kind, true, false, { [name]: choice })
          expect(said).not.toMatch(odd)
          if (choice.includes('-') && !/labour|border|re-education/.test(choice)) expect(said).not.toContain(choice)
        }
      }
    },
  )

  test('every kind of the vocabulary has a sentence of its own', () =>
    expect(pack.vocabulary.kinds.map((one) => one.id).filter((id) => !papers.facts[id])).toEqual([]))

  test('a bracket that is not closed is refused with its line', () =>
    expect(() =>
      papersPackFrom(placedYaml('language: en\nfacts:\n  a: "one"\n  b: "{Who} went[ {when}."\n', 'p.yaml'), placedYaml('{}', 's.yaml')),
    ).toThrow(expect.objectContaining({ place: expect.objectContaining({ file: 'p.yaml', line: 4 }) })))
})

describe('what a paper says', () => {
  test('a difference on a date is told with both dates and both speakers', () =>
    expect(text(paperOf(heron, 'sp_urgent_appeal', ['CHN']))).toContain(
      'in the autumn of 2015 (by her own account) or in the spring of 2014 (by the account of a close relative); the accounts differ',
    ))

  test('two versions of an event both stand, and neither is preferred', () => {
    const said = text(paperOf(nine, 'sp_allegation_letter', ['LAO', 'CHN']))
    expect(said).toMatch(/By one version, the Lao authorities deported them to China/)
    expect(said).toMatch(/By another version, the Lao authorities handed them directly.*neither is preferred/)
  })

  test('no article of the Covenant is pleaded against a State that is not a party; it is against one that is', () => {
    for (const [, paper] of outward) expect(JSON.stringify(paper)).not.toMatch(/ICCPR|Civil and Political Rights/)
    const letter = all(paperOf(nine, 'sp_allegation_letter', ['LAO', 'CHN'])).filter((one) => /Civil and Political/.test(one.text))
    expect(letter.map((one) => one.key)).toEqual(['law:LAO:ICCPR'])
  })

  test('the Convention of 1951 is not pleaded against a State outside it', () =>
    expect(
      all(paperOf(nine, 'sp_allegation_letter', ['LAO', 'CHN'])).filter(
        (one) => one.key.startsWith('law:LAO:') && /Refugees/.test(one.text),
      ),
    ).toEqual([]))

  test('law that nobody verified never reads as established', () => {
    for (const [, paper] of [...outward, ['l', paperOf(nine, 'sp_allegation_letter', ['LAO', 'CHN'])] as const])
      for (const one of all(paper).filter(
        (each) => each.citations.length > 0 && each.citations.every((citation) => citation.certainty === 'unverified'),
      )) {
        expect(one.text).toMatch(/understood/)
        expect(one.marks).toContain('unverified-law')
      }
  })

  test('yesterday’s acts are judged by yesterday’s treaties', () => {
    const old: CaseRecord = {
      ...heron,
      asOf: '2009-12-31' as Day,
      facts: heron.facts
        .filter((one) => one.kind === 'sold-for-payment' || one.kind === 'host-detention')
        .map((one) => ({ ...one, date: '2009-05-01' as PartialDate, attrs: { currentlyHeld: 'no' } })),
      consents: heron.consents.map((one) => ({ ...one, on: '2009-01-01' as Day })),
    }
    expect(text(paperOf(old, 'sp_urgent_appeal', ['CHN']))).not.toMatch(/Trafficking in Persons, Especially/)
    expect(text(paperOf(heron, 'sp_urgent_appeal', ['CHN']))).toMatch(/Trafficking in Persons, Especially/)
  })

  test('what is only told at second hand says so, and what is open is only alleged', () => {
    const said = text(paperOf(heron, 'sp_urgent_appeal', ['CHN']), 'paper')
    expect(said).toMatch(/reportedly arrested on 9 November 2026/)
    expect(said).toMatch(/identifying data were allegedly taken/)
  })

  test('a State that is not addressed is named as such, so that silence is no oversight', () =>
    expect(text(paperOf(heron, 'wgad', ['CHN']))).toMatch(/Democratic People's Republic of Korea.*not addressed as a respondent/))

  test('a paper to a door that is not open is never laid out', () => {
    expect(() => paperOf(heron, 'wgad', ['PRK'])).toThrow(/not open/)
    expect(text(paperOf(heron, 'wgad', ['CHN', 'PRK']))).not.toMatch(/Governments? of.*DPRK be called upon/)
  })

  test('each fact is told once in a paper', () => {
    for (const [, paper] of outward) {
      const told = all(paper)
        .filter((one) => one.key.startsWith('fact:'))
        .flatMap((one) => one.facts)
      expect(told.filter((id, i) => told.indexOf(id) !== i)).toEqual([])
    }
  })

  test('every sentence rests on something, or is marked', () => {
    for (const [, paper] of outward) for (const one of all(paper)) expect(one.text.length).toBeGreaterThan(0)
    const wgad = all(paperOf(heron, 'wgad', ['CHN'])).filter((one) => one.marks.includes('unsourced'))
    expect(wgad.map((one) => one.key)).toEqual(['steps:none'])
  })

  test('keys are unique, so that drafts can be compared', () => {
    for (const [, paper] of outward) expect(new Set(all(paper).map((one) => one.key)).size).toBe(all(paper).length)
  })
})

describe('who may not be in a paper', () => {
  test.each(outward)('%s names no relative, no child and no helper outside the annex', (_, paper) => {
    const main = `${text(paper, 'paper')}\n${paper.title}`
    for (const person of heron.persons.slice(1)) for (const name of person.names) expect(main).not.toContain(name.text)
    expect(text(paper)).not.toMatch(/\b(daughter|mother|telephone|Bible|partner told)\b/i)
  })

  test('what a Government could pass on is in the annex alone, with its argument', () => {
    const paper = paperOf(heron, 'sp_urgent_appeal', ['CHN'])
    expect(text(paper, 'paper')).not.toMatch(
      /worship|South Koreans, or an attempt|sister|wish for protection|freedom of religion|household registration/,
    )
    expect(text(paper, 'annex')).toMatch(/worship/)
    expect(paper.withheld.some((one) => one.fact === ('f28' as FactId))).toBe(true)
  })

  test('a fact for which the body’s form has no place is listed with that reason, and every fact of the file is told or listed', () => {
    for (const [body, state] of [
      ['wgad_urgent', 'CHN'],
      ['treaty_report', 'CHN'],
      ['consular_request', 'KOR'],
      ['sp_urgent_appeal', 'CHN'],
    ] as const) {
      const paper = paperOf(heron, body, [state])
      const told = new Set(sentencesOf(paper).flatMap(({ sentence }) => (sentence.key.startsWith('fact:') ? sentence.facts : [])))
      const listed = new Map(paper.withheld.map((one) => [one.fact, one]))
      // Told, or left out with a reason; in the annex both.
      for (const fact of heron.facts.filter((one) => !['first-hand-statement', 'second-hand-statement'].includes(one.kind)))
        expect([body, fact.id, told.has(fact.id) || listed.has(fact.id)]).toEqual([body, fact.id, true])
      for (const [fact, one] of listed) if (fact && told.has(fact)) expect(one.goes).toBe('annex')
    }
    const request = paperOf(heron, 'wgad_urgent', ['CHN'])
    expect(request.withheld.find((one) => one.fact === 'f12')).toMatchObject({
      reason: 'no-place',
      why: 'this body’s form has no place for it',
    })
    expect(request.withheld.find((one) => one.fact === 'f50')!.reason).toBe('rests-only')
  })
  test('a procedure elsewhere is told with its day and reference, and a fact that tells of one is never denied', () => {
    const pending = [
      {
        procedure: 'domestic_court',
        person: heron.persons[0]!.id,
        filedOn: '2026-11-10' as PartialDate,
        status: 'pending',
        reference: 'No. 5',
      } as const,
    ]
    const text = (record: CaseRecord) =>
      all(paperOf(record, 'sp_urgent_appeal', ['CHN']))
        .map((one) => one.text)
        .join('\n')
    expect(text({ ...heron, otherProcedures: pending })).toContain(
      'The matter was brought before a court or authority at home on 10 November 2026 (reference No. 5); it is pending.',
    )
    const told: Fact = {
      ...heron.facts.find((one) => one.kind === 'host-arrest')!,
      id: 'f90' as FactId,
      kind: 'same-matter-filed',
      attrs: { body: 'wgeid' },
      standing: 'accepted',
      hand: 'first',
      twin: null,
    }
    expect(text({ ...heron, facts: [...heron.facts, told] })).not.toContain('No other international procedure is pending')
    expect(text({ ...heron, facts: [...heron.facts, told] })).toContain('The same matter is or was before another procedure')
  })
  test('an officer can decide to plead it openly', () => {
    const paper = compose(heron, assess(heron, pack), [], pack, bodies, papers, {
      body: 'sp_urgent_appeal',
      states: ['CHN'],
      persons: [p1],
      language: 'en',
      draftNumber: 2,
      today: heron.asOf,
      pleadOpenly: ['f28' as FactId],
    })
    expect(text(paper, 'paper')).toMatch(/worship/)
  })

  test('a child is told of only where the child’s own line allows it', () => {
    expect(text(paperOf(heron, 'sp_urgent_appeal', ['CHN']))).toMatch(/A child was born/)
    expect(text(paperOf(heron, 'wgad', ['CHN']))).not.toMatch(/child was born|child depends|child’s birth|bearing a child/)
  })

  test('a dossier for which nobody was asked names nobody', () => {
    const paper = compose(heron, null, [], pack, bodies, papers, {
      body: 'arbitration_dossier',
      states: ['CHN'],
      persons: [p1],
      language: 'en',
      draftNumber: 1,
      today: heron.asOf,
    })
    for (const name of heron.persons[0]!.names) expect(JSON.stringify(paper)).not.toContain(name.text)
  })

  test('a name refused to a reading Government stays out of the paper', () => {
    const refused: CaseRecord = { ...heron, consents: heron.consents.map((one) => ({ ...one, transmit: {} })) }
    const paper = paperOf(refused, 'sp_urgent_appeal', ['CHN'])
    for (const name of heron.persons[0]!.names) expect(text(paper, 'paper')).not.toContain(name.text)
    expect(text(paper, 'annex')).toContain(heron.persons[0]!.names[0]!.text)
    expect(paper.head.find((row) => row.label === 'Concerning')!.sentences[0]!.text).toBe('The person concerned')
  })
})

describe('a fact moves its own sentences and no others', () => {
  const sentenceMap = (paper: Paper) => new Map(all(paper).map((one) => [one.key, one]))
  const cases = [
    ['sp_urgent_appeal', heron, ['CHN']],
    ['wgad', heron, ['CHN']],
    ['sp_allegation_letter', nine, ['LAO', 'CHN']],
  ] as const

  test.each(cases)('%s: taking any one fact away', (body, record, states) => {
    const assessed = assess(record, pack)
    const before = paperOf(record, body, [...states], undefined, assessed)
    for (const gone of record.facts) {
      const less: CaseRecord = {
        ...record,
        facts: record.facts.filter((one) => one.id !== gone.id).map((one) => (one.twin === gone.id ? { ...one, twin: null } : one)),
      }
      const without = {
        ...assessed,
        profiles: assessed.profiles.filter((one) => !one.facts.includes(gone.id)),
        lines: assessed.lines.map((one) => ({ ...one, for: one.for.filter((id) => id !== gone.id) })),
      }
      const after = compose(less, without, [], pack, bodies, papers, {
        body,
        states: all(before).length ? [...states] : [],
        persons: record.persons.filter((one) => one.role === 'self').map((one) => one.id),
        language: 'en',
        draftNumber: 1,
        today: record.asOf,
      })
      const kept = sentenceMap(after)
      for (const one of all(before))
        if (!one.facts.includes(gone.id) && !/:none$/.test(one.key))
          expect([gone.id, one.key, kept.get(one.key)?.text]).toEqual([gone.id, one.key, one.text])
    }
  })

  test('changing a date, a place or a standing changes only sentences that rest on the fact', () => {
    const before = paperOf(heron, 'sp_urgent_appeal', ['CHN'])
    const assessed = assess(heron, pack)
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: heron.facts.length - 1 }),
        fc.constantFrom('2017-05', '2016', '2018-06-03'),
        fc.constantFrom('Yanji', null),
        (at, date, place) => {
          const fact = heron.facts[at]!
          const changed: CaseRecord = {
            ...heron,
            facts: heron.facts.map((one, i) => (i === at ? { ...one, date: date as PartialDate, place } : one)),
          }
          const moved = diffPapers(before, paperOf(changed, 'sp_urgent_appeal', ['CHN'], undefined, assessed))
          for (const one of moved) expect(one.facts).toContain(fact.id)
          expect(staleKeys(before, [fact.id])).toEqual(
            expect.arrayContaining(moved.filter((one) => one.kind !== 'added').map((one) => one.key)),
          )
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('the second document agrees with the first, or says where it does not', () => {
  const group = (size: string, date: string): CaseRecord => ({
    ...heron,
    facts: heron.facts.map((one) =>
      one.id === ('f16' as FactId)
        ? { ...one, kind: 'transferred-to-home-state', date: date as PartialDate, attrs: { groupSize: size } }
        : one,
    ),
  })
  const sent = { paper: paperOf(group('12~', '2018-04'), 'sp_urgent_appeal', ['CHN']), to: 'Special Procedures', on: '2026-11-24' }

  test('another number and another month are both shown with the earlier recipient', () => {
    const found = divergences(paperOf(group('15', '2018-03'), 'wgad', ['CHN']), [sent]).filter((one) => one.key.startsWith('fact:'))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ beforeTo: 'Special Procedures' })
    expect(found[0]!.topic).toMatch(/dates, numbers/)
  })

  test('the same facts diverge nowhere', () => expect(divergences(paperOf(group('12~', '2018-04'), 'wgad', ['CHN']), [sent])).toEqual([]))
})

describe('the gates of release', () => {
  const options: ReleaseOptions = {
    states: ['CHN'],
    persons: [p1],
    today: heron.asOf,
    sentBefore: [],
    explained: [],
    lookedAt: [],
    forbidden: forbiddenFinder(readMustNotBeKnown('packs')),
    confirmedBySecond: false,
  }
  const gates = (record: CaseRecord, paper: Paper, over: Partial<ReleaseOptions> = {}) =>
    Object.fromEntries(checkRelease(record, paper, bodies, pack, { ...options, ...over }).map((one) => [one.id, one]))
  const appeal = paperOf(heron, 'sp_urgent_appeal', ['CHN'])

  test('the urgent appeal asks about the annex and the second person, and nothing blocks it', () => {
    const all = gates(heron, appeal)
    expect(Object.values(all).filter((one) => one.state === 'blocks')).toEqual([])
    expect(all.audience!.words.en).toBe(
      'The Government of China will read this. A Government is sent the main part; the annex goes to the body alone.',
    )
    expect(all.annex).toMatchObject({ state: 'ask', facts: expect.arrayContaining(['f28', 'f29']) })
    expect(all['second-person']!.state).toBe('ask')
  })

  test('a Government is said to read a fact only where the part that it is sent tells it', () => {
    expect(gates(heron, appeal).audience).toMatchObject({ state: 'passed', facts: [] })
    const openly = compose(heron, assess(heron, pack), readiness(heron, null, pack, bodies, heron.asOf), pack, bodies, papers, {
      body: 'sp_urgent_appeal',
      states: ['CHN'],
      persons: [heron.persons[0]!.id],
      language: 'en',
      draftNumber: 1,
      today: heron.asOf,
      pleadOpenly: ['f28' as FactId],
    })
    expect(gates(heron, openly).audience).toMatchObject({ state: 'ask', facts: ['f28'] })
    expect(gates(heron, openly).annex!.facts).not.toContain('f28')
    expect(gates(heron, openly, { lookedAt: ['f28'] }).audience!.state).toBe('passed')
    // Looked at in the one part is not looked at in the other.
    expect(gates(heron, appeal, { lookedAt: heron.facts.map((one) => one.id) }).annex!.state).toBe('ask')
    expect(gates(heron, appeal, { lookedAtAnnex: heron.facts.map((one) => one.id) }).annex!.state).toBe('passed')
  })

  test('without authority it cannot leave', () => expect(gates({ ...heron, authorities: [] }, appeal).authority!.state).toBe('blocks'))
  test('a withdrawn consent stops it, and the reason says withdrawn', () =>
    expect(gates({ ...heron, consents: heron.consents.map((one) => ({ ...one, withdrawnOn: heron.asOf })) }, appeal).consent).toMatchObject(
      { state: 'blocks', detail: [expect.stringMatching(/withdrawn/)] },
    ))
  test('an expired one says expired', () =>
    expect(
      gates({ ...heron, consents: heron.consents.map((one) => ({ ...one, expires: '2026-11-23' as Day })) }, appeal).consent,
    ).toMatchObject({ state: 'blocks', detail: [expect.stringMatching(/expired/)] }))
  test('a Government for which transmission was refused stops it', () =>
    expect(gates(heron, appeal, { states: ['CHN', 'PRK'] }).consent).toMatchObject({
      state: 'blocks',
      detail: [expect.stringMatching(/PRK no/)],
    }))
  test('what is still to be completed blocks', () => expect(gates(heron, paperOf(heron, 'wgad', ['CHN'])).unsourced!.state).toBe('blocks'))

  test('a third person’s name typed into a sentence blocks, and is not repeated in the answer', () => {
    const name = heron.persons.find((one) => one.submitter)!.names[0]!.text
    const bad: Paper = {
      ...appeal,
      sections: appeal.sections.map((section, i) =>
        i === 0
          ? {
              ...section,
              blocks: [{ kind: 'paragraph' as const, sentences: [{ ...all(appeal)[0]!, n: 3, text: `${name} 010-1234-5678` }] }],
            }
          : section,
      ),
    }
    const found = gates(heron, bad)['forbidden-words']!
    expect(found.state).toBe('blocks')
    expect(JSON.stringify(found)).not.toContain(name)
  })

  test('an unexplained divergence blocks, an explained one does not', () => {
    const sent = {
      paper: paperOf(
        { ...heron, facts: heron.facts.map((one) => (one.id === ('f34' as FactId) ? { ...one, date: '2026-11-08' as PartialDate } : one)) },
        'sp_urgent_appeal',
        ['CHN'],
      ),
      to: 'x',
      on: '2026-11-20',
    }
    const found = gates(heron, appeal, { sentBefore: [sent] }).divergence!
    expect(found.state).toBe('blocks')
    expect(
      gates(heron, appeal, { sentBefore: [sent], explained: divergences(appeal, [sent]).map((one) => one.key) }).divergence!.state,
    ).toBe('passed')
  })
})

describe('many persons', () => {
  const forty: CaseRecord = {
    ...nine,
    persons: Array.from({ length: 40 }, (_, i) => ({ ...nine.persons[0]!, id: `q${i}` as PersonId })),
    facts: [
      ...nine.facts.map((one) => ({ ...one, about: Array.from({ length: 40 }, (_, i) => `q${i}` as PersonId) })),
      {
        ...nine.facts[1]!,
        id: 'own' as FactId,
        kind: 'vulnerable-in-detention',
        summary: null,
        about: ['q3' as PersonId],
        attrs: { vulnerability: 'pregnant' },
        date: null,
      },
    ],
    custodies: nine.custodies.map((one) => ({ ...one, persons: Array.from({ length: 40 }, (_, i) => `q${i}` as PersonId) })),
  }
  const paper = paperOf(forty, 'sp_allegation_letter', ['LAO'])

  test('the common facts are told once; persons of whom the same is known share a row, and another stands in one of its own', () => {
    expect(all(paper).filter((one) => one.key === 'fact:host-arrest:f02')).toHaveLength(1)
    const rowsOf = (of: Paper): string[] => {
      const table = of.sections.flatMap((section) => section.blocks).find((block) => block.kind === 'table')!
      return table.kind === 'table' ? table.rows.map((row) => row[0]!.text) : []
    }
    expect(rowsOf(paper)).toEqual(['Persons 1 to 40'])
    const persons = forty.persons.map((one, i) => (i === 4 ? { ...one, sex: 'F' as const } : one))
    expect(rowsOf(paperOf({ ...forty, persons }, 'sp_allegation_letter', ['LAO']))).toEqual([
      'Persons 1 to 4',
      'Person 5',
      'Persons 6 to 40',
    ])
  })

  test('what is one person’s alone is told with the number', () =>
    expect(text(paper)).toMatch(/Person 4 is in a situation of particular vulnerability in detention \(pregnant\)/))
  test('one form per person calls each by the number', () =>
    expect(text(paperOf(forty, 'wgeid_urgent', ['CHN'], ['q3' as PersonId]))).toMatch(/Person 4/))
})
