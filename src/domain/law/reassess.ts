/** Looks at a case again after a change of the law pack: which lines answer otherwise now, and which signed findings rest on such a line. Nothing is overwritten. */
import type { Day } from '../../basics/clock.ts'
import type { PersonId } from '../../basics/id.ts'
import type { StateCode } from '../people/person.ts'
import { answersOf, type PlacedAnswer } from './assess.ts'
import type { Answer, Line } from './assessment.ts'
import { Assessor } from './assessor.ts'
import type { Finding, LawRecord } from './case-record.ts'
import { CaseView } from './case-view.ts'
import { type CompiledPack, compiledPack } from './compiled-pack.ts'
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
  const now = compiledPack(after)
  const view = new CaseView(record, now.kinds, asOf, null)
  if (before === null) {
    const lines = answersOf(view, now, elements)
    const findings = record.findings.filter(
      (finding) => finding.packVersion !== after.version && lines.find((line) => isAt(line, finding))?.answer !== finding.answer,
    )
    return { looked: lines.length, changed: [], findings: findings.map((finding) => finding.id) }
  }
  const old = compiledPack(before)
  const { looked, changed } =
    old.kinds === now.kinds && haveSameLines(old, now)
      ? lineByLine(view, old, now, elements)
      : apart(answersOf(new CaseView(record, old.kinds, asOf, null), old, elements), answersOf(view, now, elements))
  const findings = record.findings.filter((finding) => changed.some((one) => isAt(one, finding))).map((finding) => finding.id)
  return { looked, changed, findings }
}

type Placed = Pick<Line, 'element' | 'person' | 'state' | 'custody'>
type Changes = Pick<Reassessed, 'looked' | 'changed'>

const haveSameLines = (old: CompiledPack, now: CompiledPack): boolean =>
  old.bearings.length === now.bearings.length &&
  now.bearings.every((one, at) => one.bearing.element === old.bearings[at]!.bearing.element && one.spread === old.bearings[at]!.spread)

/** Both packs asked of one sorted case, without a list of lines: most of them answer as before. */
const lineByLine = (view: CaseView, old: CompiledPack, now: CompiledPack, elements: ReadonlySet<string> | null): Changes => {
  const [before, after] = [new Assessor(view, old), new Assessor(view, now)]
  const changed: ChangedLine[] = []
  let looked = 0
  for (const person of view.persons)
    for (const one of now.bearings) {
      const { element } = one.bearing
      if (elements !== null && !elements.has(element)) continue
      for (const unit of view.units(one.spread, person)) {
        looked++
        const [was, is] = [before.answer(old.bearings[one.at]!, unit), after.answer(one, unit)]
        if (was === is) continue
        changed.push({ element, person: person.id, state: unit.state, custody: unit.custody?.id ?? null, before: was, after: is })
      }
    }
  return { looked, changed }
}

const apart = (old: readonly PlacedAnswer[], now: readonly PlacedAnswer[]): Changes => {
  const changed: ChangedLine[] = []
  const left = new Map(old.map((line) => [keyOf(line), line]))
  for (const line of now) {
    const was = left.get(keyOf(line))
    left.delete(keyOf(line))
    if (was?.answer !== line.answer) changed.push({ ...placeOf(line), before: was?.answer ?? null, after: line.answer })
  }
  for (const line of left.values()) changed.push({ ...placeOf(line), before: line.answer, after: null })
  return { looked: now.length, changed }
}

const keyOf = (one: Placed): string => `${one.element} ${one.person} ${one.state} ${one.custody}`
const isAt = (a: Placed, b: Placed): boolean =>
  a.element === b.element && a.person === b.person && a.state === b.state && a.custody === b.custody
const placeOf = ({ element, person, state, custody }: Placed) => ({ element, person, state, custody })
