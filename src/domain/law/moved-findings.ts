/** Signed findings whose line reads otherwise today: nothing is overwritten, and a named officer looks at them again. */
import type { Answer, Line } from './assessment.ts'
import type { Finding } from './case-record.ts'

export type MovedFinding = {
  finding: string
  /** What the line read when it was signed; null = not kept then, and the line differs from what was found. */
  before: Answer | null
  /** null = the line is not there any more. */
  now: Answer | null
  /** The version it was signed under, when another law answers now. */
  otherLaw: string | null
  /** Facts that stand on the line now and did not then, and the other way round. */
  came: readonly string[]
  gone: readonly string[]
}

export const movedFindings = (findings: readonly Finding[], lines: readonly Line[], packVersion: string): MovedFinding[] =>
  findings.flatMap((finding) => {
    const line = lines.find(
      (one) =>
        one.element === finding.element &&
        one.person === finding.person &&
        (finding.state === null || one.state === finding.state || one.state === null) &&
        (finding.custody === null || one.custody === finding.custody),
    )
    const now = line?.answer ?? null
    const facts = line ? [...line.for, ...line.against] : []
    const otherLaw = finding.packVersion === packVersion ? null : finding.packVersion
    const came = facts.filter((id) => !finding.facts.includes(id))
    const gone = finding.facts.filter((id) => !(facts as readonly string[]).includes(id))
    const before = finding.readAs ?? null
    // An officer may find otherwise than the line reads: that alone is no movement.
    const stands =
      before !== null
        ? now === before
        : now === finding.answer || finding.answer === 'left-open' || (otherLaw === null && came.length === 0 && gone.length === 0)
    return stands ? [] : [{ finding: finding.id, before, now, otherLaw, came, gone }]
  })
