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

type Card = { case_id: string; row_version: number; version: number; recipient_id: string; wrapped: Uint8Array; sealed: Uint8Array }
const office = newId<'office'>() as OfficeId

/** 600 cases of two persons, the first held somewhere; the key of every tenth is wrapped twice. */
const filled = (vault: OpenVault): Card[] => {
  const rows: Card[] = []
  for (let n = 0; n < 600; n++) {
    const caseId = newId<'case'>() as CaseId
    const { key, version, wraps } = newCaseKey(vault, { officeId: office, caseId })
    const person = (which: number) => ({
      key: newId<'person'>(),
      names: [`이름 ${n}.${which}`],
      births: ['1987'],
      sex: 'F',
      places: which === 1 ? [`곳 ${n}`] : [],
    })
    const body = JSON.stringify({ codeName: `Case ${n}`, people: [person(1), person(2)] })
    const sealed = sealField(key, { table: 'case_card', row: caseId, column: 'sealed', rowVersion: 1 }, body)
    const { recipientId: recipient_id, wrapped } = wraps[0]!
    const row = { case_id: caseId, row_version: 1, version, recipient_id, wrapped, sealed }
    rows.push(row, ...(n % 10 === 0 ? [{ ...row }] : []))
  }
  return rows.sort((a, b) => (a.case_id < b.case_id ? -1 : 1))
}

/** Answers as the table would: 250 rows of a range of ids. */
const table = (rows: readonly Card[]): Database => ({
  transaction: (_, work) =>
    work({
      all: async (_: string, [, after, upTo]: readonly string[]) =>
        rows.filter((row) => row.case_id > after! && row.case_id <= upTo!).slice(0, 250),
    } as unknown as Tx),
  close: async () => {},
})

test('every name of every case is read once, page by page and by each of several readers, with where the person was held', async () => {
  const { vault } = await createRoot({ passphrase: 'seven words nobody would ever think of here', cost: { memory: 1024, passes: 1 } })
  const kept = filled(vault)
  const read = async (of: number): Promise<NamedPerson[]> => {
    const people: NamedPerson[] = []
    for (const share of shares(of)) await readNamesOfOffice(table(kept), vault, office, (page) => void people.push(...page), share)
    return people
  }
  const people = await read(1)
  expect(people).toHaveLength(1200)
  expect(new Set(people.map((person) => person.key)).size).toBe(1200)
  const held = people.find((person) => person.names[0] === '이름 7.1')!
  expect(held).toMatchObject({ births: ['1987'], sex: 'F', places: ['곳 7'] })
  expect(people.find((person) => person.names[0] === '이름 0.2')).toMatchObject({ places: [] })
  expect(new Set((await read(3)).map((person) => person.key))).toEqual(new Set(people.map((person) => person.key)))
})

test('one changed byte of a card, or a card put in the place of another, is refused', async () => {
  const { vault } = await createRoot({ passphrase: 'seven words nobody would ever think of here', cost: { memory: 1024, passes: 1 } })
  const read = (rows: readonly Card[]) => readNamesOfOffice(table(rows), vault, office, () => {})
  const kept = filled(vault)
  await read(kept)
  await expect(read(kept.map((row, at) => (at === 500 ? { ...row, sealed: kept[499]!.sealed } : row)))).rejects.toMatchObject({
    code: 'tampered',
  })
  kept[400]!.sealed[40]! ^= 1
  await expect(read(kept.filter((_, at) => at < 401))).rejects.toMatchObject({ code: 'tampered' })
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
