import { expect, test } from 'vitest'
import type { CaseId, OfficeId } from '../basics/id.ts'
import { newCaseKey, openCaseKey } from '../vault/case-key.ts'
import { sealField } from '../vault/field.ts'
import { newId } from '../vault/new-id.ts'
import { lentVault, type OpenVault } from '../vault/open-vault.ts'
import { createRoot } from '../vault/root.ts'
import type { Database, Tx } from './database.ts'
import { type NamedPerson, readNamesOfOffice, shares } from './name-index.ts'

test('the shares of several readers follow one another from the first id to the last, and none is left between them', () => {
  for (const of of [1, 2, 3, 4, 7]) {
    const all = shares(of)
    expect(all).toHaveLength(of)
    expect(all[0]!.after).toBe('00000000-0000-0000-0000-000000000000')
    expect(all.at(-1)!.upTo).toBe('ffffffff-ffff-ffff-ffff-ffffffffffff')
    for (const [at, share] of all.slice(1).entries()) expect(share.after).toBe(all[at]!.upTo)
    for (const share of all) expect(share.after < share.upTo).toBe(true)
  }
})

type Kept = { case_id: string; id: string; version: number; row_version: number; key_version: number; sealed: Uint8Array }
type Wrap = { case_id: string; version: number; recipient_id: string; wrapped: Uint8Array }
const office = newId<'office'>() as OfficeId

/** 600 cases of two persons, the first held somewhere; the first case's second person stands under a second key. */
const filled = (vault: OpenVault) => {
  const [wraps, persons, custodies]: [Wrap[], Kept[], Kept[]] = [[], [], []]
  for (let n = 0; n < 600; n++) {
    const caseId = newId<'case'>() as CaseId
    const made = [newCaseKey(vault, { officeId: office, caseId }), ...(n === 0 ? [newCaseKey(vault, { officeId: office, caseId }, 2)] : [])]
    for (const { version, wraps: of } of made)
      for (const wrap of of) wraps.push({ case_id: caseId, version, recipient_id: wrap.recipientId, wrapped: wrap.wrapped })
    const put = (to: Kept[], table: string, key: (typeof made)[0]['key'], body: unknown): string => {
      const id = newId<'person'>()
      const sealed = sealField(key, { table, row: id, column: 'sealed', rowVersion: 1 }, JSON.stringify(body))
      to.push({ case_id: caseId, id, version: key.version, row_version: 1, key_version: key.version, sealed })
      return id
    }
    const person = (which: number) => ({ names: [{ text: `이름 ${n}.${which}` }], births: [{ date: '1987' }], sex: 'F' })
    const first = put(persons, 'person', made[0]!.key, person(1))
    put(persons, 'person', made.at(-1)!.key, person(2))
    put(custodies, 'custody_period', made[0]!.key, { persons: [first], place: `곳 ${n}` })
  }
  wraps.sort((a, b) => (a.case_id < b.case_id ? -1 : 1) || a.version - b.version)
  return { wraps, persons, custodies }
}

/** Answers as the tables would: a page of 250 cases of a range, and the rows of named cases. */
const tables = ({ wraps, persons, custodies }: ReturnType<typeof filled>): Database => ({
  transaction: (_, work) =>
    work({
      all: async (text: string, values: readonly unknown[]) => {
        if (text.includes('from person')) return persons.filter((row) => (values[1] as string[]).includes(row.case_id))
        if (text.includes('from custody_period')) return custodies.filter((row) => (values[1] as string[]).includes(row.case_id))
        const range = wraps.filter((wrap) => wrap.case_id > (values[1] as string) && wrap.case_id <= (values[2] as string))
        const page = new Set([...new Set(range.map((wrap) => wrap.case_id))].slice(0, 250))
        return range.filter((wrap) => page.has(wrap.case_id))
      },
    } as unknown as Tx),
  close: async () => {},
})

test('every name of every case is read once, page by page and by each of several readers, with where the person was held', async () => {
  const { vault } = await createRoot({ passphrase: 'seven words nobody would ever think of here', cost: { memory: 1024, passes: 1 } })
  const kept = filled(vault)
  const read = async (of: number): Promise<NamedPerson[]> => {
    const people: NamedPerson[] = []
    for (const share of shares(of)) await readNamesOfOffice(tables(kept), vault, office, (page) => people.push(...page), share)
    return people
  }
  const people = await read(1)
  expect(people).toHaveLength(1200)
  expect(new Set(people.map((person) => person.id)).size).toBe(1200)
  const held = people.find((person) => person.names[0] === '이름 7.1')!
  expect(held).toMatchObject({ births: ['1987'], sex: 'F', places: ['곳 7'] })
  expect(people.find((person) => person.names[0] === '이름 0.2')).toMatchObject({ places: [] })
  expect(new Set((await read(3)).map((person) => person.id))).toEqual(new Set(people.map((person) => person.id)))
})

test('a case whose key is not wrapped for the office never comes; one changed byte of a row is refused', async () => {
  const { vault } = await createRoot({ passphrase: 'seven words nobody would ever think of here', cost: { memory: 1024, passes: 1 } })
  const kept = filled(vault)
  const closed = kept.wraps[3]!.case_id
  const people: NamedPerson[] = []
  const open = { ...kept, wraps: kept.wraps.filter((wrap) => wrap.case_id !== closed) }
  await readNamesOfOffice(tables(open), vault, office, (page) => people.push(...page))
  expect(people.some((person) => person.caseId === closed)).toBe(false)
  kept.persons[500]!.sealed[40]! ^= 1
  await expect(readNamesOfOffice(tables(kept), vault, office, () => {})).rejects.toMatchObject({ code: 'tampered' })
})

test('what is lent to a thread opens the office’s cases, is memory of its own, and is wiped when the thread closes it', async () => {
  const { vault } = await createRoot({ passphrase: 'seven words nobody would ever think of here', cost: { memory: 1024, passes: 1 } })
  const caseId = newId<'case'>() as CaseId
  const { wraps, version } = newCaseKey(vault, { officeId: office, caseId })
  const keks = vault.lend()
  const lent = lentVault(keks)
  openCaseKey(lent, { officeId: office, caseId }, version, wraps[0]!)
  lent.close()
  expect(keks.every(([, key]) => key.every((byte) => byte === 0))).toBe(true)
  expect(() => openCaseKey(lent, { officeId: office, caseId }, version, wraps[0]!)).toThrow(expect.objectContaining({ code: 'sealed' }))
  openCaseKey(vault, { officeId: office, caseId }, version, wraps[0]!)
})
