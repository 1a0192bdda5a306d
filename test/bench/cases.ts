/** Decided cases against the engine: agreement, misses, wrong assertions and abstentions apart, beside three baselines, with every disagreement in words. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { assess } from '../../src/domain/law/assess.ts'
import type { Assessment, Line } from '../../src/domain/law/assessment.ts'
import type { CaseRecord } from '../../src/domain/law/case-record.ts'
import { leavesOf } from '../../src/domain/law/compiled-condition.ts'
import type { Condition, LawPack } from '../../src/domain/law/pack.ts'
import { readiness } from '../../src/domain/proceedings/readiness-of.ts'
import { readBodiesPack } from '../../src/formats/bodies-pack.ts'
import { readCaseFile, situationOf } from '../../src/formats/case-file.ts'
import { readPack } from '../../src/formats/pack.ts'
import { readFinding, type Scored } from './case-mapping.ts'
import { wilson } from './wilson.ts'

type Finding = {
  el: string
  v: 'found' | 'not_found' | 'not_examined' | 'unread'
  score: boolean
  about?: string
  asOf?: string
  basis?: string
  note?: string
}
type Door = { p: string; about?: string[]; why?: string }
type Case = { id: string; tier: string; polarity: string; findings: Finding[]; open?: Door[]; not_open?: Door[] }
type Row = { id: string; tier: string; polarity: string; el: string; about: string | null; expected: Scored; got: Scored; why: string }

const expectedOf = { found: 'met', not_found: 'not-met', not_examined: 'not-reached' } as const
/** Closed by permission, not by law: the door itself may still be open. */
const permission = ['no-consent', 'no-authority', 'in-person', 'unverified-rule', 'blocked-recipient']

export const run = async (argv: string[]): Promise<void> => {
  const results = score()
  process.stdout.write(argv.includes('--json') ? `${JSON.stringify(results, null, 1)}\n` : asText(results))
}

export const score = () => {
  const folder = resolve('test/data/cases')
  const cases = (parse(readFileSync(join(folder, 'findings.yaml'), 'utf8')) as { cases: Case[] }).cases
  const read = reader()
  const rows: Row[] = []
  const doors: { id: string; p: string; state: string; expected: 'open' | 'closed'; got: string }[] = []
  const misattributed: string[] = []
  const later: string[] = []
  const perturbed: { id: string; fact: string; kind: string; moved: number; outside: string[] }[] = []
  const bodies = readBodiesPack(resolve('packs'))
  for (const one of cases) {
    const { record, pack } = read(join(folder, `${one.id}.yaml`))
    const assessment = assess(record, pack)
    for (const finding of one.findings) {
      if (!finding.score || finding.v === 'unread') continue
      const answers = finding.asOf ? assess(record, pack, { asOf: finding.asOf as never }) : assessment
      const reading = readFinding(answers, record, finding.el, finding.about ?? null)
      const lines = reading.lines
        .map((line) => `${line.element} ${[line.state, line.custody].filter(Boolean).join(' ')} ${line.answer}`)
        .join('; ')
      rows.push({
        id: one.id,
        tier: one.tier,
        polarity: one.polarity,
        el: finding.el,
        about: finding.about ?? null,
        expected: expectedOf[finding.v],
        got: reading.scored,
        why: lines || 'no such line',
      })
    }
    misattributed.push(...attributions(one.id, record, assessment))
    later.push(...laterAuthorities(one.id, assessment, pack))
    perturbed.push(...perturbations(one.id, record, pack, assessment))
    const ready = readiness(record, assessment, pack, bodies, record.asOf)
    for (const [list, expected] of [
      [one.open ?? [], 'open'],
      [one.not_open ?? [], 'closed'],
    ] as const)
      for (const door of list)
        for (const state of door.about ?? []) {
          const entry = ready.find((other) => other.body === door.p && other.state === state)
          if (!entry) continue
          const got = entry.opening !== 'not-open' || permission.includes(entry.code ?? '') ? 'open' : `closed (${entry.code})`
          doors.push({ id: one.id, p: door.p, state, expected, got })
        }
  }
  return {
    note: 'The coder knew these decisions and the packs were enriched with them at hand: agreement here is in-sample. Other cases are the test.',
    byTier: ['A', 'B', 'C'].map((tier) =>
      tallied(
        rows.filter((row) => row.tier === tier),
        tier,
        rows,
      ),
    ),
    ab: tallied(
      rows.filter((row) => row.tier !== 'C'),
      'A+B',
      rows,
    ),
    rows,
    doors,
    misattributed,
    later,
    perturbed,
  }
}

export const reader = () => {
  const folder = mkdtempSync(join(tmpdir(), 'case-packs-'))
  mkdirSync(join(folder, 'situations'))
  symlinkSync(resolve('packs/law'), join(folder, 'law'))
  for (const name of readdirSync('packs/situations')) symlinkSync(resolve('packs/situations', name), join(folder, 'situations', name))
  symlinkSync(resolve('test/data/situations/general'), join(folder, 'situations/general'))
  const packs = new Map(['china-dprk', 'general'].map((name) => [name, readPack(folder, name)]))
  rmSync(folder, { recursive: true })
  return (file: string): { record: CaseRecord; pack: LawPack } => {
    const text = readFileSync(file, 'utf8')
    const pack = packs.get(situationOf(text, file))!
    return { record: readCaseFile(text, file, pack).record, pack }
  }
}

const tallied = (rows: readonly Row[], tier: string, all: readonly Row[]) => {
  const decided = rows.filter((row) => row.expected !== 'not-reached')
  const unexamined = rows.filter((row) => row.expected === 'not-reached')
  const equal = rows.filter((row) => row.got === row.expected || (row.expected === 'not-reached' && row.got === 'open')).length
  const strict = rows.filter((row) => row.got === row.expected).length
  const count = (test: (row: Row) => boolean): number => decided.filter(test).length
  const majority = (row: Row): Scored => {
    const same = all.filter((other) => other.el === row.el && other.id !== row.id).map((other) => other.expected)
    return same.length === 0
      ? 'met'
      : (['met', 'not-met', 'not-reached'] as const).reduce((a, b) =>
          same.filter((one) => one === b).length > same.filter((one) => one === a).length ? b : a,
        )
  }
  return {
    tier,
    scored: rows.length,
    agreement: share(strict, rows.length),
    agreementWhereDecided: {
      equal: count((row) => row.got === row.expected),
      of: decided.filter((row) => row.got === 'met' || row.got === 'not-met').length,
    },
    withOpenForNotExamined: { equal, of: rows.length },
    missed: count((row) => row.got === 'missed') + unexamined.filter((row) => row.got === 'missed').length,
    wronglyAsserted: count((row) => row.got === 'met' && row.expected === 'not-met'),
    wronglyAssertedInNegatives: decided.filter((row) => row.polarity === 'negative' && row.got === 'met' && row.expected === 'not-met')
      .length,
    wronglyDenied: count((row) => row.got === 'not-met' && row.expected === 'met'),
    abstained: count((row) => row.got === 'open' || row.got === 'not-reached'),
    sureWhereNotExamined: unexamined.filter((row) => row.got === 'met' || row.got === 'not-met').length,
    baselines: {
      alwaysMet: share(rows.filter((row) => row.expected === 'met').length, rows.length),
      neverMet: share(rows.filter((row) => row.expected === 'not-met').length, rows.length),
      majorityOfOtherCases: share(rows.filter((row) => majority(row) === row.expected).length, rows.length),
    },
  }
}

const share = (equal: number, of: number) => ({ equal, of, interval: wilson(equal, of).map((one) => Math.round(one * 100) / 100) })

/** A treaty applied to a State that the pack says it does not bind; a line about a State or custody that is not in the file. */
const attributions = (id: string, record: CaseRecord, assessment: Assessment): string[] =>
  assessment.lines.flatMap((line) => {
    const custody = record.custodies.find((one) => one.id === line.custody)
    if (custody && (custody.state !== line.state || !custody.persons.includes(line.person)))
      return [`${id}: ${line.element} gives custody ${custody.id} to ${line.state}`]
    return line.for.some((fact) => {
      const own = record.facts.find((one) => one.id === fact)?.custody
      const where = record.custodies.find((one) => one.id === own)?.state
      return line.state !== null && where !== undefined && where !== line.state && line.state !== record.states.origin
    })
      ? [`${id}: ${line.element} uses a fact of another State for ${line.state}`]
      : []
  })

const laterAuthorities = (id: string, assessment: Assessment, pack: LawPack): string[] =>
  assessment.lines.flatMap((line) =>
    line.authorities.flatMap((one) => {
      const issued = pack.sources[one.source]?.issuedOn ?? null
      return issued !== null && issued.slice(0, 10) > assessment.asOf ? [`${id}: ${line.element} cites ${one.source} of ${issued}`] : []
    }),
  )

/** Without each adverse fact, and with each disputed fact turned round, only lines the fact bears on may change. answers = what is tried: the engine, or in a test of this test a broken one. */
export const perturbations = (id: string, record: CaseRecord, pack: LawPack, before: Assessment, answers = assess) =>
  record.facts
    .filter((fact) => fact.adverse || fact.standing === 'disputed')
    .map((fact) => {
      const facts = fact.adverse
        ? record.facts.filter((one) => one.id !== fact.id)
        : record.facts.map((one) =>
            one.id === fact.id
              ? { ...one, standing: 'not-accepted' as const }
              : one.id === fact.twin
                ? { ...one, standing: 'accepted' as const }
                : one,
          )
      const touched = [fact.id, ...(fact.twin ? [fact.twin] : [])]
      const after = answers({ ...record, facts }, pack)
      const moved = after.lines.filter((line, i) => line.answer !== before.lines[i]?.answer)
      const bears = new Set(
        before.lines
          .filter((line) => [...line.for, ...line.against].some((one) => touched.includes(one)))
          .map((line) => `${line.element} ${line.person} ${line.custody}`),
      )
      const movedElements = new Set(moved.map((line) => `${line.element} ${line.person}`))
      // A line drawn from others may move with them, and a profile may move what it carries; nothing else may.
      const through = (line: Line): boolean =>
        leavesOfElement(pack, line.element).some(
          (leaf) =>
            ('el' in leaf && movedElements.has(`${leaf.el} ${line.person}`)) ||
            ('profile' in leaf && pack.profiles.some((one) => leavesOf(one.pattern).some((part) => 'f' in part && part.f === fact.kind))),
        )
      return {
        id,
        fact: fact.id,
        kind: fact.kind,
        moved: moved.length,
        outside: [
          ...new Set(
            moved
              .filter((line) => !bears.has(`${line.element} ${line.person} ${line.custody}`) && !through(line))
              .map((line) => line.element),
          ),
        ],
      }
    })

const leavesOfElement = (pack: LawPack, element: string): readonly Condition[] =>
  pack.bearings
    .filter((one) => one.element === element)
    .flatMap((one) =>
      [one.for, one.against, ...one.unless, ...[one.despite, one.gate, one.bar].filter((part) => part !== null)].flatMap(leavesOf),
    )

const asText = (results: ReturnType<typeof score>): string => {
  const rate = (one: { equal: number; of: number; interval: number[] }) =>
    `${one.equal}/${one.of} ${one.interval.map((end) => end.toFixed(2)).join(' to ')}`
  const out = [
    results.note,
    '',
    'tier  scored  agree (95 %)              missed  wrongly asserted  wrongly denied  abstained  sure where not examined',
  ]
  for (const one of [...results.byTier, results.ab])
    out.push(
      `${one.tier.padEnd(5)} ${String(one.scored).padStart(6)}  ${rate(one.agreement)}`.padEnd(42) +
        `${String(one.missed).padStart(6)} ${String(one.wronglyAsserted).padStart(17)} ${String(one.wronglyDenied).padStart(15)} ${String(one.abstained).padStart(10)} ${String(one.sureWhereNotExamined).padStart(24)}`,
    )
  out.push('', 'Baselines on the same findings: always met; never met; the majority of the same element in the other cases.')
  for (const one of [...results.byTier, results.ab])
    out.push(
      `${one.tier.padEnd(5)} ${rate(one.baselines.alwaysMet).padEnd(24)} ${rate(one.baselines.neverMet).padEnd(24)} ${rate(one.baselines.majorityOfOtherCases)}`,
    )
  out.push('', 'Tier C says nothing about legal correctness. Disagreements:')
  for (const row of results.rows)
    if (row.got !== row.expected)
      out.push(
        `  ${row.id.padEnd(34)} ${row.el}${row.about ? ` (${row.about})` : ''}: the forum ${row.expected}, the engine ${row.got} [${row.why}]`,
      )
  const wrongDoors = results.doors.filter((one) => (one.expected === 'open') !== (one.got === 'open'))
  out.push(
    '',
    `Procedures: ${results.doors.length - wrongDoors.length}/${results.doors.length} as decided; wrongly open ${wrongDoors.filter((one) => one.expected === 'closed').length}, wrongly closed ${wrongDoors.filter((one) => one.expected === 'open').length}`,
  )
  for (const one of wrongDoors) out.push(`  ${one.id} ${one.p} ${one.state}: expected ${one.expected}, got ${one.got}`)
  const outside = results.perturbed.filter((one) => one.outside.length > 0)
  out.push(
    '',
    `State, person or custody misattributed: ${results.misattributed.length}; authorities later than the day: ${results.later.length}`,
    `Perturbations: ${results.perturbed.length}; moving a line they do not bear on: ${outside.length}`,
  )
  for (const text of [
    ...results.misattributed,
    ...results.later,
    ...outside.map((one) => `${one.id} ${one.fact} ${one.kind}: ${one.outside.join(', ')}`),
  ].slice(0, 20))
    out.push(`  ${text}`)
  return `${out.join('\n')}\n`
}
