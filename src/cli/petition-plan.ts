/** Which papers the shell can write for one body, for whom and against which States; what each lacks, or why its door is not open. */
import type { CaseRecord } from '../domain/law/case-record.ts'
import type { Person, StateCode } from '../domain/people/person.ts'
import type { Body } from '../domain/proceedings/bodies.ts'
import type { BodyReadiness } from '../domain/proceedings/readiness.ts'

export const dashed = (id: string): string => id.replaceAll('_', '-')

export type Part = { name: string; states: StateCode[]; persons: Person[] }
export type Plan = { lines: string[]; lacking: boolean; papers: Part[] }

/** One paper for all persons whose door is open, or one per person where the body's form asks for it. A closed door is named with its reason and gets no paper. */
export const planFor = (
  body: Body,
  rows: readonly BodyReadiness[],
  people: readonly Person[],
  asked: readonly StateCode[] | null,
  ofFile: CaseRecord['states'],
): Plan => {
  const selves = people.filter((one) => one.role === 'self')
  const own = rows.filter(
    (row) =>
      row.body === body.id &&
      row.state !== null &&
      (asked === null || asked.includes(row.state)) &&
      (body.forChildren || selves.some((one) => one.id === row.person)),
  )
  const states = [...new Set(own.map((row) => row.state!))]
  // A paper to the State of origin is read there: it is written only where the file or the caller names that State among those complained of.
  const unnamed = (state: StateCode): boolean => asked === null && state === ofFile.origin && !ofFile.concerned.includes(state)
  const open = own.filter((row) => row.opening !== 'not-open' && !unnamed(row.state!))
  const lines = states.flatMap((state) =>
    stateLines(
      body,
      state,
      own.filter((row) => row.state === state),
      selves,
    ),
  )
  for (const state of (asked ?? []).filter((one) => !states.includes(one)))
    lines.push(`${dashed(body.id)} · ${state}: nothing is known of this body for this State`)
  for (const state of states.filter((one) => unnamed(one) && own.some((row) => row.state === one && row.opening !== 'not-open')))
    lines.push(`    note: no paper is written to ${state}, the State of origin, unless it is named: --states ${state}`)
  const closed = states.filter((state) => !open.some((row) => row.state === state))
  // Unasked States that are closed are told, not counted: nobody asked for a paper against them.
  const lacking =
    open.length === 0 ||
    open.some((row) => row.lacks.length > 0) ||
    (asked !== null && (closed.length > 0 || asked.some((state) => !states.includes(state))))
  const openFor = (person: Person): StateCode[] =>
    states.filter((state) => open.some((row) => row.person === person.id && row.state === state))
  // Who refused one Government is never in a paper that this Government reads: persons stand together only where the same doors are open to them.
  const groups = new Map<string, Person[]>()
  for (const person of people)
    if (openFor(person).length > 0) groups.set(openFor(person).join('-'), [...(groups.get(openFor(person).join('-')) ?? []), person])
  const papers = [...groups].flatMap(([key, persons]) =>
    partsFor(body, key.split('-'), persons, groups.size > 1 ? `-${key.toLowerCase()}` : '', selves),
  )
  return { lines, lacking, papers }
}

const partsFor = (body: Body, states: StateCode[], persons: Person[], suffix: string, selves: readonly Person[]): Part[] => {
  const name = `${dashed(body.id)}${suffix}`
  // A report, a treaty complaint and a request to a Committee are each on one State.
  if (body.addressed === 'addressee' || body.formKind === 'report' || (body.treaty !== null && body.addressed === 'respondent'))
    return states.map((state) => ({ name: states.length > 1 ? `${name}-${state.toLowerCase()}` : name, states: [state], persons }))
  if (body.formKind === 'per-person' && selves.length > 1)
    return persons.map((person) => ({ name: `${name}-person-${selves.indexOf(person) + 1}`, states, persons: [person] }))
  return [{ name, states, persons }]
}

/** Persons who share an answer are told in one line. */
const stateLines = (body: Body, state: StateCode, rows: readonly BodyReadiness[], selves: readonly Person[]): string[] => {
  const groups = new Map<string, BodyReadiness[]>()
  for (const row of rows) groups.set(answerOf(row), [...(groups.get(answerOf(row)) ?? []), row])
  return [...groups].flatMap(([answer, same]) => {
    // A child’s line beside the parent’s is named too: “ready” must not read as if it spoke of both.
    const people = new Set(rows.map((row) => row.person)).size
    const who =
      people > 1 && same.length < people
        ? ` · ${same.map((row) => row.person).join(', ')}`
        : selves.length > 1
          ? ` · all ${same.length}`
          : ''
    return [`${dashed(body.id)} · ${state}${who}: ${answer}`, ...(same[0]?.warnings ?? []).map((words) => `    note: ${words.en}`)]
  })
}

const answerOf = (row: BodyReadiness): string => {
  const reason = row.reason ? ` — ${row.reason.en}` : ''
  const lacks = row.lacks.length > 0 ? ` lacks: ${row.lacks.map((one) => one.field).join('; ')}` : ''
  if (row.opening === 'not-open') return `not open (${row.code})${reason}`
  return `${row.opening === 'lacks' ? '' : row.opening}${lacks}${reason}`.trim()
}
