/** How the lines of an assessment stand on the page: one row an element, States beside each other, custody periods apart. */
import type { Answer, Line } from '../../domain/law/assessment.ts'

export const answers: readonly Answer[] = ['shown', 'contradicted', 'disputed', 'missing', 'not-reached', 'not-in-issue']

export type Row = { element: string; custody: string | null; lines: readonly Line[] }
export type Group = { of: 'person' | 'state' | 'custody'; custody: string | null; rows: readonly Row[] }

export const testsOf = (lines: readonly Line[]): readonly string[] => [...new Set(lines.map((line) => line.test))]

/** Counts are read as words; they are never summed into a verdict. One element with the same answer for several States counts once. */
export const countsOf = (lines: readonly Line[]): readonly { answer: Answer; n: number }[] =>
  answers
    .map((answer) => ({
      answer,
      n: new Set(lines.filter((line) => line.answer === answer).map((line) => `${line.element}|${line.custody}`)).size,
    }))
    .filter((one) => one.n > 0)

export const statesOf = (lines: readonly Line[]): readonly string[] => [
  ...new Set(lines.flatMap((line) => (line.state ? [line.state] : []))),
]

const kindOf = (line: Line): Group['of'] => (line.custody ? 'custody' : line.state ? 'state' : 'person')

export const groupsOf = (lines: readonly Line[]): readonly Group[] => {
  const groups: { of: Group['of']; custody: string | null; rows: Map<string, Line[]> }[] = []
  for (const of of ['person', 'state', 'custody'] as const) {
    for (const line of lines.filter((one) => kindOf(one) === of)) {
      let group = groups.find((one) => one.of === of && one.custody === line.custody)
      if (!group) {
        group = { of, custody: line.custody, rows: new Map() }
        groups.push(group)
      }
      group.rows.set(line.element, [...(group.rows.get(line.element) ?? []), line])
    }
  }
  return groups.map((group) => ({
    of: group.of,
    custody: group.custody,
    rows: [...group.rows].map(([element, rowLines]) => ({ element, custody: group.custody, lines: rowLines })),
  }))
}

export const unique = <T>(all: readonly T[]): readonly T[] => [...new Set(all)]
/** The same citation for several States is read once. */
export const authoritiesOf = (row: Row): Line['authorities'] =>
  row.lines
    .flatMap((line) => line.authorities)
    .filter((one, n, all) => all.findIndex((other) => other.source === one.source && other.at === one.at) === n)
