/** Lays out a paper from a record as it stands; used for a new draft and to see what of an older draft went stale. */
import { dayIn } from '../basics/clock.ts'
import type { AccountId, PersonId } from '../basics/id.ts'
import { compose } from '../domain/documents/compose.ts'
import type { Paper } from '../domain/documents/paper.ts'
import { type Basis, basisOf } from '../domain/documents/what-changed.ts'
import { assess } from '../domain/law/assess.ts'
import type { CaseRecord } from '../domain/law/case-record.ts'
import { readiness } from '../domain/proceedings/readiness-of.ts'
import { digestOf } from '../vault/digest.ts'
import type { ActingOnCase } from './action.ts'

type Of = { body: string; states: readonly string[]; persons: readonly PersonId[]; draftNumber: number }
/** The law is asked once about the record; each paper is then laid out from the same answers. */
export const layingOut = (acting: Pick<ActingOnCase, 'desk' | 'now'>, record: CaseRecord): ((of: Of) => Paper) => {
  const { law, bodies, papers } = acting.desk.packs.forSituation(record.situation)
  const shown = withShortLabels(record)
  const today = dayIn(acting.now, 'UTC')
  const assessment = assess(shown, law)
  const lines = readiness(shown, assessment, law, bodies, today)
  return (of) => compose(shown, assessment, lines, law, bodies, papers, { ...of, language: 'en', today })
}

export const composed = (acting: Pick<ActingOnCase, 'desk' | 'now'>, record: CaseRecord, of: Of): Paper => layingOut(acting, record)(of)

/** What the papers of this moment rest on, so that a later look can say what has changed. */
export const basisNow = (acting: Pick<ActingOnCase, 'desk' | 'now'>, record: CaseRecord): Basis =>
  basisOf(record, acting.desk.packs.forSituation(record.situation).law.version, dayIn(acting.now, 'UTC'), digestOf)

/** Footnotes name a statement by its short label; the desk's own ids never leave the house. */
const withShortLabels = (record: CaseRecord): CaseRecord => {
  const labels = new Map(record.accounts.map((account) => [account.id as string, (account.label ?? account.id) as AccountId]))
  const short = (account: string) => labels.get(account) ?? (account as AccountId)
  return {
    ...record,
    accounts: record.accounts.map((account) => ({ ...account, id: short(account.id) })),
    facts: record.facts.map((fact) => ({ ...fact, spans: fact.spans.map((span) => ({ ...span, account: short(span.account) })) })),
    consents: record.consents.map((consent) => ({
      ...consent,
      words: consent.words && { ...consent.words, account: short(consent.words.account) },
    })),
  }
}
