/** Looks at a case again after a change of the law pack: which lines answer otherwise now, and which signed findings rest on such a line. Nothing is overwritten. */
import type { Day } from '../../basics/clock.ts'
import type { PersonId } from '../../basics/id.ts'
import type { StateCode } from '../people/person.ts'
import { assess } from './assess.ts'
import type { Answer, Line } from './assessment.ts'
import type { CaseRecord } from './case-record.ts'
import type { LawPack } from './pack.ts'

export type ChangedLine = {
  element: string
  person: PersonId
  state: StateCode | null
  custody: string | null
  before: Answer | null
  after: Answer | null
}
export type Reassessed = {
  /** Lines looked at under the new pack. */
  looked: number
  changed: readonly ChangedLine[]
  /** Ids of findings made on a line that answers otherwise now: a named officer looks at them again. */
  findings: readonly string[]
}

/**
 * elements = those that the change can reach (affectedElements); null = all. The same day is asked of both packs.
 * Without the pack of before no line can be compared; then findings signed under another pack are named where the line reads otherwise than was found.
 */
export const reassess = (
  record: CaseRecord,
  before: LawPack | null,
  after: LawPack,
  elements: ReadonlySet<string> | null,
  asOf: Day,
): Reassessed => {
  // Profiles and questions are not compared, so they are not made.
  const options = { asOf, elements: elements ?? new Set([...(before?.bearings ?? []), ...after.bearings].map((one) => one.element)) }
  const now = assess(record, after, options).lines
  if (before === null) {
    const answers = new Map(now.map((line) => [keyOf(line), line.answer as string]))
    const findings = record.findings.filter(
      (finding) => finding.packVersion !== after.version && answers.get(keyOf(finding)) !== finding.answer,
    )
    return { looked: now.length, changed: [], findings: findings.map((finding) => finding.id) }
  }
  const old = new Map(assess(record, before, options).lines.map((line) => [keyOf(line), line]))
  const changed: ChangedLine[] = []
  for (const line of now) {
    const was = old.get(keyOf(line))
    old.delete(keyOf(line))
    if (was?.answer !== line.answer) changed.push({ ...placeOf(line), before: was?.answer ?? null, after: line.answer })
  }
  for (const line of old.values()) changed.push({ ...placeOf(line), before: line.answer, after: null })
  const moved = new Set(changed.map(keyOf))
  const findings = record.findings.filter((finding) => moved.has(keyOf(finding))).map((finding) => finding.id)
  return { looked: now.length, changed, findings }
}

type Placed = Pick<Line, 'element' | 'person' | 'state' | 'custody'>
const keyOf = (one: Placed): string => `${one.element} ${one.person} ${one.state} ${one.custody}`
const placeOf = ({ element, person, state, custody }: Placed) => ({ element, person, state, custody })
