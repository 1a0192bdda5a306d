/** The first hour: the office, its passphrase and recovery kit, and its first member. */
import { z } from 'zod'
import { refuse } from '../basics/refusal.ts'
import type { DeskApi } from '../domain/documents/desk-api.ts'
import { findLogHead } from '../store/audit.ts'
import { acceptPassword } from '../vault/password.ts'
import { parsed } from './action.ts'
import { foundOffice, type House } from './house.ts'
import { enrolFirst } from './sign-in.ts'

const input = z.object({
  organisation: z.string().min(1).max(200),
  language: z.enum(['en', 'ko', 'zh']),
  passphrase: z.union([z.string().min(1).max(1_024), z.null()]),
  member: z.object({ name: z.string().min(1).max(200), signInName: z.string().min(2).max(60), password: z.string().min(1).max(1_024) }),
})

/** The first member runs the desk and works on cases; roles are told apart as soon as there is a second. */
const firstRoles = ['administrator', 'lawyer'] as const

export const setUpDesk = async (house: House, raw: unknown): Promise<DeskApi['POST /api/set-up']['out']> => {
  if (house.record) refuse('already-set-up')
  const given = parsed(input, raw)
  // Everything that can be refused is refused before anything is made.
  acceptPassword(given.member.password, 'member.password')
  if (given.passphrase !== null) acceptPassword(given.passphrase, 'passphrase')
  const { desk, passphrase, recoveryWords } = await foundOffice(house, {
    organisation: given.organisation,
    language: given.language,
    passphrase: given.passphrase,
    example: false,
  })
  const { totpUri, totpSecret, recoveryCodes } = await enrolFirst(desk, { ...given.member, roles: firstRoles })
  const logHead = await desk.database.transaction({ office: desk.office, member: null }, (tx) => findLogHead(tx, desk.office))
  return { passphrase, recoveryWords, totpUri, totpSecret, recoveryCodes, logHead: logHead ?? '' }
}
