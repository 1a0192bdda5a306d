/** Looks at a case again after a change of the law pack: which lines answer otherwise now, and which signed findings rest on such a line. Nothing is overwritten. */
import type { Day } from '../../basics/clock.ts'
import type { PersonId } from '../../basics/id.ts'
import type { StateCode } from '../people/person.ts'
import { assess } from './assess.ts'
import type { Answer, Line } from './assessment.ts'
import type { Finding, LawRecord } from './case-record.ts'
import type { LawPack } from './pack.ts'

/** A case as it is looked at again: what the law reads, and what was signed. */
export type LookedAgain = LawRecord & {
  findings: readonly Pick<Finding, 'id' | 'element' | 'person' | 'state' | 'custody' | 'answer' | 'packVersion'>[]
}

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
  record: LookedAgain,
  before: LawPack | null,
  after: LawPack,
  elements: ReadonlySet<string> | null,
  asOf: Day,
): Reassessed => {
  // Profiles and questions are not compared, so they are not made.
  const options = { asOf, elements: elements ?? ('every' as const) }
  const now = assess(record, after, options).lines
  if (before === null) {
    const findings = record.findings.filter(
      (finding) => finding.packVersion !== after.version && now.find((line) => isAt(line, finding))?.answer !== finding.answer,
    )
    return { looked: now.length, changed: [], findings: findings.map((finding) => finding.id) }
  }
  const changed = changesBetween(assess(record, before, options).lines, now)
  const findings = record.findings.filter((finding) => changed.some((one) => isAt(one, finding))).map((finding) => finding.id)
  return { looked: now.length, changed, findings }
}

const changesBetween = (old: readonly Line[], now: readonly Line[]): ChangedLine[] => {
  const changed: ChangedLine[] = []
  // Two packs with the same lines give them in the same order.
  if (old.length === now.length && now.every((line, i) => isAt(line, old[i]!))) {
    for (let i = 0; i < now.length; i++)
      if (old[i]!.answer !== now[i]!.answer) changed.push({ ...placeOf(now[i]!), before: old[i]!.answer, after: now[i]!.answer })
    return changed
  }
  const left = new Map(old.map((line) => [keyOf(line), line]))
  for (const line of now) {
    const was = left.get(keyOf(line))
    left.delete(keyOf(line))
    if (was?.answer !== line.answer) changed.push({ ...placeOf(line), before: was?.answer ?? null, after: line.answer })
  }
  for (const line of left.values()) changed.push({ ...placeOf(line), before: line.answer, after: null })
  return changed
}

type Placed = Pick<Line, 'element' | 'person' | 'state' | 'custody'>
const keyOf = (one: Placed): string => `${one.element} ${one.person} ${one.state} ${one.custody}`
const isAt = (a: Placed, b: Placed): boolean =>
  a.element === b.element && a.person === b.person && a.state === b.state && a.custody === b.custody
const placeOf = ({ element, person, state, custody }: Placed) => ({ element, person, state, custody })
