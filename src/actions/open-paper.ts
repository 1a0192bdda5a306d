/** Opens a paper, strikes or words a sentence, and says why it differs from what was sent before. */
import { z } from 'zod'
import { refuse } from '../basics/refusal.ts'
import type { PaperView } from '../domain/documents/desk-api.ts'
import { sentencesOf } from '../domain/documents/sentences.ts'
import { getRow, insertRow, markRow } from '../store/sealed-rows.ts'
import { newId } from '../vault/new-id.ts'
import type { ActingOnCase } from './action.ts'
import { id, shortText, someWords } from './inputs.ts'
import { paperAct } from './paper-act.ts'
import { paperView } from './paper-view.ts'
import type { PaperBody, PaperNoteBody } from './papers.ts'

const on = { paper: id<'paper'>() }

export const openPaper = paperAct({
  name: 'open-paper',
  may: 'paper.read',
  reads: true,
  input: z.object(on),
  do: async (acting, { paper }): Promise<{ answer: PaperView; object: string }> => ({
    answer: await paperView(acting, paper),
    object: paper,
  }),
})

/** A note changes what the second person would let go: a paper that was asked for goes back to draft. */
const note = async (acting: ActingOnCase, paperId: string, kind: PaperNoteBody['kind'], key: string, text: string): Promise<PaperView> => {
  const row = await getRow<PaperBody>(acting.tx, acting.key, 'paper', paperId)
  if (row.clear.status === 'released') refuse('released-already')
  if (kind !== 'explain' && !sentencesOf(row.body.paper).some(({ sentence }) => sentence.key === key)) refuse('not-found')
  const body: PaperNoteBody = { kind, key, text, by: acting.session.member, byName: acting.session.name, at: acting.now }
  await insertRow(acting.tx, acting.key, 'paper_note', newId(), body, acting.now, { paper_id: paperId, kind })
  if (row.clear.status === 'asked')
    await markRow(acting.tx, acting.key, 'paper', paperId, {
      status: 'draft',
      asked_by: null,
      asked_session: null,
      asked_authenticator: null,
    })
  return paperView(acting, paperId)
}

export const strikeSentence = paperAct({
  name: 'strike-sentence',
  may: 'paper.draft',
  input: z.object({ ...on, key: shortText, reason: someWords(1_000) }),
  do: async (acting, { paper, key, reason }) => ({ answer: await note(acting, paper, 'strike', key, reason), object: paper }),
})

/** The sentence then stands under the name of who worded it. */
export const wordSentence = paperAct({
  name: 'word-sentence',
  may: 'paper.draft',
  input: z.object({ ...on, key: shortText, text: someWords(4_000) }),
  do: async (acting, { paper, key, text }) => {
    if (acting.desk.packs.mustNotBeKnown(text).length > 0) refuse('must-not-be-known')
    return { answer: await note(acting, paper, 'word', key, text), object: paper }
  },
})

export const explainDivergence = paperAct({
  name: 'explain-divergence',
  may: 'paper.draft',
  input: z.object({ ...on, key: shortText, explanation: someWords(2_000) }),
  do: async (acting, { paper, key, explanation }) => ({ answer: await note(acting, paper, 'explain', key, explanation), object: paper }),
})
