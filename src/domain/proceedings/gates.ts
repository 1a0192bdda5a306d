/** One gate of a release: passed, in the way, or a question that a person answers. The words are for the release page. */
import type { Words } from '../../basics/text.ts'

export type GateState = 'passed' | 'blocks' | 'ask'
export type Gate = { id: string; state: GateState; words: Words; facts: readonly string[]; detail: readonly string[] }

export const gate = (id: string, state: GateState, words: Words, facts: readonly string[] = [], detail: readonly string[] = []): Gate => ({
  id,
  state,
  words,
  facts,
  detail,
})
