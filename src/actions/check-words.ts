/** Looks through words while they are typed for what must not be known: a route, a safe house, a helper, a telephone number. Nothing is read, kept or logged, so no transaction is opened. */
import { z } from 'zod'
import type { Warning } from '../domain/documents/testimony-api.ts'
import { type Act, parsed } from './action.ts'
import { warningsFor } from './record-account.ts'

const input = z.object({ text: z.string().max(500_000) })

const check = async (desk: Parameters<Act<unknown>>[0], _session: unknown, raw: unknown): Promise<readonly Warning[]> =>
  warningsFor({ desk }, parsed(input, raw).text)
export const checkWords: Act<readonly Warning[]> = Object.assign(check, { reads: true })
