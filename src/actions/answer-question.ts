/** A colleague's search touched this case: its lead decides whether they are let in to look, or hear nothing. */
import { z } from 'zod'
import { refuse } from '../basics/refusal.ts'
import type { TeamView } from '../domain/documents/desk-api.ts'
import { changeTeam, teamOf } from '../store/cases.ts'
import { closeQuestion } from '../store/lead-questions.ts'
import { caseAct } from './action.ts'
import { id } from './inputs.ts'
import { teamView } from './open-case.ts'

/** Long enough to compare, short enough to be forgotten safely. */
const readerDays = 14

export const answerQuestion = caseAct({
  name: 'answer-question',
  may: 'match.answer',
  input: z.object({ case: z.string(), question: id<'question'>(), answer: z.enum(['let-in', 'no']) }),
  do: async (acting, { question, answer }): Promise<{ answer: readonly TeamView[]; object: string; details: { answer: string } }> => {
    const { tx, desk, caseId, now } = acting
    const asker = (await closeQuestion(tx, desk.office, caseId, question, now)) ?? refuse('not-found')
    const known = (await teamOf(tx, desk.office, caseId)).some((one) => one.member === asker)
    if (answer === 'let-in' && !known)
      await changeTeam(tx, desk.office, caseId, asker, 'reader', null, new Date(Date.parse(now) + readerDays * 86_400_000).toISOString())
    return { answer: await teamView(acting), object: question, details: { answer } }
  },
})
