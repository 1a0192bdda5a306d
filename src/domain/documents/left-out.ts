/** What a paper does not tell, each with its reason: nothing of the file goes missing from a paper in silence. */
import type { Fact } from '../testimony/fact.ts'
import type { LeftOutReason, Paper } from './paper.ts'
import { sentencesOf } from './sentences.ts'
import type { Writing } from './writing.ts'

const english: Readonly<Record<LeftOutReason, string>> = {
  sealed: 'sealed for the lawyer',
  'not-accepted': 'not accepted',
  'never-outward': 'never in an outward paper',
  later: 'later than the day of this paper',
  'other-person': 'concerns another person of the file',
  'child-consent': 'the child’s own consent does not cover this recipient',
  passes: 'a Government that reads it could pass it on and raise the danger',
  intimate: 'intimate: for the body alone',
  adverse: 'bears against the person: an officer decides whether it is pleaded openly',
  'no-place': 'this body’s form has no place for it',
  'rests-only': 'this body’s form has no place for it; other sentences rest on it',
  'third-person': 'a third person is never named in an outward paper',
}

export const leftOut = (w: Writing, paper: Pick<Paper, 'head' | 'sections' | 'annex'>): Paper['withheld'] => {
  const said = sentencesOf(paper).map(({ sentence }) => sentence)
  const told = new Set(said.filter((one) => /^(fact|memo:fact|evidence):/.test(one.key)).flatMap((one) => one.facts))
  // The heading of a statement rests on all that is told under it and tells none of it.
  const resting = new Set(said.filter((one) => !one.key.startsWith('lead:')).flatMap((one) => one.facts))
  return [
    ...w.record.facts.flatMap((fact): Paper['withheld'] => {
      const placed = w.placed.get(fact.id)
      if (!placed) return []
      if (placed.where !== 'main')
        return [item(fact, placed.why, placed.where === 'annex' && told.has(fact.id) ? 'annex' : null, w.body.hasAnnex === false)]
      if (told.has(fact.id) || w.papers.sets['said-by-head']?.includes(fact.kind)) return []
      return [item(fact, resting.has(fact.id) ? 'rests-only' : 'no-place', null, false)]
    }),
    ...w.record.persons
      .filter((person) => !w.persons.includes(person) && person.names.length > 0)
      .map((person) => ({
        fact: null,
        what: `name of a ${person.role}`,
        why: english['third-person'],
        reason: 'third-person' as const,
        goes: null,
      })),
  ]
}

const item = (fact: Fact, reason: LeftOutReason, goes: 'annex' | null, noAnnex: boolean): Paper['withheld'][number] => ({
  fact: fact.id,
  what: fact.label,
  why:
    goes === 'annex'
      ? `moved to the confidential annex: ${english[reason]}`
      : noAnnex && decided.has(reason)
        ? `${english[reason]}; this body takes no confidential annex${reason === 'adverse' ? '' : ', an officer decides whether it is pleaded openly'}`
        : english[reason],
  reason,
  goes,
})

/** Reasons that an officer may overrule where a body takes no annex. */
const decided: ReadonlySet<LeftOutReason> = new Set(['passes', 'intimate', 'adverse'])
