/** Takes down one account in the words and language in which it is given; until it is attested the same hand may go on writing. */
import { z } from 'zod'
import { refuse } from '../basics/refusal.ts'
import type { Warning } from '../domain/documents/testimony-api.ts'
import type { Account } from '../domain/testimony/account.ts'
import { changeRow, findRow, getRow, insertRow, markRow } from '../store/sealed-rows.ts'
import { newId } from '../vault/new-id.ts'
import { type ActingOnCase, caseAct } from './action.ts'
import { type AccountBody, type Addition, readCaseRecord } from './case-record.ts'
import { changingAct } from './changing.ts'
import { hand, id, language, partialDate, shortText, someWords, words } from './inputs.ts'
import { mustBeOfCase } from './record-authority.ts'

/** An account may be long; half a million characters is a book. */
const text = z.string().min(1).max(500_000)

export const recordAccount = changingAct({
  name: 'record-account',
  may: 'account.record',
  input: z.object({
    case: z.string(),
    speaker: id<'person'>(),
    takenOn: partialDate,
    zone: z.union([shortText, z.null()]),
    language,
    hand,
    interpreterCode: z.union([words(40), z.null()]),
    circumstances: z.union([words(2_000), z.null()]),
    text,
  }),
  do: async (acting, { case: _case, ...given }): Promise<{ answer: { id: string; warnings: readonly Warning[] }; object: string }> => {
    await mustBeOfCase(acting, given.speaker)
    const accountId = newId<'account'>()
    await insertRow(acting.tx, acting.key, 'account', accountId, given satisfies AccountBody, acting.now)
    return { answer: { id: accountId, warnings: warningsFor(acting, given.text) }, object: accountId }
  },
})

export const changeAccount = changingAct({
  name: 'change-account',
  may: 'account.record',
  input: z.object({ case: z.string(), account: id<'account'>(), text, rowVersion: z.int().min(1) }),
  do: async (acting, given): Promise<{ answer: { rowVersion: number; warnings: readonly Warning[] }; object: string }> => {
    const row = await getRow<AccountBody>(acting.tx, acting.key, 'account', given.account)
    if (row.clear.attested_at !== null) refuse('account-attested')
    const rowVersion = await changeRow(
      acting.tx,
      acting.key,
      'account',
      given.account,
      given.rowVersion,
      { ...row.body, text: given.text },
      acting.session.member,
      acting.now,
    )
    return { answer: { rowVersion, warnings: warningsFor(acting, given.text) }, object: given.account }
  },
})

/** What becomes unchangeable with words that must not be known is asked about once; who insists keeps them, sealed like the rest, and no paper with them can be released. */
const insisted = z.boolean().default(false)
const mustBeMeant = (acting: ActingOnCase, written: string, stays: boolean): void => {
  const found = warningsFor(acting, written)
  if (found.length > 0 && !stays) refuse('insist-once', { count: String(found.length) })
}

/** From here on nobody changes it: a correction is a record of its own. */
export const attestAccount = changingAct({
  name: 'attest-account',
  may: 'account.attest',
  input: z.object({ case: z.string(), account: id<'account'>(), insisted }),
  do: async (acting, { account, insisted: stays }) => {
    const row = await getRow<AccountBody>(acting.tx, acting.key, 'account', account)
    if (row.clear.attested_at !== null) refuse('account-attested')
    mustBeMeant(acting, row.body.text, stays)
    await markRow(acting.tx, acting.key, 'account', account, { attested_at: acting.now, attested_by: acting.session.member })
    return { answer: { attestedAt: acting.now }, object: account }
  },
})

const addition = async (acting: ActingOnCase, account: string, body: Addition): Promise<string> => {
  const row = await findRow<AccountBody>(acting.tx, acting.key, 'account', account)
  if (!row) return refuse('not-found')
  const end = 'end' in body ? (body.end ?? 0) : 0
  const start = 'start' in body ? (body.start ?? 0) : 0
  if (end > row.body.text.length || start > end)
    refuse('bad-input', { field: 'end', reason: 'the words lie outside the account' }, { field: 'end' })
  const additionId = newId<'addition'>()
  await insertRow(acting.tx, acting.key, 'account_addition', additionId, body, acting.now, { account_id: account, kind: body.kind })
  // The log names the account: that is what was worked on, and where the line leads.
  return account
}

export const correctAccount = changingAct({
  name: 'correct-account',
  may: 'account.correct',
  input: z.object({
    case: z.string(),
    account: id<'account'>(),
    reason: someWords(1_000),
    start: z.union([z.int().min(0), z.null()]),
    end: z.union([z.int().min(1), z.null()]),
    text: someWords(20_000),
    insisted,
  }),
  do: async (acting, { account, reason, start, end, text: corrected, insisted: stays }) => {
    mustBeMeant(acting, corrected, stays)
    const body = { kind: 'correction' as const, at: acting.now, by: acting.session.member, reason, start, end, text: corrected }
    return { answer: { kept: true as const }, object: await addition(acting, account, body) }
  },
})

export const translateAccount = changingAct({
  name: 'translate-account',
  may: 'account.translate',
  input: z.object({ case: z.string(), account: id<'account'>(), language, translatorCode: shortText, text, insisted }),
  do: async (acting, { account, language: into, translatorCode, text: translated, insisted: stays }) => {
    mustBeMeant(acting, translated, stays)
    const body = { kind: 'translation' as const, language: into, translatorCode, text: translated, checkedBy: null }
    return { answer: { kept: true as const }, object: await addition(acting, account, body) }
  },
})

export const sealSpan = changingAct({
  name: 'seal-span',
  may: 'span.seal',
  input: z.object({ case: z.string(), account: id<'account'>(), start: z.int().min(0), end: z.int().min(1), reason: someWords(500) }),
  do: async (acting, { account, start, end, reason }) => ({
    answer: { sealed: true as const },
    object: await addition(acting, account, { kind: 'sealed-span', start, end, reason }),
  }),
})

/** The one account that an interpreter is let into. */
export const readAccount = caseAct({
  name: 'read-account',
  may: 'account.read',
  reads: true,
  input: z.object({ case: z.string(), account: id<'account'>() }),
  do: async (acting, { account }): Promise<{ answer: Account; object: string }> => {
    const { record } = await readCaseRecord(acting)
    return { answer: record.accounts.find((one) => one.id === account) ?? refuse('not-found'), object: account }
  },
})

export const warningsFor = (acting: Pick<ActingOnCase, 'desk'>, written: string): readonly Warning[] =>
  acting.desk.packs.mustNotBeKnown(written)
