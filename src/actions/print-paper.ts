/** Prints a paper, draft or frozen. */
import { refuse } from '../basics/refusal.ts'
import type { Act } from './action.ts'

export const printPaper: Act<{ name: string; format: 'pdf' | 'docx'; bytes: Uint8Array }> = Object.assign(async () => refuse('not-found'), { reads: true })
