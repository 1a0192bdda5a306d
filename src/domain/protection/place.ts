/** Where a line of Today leads: the screen, and on it the very thing the line speaks of. */
import type { CaseId } from '../../basics/id.ts'

/** account … history are the tabs of a case; thing = the id of what is meant there, null = the screen itself. */
export type Place = {
  at: 'account' | 'assessment' | 'proceedings' | 'protection' | 'history' | 'paper' | 'same-person'
  thing: string | null
}
export type PlaceInCase = Place & { caseId: CaseId }

const acts: Readonly<Record<string, Place['at']>> = {
  'record-account': 'account',
  'change-account': 'account',
  'attest-account': 'account',
  'correct-account': 'account',
  'translate-account': 'account',
  'seal-span': 'account',
  'add-exhibit': 'account',
  'receive-exhibit': 'account',
  'record-fact': 'account',
  'change-fact': 'account',
  'put-back-fact': 'account',
  'explain-contradiction': 'account',
  'create-case': 'account',
  'draft-finding': 'assessment',
  'review-finding': 'assessment',
  'log-filing': 'proceedings',
  'record-person': 'protection',
  'change-person': 'protection',
  'import-people-list': 'protection',
  'record-authority': 'protection',
  'confirm-authority': 'protection',
  'withdraw-authority': 'protection',
  'record-consent': 'protection',
  'withdraw-consent': 'protection',
  'record-custody': 'protection',
  'change-custody': 'protection',
  'answer-held-together': 'protection',
  'record-submitter': 'protection',
  'ask-organisation': 'protection',
  'answer-organisation': 'protection',
  'compose-paper': 'paper',
  'strike-sentence': 'paper',
  'word-sentence': 'paper',
  'explain-divergence': 'paper',
  'ask-release': 'paper',
  'release-paper': 'paper',
  'judge-pair': 'same-person',
  'confirm-judgement': 'same-person',
  'revoke-judgement': 'same-person',
}

/** What was taken away or is a matter of the team has no place of its own any more: its line in the history says what happened. */
export const placeOfAct = (act: string, object: string | null, line: number): Place => {
  const at = acts[act] ?? 'history'
  if (at === 'history') return { at, thing: lineOfHistory(line) }
  if (at === 'paper' && object === null) return { at: 'proceedings', thing: null }
  return { at, thing: object }
}

/** How a line of the history is called among the things one can be led to. */
export const lineOfHistory = (seq: number): string => `line-${seq}`
