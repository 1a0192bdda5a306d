/** `assess CASE.yaml`: lays one plain case file against the law of a day and prints a table that can be read aloud. */
import { parseArgs } from 'node:util'
import type { Day } from '../basics/clock.ts'
import { refuse } from '../basics/refusal.ts'
import { assess } from '../domain/law/assess.ts'
import type { Assessment, Line } from '../domain/law/assessment.ts'
import type { CaseRecord } from '../domain/law/case-record.ts'
import type { LawPack } from '../domain/law/pack.ts'
import { caseAtHand, tellingFaults } from './case-at-hand.ts'

export const run = async (argv: string[], out: NodeJS.WritableStream): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { 'as-of': { type: 'string' }, json: { type: 'boolean', default: false } },
  })
  const file = positionals[0]
  if (file === undefined) {
    out.write('article33 assess CASE.yaml [--as-of DATE] [--json]\nThe file is described in docs/case-file.md.\n')
    return 2
  }
  return tellingFaults(out, async () => {
    const { record, pack } = caseAtHand(file)
    const asOf = values['as-of']
    const assessment = assess(record, pack, asOf === undefined ? {} : { asOf: dayFrom(asOf) })
    out.write(
      values.json
        ? `${JSON.stringify({ case: record.codeName, fictional: record.fictional, ...assessment }, null, 2)}\n`
        : asText(record, pack, assessment),
    )
    return 0
  })
}

export const dayFrom = (text: string): Day =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? (text as Day) : refuse('bad-date', { value: text.slice(0, 40) })

const asText = (record: CaseRecord, pack: LawPack, assessment: Assessment): string => {
  const rows = [
    `${record.codeName}${record.fictional ? ' (fictional)' : ''} · as of ${assessment.asOf} · law pack ${assessment.packVersion}${assessment.forum ? ` · forum ${assessment.forum}` : ''}`,
    'Facts laid beside elements. Nothing here is a finding: a named officer finds, with reasons. “officer” marks lines that wait for that.',
  ]
  const hints = new Set(pack.bearings.map((one) => one.note))
  for (const same of alike(assessment.lines)) {
    const [first] = same
    const lines = assessment.lines.filter((line) => line.person === first)
    rows.push('', `=== ${same.join(', ')}${same.length > 1 ? ' (alike on every line)' : ''}`)
    for (const test of pack.tests) {
      const own = lines.filter((line) => line.test === test.id)
      if (own.length === 0) continue
      rows.push('', test.name.en)
      for (const line of own) rows.push(...lineText(line, hints))
    }
    const profiles = assessment.profiles.filter((one) => one.person === first)
    if (profiles.length > 0) rows.push('', 'Risk profiles (arguments with sources, not results)')
    for (const one of profiles)
      rows.push(
        `  ${one.profile.padEnd(30)} ${one.match === 'yes' ? `facts ${one.facts.join(' ')}` : `partly; missing ${one.missing.join(', ')}`}`,
      )
    const questions = assessment.openQuestions.filter((one) => one.person === first).slice(0, 8)
    if (questions.length > 0) rows.push('', 'Ask first')
    for (const one of questions) rows.push(`  ${one.element.padEnd(40)} to the ${one.to}: ${one.words.en}`)
  }
  return `${rows.join('\n')}\n`
}

/** Persons whose lines are the same stand together, so that nine people do not make nine copies. */
const alike = (lines: readonly Line[]): string[][] => {
  const groups = new Map<string, string[]>()
  const byPerson = new Map<string, string>()
  for (const { person, ...line } of lines) byPerson.set(person, `${byPerson.get(person) ?? ''}${JSON.stringify(line)}`)
  for (const [person, text] of byPerson) groups.set(text, [...(groups.get(text) ?? []), person])
  return [...groups.values()]
}

/** hints = the pack's own remarks, which say nothing of this file. */
const lineText = (line: Line, hints: ReadonlySet<string | null>): string[] => {
  const where = [line.state, line.custody].filter(Boolean).join(' ')
  const name = line.element.split('.')[1] ?? line.element
  const facts = [line.for.length > 0 ? `for ${line.for.join(' ')}` : '', line.against.length > 0 ? `against ${line.against.join(' ')}` : '']
    .filter(Boolean)
    .join(' | ')
  const law = line.authorities
    .map((one) => `${one.source}${one.at ? ` ${one.at}` : ''}${one.certainty === 'verified' ? '' : ` (${one.certainty})`}`)
    .join('; ')
  return [
    `  ${name.padEnd(30)} ${where.padEnd(8)} ${line.answer.padEnd(13)} ${line.officer ? 'officer ' : '        '} ${facts}`.trimEnd(),
    ...(law && line.answer !== 'not-reached' && line.answer !== 'not-in-issue' ? [`${' '.repeat(42)}${law}`] : []),
    ...(line.answer === 'not-reached' || line.answer === 'not-in-issue'
      ? []
      : line.notes.filter((note) => !hints.has(note)).map((note) => `${' '.repeat(42)}${note}`)),
  ]
}
