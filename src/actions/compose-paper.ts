/** Drafts a paper for one body from the record as it stands, or a form for each person where the body takes one form a person. A draft is a draft until two people have let it go. */
import { z } from 'zod'
import type { PaperView } from '../domain/documents/desk-api.ts'
import { bodyOf } from '../domain/proceedings/bodies.ts'
import { allRows, insertRow } from '../store/sealed-rows.ts'
import { newId } from '../vault/new-id.ts'
import { readCaseRecord } from './case-record.ts'
import { changingAct } from './changing.ts'
import { id, shortText, state } from './inputs.ts'
import { basisNow, layingOut } from './lay-out-paper.ts'
import { paperView } from './paper-view.ts'
import type { PaperBody } from './papers.ts'

export const composePaper = changingAct({
  name: 'compose-paper',
  may: 'paper.draft',
  input: z.object({
    case: z.string(),
    body: shortText,
    states: z.array(state).min(1).max(8),
    persons: z.array(id<'person'>()).min(1).max(500),
  }),
  do: async (acting, given): Promise<{ answer: PaperView; object: string; details: { body: string; papers: number } }> => {
    const { record } = await readCaseRecord(acting, { sealedToo: false })
    const earlier = (await allRows<PaperBody>(acting.tx, acting.key, 'paper')).filter((row) => row.body.body === given.body)
    const perPerson = bodyOf(acting.desk.packs.forSituation(record.situation).bodies, given.body)?.formKind === 'per-person'
    const drafted: string[] = []
    const layOut = layingOut(acting, record)
    const basis = basisNow(acting, record)
    for (const persons of perPerson ? given.persons.map((one) => [one]) : [given.persons]) {
      const draftNumber = earlier.length + drafted.length + 1
      const paper = layOut({ body: given.body, states: given.states, persons, draftNumber })
      const paperId = newId<'paper'>()
      const body: PaperBody = { body: given.body, states: given.states, persons, paper, basis, files: {} }
      await insertRow(acting.tx, acting.key, 'paper', paperId, body, acting.now, {
        draft_number: draftNumber,
        author_id: acting.session.member,
      })
      drafted.push(paperId)
    }
    return {
      answer: await paperView(acting, drafted[0]!, { fresh: true }),
      object: drafted[0]!,
      details: { body: given.body, papers: drafted.length },
    }
  },
})
