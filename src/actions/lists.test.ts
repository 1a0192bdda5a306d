import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actsIn, type Member, openTestDesk, refusalOf, type TestDesk } from '../../test/desk.ts'
import type { ListsState } from '../domain/documents/lists-api.ts'
import { countOverlap, encodeOwnList, takeOutEncodings } from './compare-hidden-lists.ts'
import { estimateHowMany, seeEstimates } from './estimate-how-many.ts'
import { judgePair, linkTwoLists, seePairs, takeOutDecisions } from './link-two-lists.ts'
import { forgetLists, readListSo, seeLists, stopListWork, takeInList } from './see-lists.ts'
import { signOut } from './sign-in.ts'

let t: TestDesk
let member: Member
let other: Member
beforeAll(async () => {
  t = await openTestDesk()
  member = await t.member('caseworker')
  other = await t.member('lawyer')
})
afterAll(() => t?.close())

const take = (who: Member, slot: string, file: string, bytes: Uint8Array = readFileSync(file)): Promise<ListsState> =>
  takeInList(t.desk, who, { slot, name: file.split('/').at(-1)!, bytes })
const finished = async (who: Member): Promise<ListsState> => {
  for (let tries = 0; tries < 600; tries++) {
    const state = await seeLists(t.desk, who, {})
    if (!state.working) return state
    await new Promise((next) => setTimeout(next, 50))
  }
  throw new Error('the work did not end')
}
const linked = async (who: Member): Promise<ListsState> => {
  await take(who, 'first', 'examples/lists/first.csv')
  await take(who, 'second', 'examples/lists/second.csv')
  await linkTwoLists(t.desk, who, {})
  return finished(who)
}

test('two lists are linked, judged pair by pair, and only the judgements are taken out, formulas disarmed', async () => {
  const { linked: found, lists } = await linked(member)
  expect(lists.second?.looked?.columns.name).toEqual(['about_you/full_name'])
  expect(found!.kept).toBeGreaterThan(40)
  const { total, pairs } = await seePairs(t.desk, member, { from: '0', many: '5', only: 'open' })
  expect(total).toBe(found!.kept)
  expect(pairs).toHaveLength(5)
  await judgePair(t.desk, member, { pair: '0', judged: 'same' })
  await judgePair(t.desk, member, { pair: '3', judged: 'different' })
  expect((await judgePair(t.desk, member, { pair: '4', judged: 'unsure' })).linked!.judged).toEqual({ same: 1, different: 1, unsure: 1 })
  await judgePair(t.desk, member, { pair: '4', judged: null })
  expect((await seePairs(t.desk, member, { from: '0', many: '5', only: 'open' })).total).toBe(total - 2)
  expect(await refusalOf(judgePair(t.desk, member, { pair: String(total), judged: 'same' }))).toBe('not-found')
  const rows = (await takeOutDecisions(t.desk, member, {})).csv.trim().split('\r\n')
  expect(rows).toHaveLength(3)
  expect(rows[1]).toMatch(/^same,/)
  expect(rows[2]).toMatch(/^different,/)
})

test('another member, and another session of the same one, see nothing of it; it is gone with the session', async () => {
  await linked(member)
  expect((await seeLists(t.desk, other, {})).linked).toBeNull()
  expect(await refusalOf(seePairs(t.desk, other, { from: 0, many: 5, only: 'all' }))).toBe('no-list-yet')
  expect((await seeLists(t.desk, { ...member, id: other.id }, {})).lists.first).toBeNull()
  expect((await forgetLists(t.desk, member, {})).lists.first).toBeNull()
  await linked(member)
  const leaving = { ...member }
  await signOut(t.desk, leaving)
  expect((await seeLists(t.desk, member, {})).lists.first).toBeNull()
})

test('nothing of a list reaches the data folder or the database', async () => {
  const needle = '회령읍내표식이름'
  await take(member, 'first', 'x.csv', Buffer.from(`이름,출신지\n${needle},${needle}\n`))
  const files = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? files(join(folder, name)) : [join(folder, name)]))
  expect(files(t.dataFolder).filter((file) => readFileSync(file).includes(needle))).toEqual([])
  const tables = (await t.keeper(`select tablename from pg_tables where schemaname = 'public'`)).map((row) => row.tablename as string)
  for (const table of tables) {
    const rows = await t
      .keeper(`select count(*) as n from "${table}" as one where one::text like $1`, [`%${needle}%`])
      .catch(() => [{ n: 0 }])
    expect([table, Number(rows[0]!.n)]).toEqual([table, 0])
  }
  const acts = (await actsIn(t)).map(({ action }) => action)
  expect(acts).toContain('take-in-list')
  expect(acts).toContain('take-out-decisions')
  expect(acts).not.toContain('see-lists')
})

test('a bad list says its line, and a person can say how it is to be read', async () => {
  const text = 'guardian/name,child/name,child/dob\n박순자,김봄이,2012\n김철수,리은하,x\n'
  const looked = async (columns: object): Promise<unknown> =>
    (await readListSo(t.desk, member, { slot: 'first', sheet: null, columns })).lists.first!.looked!.fault
  await take(member, 'first', 'x.csv', Buffer.from(text))
  expect(await looked({})).toMatchObject({ code: 'bad-file', line: 1 })
  expect(await looked({ name: 'child/name' })).toMatchObject({ code: 'bad-file', line: 3 })
  expect(await looked({ name: 'child/name', birth: null })).toBeNull()
})

test('two encoded lists give counts and no more, another key is refused, and encoding needs a key', async () => {
  const key = '3f9c1d7e5a20b48863ee0c51d4972fb16a08c5f3927de44b1f7650ab88e3c2d9'
  const encoded = async (file: string, with_: string): Promise<Uint8Array> => {
    await take(member, 'own', file)
    await encodeOwnList(t.desk, member, { key: with_ })
    expect((await finished(member)).encoded!.people).toBeGreaterThan(90)
    return Uint8Array.from((await takeOutEncodings(t.desk, member, {})).bytes)
  }
  expect(await refusalOf(encodeOwnList(t.desk, other, { key }))).toBe('no-list-yet')
  const [a, b] = [await encoded('examples/lists/first.csv', key), await encoded('examples/lists/second.csv', key)]
  expect(await refusalOf(encodeOwnList(t.desk, member, { key: 'short' }))).toBe('bad-input')
  await take(member, 'mine', 'a.enc', a)
  await take(member, 'theirs', 'b.enc', b)
  await countOverlap(t.desk, member, { threshold: 0.6 })
  const { overlap } = await finished(member)
  expect(overlap!.a.people).toBe(95)
  expect(overlap!.a.alsoInB).toBeGreaterThanOrEqual(30)
  expect(Object.keys(overlap!).sort()).toEqual(['a', 'b', 'suppressedBelow', 'threshold'])
  await take(
    member,
    'theirs',
    'c.enc',
    await encoded('examples/lists/second.csv', 'a7e1540c9b3d62f8105ec97324bd8f6ae30b7158cc49d61f927a05e48d3316fb'),
  )
  await countOverlap(t.desk, member, { threshold: 0.6 })
  expect((await finished(member)).refused).toMatchObject({ kind: 'overlap', code: 'bad-file' })
})

test('how many: every model of a set, and the reason where there can be none', async () => {
  await take(member, 'histories', 'examples/lists/histories.yaml')
  await estimateHowMany(t.desk, member, {})
  expect((await finished(member)).estimated).toBe(true)
  const [first, second] = await seeEstimates(t.desk, member, {})
  expect(first!.estimates!.models.filter((model) => model.kind === 'log-linear')).toHaveLength(8)
  expect(first!.plot!.rows.length).toBeGreaterThan(5)
  expect(second).toMatchObject({ estimates: null, refused: { code: 'too-few-lists', values: { count: '2' } } })
  await take(member, 'histories', 'bad.csv', Buffer.from('history,count\n100,2\n01x,1\n'))
  await estimateHowMany(t.desk, member, {})
  expect((await finished(member)).refused).toMatchObject({ kind: 'estimate', code: 'bad-file', line: 3 })
})

test('work that is stopped leaves no result', async () => {
  await take(member, 'first', 'examples/lists/first.csv')
  await linkTwoLists(t.desk, member, {})
  expect((await stopListWork(t.desk, member, {})).working).toBeNull()
  await new Promise((next) => setTimeout(next, 1_500))
  expect((await seeLists(t.desk, member, {})).linked).toBeNull()
})
