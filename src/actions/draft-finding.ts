/** A lawyer finds, with reasons; a reviewer signs. A later finding stands beside the earlier one. */
import { z } from 'zod'
import { dayIn } from '../basics/clock.ts'
import { refuse } from '../basics/refusal.ts'
import { assess } from '../domain/law/assess.ts'
import type { Finding } from '../domain/law/case-record.ts'
import { getRow, insertRow, markRow } from '../store/sealed-rows.ts'
import { newId } from '../vault/new-id.ts'
import { readCaseRecord } from './case-record.ts'
import { changingAct } from './changing.ts'
import { id, shortText, someWords, state } from './inputs.ts'
import { mustBeOfCase } from './record-authority.ts'

export const draftFinding = changingAct({
  name: 'draft-finding',
  may: 'finding.draft',
  input: z.object({
    case: z.string(),
    element: shortText,
    person: id<'person'>(),
    state: z.union([state, z.null()]),
    custody: z.union([id<'custody'>(), z.null()]),
    answer: z.enum(['shown', 'contradicted', 'disputed', 'missing', 'left-open']),
    reasons: someWords(10_000),
  }),
  do: async (acting, given): Promise<{ answer: Finding; object: string }> => {
    await mustBeOfCase(acting, given.person)
    const { record } = await readCaseRecord(acting)
    const assessment = assess(record, acting.desk.packs.forSituation(record.situation).law)
    const line = assessment.lines.find(
      (one) =>
        one.element === given.element &&
        one.person === given.person &&
        (given.state === null || one.state === given.state || one.state === null) &&
        (given.custody === null || one.custody === given.custody),
    )
    if (!line) refuse('bad-input', { field: 'element', reason: 'there is no such line for this person' }, { field: 'element' })
    const findingId = newId<'finding'>()
    const body: Omit<Finding, 'id'> = {
      element: given.element,
      person: given.person,
      state: given.state,
      custody: given.custody,
      answer: given.answer,
      reasons: given.reasons,
      by: acting.session.name,
      on: dayIn(acting.now, 'UTC'),
      reviewedBy: null,
      packVersion: assessment.packVersion,
      facts: [...line!.for, ...line!.against],
      readAs: line!.answer,
    }
    await insertRow(acting.tx, acting.key, 'finding', findingId, body, acting.now, { found_by: acting.session.member })
    return { answer: { ...body, id: findingId }, object: findingId }
  },
})

export const reviewFinding = changingAct({
  name: 'review-finding',
  may: 'finding.review',
  input: z.object({ case: z.string(), finding: id<'finding'>() }),
  do: async (acting, { finding }): Promise<{ answer: Finding; object: string }> => {
    const row = await getRow<Finding>(acting.tx, acting.key, 'finding', finding)
    if (row.clear.found_by === acting.session.member) refuse('needs-second-person')
    // The first signature stands.
    const reviewedBy = (row.clear.reviewed_by as string | null) ?? acting.session.member
    if (row.clear.reviewed_by === null) await markRow(acting.tx, acting.key, 'finding', finding, { reviewed_by: reviewedBy })
    return { answer: { ...row.body, id: finding, reviewedBy }, object: finding }
  },
})
