import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import {
  accountOf,
  actsIn,
  logOf,
  type Member,
  newAccount,
  newCase,
  openTestDesk,
  refusalOf,
  someone,
  type TestDesk,
} from '../../test/desk.ts'
import { refuse } from '../basics/refusal.ts'
import { verifyExport } from '../cli/verify.ts'
import { insertRow } from '../store/sealed-rows.ts'
import { newId } from '../vault/new-id.ts'
import { caseAct } from './action.ts'
import { openCase } from './open-case.ts'
import { openPaper } from './open-paper.ts'
import { readHistory } from './read-history.ts'
import { changeAccount, recordAccount } from './record-account.ts'
import { changePerson, recordPerson } from './record-person.ts'

let t: TestDesk
let lawyer: Member
let other: Member
let mine: { id: string; person: string }
beforeAll(async () => {
  t = await openTestDesk()
  lawyer = await t.member('lawyer')
  other = await t.member('lawyer', 'caseworker')
  mine = await newCase(t.desk, lawyer)
})
afterAll(() => t?.close())

const rows = async (text: string, values: unknown[] = []): Promise<number> =>
  Number((await t.keeper(`select count(*) as n from ${text}`, values))[0]!.n)

test('an act that is refused after it has written leaves its own line in the log and nothing else', async () => {
  const writesThenRefuses = caseAct({
    name: 'write-then-refuse',
    may: 'case.change',
    input: z.object({ case: z.string() }),
    do: async (acting): Promise<{ answer: null }> => {
      await insertRow(acting.tx, acting.key, 'person', newId(), { names: [] }, acting.now)
      return refuse('out-of-date')
    },
  })
  const before = await rows('person')
  expect(await refusalOf(writesThenRefuses(t.desk, lawyer, { case: mine.id }))).toBe('out-of-date')
  expect(await rows('person')).toBe(before)
  expect((await actsIn(t)).at(-1)).toMatchObject({ action: 'write-then-refuse', outcome: 'refused', actor: lawyer.member })
  expect((await readHistory(t.desk, lawyer, { case: mine.id }))[0]).toMatchObject({
    act: 'write-then-refuse',
    outcome: 'refused',
    code: 'out-of-date',
  })
})

test('an act whose program fails leaves neither rows nor a line', async () => {
  const breaks = caseAct({
    name: 'break',
    may: 'case.change',
    input: z.object({ case: z.string() }),
    do: async (acting): Promise<{ answer: null }> => {
      await insertRow(acting.tx, acting.key, 'person', newId(), { names: [] }, acting.now)
      throw new TypeError('a fault of ours')
    },
  })
  const before = [await rows('person'), await rows('audit_entry')]
  await expect(breaks(t.desk, lawyer, { case: mine.id })).rejects.toThrow('a fault of ours')
  expect([await rows('person'), await rows('audit_entry')]).toEqual(before)
})

test('a case of others, a case that never was and a malformed id get one and the same answer', async () => {
  const answers: string[] = []
  for (const id of [mine.id, newId(), 'not-an-id', '', null, 7, { toString: () => mine.id }, mine.id.toUpperCase()]) {
    for (const act of [openCase, readHistory, recordPerson]) {
      const error = await act(t.desk, other, { ...someone(''), case: id }).then(
        () => null,
        (refused) => refused,
      )
      answers.push(
        JSON.stringify({
          code: error.code,
          status: error.status,
          what: error.message,
          todo: error.todo,
          place: error.place,
          values: error.values,
        }),
      )
    }
  }
  expect(new Set(answers).size).toBe(1)
  expect(JSON.parse(answers[0]!).code).toBe('not-found')
})

test('what is wrong with the input is told only to those who may open the case', async () => {
  expect(await refusalOf(recordPerson(t.desk, other, { case: mine.id, names: 'wrong' }))).toBe('not-found')
  expect(await refusalOf(recordPerson(t.desk, lawyer, { case: mine.id, names: 'wrong' }))).toBe('bad-input')
})

test('a refused attempt on a paper that is not yours stands in the log too', async () => {
  const paper = newId()
  expect(await refusalOf(openPaper(t.desk, other, { paper }))).toBe('not-found')
  expect((await actsIn(t)).at(-1)).toMatchObject({ action: 'open-paper', outcome: 'refused', actor: other.member, object: paper })
})

test('reading is in the log before the answer is there', async () => {
  const before = (await actsIn(t)).length
  await openCase(t.desk, lawyer, { case: mine.id })
  expect((await actsIn(t)).slice(before)).toMatchObject([{ action: 'open-case', object: mine.id, actor: lawyer.member, outcome: 'done' }])
})

test('no line of the log holds a name, a word of an account or a code name', async () => {
  await newAccount(t.desk, lawyer, mine.id, mine.person, '붉은 다리 옆에서 잡혔다')
  const text = (await logOf(t)).log
  expect(text.length).toBeGreaterThan(500)
  for (const word of ['붉은', '홍길순', 'Hong', 'Heron', lawyer.name]) expect(text).not.toContain(word)
})

test('a changed person and a changed account leave their earlier versions, still sealed to the case', async () => {
  const person = await recordPerson(t.desk, lawyer, someone(mine.id))
  const { id: account } = await recordAccount(t.desk, lawyer, accountOf(mine.id, mine.person))
  await changePerson(t.desk, lawyer, { ...someone(mine.id, '리영숙'), person: person.id, reason: 'heard wrongly' })
  await changeAccount(t.desk, lawyer, { case: mine.id, account, text: '다시 썼다', rowVersion: 1 })
  expect(await refusalOf(changeAccount(t.desk, lawyer, { case: mine.id, account, text: '셋째', rowVersion: 1 }))).toBe('out-of-date')
  const kept = await t.keeper(
    'select noun, noun_id, noun_version, changed_by, length(sealed) as bytes from earlier_version where noun_id = any($1) order by noun',
    [[person.id, account]],
  )
  expect(kept).toMatchObject([
    { noun: 'account', noun_version: 1, changed_by: lawyer.member },
    { noun: 'person', noun_version: 1 },
  ])
  await expect(t.app({ office: t.desk.office, member: lawyer.member }, 'delete from earlier_version')).rejects.toMatchObject({
    code: '42501',
  })
  await expect(
    t.app({ office: t.desk.office, member: lawyer.member }, 'update earlier_version set noun_version = 9'),
  ).rejects.toMatchObject({ code: '42501' })
  await expect(t.app({ office: t.desk.office, member: lawyer.member }, 'update audit_entry set seq = 9')).rejects.toMatchObject({
    code: '42501',
  })
})

test('32 acts at once, some refused, leave a log without a gap that verifies; one line changed does not', async () => {
  const cases = await Promise.all([0, 1, 2, 3].map(() => newCase(t.desk, lawyer)))
  const done = await Promise.allSettled(
    Array.from({ length: 32 }, (_, index) => {
      const { id } = cases[index % 4]!
      if (index % 8 === 7) return openCase(t.desk, other, { case: id })
      return index % 3 === 0 ? openCase(t.desk, lawyer, { case: id }) : recordPerson(t.desk, lawyer, someone(id, `사람 ${index}`))
    }),
  )
  const refused = done.filter((one) => one.status === 'rejected').map((one) => (one as PromiseRejectedResult).reason.code)
  expect(refused).toEqual(['not-found', 'not-found', 'not-found', 'not-found'])
  const seqs = (await t.keeper('select seq from audit_entry order by seq')).map((row) => Number(row.seq))
  expect(seqs).toEqual(seqs.map((_, index) => index + 1))
  const log = await logOf(t)
  expect(verifyExport(log)).toMatchObject({ ok: true, entries: seqs.length })
  expect(verifyExport({ ...log, log: log.log.replace('"outcome":"refused"', '"outcome":"done"') })).toMatchObject({
    ok: false,
    kind: 'altered',
  })
})
