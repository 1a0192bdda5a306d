/** Every document of the law, laid out by the same engine: each body's own structure, conditions of admissibility apart, nothing unread told as established, nothing decided. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Day } from '../../src/basics/clock.ts'
import type { FactId, PersonId } from '../../src/basics/id.ts'
import type { PartialDate } from '../../src/basics/partial-date.ts'
import { compose } from '../../src/domain/documents/compose.ts'
import type { Paper } from '../../src/domain/documents/paper.ts'
import { sentencesOf } from '../../src/domain/documents/sentences.ts'
import { assess } from '../../src/domain/law/assess.ts'
import type { CaseRecord, Finding } from '../../src/domain/law/case-record.ts'
import { bodyOf } from '../../src/domain/proceedings/bodies.ts'
import { bodyClocks, filingClocks } from '../../src/domain/proceedings/body-clocks.ts'
import { readiness } from '../../src/domain/proceedings/readiness-of.ts'
import type { Fact } from '../../src/domain/testimony/fact.ts'
import { readBodiesPack } from '../../src/formats/bodies-pack.ts'
import { readCaseFile } from '../../src/formats/case-file.ts'
import { allSituations, readPack } from '../../src/formats/pack.ts'
import { readPapersPack } from '../../src/formats/papers-pack.ts'

const pack = readPack('packs', 'china-dprk')
const bodies = readBodiesPack('packs')
const papers = readPapersPack('packs', 'china-dprk')
const open = (file: string): CaseRecord => readCaseFile(readFileSync(file, 'utf8'), file, pack).record
const heron = open('examples/heron.yaml')
const nine = open('examples/laos-nine-2013.yaml')
const sandpiper = open('test/data/papers/sandpiper.yaml')
const p1 = 'p1' as PersonId
const p2 = 'p2' as PersonId

const rowsOf = (record: CaseRecord, asOf = record.asOf) => readiness(record, null, pack, bodies, asOf)
const door = (record: CaseRecord, body: string, state: string, person: string = 'p1') =>
  rowsOf(record).find((one) => one.body === body && one.state === state && one.person === person)!
const paperOf = (record: CaseRecord, body: string, states: string[], persons: PersonId[] = [p1], rows = rowsOf(record)): Paper =>
  compose(record, assess(record, pack), rows, pack, bodies, papers, {
    body,
    states,
    persons,
    language: 'en',
    draftNumber: 1,
    today: record.asOf,
  })
const all = (paper: Paper) => sentencesOf(paper).map((one) => one.sentence)
const text = (paper: Paper) =>
  all(paper)
    .map((one) => one.text)
    .join('\n')
const section = (paper: Paper, heading: RegExp): string => {
  const found = paper.sections.filter((one) => heading.test(one.heading))
  return found
    .flatMap((one) => one.blocks)
    .flatMap((at) => (at.kind === 'list' ? at.items.flat() : at.kind === 'table' ? at.rows.flat() : [...at.sentences]))
    .map((one) => one.text)
    .join('\n')
}
const fact = (id: string, kind: string, over: Partial<Fact> = {}): Fact => ({
  ...sandpiper.facts[0]!,
  id: id as FactId,
  label: id,
  kind,
  about: [p1],
  attrs: {},
  date: null,
  place: null,
  custody: null,
  summary: null,
  ...over,
})

describe('complaints to the Committees', () => {
  const complaints = [
    ['cat_22', p1, ['CAT22TXT']],
    ['ccpr_op1', p1, ['OP1TXT']],
    ['cedaw_op', p1, ['CEDAWOPTXT', 'CEDOPK']],
    ['crc_opic', p2, ['OPIC1Y']],
  ] as const

  test.each(complaints)('%s has its own outline, with each condition of admissibility under its own heading', (id, person, sources) => {
    const paper = paperOf(sandpiper, id, ['MNG'], [person])
    const headings = paper.sections.map((one) => one.heading)
    expect(new Set(headings).size).toBe(headings.length)
    expect(headings.join('\n')).not.toMatch(/^Communication$/m)
    for (const wanted of [/Admissibility/, /Domestic remedies/, /same matter elsewhere/i, /Time and place/, /Merits/])
      expect(
        headings.some((one) => wanted.test(one)),
        `${id}: ${wanted}`,
      ).toBe(true)
    expect(section(paper, /Domestic remedies/)).toMatch(/a court refused the appeal|A remedy was sought/)
    expect(section(paper, /interim measures/)).toMatch(/while the (complaint|communication) is examined.*not be removed/s)
    const names = sources.map((key) => papers.sourceNames[key])
    expect(all(paper).flatMap((one) => one.citations.map((each) => each.source))).toEqual(expect.arrayContaining(names))
    // Of what nobody read, nothing is said as if it stood.
    for (const one of all(paper).filter((each) => each.citations.length > 0 && each.citations.every((c) => c.certainty === 'unverified')))
      expect(one.text, one.key).toMatch(/understood|exhaustion/)
    expect(new Set(all(paper).map((one) => one.key)).size).toBe(all(paper).length)
  })

  test('the four do not share an outline', () => {
    const outlines = complaints.map(([id]) =>
      bodyOf(bodies, id)!
        .outline.map((one) => one.heading.replace(/^[\d.]+ /, ''))
        .join('|'),
    )
    expect(new Set(outlines).size).toBe(4)
  })

  test('a declaration of which nothing is known is asked for, one that is known is told with its day', () => {
    expect(section(paperOf(sandpiper, 'cat_22', ['MNG']), /Declaration/)).toMatch(/To be completed.*whether and since when Mongolia/)
    expect(section(paperOf(sandpiper, 'ccpr_op1', ['MNG']), /Protocol and the State/)).toMatch(/accepted the procedure since 16 April 1991/)
  })

  test('the time limit of a year runs from the last decision, and a date told as a month stays a month', () => {
    const paper = paperOf(sandpiper, 'crc_opic', ['MNG'], [p2])
    expect(section(paper, /One year/)).toMatch(/started on 3 March 2026 and ends on 3 March 2027/)
    expect(section(paper, /Time and place/)).toMatch(/began, on the file, in January 2026 and continue/)
  })

  test('a grown-up has no complaint to the Committee on children, a man none to that on women, and a sex not told closes nothing', () => {
    expect(door(sandpiper, 'crc_opic', 'MNG')).toMatchObject({ opening: 'not-open', code: 'wrong-kind' })
    expect(door(sandpiper, 'crc_opic', 'MNG', 'p2').opening).toBe('ready')
    const as = (sex: 'M' | 'F' | 'unknown') => ({ ...sandpiper, persons: sandpiper.persons.map((one) => ({ ...one, sex })) })
    expect(door(as('M'), 'cedaw_op', 'MNG')).toMatchObject({ opening: 'not-open', code: 'wrong-kind' })
    for (const sex of ['F', 'unknown'] as const) expect(door(as(sex), 'cedaw_op', 'MNG').opening).toBe('ready')
  })

  test('what such a body would send on is never promised an annex: it stays out until an officer decides', () => {
    const record = { ...sandpiper, facts: [...sandpiper.facts, fact('x1', 'contact-with-church', { attrs: { since: '2022' } })] }
    const paper = paperOf(record, 'cat_22', ['MNG'])
    expect(paper.annex).toBeNull()
    expect(text(paper)).not.toMatch(/worship|annex/)
    expect(paper.withheld.find((one) => one.fact === 'x1')!.why).toMatch(/no confidential annex/)
    // Control: the same fact reaches a body that keeps an annex.
    expect(paperOf(heron, 'wgad', ['CHN']).annex).not.toBeNull()
  })

  test('after the hand-over nobody is still held, no removal is in prospect, and the removal itself is complained of', () => {
    const gone: CaseRecord = {
      ...sandpiper,
      asOf: '2026-05-10' as Day,
      facts: [
        ...sandpiper.facts,
        fact('x1', 'transferred-to-home-state', {
          date: '2026-03-28' as PartialDate,
          custody: sandpiper.custodies[0]!.id,
          attrs: { receivedBy: 'mss' },
        }),
      ],
    }
    const paper = paperOf(gone, 'ccpr_op1', ['MNG'])
    expect(text(paper)).not.toMatch(/still held|is in prospect|while the communication is examined/)
    expect(text(paper)).toMatch(/was in prospect/)
    expect(section(paper, /Time and place/)).toMatch(/The removal by the authorities of Mongolia is itself the act complained of/)
    expect(section(paper, /Remedy asked/)).toMatch(/was in breach/)
    expect(text(paperOf(sandpiper, 'ccpr_op1', ['MNG']))).toMatch(/still held/)
  })
})

describe('papers beside the complaints', () => {
  test('a request to the Committee on Enforced Disappearances through nationality is marked arguable and pleads no duty of that State', () => {
    const gone: CaseRecord = {
      ...heron,
      facts: [
        ...heron.facts,
        fact('x1', 'transferred-to-home-state', { date: '2026-11-28' as PartialDate, spans: heron.facts[0]!.spans }),
        fact('x2', 'fate-unknown', { attrs: { since: '2026-11-28' }, spans: heron.facts[0]!.spans }),
        fact('x3', 'enquiry-unanswered', { spans: heron.facts[0]!.spans }),
      ],
    }
    const row = rowsOf(gone).find((one) => one.body === 'ced_urgent' && one.state === 'KOR')!
    expect(row.opening).toBe('arguable')
    const paper = paperOf(gone, 'ced_urgent', ['KOR'])
    expect(section(paper, /Competence/)).toMatch(/argued through nationality.*arguable only/s)
    expect(section(paper, /Competence/)).not.toMatch(/Article 16/)
  })

  test('a way that hangs on one nationality is shown to nobody else', () => {
    const egretPack = readPack('packs', 'uyghurs-in-thailand')
    const egret = readCaseFile(readFileSync('examples/egret.yaml', 'utf8'), 'egret.yaml', egretPack).record
    const rows = readiness(egret, null, egretPack, bodies, egret.asOf)
    expect(rows.filter((one) => one.state === 'KOR')).toEqual([])
    expect(rowsOf(heron).some((one) => one.state === 'KOR')).toBe(true)
    // Nor is the State of origin a respondent for custody in the hands of the host.
    expect(rows.find((one) => one.body === 'wgad' && one.state === 'CHN')).toMatchObject({ opening: 'not-open', code: 'not-yet' })
    expect(rows.find((one) => one.body === 'wgad' && one.state === 'THA')!.opening).toBe('lacks')
    const paper = compose(egret, null, rows, egretPack, bodies, readPapersPack('packs', 'uyghurs-in-thailand'), {
      body: 'unhcr_access',
      states: ['THA'],
      persons: [p1],
      language: 'en',
      draftNumber: 1,
      today: egret.asOf,
    })
    expect(text(paper)).not.toMatch(/1995|name of he\b/)
  })

  test('a report tells no event of a life where consent is to figures only, and has no annex', () => {
    const paper = paperOf(heron, 'treaty_report', ['CHN'])
    expect(paper.annex).toBeNull()
    expect(all(paper).filter((one) => one.key.startsWith('fact:'))).toEqual([])
    expect(text(paper)).toMatch(/No individual example is given/)
    expect(text(paper)).toMatch(/Committee against Torture took up the return/)
    expect(text(paper)).not.toMatch(/\b(she|her)\b|Heron|Tumen/i)
    // Control: consent that goes further gives one example, without name or number.
    const further = paperOf(sandpiper, 'treaty_report', ['MNG'])
    expect(section(further, /Practice since/)).toMatch(/This person has been held/)
    expect(text(further)).not.toMatch(/Ryang|Person 1/)
  })

  test('a report to one Committee pleads its treaty alone', () => {
    const paper = paperOf({ ...heron, given: { ...heron.given, committee: 'CAT' } }, 'treaty_report', ['CHN'])
    expect(paper.head[0]!.sentences[0]!.text).toBe('The Committee against Torture')
    expect(section(paper, /Articles concerned/)).not.toMatch(/Refugees|Women|Child/)
    expect(section(paper, /Questions/).match(/\?\s*$/gm)!.length).toBeLessThanOrEqual(3)
  })

  test('a dossier on a person or entity names no witness, and what links the person to the acts is asked for', () => {
    const asked = {
      ...heron,
      given: { ...heron.given, actors: 'A bureau (invented), known from a public report.' },
      consents: heron.consents.map((one) => ({ ...one, recipients: { ...one.recipients, sanctions: 'yes' as const } })),
    }
    const paper = paperOf(asked, 'sanctions_dossier', ['USA'])
    for (const name of heron.persons.flatMap((one) => one.names)) expect(text(paper)).not.toContain(name.text)
    expect(section(paper, /Responsibility/)).toMatch(/To be completed.*command, presence, order or knowledge/)
    expect(section(paper, /Regime/)).toMatch(/Executive Orders 13687/)
    expect(section(paperOf(asked, 'sanctions_dossier', ['GBR']), /Regime/)).not.toMatch(/Executive Order/)
    expect(section(paper, /Evidence/)).toMatch(/benefit of the doubt/)
  })

  test('a pattern is needed for the complaint procedure of the Council; with one its criteria stand apart, each with its paragraph', () => {
    expect(door(heron, 'hrc_complaint', 'CHN')).toMatchObject({ opening: 'not-open', code: 'wrong-kind' })
    const row = door(nine, 'hrc_complaint', 'LAO')
    expect(row.opening).toBe('lacks')
    expect(row.certainty).toBe('verified')
    expect(row.warnings.some((one) => /press reports alone/.test(one.en))).toBe(true)
    const paper = paperOf(
      nine,
      'hrc_complaint',
      ['LAO'],
      nine.persons.map((one) => one.id),
    )
    expect(section(paper, /Not press reports/)).toMatch(/To be completed.*other than the press/)
    expect(section(paper, /consistent pattern/)).toMatch(/nine persons/)
    for (const one of all(paper).filter((each) => each.key.startsWith('said:hrc_complaint')))
      expect(
        one.citations.some(
          (each) => each.certainty === 'verified' && /resolution 5\/1/.test(each.source) && /^paragraph 8[57]/.test(each.at ?? ''),
        ),
        one.key,
      ).toBe(true)
  })
})

describe('the assessment memorandum', () => {
  const memo = paperOf(heron, 'legal_memo', ['CHN'])

  test('lays out facts, credibility and elements, names nobody and decides nothing', () => {
    const headings = memo.sections.map((one) => one.heading).join('\n')
    for (const wanted of ['Material facts', 'Credibility', 'stands against', 'Well-founded fear', 'Exclusion', 'Conclusion'])
      expect(headings).toMatch(wanted)
    for (const name of heron.persons.flatMap((one) => one.names)) expect(text(memo)).not.toContain(name.text)
    expect(text(memo)).not.toMatch(/\d ?%|score|is a refugee|we conclude|recommend that|qualifies/i)
    expect(section(memo, /Conclusion/)).toMatch(/left to the person who decides/)
    expect(section(memo, /reasons/)).toMatch(/No officer has yet given reasons/)
  })

  test('every fact that may be told stands in it, adverse ones beside the others', () => {
    const told = new Set(all(memo).flatMap((one) => one.facts as readonly string[]))
    for (const one of heron.facts) expect([one.id, told.has(one.id)]).toEqual([one.id, true])
    expect(section(memo, /stands against/)).toMatch(/household registration/)
    expect(section(memo, /Credibility/)).toMatch(/autumn 2015 .* against spring 2014/)
  })

  test('persons to whom the same facts happened share a table, and whoever differs has one apart', () => {
    const everyone = nine.persons.map((one) => one.id)
    const titles = (record: CaseRecord) =>
      all(paperOf(record, 'legal_memo', ['LAO'], everyone))
        .filter((one) => one.key.startsWith('memo:test:refugee:'))
        .map((one) => one.text.replace(/:.*/, ''))
    expect(titles(nine)).toEqual(['All persons'])
    const one: Fact = {
      ...nine.facts[0]!,
      id: 'x1' as FactId,
      kind: 'earlier-claim-refused',
      about: [p1],
      summary: null,
      attrs: {},
      date: null,
    }
    const other: Fact = { ...one, id: 'x2' as FactId, kind: 'returned-before', attrs: { fromState: 'CHN' } }
    expect(titles({ ...nine, facts: [...nine.facts, other] })).toEqual(['Person 1', expect.stringMatching(/^Person 2, .* and Person 9$/)])
  })

  test('the officer’s finding stands in the officer’s words, under a name and a day', () => {
    const found: Finding = {
      id: 'x',
      element: 'credibility.identity',
      person: p1,
      state: null,
      custody: null,
      answer: 'shown',
      reasons: 'Speech and local knowledge fit; the purchased registration is explained by want of papers.',
      by: 'Officer K',
      on: '2026-11-23' as Day,
      reviewedBy: null,
      packVersion: pack.version,
      facts: [],
    }
    const paper = paperOf({ ...heron, findings: [found] }, 'legal_memo', ['CHN'])
    expect(section(paper, /reasons/)).toMatch(/found shown by Officer K on 23 November 2026\. Reasons: Speech and local knowledge fit/)
    expect(all(paper).find((one) => one.key === 'memo:finding:x')!.signedBy).toBe('Officer K')
  })

  test('exclusion is silent in the same words, whatever the file holds', () => {
    const guard = fact('x1', 'security-service-role', {
      spans: heron.facts[0]!.spans,
      attrs: { role: 'guard' },
      adverse: true,
      sealed: true,
    })
    const paper = paperOf({ ...heron, facts: [...heron.facts, guard] }, 'legal_memo', ['CHN'])
    expect(section(paper, /Exclusion/)).toBe(section(memo, /Exclusion/))
    expect(text(paper)).not.toMatch(/guard/i)
  })
})

describe('the same matter elsewhere', () => {
  const at = (body: string, procedure: string, status: 'pending' | 'decided' | 'withdrawn' = 'pending') => {
    const record: CaseRecord = {
      ...sandpiper,
      facts: [...sandpiper.facts, fact('x1', 'fate-unknown', { attrs: { since: '2026-03' } }), fact('x2', 'enquiry-unanswered')],
      otherProcedures: [{ procedure, person: p1, filedOn: '2026-03-15' as PartialDate, status }],
    }
    return door(record, body, 'MNG')
  }

  test.each([
    ['ced_urgent', 'wgeid_urgent'],
    ['wgeid_urgent', 'ced_urgent'],
    ['wgeid_urgent', 'ced-urgent'],
    ['ced_urgent', 'wgeid'],
    ['cat_22', 'ccpr_op1'],
    ['ccpr_op1', 'cat_22'],
    ['cedaw_op', 'cat_22'],
  ])('%s is warned of %s, and stays as open as it was', (body, other) => {
    const row = at(body, other)
    expect(row.warnings.some((one) => /choose one/.test(one.en))).toBe(true)
    expect(row.opening).not.toBe('not-open')
    expect(at(body, other, 'withdrawn').warnings.some((one) => /choose one/.test(one.en))).toBe(false)
  })

  test.each([
    ['ccpr_op1', 'wgad'],
    ['wgad', 'ccpr_op1'],
    ['cat_22', 'wgad'],
    ['wgad', 'cat_22'],
  ])('%s beside %s: that nobody read whether it closes the door is what is said', (body, other) => {
    const row = at(body, other)
    expect(row.warnings.filter((one) => /was not read in a source/.test(one.en))).toHaveLength(1)
    expect(row.warnings.every((one) => one.ko.length > 0 && one.zh.length > 0)).toBe(true)
    expect(row.opening).not.toBe('not-open')
  })

  test('a fact that tells of another procedure warns like a filing', () => {
    const record = { ...sandpiper, facts: [...sandpiper.facts, fact('x1', 'same-matter-filed', { attrs: { body: 'ccpr_op1' } })] }
    expect(door(record, 'cat_22', 'MNG').warnings.some((one) => /choose one/.test(one.en))).toBe(true)
  })

  test('two doors that exclude each other are named before anything is filed', () => {
    const choose = (record: CaseRecord, body: string) =>
      door(record, body, 'MNG').warnings.some((one) => /Choose before filing/.test(one.en))
    expect(choose(sandpiper, 'cat_22')).toBe(true)
    // Control: where the other doors are closed there is nothing to choose.
    expect(door(heron, 'wgad', 'CHN').warnings.some((one) => /Choose before filing/.test(one.en))).toBe(false)
  })
})

describe('every procedure of the pack is a door', () => {
  test('each has at least one row of its own, and those that others alone may open say who', () => {
    const shown = new Set(bodies.bodies.map((one) => one.procedure))
    expect(bodies.procedures.map((one) => one.id).filter((id) => !shown.has(id))).toEqual([])
    for (const body of ['hrc_resolution', 'ga_resolution', 'sc_1718', 'credentials']) {
      const row = door(heron, body, 'PRK')
      expect([row.opening, row.code]).toEqual(['not-open', 'no-standing'])
      expect(row.reason!.en).toMatch(/^Only (a|the) /)
      for (const words of [row.reason!.ko, row.reason!.zh]) expect(words).not.toMatch(/Member|Council|\{/)
    }
    expect(door(heron, 'icj_advisory', 'CHN').code).toBe('no-standing')
    expect(door(heron, 'icc_15', 'CHN')).toMatchObject({ opening: 'not-open', code: 'not-party' })
    expect(door(sandpiper, 'icc_15', 'MNG')).toMatchObject({ opening: 'not-open', code: 'no-standing' })
  })

  test('no such door has a paper', () => {
    for (const body of bodies.bodies.filter((one) => one.formKind === 'none'))
      for (const row of rowsOf(heron).filter((one) => one.body === body.id)) expect(row.opening).toBe('not-open')
  })

  test('a person at risk of disappearance has a paper of her own before it happens, and another after', () => {
    expect(door(heron, 'wgeid_risk', 'CHN').opening).toBe('ready')
    const paper = paperOf(heron, 'wgeid_risk', ['CHN'])
    expect(section(paper, /feared/)).toMatch(/removal to the DPRK is reportedly in prospect/)
    const gone = { ...heron, facts: [...heron.facts, fact('x1', 'fate-unknown', { attrs: { since: '2026-11-24' } })] }
    expect(door(gone, 'wgeid_risk', 'CHN')).toMatchObject({ opening: 'not-open', code: 'wrong-kind' })
  })
})

describe('the arbitration of the 1995 Agreement', () => {
  test('only UNHCR or China may start it; the desk has a dossier and a letter that asks', () => {
    for (const body of ['arbitration_dossier', 'arbitration_letter']) {
      const row = door(heron, body, 'CHN')
      expect(row.code).toBe('no-standing')
      expect(row.reason!.en).toMatch(/Only UNHCR or China may start/)
      expect(text(paperOf(heron, body, ['CHN']))).toMatch(/the submitting party has no standing and claims none/)
    }
    expect(text(paperOf(heron, 'arbitration_letter', ['CHN']))).toMatch(/UNHCR is respectfully asked to consider/)
  })

  test('three readings stand, each marked, none started and none chosen', () => {
    const clocks = bodyClocks(heron, bodyOf(bodies, 'arbitration_dossier')!, heron.facts)
    expect(new Set(clocks.map((one) => one.reading))).toEqual(new Set(['model', 'founding-text', 'own-text']))
    expect(clocks.every((one) => one.startsOn === null && one.endsOn === null)).toBe(true)
    expect(clocks.filter((one) => one.reading === 'own-text').map((one) => one.rule.en)).toEqual([
      expect.stringMatching(/cannot be computed/),
    ])
    const said = section(paperOf(heron, 'arbitration_dossier', ['CHN']), /clocks/)
    expect(said).toMatch(/none is preferred/)
    expect(said).not.toMatch(/\d{1,2} \w+ 20\d\d/)
  })

  test('one can be chosen, and the others stay beside it', () => {
    const chosen = { ...heron, given: { ...heron.given, arbitrationReading: 'founding-text' } }
    const said = section(paperOf(chosen, 'arbitration_dossier', ['CHN']), /clocks/)
    expect(said).toMatch(/founding text \(45 days\); relied on here/)
    expect(said.match(/not relied on here/g)).toHaveLength(3)
  })

  test('a recorded request starts what it starts, and the chair waits for the two arbitrators', () => {
    const asked = { ...heron, given: { ...heron.given, arbitrationRequestedOn: '2027-01-04' } }
    const ends = Object.fromEntries(
      bodyClocks(asked, bodyOf(bodies, 'arbitration_dossier')!, heron.facts).map((one) => [one.name, one.endsOn?.latest]),
    )
    expect(ends).toEqual({ party_arbitrator: '2027-02-03', chair: undefined, seed_total: '2027-02-18', china_text: undefined })
    expect(filingClocks(bodyOf(bodies, 'arbitration_dossier')!, 'arbitration_request', '2027-01-04' as PartialDate)).toHaveLength(3)
  })
})

test('a footnote names a source in words, never by a key of the packs', () => {
  const made = [
    ...[
      'sp_urgent_appeal',
      'wgad',
      'arbitration_dossier',
      'arbitration_letter',
      'legal_memo',
      'treaty_report',
      'unhcr_access',
      'consular_request',
    ].map((body) => paperOf(heron, body, [body === 'consular_request' ? 'KOR' : 'CHN'])),
    ...['cat_22', 'ccpr_op1', 'cedaw_op'].map((body) => paperOf(sandpiper, body, ['MNG'])),
    paperOf(sandpiper, 'crc_opic', ['MNG'], [p2]),
  ]
  for (const paper of made)
    for (const one of all(paper).flatMap((each) => each.citations)) expect(one.source).not.toMatch(/^[a-z_-]+$|^[A-Z]{2,}\d+\w*$|_/)
})

test('no paper cites what did not exist on its day', () => {
  const situation = 'uyghurs-in-thailand'
  const law = readPack('packs', situation)
  const egret = readCaseFile(readFileSync('examples/egret.yaml', 'utf8'), 'egret.yaml', law).record
  const own = readPapersPack('packs', situation)
  const cited = (today: string) => {
    const record = { ...egret, asOf: today as Day }
    return all(
      compose(record, assess(record, law), [], law, bodies, own, {
        body: 'sp_urgent_appeal',
        states: ['THA'],
        persons: [p1],
        language: 'en',
        draftNumber: 1,
        today: today as Day,
      }),
    ).flatMap((one) => one.citations.map((each) => each.source))
  }
  expect(cited('2025-02-20')).not.toContain(own.sourceNames.SPFATE26)
  expect(cited('2026-06-01')).toContain(own.sourceNames.SPFATE26)
})

test('a group of whom nobody is known one by one is told as many, with its number, and what is later than the day is not told', () => {
  const record: CaseRecord = {
    ...nine,
    persons: nine.persons.slice(0, 1),
    facts: [
      ...nine.facts.map((one) => ({ ...one, about: [p1] })),
      {
        ...nine.facts[0]!,
        id: 'x1' as FactId,
        kind: 'country-report',
        about: [p1],
        summary: null,
        attrs: { publisher: 'A later report', published: '2014' },
      },
    ],
    custodies: nine.custodies.map((one) => ({ ...one, persons: [p1] })),
    given: { ...nine.given, groupSize: '500-600' },
  }
  const paper = paperOf(record, 'sp_allegation_letter', ['LAO'])
  expect(section(paper, /Persons or group/)).toMatch(/Number of persons\nbetween 500 and 600/)
  expect(paper.head[1]!.sentences[0]!.text).toBe('The persons concerned')
  expect(text(paper)).not.toMatch(/A later report|the person concerned|\bhe was\b/)
  expect(paper.withheld.find((one) => one.fact === 'x1')!.why).toMatch(/later than the day/)
})

describe('the sentences of the packs', () => {
  test.each(allSituations('packs'))(
    '%s: no kind of fact falls to the plain sentence, and every part and request named is there',
    (situation) => {
      const law = readPack('packs', situation)
      const own = readPapersPack('packs', situation)
      expect(law.vocabulary.kinds.map((one) => one.id).filter((id) => !own.facts[id])).toEqual([])
      for (const body of bodies.bodies.filter((one) => one.formKind !== 'none')) {
        expect([body.id, Boolean(own.titles[body.id]), Boolean(own.recipients[body.id])]).toEqual([body.id, true, true])
        expect([body.id, own.parts[body.id]?.length]).toEqual([body.id, body.outline.length])
      }
      expect(
        Object.values(own.requestsOf)
          .flat()
          .filter((id) => id !== 'wishes' && !own.requests[id]),
      ).toEqual([])
      expect(
        Object.values(own.questionsOf)
          .flat()
          .filter((id) => !own.questions[id]),
      ).toEqual([])
      const elements = new Set(law.bearings.map((one) => one.element))
      expect(
        Object.values(own.pleas)
          .flat()
          .map((one) => one.element)
          .filter((id) => !elements.has(id)),
      ).toEqual([])
      const kinds = new Set(law.vocabulary.kinds.map((one) => one.id))
      const named = [...own.indicators.flatMap((one) => [...one.for, ...one.against]), ...Object.values(own.sets).flat()]
      if (situation === 'china-dprk') expect(named.filter((id) => !kinds.has(id))).toEqual([])
      for (const key of Object.values(own.said)
        .flat()
        .flatMap((one) => one.citations.map((each) => each.source)))
        expect([key, Boolean(own.sourceNames[key])]).toEqual([key, true])
    },
  )
})

describe('what a Government reads', () => {
  const paper = (record: CaseRecord) => paperOf(record, 'wgad_urgent', ['CHN'])
  const main = (one: Paper) =>
    one.sections.map((part) => section(one, new RegExp(`^${part.heading.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`))).join('\n')
  const name = heron.persons.find((one) => one.id === p1)!.names[0]!.text

  test('a limit in the person’s own words keeps the name out, and no sentence says that the name was agreed to', () => {
    expect(main(paper(heron))).toContain(name)
    const limited: CaseRecord = {
      ...heron,
      consents: heron.consents.map((one) => (one.person === p1 ? { ...one, limits: 'facts without my name' } : one)),
    }
    expect(main(paper(limited))).not.toContain(name)
    expect(text(paper(limited))).toContain('without the name')
    expect(text(paper(limited))).not.toContain('with the name')
  })

  test('a name that is on the file is never said not to be on it', () => {
    const unasked: CaseRecord = { ...heron, consents: [] }
    expect(text(paper(unasked))).not.toContain(name)
    expect(text(paper(unasked))).not.toContain('is not on the file')
  })

  test('what others told of a person is not printed as that person’s own account', () => {
    const told: CaseRecord = { ...heron, accounts: heron.accounts.map((one) => ({ ...one, hand: 'second' as const })) }
    expect(text(paper(told))).toContain('at second hand')
    expect(text(paper(told))).not.toContain('at first hand')
  })

  test('of several persons in a file the same events are told only where a fact or a custody names them together', () => {
    const joined: CaseRecord = {
      ...heron,
      persons: [...heron.persons, { ...heron.persons.find((one) => one.id === p1)!, id: 'p99' as PersonId }],
    }
    expect(text(paper(joined))).not.toContain('to whom the same events happened')
    const together = {
      ...joined,
      facts: joined.facts.map((one) => (one.about.includes(p1) ? { ...one, about: [...one.about, 'p99' as PersonId] } : one)),
    }
    expect(text(paper(together))).toContain('to whom the same events happened')
  })
})

test('in a file of several States the act of one is never read as the act of the one addressed, and what no State is named for says so', () => {
  const removal = fact('x1', 'removal-announced', { about: [...nine.persons.map((one) => one.id)], attrs: { sign: 'order' } })
  const file = (custody: Fact['custody']): CaseRecord => ({ ...nine, facts: [...nine.facts, { ...removal, custody }] })
  const told = (record: CaseRecord, states: string[]) =>
    all(paperOf(record, 'sp_allegation_letter', states, [p1])).find((one) => one.key.startsWith('fact:removal-announced'))!.text
  const [lao, china] = nine.custodies.map((one) => one.id)
  expect(told(file(lao!), ['CHN'])).toMatch(/; this was in the hands of the Lao PDR\.$/)
  expect(told(file(china!), ['CHN'])).not.toMatch(/in the hands/)
  expect(told(file(null), ['CHN'])).toMatch(/; the file does not say in the hands of which State\.$/)
  // What already names the State is not told twice.
  expect(text(paperOf(nine, 'sp_allegation_letter', ['CHN'], [p1]))).not.toMatch(/Lao police[^.]*in the hands of the Lao/)
})

test('what was told at intake and is not attested is cited as unverified, and as verified once it is', () => {
  const at = (attestedAt: string | null): string[] => {
    const accounts = heron.accounts.map((one) => ({ ...one, circumstances: 'intake', attestedAt: attestedAt as never }))
    return all(paperOf({ ...heron, accounts }, 'wgad', ['CHN'])).flatMap((one) =>
      one.citations
        .filter((citation) => /^Statement \w+ on file$/.test(citation.source))
        .map((citation) => `${citation.at} ${citation.certainty}`),
    )
  }
  expect(at(null).length).toBeGreaterThan(1)
  expect(at(null).every((one) => /not yet attested unverified$/.test(one))).toBe(true)
  expect(at('2026-11-23T10:00:00.000Z').every((one) => / verified$/.test(one) && !/attested/.test(one))).toBe(true)
})
