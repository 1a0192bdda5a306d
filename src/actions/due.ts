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
      })
    const mine = events.filter((event) => event.clear.paper_id === row.id)
    if (mine.some((event) => event.clear.kind === 'replied')) continue
    for (const event of mine) {
      for (const name of eventNames[event.body.kind] ?? []) {
        for (const clock of filingClocks(body, name, event.body.on as unknown as PartialDate))
          if (clock.endsOn)
            due.push({ what: dueWords.body(body.name, clock), on: clock.endsOn, rule: clock.rule, certainty: clock.certainty })
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
        })
  }
  for (const consent of record.consents)
    if (consent.expires && !consent.withdrawnOn)
      due.push({
        what: dueWords.consentEnds,
        on: { earliest: consent.expires, latest: consent.expires },
        rule: dueWords.endTheySet(consent.on),
        certainty: null,
      })
  return due.sort((a, b) => (a.on.earliest < b.on.earliest ? -1 : 1))
}
