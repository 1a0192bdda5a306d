/** What the screens of account and facts ask of the desk: accounts, what must not be known, facts, exhibits. */
import type { Instant } from '../../basics/clock.ts'
import type { Words } from '../../basics/text.ts'
import type { CaseRecord } from '../law/case-record.ts'
import type { Exhibit, Fact } from '../testimony/fact.ts'

/** Words that may give away what must not be known; a person decides. */
export type Warning = { start: number; end: number; why: Words }

/** Struck from the list, kept in the store: who struck it last, when and why. */
export type StruckFact = { fact: Fact; at: Instant; by: string; reason: string }

type Row<I, O> = { in: I; out: O }
type None = null
export type TestimonyApi = {
  'POST /api/cases/:case/accounts': Row<
    {
      speaker: string
      takenOn: string
      zone: string | null
      language: string
      hand: 'first' | 'second' | 'public-source'
      interpreterCode: string | null
      circumstances: string | null
      text: string
    },
    { id: string; warnings: readonly Warning[] }
  >
  'POST /api/cases/:case/accounts/:account': Row<{ text: string; rowVersion: number }, { rowVersion: number; warnings: readonly Warning[] }>
  /** The one account an interpreter may read. */
  'GET /api/cases/:case/accounts/:account': Row<None, CaseRecord['accounts'][number]>
  /** What never changes afterwards is refused once (insist-once) when words are found in it that must not be known; insisted keeps them. */
  'POST /api/cases/:case/accounts/:account/attest': Row<{ insisted?: boolean } | null, { attestedAt: Instant }>
  'POST /api/cases/:case/accounts/:account/corrections': Row<
    { reason: string; start: number | null; end: number | null; text: string; insisted?: boolean },
    { kept: true }
  >
  'POST /api/cases/:case/accounts/:account/translations': Row<
    { language: string; translatorCode: string; text: string; insisted?: boolean },
    { kept: true }
  >
  'POST /api/cases/:case/accounts/:account/sealed-spans': Row<{ start: number; end: number; reason: string }, { sealed: true }>
  'POST /api/must-not-be-known': Row<{ text: string }, readonly Warning[]>

  'POST /api/cases/:case/facts': Row<Omit<Fact, 'id' | 'label'>, Fact>
  'POST /api/cases/:case/facts/:fact': Row<Omit<Fact, 'id' | 'label'> & { reason: string }, Fact>
  'POST /api/cases/:case/facts/:fact/remove': Row<{ reason: string }, { removed: true }>
  'POST /api/cases/:case/facts/:fact/put-back': Row<{ reason: string }, { putBack: true }>
  'POST /api/cases/:case/contradictions/:contradiction/explain': Row<{ explanation: string }, { kept: true }>
  /** Body is the file's bytes; title and receivedFrom travel in headers x-title, x-received-from, x-received-on (percent-encoded UTF-8). */
  'PUT /api/cases/:case/exhibits': Row<'bytes', Exhibit>
  'GET /api/cases/:case/exhibits/:exhibit': Row<None, 'bytes'>
}
