/** The card of a case: what Today and the list of cases need, sealed and kept ready, computed anew after every act that changes the case. */
import { type Day, dayIn } from '../basics/clock.ts'
import type { CaseId } from '../basics/id.ts'
import { earliest, latest, type PartialDate } from '../basics/partial-date.ts'
import type { CaseHeader } from '../domain/documents/desk-api.ts'
import type { CaseRecord } from '../domain/law/case-record.ts'
import type { Person } from '../domain/people/person.ts'
import { ageOn, atRiskOf, concernedOf, peopleAtRisk, whoOf } from '../domain/protection/at-risk.ts'
import { dueWords } from '../domain/protection/due-words.ts'
import type { AtRiskRow, DueRow } from '../domain/protection/today.ts'
import type { NamesOnCard } from '../store/name-index.ts'
import { allRows, insertRow, overwriteRow, type SealedRow } from '../store/sealed-rows.ts'
import type { ActingOnCase } from './action.ts'
import { readCaseRecord } from './case-record.ts'
import { dueOf } from './due.ts'
import { nextStepOf } from './next-step.ts'
import type { PaperBody } from './papers.ts'

export type Card = {
  codeName: string
  fictional: boolean
  label: string
  who: AtRiskRow['who']
  atRisk: Omit<AtRiskRow, 'caseId' | 'codeName'> | null
  due: readonly Omit<DueRow, 'caseId' | 'codeName' | 'overdueDays'>[]
  /** To how many bodies a paper for the first person could go when the case last changed; the lines themselves stand under Proceedings. */
  ready: number
} & NamesOnCard

/** After a change: the case is read again and its card replaced. Facts that only a lawyer may read never enter a card. */
export const renewCard = async (acting: ActingOnCase): Promise<void> => {
  const [{ record, card: old }, left] = await Promise.all([
    readCaseRecord(acting, { sealedToo: false }),
    allRows<PaperBody>(acting.tx, acting.key, 'paper', 'kept', { column: 'status', values: ['asked', 'released'] }),
  ])
  const card = await cardOf(acting, record, left)
  const id = acting.caseId
  if (old) await overwriteRow(acting.tx, acting.key, 'case_card', id, old.rowVersion, card)
  else await insertRow(acting.tx, acting.key, 'case_card', id, card, acting.now)
}

const cardOf = async (acting: ActingOnCase, record: CaseRecord, left: readonly SealedRow<PaperBody>[]): Promise<Card> => {
  const today = dayIn(acting.now, 'UTC')
  const atRisk = atRiskOf(record, today)
  const { next, filed, ready } = nextStepOf(acting, record, left, today)
  return {
    codeName: record.codeName,
    fictional: record.fictional,
    label: labelOf(record),
    who: withAges(concernedOf(record.persons), record.asOf),
    atRisk: atRisk && { ...atRisk, who: withAges(peopleAtRisk(record, today), record.asOf), next, filed },
    due: await dueOf(acting, record, left, today),
    ready,
    people: namesOn(record),
  }
}

/** So that unsealing a large office opens one row a case, not one a person; none of it leaves the server. */
const namesOn = ({ persons, custodies }: CaseRecord): NamesOnCard['people'] =>
  persons.map(({ id, names, births, sex }) => ({
    key: id,
    names: names.map((name) => name.text),
    births: births.map((birth) => birth.date),
    sex,
    places: custodies.flatMap((custody) => (custody.place !== null && custody.persons.includes(id) ? [custody.place] : [])),
  }))

const withAges = (group: readonly Person[], on: Day): AtRiskRow['who'] => {
  const who = whoOf(group)
  if (who.ageLow !== null) return who
  const ages = group.flatMap((person) => person.births.map((birth) => ageOn(birth.date, on))).filter((age) => age !== null)
  return ages.length === 0
    ? who
    : { ...who, ageLow: Math.min(...ages.map((age) => age.low)), ageHigh: Math.max(...ages.map((age) => age.high)) }
}

/** First names as written; the number of people when there are several. */
export const labelOf = (record: CaseRecord): string => {
  const concerned = record.persons.filter((person) => person.role === 'self')
  const first = concerned[0]
  return concerned.length === 1 && first ? first.names.map((name) => name.text).join(' ') : String(concerned.length)
}

export const headerFrom = (
  caseId: CaseId,
  card: Card,
): Pick<
  CaseHeader,
  'id' | 'codeName' | 'fictional' | 'urgency' | 'person' | 'held' | 'heldAuthority' | 'heldSince' | 'transfer' | 'nextDate'
> => ({
  id: caseId,
  codeName: card.codeName,
  fictional: card.fictional,
  urgency: card.atRisk?.urgency ?? null,
  person: { label: card.label, sex: card.who.sex, ageLow: card.who.ageLow, ageHigh: card.who.ageHigh, count: card.who.count },
  held: card.atRisk?.held.place ?? null,
  heldAuthority: card.atRisk?.held.authority ?? null,
  heldSince: card.atRisk?.held.since ?? null,
  transfer: card.atRisk?.transfer.words ?? null,
  nextDate: nextDateOf(card),
})

/** A transfer that is told to come sooner than any deadline is the date that counts, though no rule set it. */
const nextDateOf = (card: Card): CaseHeader['nextDate'] => {
  const due = card.due.find((row) => !row.waits) ?? null
  const window = (card.atRisk?.transfer.window ?? null) as PartialDate | null
  const first = window && earliest(window)
  const last = window && latest(window)
  if (first && last && (due === null || first <= due.on.earliest)) return { earliest: first, latest: last, what: dueWords.transferExpected }
  return due && { ...due.on, what: due.what }
}
