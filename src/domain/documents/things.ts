/** What a line of the log speaks of, as people call it: the paper with its day, the fact with its number. Who may not open the case reads the kind and a code. */
import type { Day, Instant } from '../../basics/clock.ts'
import { shortCode } from '../../basics/short-code.ts'
import type { Words } from '../../basics/text.ts'

export const thingKinds = [
  'case',
  'account',
  'exhibit',
  'fact',
  'finding',
  'paper',
  'person',
  'authority',
  'consent',
  'custody',
  'judgement',
  'member',
] as const
export type ThingKind = (typeof thingKinds)[number]

/** kind and code for everybody; label (F3, a person's name) and name (a body, a kind of fact) only for who may open the case; number and on are of a draft. */
export type Thing = { kind: ThingKind; code: string; label: string | null; name: Words | null; number: number | null; on: Day | null }

const kinds: Readonly<Record<string, ThingKind>> = {
  'record-account': 'account',
  'change-account': 'account',
  'attest-account': 'account',
  'correct-account': 'account',
  'translate-account': 'account',
  'seal-span': 'account',
  'read-account': 'account',
  'add-exhibit': 'exhibit',
  'receive-exhibit': 'exhibit',
  'read-exhibit': 'exhibit',
  'record-fact': 'fact',
  'change-fact': 'fact',
  'remove-fact': 'fact',
  'put-back-fact': 'fact',
  'draft-finding': 'finding',
  'review-finding': 'finding',
  'compose-paper': 'paper',
  'open-paper': 'paper',
  'print-paper': 'paper',
  'strike-sentence': 'paper',
  'word-sentence': 'paper',
  'explain-divergence': 'paper',
  'ask-release': 'paper',
  'release-paper': 'paper',
  'log-filing': 'paper',
  'record-person': 'person',
  'change-person': 'person',
  'ask-organisation': 'person',
  'answer-organisation': 'person',
  'record-authority': 'authority',
  'confirm-authority': 'authority',
  'withdraw-authority': 'authority',
  'record-consent': 'consent',
  'withdraw-consent': 'consent',
  'record-custody': 'custody',
  'change-custody': 'custody',
  'judge-pair': 'judgement',
  'confirm-judgement': 'judgement',
  'revoke-judgement': 'judgement',
  'change-team': 'member',
  'leave-team': 'member',
}
const letters: Record<ThingKind, string> = {
  case: 'C',
  account: 'A',
  exhibit: 'E',
  fact: 'F',
  finding: 'D',
  paper: 'P',
  person: 'N',
  authority: 'Y',
  consent: 'S',
  custody: 'H',
  judgement: 'J',
  member: 'M',
}

/** object null or the case itself = the act was on the case as a whole. */
export const thingOf = (act: string, object: string | null, caseId: string): Thing => {
  const kind = object === null || object === caseId ? 'case' : (kinds[act] ?? 'case')
  return { kind, code: shortCode(letters[kind], kind === 'case' ? caseId : object!), label: null, name: null, number: null, on: null }
}
export const caseCode = (caseId: string): string => shortCode(letters.case, caseId)

/** One act on one thing, however often: a person who looks for harm reads how often and when, not five hundred lines. */
export type OpenedThing = { act: string; thing: Thing; times: number; first: Instant; last: Instant }
/** caseId and codeName only where the case is the reader's own. */
export type OpenedCase = {
  code: string
  caseId: string | null
  codeName: string | null
  times: number
  first: Instant
  last: Instant
  things: readonly OpenedThing[]
}
/** cut = there were more lines than are read at once: the oldest are not counted. */
export type Opened = { since: Day; cut: boolean; cases: readonly OpenedCase[] }

type Line = { caseId: string; act: string; object: string | null; at: Instant }

/** Newest case first, and within it the newest act. own: case → its code name and what its things are called. */
export const openedFrom = (
  lines: readonly Line[],
  own: ReadonlyMap<string, { codeName: string; named(thing: Thing, object: string | null): Thing }>,
): OpenedCase[] => {
  const cases = new Map<string, Line[]>()
  for (const line of lines) cases.set(line.caseId, [...(cases.get(line.caseId) ?? []), line])
  return [...cases]
    .map(([caseId, inCase]) => {
      const mine = own.get(caseId)
      const things = new Map<string, OpenedThing>()
      for (const { act, object, at } of inCase) {
        const bare = thingOf(act, object, caseId)
        const key = `${act} ${object ?? ''}`
        const known = things.get(key)
        things.set(key, {
          act,
          thing: known?.thing ?? (mine ? mine.named(bare, object) : bare),
          times: (known?.times ?? 0) + 1,
          first: known && known.first < at ? known.first : at,
          last: known && known.last > at ? known.last : at,
        })
      }
      const sorted = [...things.values()].sort((a, b) => (a.last < b.last ? 1 : -1))
      return {
        code: caseCode(caseId),
        caseId: mine ? caseId : null,
        codeName: mine?.codeName ?? null,
        times: inCase.length,
        first: sorted.reduce((first, one) => (one.first < first ? one.first : first), sorted[0]!.first),
        last: sorted[0]!.last,
        things: sorted,
      }
    })
    .sort((a, b) => (a.last < b.last ? 1 : -1))
}
