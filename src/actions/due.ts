/** What is due in a case, each date with its rule: clocks that a filing or a custody started, the end of a consent, a release that waits. */
import type { Day } from '../basics/clock.ts'
import type { PartialDate } from '../basics/partial-date.ts'
import type { CaseRecord } from '../domain/law/case-record.ts'
import { bodyOf } from '../domain/proceedings/bodies.ts'
import { custodyClocks, filingClocks } from '../domain/proceedings/body-clocks.ts'
import { dueWords } from '../domain/protection/due-words.ts'
import { allRows, type SealedRow } from '../store/sealed-rows.ts'
import type { ActingOnCase } from './action.ts'
import type { Card } from './card.ts'
import { eventNames, type FilingEventBody, type PaperBody } from './papers.ts'

/** left = the papers that have left or wait for the second person. */
export const dueOf = async (
  acting: ActingOnCase,
  record: CaseRecord,
  left: readonly SealedRow<PaperBody>[],
  today: Day,
): Promise<Card['due']> => {
  const { bodies } = acting.desk.packs.forSituation(record.situation)
  const events = left.length === 0 ? [] : await allRows<FilingEventBody>(acting.tx, acting.key, 'filing_event')
  const due: Card['due'][number][] = []
  for (const row of left) {
    const body = bodyOf(bodies, row.body.body)
    if (!body) continue
    if (row.clear.status === 'asked')
      due.push({
        what: dueWords.secondPerson(body.name),
        on: { earliest: today, latest: today },
        rule: dueWords.twoPeople,
        certainty: null,
        waits: true,
        leadsTo: { at: 'paper', thing: row.id },
      })
    const mine = events.filter((event) => event.clear.paper_id === row.id)
    if (mine.some((event) => event.clear.kind === 'replied')) continue
    for (const event of mine) {
      for (const name of eventNames[event.body.kind] ?? []) {
        for (const clock of filingClocks(body, name, event.body.on as unknown as PartialDate))
          if (clock.endsOn)
            due.push({
              what: dueWords.body(body.name, clock),
              on: clock.endsOn,
              rule: clock.rule,
              certainty: clock.certainty,
              waits: false,
              leadsTo: { at: 'proceedings', thing: row.id },
            })
      }
    }
  }
  for (const person of record.persons.filter((one) => one.role === 'self').slice(0, 1)) {
    for (const clock of custodyClocks(record, bodies, person.id))
      if (clock.endsOn && clock.kind !== 'observation')
        due.push({
          what: dueWords.body({ en: 'Custody', ko: '구금', zh: '羁押' }, clock),
          on: clock.endsOn,
          rule: clock.rule,
          certainty: clock.certainty,
          waits: false,
          leadsTo: { at: 'protection', thing: custodyOf(record, person.id) },
        })
  }
  due.push(...secondPeopleOf(acting, record, today))
  for (const consent of record.consents)
    if (consent.expires && !consent.withdrawnOn)
      due.push({
        what: dueWords.consentEnds,
        on: { earliest: consent.expires, latest: consent.expires },
        rule: dueWords.endTheySet(consent.on),
        certainty: null,
        waits: false,
        leadsTo: { at: 'protection', thing: idOf(consent) },
      })
  return due.sort((a, b) => (a.on.earliest < b.on.earliest ? -1 : 1))
}

/** Findings that no reviewer has signed, in one line a case that leads to the first; and each authority that waits to be confirmed. */
const secondPeopleOf = (acting: ActingOnCase, record: CaseRecord, today: Day): Card['due'][number][] => {
  const on = { earliest: today, latest: today }
  const waiting = record.findings.filter((finding) => finding.reviewedBy === null)
  const first = waiting[0]
  const { law } = acting.desk.packs.forSituation(record.situation)
  const show = (element: string) =>
    law.tests
      .flatMap((test) => test.elements.map((one) => ({ id: `${test.id}.${one.id}`, show: one.show })))
      .find((one) => one.id === element)?.show ?? { en: element, ko: element, zh: element }
  return [
    ...(first
      ? [
          {
            what: dueWords.reviewer(show(first.element), waiting.length - 1),
            on,
            rule: dueWords.findingTakesTwo,
            certainty: null,
            waits: true,
            leadsTo: { at: 'assessment', thing: first.id } as const,
          },
        ]
      : []),
    ...record.authorities
      .filter((one) => one.twoPersons && one.twoPersons.confirmedBy === null && one.withdrawnOn === null)
      .map((one) => ({
        what: dueWords.secondForAuthority,
        on,
        rule: dueWords.authorityTakesTwo,
        certainty: null,
        waits: true,
        leadsTo: { at: 'protection', thing: idOf(one) } as const,
      })),
  ]
}

/** Records that come from the store carry their row's id beside what they are. */
const idOf = (one: object): string | null => (one as { id?: string }).id ?? null
const custodyOf = (record: CaseRecord, person: string): string | null =>
  record.custodies.filter((one) => one.persons.some((held) => held === person)).at(-1)?.id ?? null
