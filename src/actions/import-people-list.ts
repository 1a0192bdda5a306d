/** Takes a pasted or saved list of people into a case: preview first, then all or nothing. */
import { z } from 'zod'
import { refuse } from '../basics/refusal.ts'
import type { PeopleListPreview } from '../domain/documents/people-list-api.ts'
import type { Person } from '../domain/people/person.ts'
import { type ListedPerson, readPeopleList } from '../formats/people-list.ts'
import { changeCaseFile, getCaseFile } from '../store/cases.ts'
import { insertRow } from '../store/sealed-rows.ts'
import { newId } from '../vault/new-id.ts'
import { caseAct } from './action.ts'
import type { CaseFileBody } from './case-record.ts'
import { changingAct } from './changing.ts'
import { candidatesFor } from './search-people.ts'

const list = { case: z.string(), text: z.string().min(1).max(1_048_576), fileName: z.string().max(200) }

export const previewPeopleList = caseAct({
  name: 'preview-people-list',
  may: 'person.record',
  input: z.object(list),
  do: async (acting, given): Promise<{ answer: PeopleListPreview }> => {
    if (acting.desk.example) refuse('not-in-the-example')
    const { rows, errors } = readPeopleList(given.text, given.fileName)
    const preview: PeopleListPreview['rows'][number][] = []
    const known: Parameters<typeof candidatesFor>[2] = new Map()
    for (const { line, values } of rows) {
      const names = values.names.map((name) => name.text)
      const candidates = names[0]
        ? await candidatesFor(
            acting,
            { text: names[0], birth: values.births[0]?.date ?? null, sex: values.sex, place: values.place },
            known,
          )
        : []
      const age = values.ageStatements[0] ?? null
      preview.push({
        line,
        names,
        sex: values.sex,
        birth: values.births[0]?.date ?? null,
        ageLow: age?.low ?? null,
        ageHigh: age?.high ?? null,
        place: values.place,
        note: values.note,
        candidates,
      })
    }
    return {
      answer: {
        rows: preview,
        errors: errors.map((error) => ({
          line: error.line,
          column: error.column === null ? null : String(error.column),
          reason: error.reason,
        })),
      },
    }
  },
})

export const importPeopleList = changingAct({
  name: 'import-people-list',
  may: 'person.record',
  input: z.object({ ...list, leaveOut: z.array(z.int().min(1)).max(2_000) }),
  do: async (
    acting,
    given,
  ): Promise<{ answer: { batch: string; persons: readonly Person[] }; object: string; details: { persons: number } }> => {
    if (acting.desk.example) refuse('not-in-the-example')
    const { rows, errors } = readPeopleList(given.text, given.fileName)
    const kept = rows.filter((row) => !given.leaveOut.includes(row.line))
    const fault = errors.find((error) => !given.leaveOut.includes(error.line))
    if (fault) refuse('bad-file', { reason: fault.reason }, { file: given.fileName, line: fault.line })
    if (kept.length === 0) refuse('bad-file', { reason: 'no row is left to take in' }, { file: given.fileName })
    const batch = newId<'batch'>()
    const persons: Person[] = []
    for (const row of kept) {
      const personId = newId<'person'>()
      const person = personFrom(row.values)
      await insertRow(acting.tx, acting.key, 'person', personId, person, acting.now, { batch_id: batch })
      persons.push({ ...person, id: personId })
    }
    const file = await getCaseFile<CaseFileBody>(acting.tx, acting.key)
    const list = { batch, at: acting.now, by: acting.session.member, file: given.fileName }
    await changeCaseFile(acting.tx, acting.key, file.rowVersion, { ...file.body, lists: [...(file.body.lists ?? []), list] })
    for (const person of persons) acting.desk.names.put(acting.caseId, person)
    return { answer: { batch, persons }, object: batch, details: { persons: persons.length } }
  },
})

const personFrom = (values: ListedPerson): Omit<Person, 'id'> => ({
  role: 'self',
  names: values.names,
  sex: values.sex,
  births: values.births,
  ageStatements: values.ageStatements,
  nationalities: [],
  languages: [],
  livesIn: null,
  specificNeeds: [],
  thirdPerson: false,
  submitter: false,
  note: [values.place, values.note].filter(Boolean).join('; ') || null,
})
