/** Whom of a case a custody or an announced transfer does not name, so that it can be asked plainly whether they are held together. Until it is answered nobody is counted through it. */
import type { Day } from '../../basics/clock.ts'
import type { CustodyId, FactId, PersonId } from '../../basics/id.ts'
import type { CaseRecord } from '../law/case-record.ts'
import { concernedOf, dangersOf } from './at-risk.ts'

/** What was answered about one person and one danger (the id of a custody period or of a fact). */
export type TogetherAnswer = { of: string; person: PersonId; held: boolean }

export type HeldTogether = { kind: 'custody'; of: CustodyId } | { kind: 'transfer'; of: FactId }
/** named = those it covered from the start; joined and apart by an answer, which can be changed; ask = nobody has said. */
export type Together = HeldTogether & {
  named: readonly PersonId[]
  joined: readonly PersonId[]
  apart: readonly PersonId[]
  ask: readonly PersonId[]
}

/** One for each danger of today that names some of the people concerned; one that names nobody covers all of them and needs no question. */
export const heldTogether = (record: CaseRecord, answers: readonly TogetherAnswer[], today: Day): readonly Together[] => {
  const { custodies, transfers } = dangersOf(record, today)
  const concerned = concernedOf(record.persons)
  const heldSomewhere = new Set(custodies.flatMap((period) => period.persons))
  const one = (which: HeldTogether, covers: readonly PersonId[], elsewhere: (person: PersonId) => boolean): Together[] => {
    if (covers.length === 0) return []
    const said = (person: PersonId) => answers.find((answer) => answer.of === which.of && answer.person === person)
    const others = concerned.map((person) => person.id).filter((person) => !covers.includes(person))
    const asked = {
      ...which,
      named: covers.filter((person) => !said(person)?.held),
      joined: covers.filter((person) => said(person)?.held),
      apart: others.filter((person) => said(person)?.held === false),
      ask: others.filter((person) => !said(person) && !elsewhere(person)),
    }
    return asked.joined.length + asked.apart.length + asked.ask.length === 0 ? [] : [asked]
  }
  return [
    ...custodies.flatMap((period) => one({ kind: 'custody', of: period.id }, period.persons, (person) => heldSomewhere.has(person))),
    ...transfers.flatMap((fact) => one({ kind: 'transfer', of: fact.id }, fact.about, () => false)),
  ]
}
