import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Member, newAccount, newCase, openTestDesk, refusalOf, type TestDesk } from '../../test/desk.ts'
import { letIn } from '../actions/change-team.ts'
import { newId } from '../vault/new-id.ts'
import { manifest } from './manifest.ts'
import { checkTheWalls } from './self-check.ts'

let t: TestDesk
let a: Member
let b: Member
let caseOfA: { id: string; person: string }
let caseOfB: { id: string; person: string }
beforeAll(async () => {
  t = await openTestDesk()
  a = await t.member('lawyer')
  b = await t.member('lawyer')
  caseOfA = await newCase(t.desk, a)
  caseOfB = await newCase(t.desk, b)
  await newAccount(t.desk, a, caseOfA.id, caseOfA.person)
})
afterAll(() => t?.close())

const distributed = Object.entries(manifest)
  .filter(([, kind]) => kind === 'distributed')
  .map(([name]) => name)
/** Tables of a case, by what they are made of: each row names its case. */
const ofACase = async () =>
  (
    await t.owner(
      `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'case_id' order by 1`,
    )
  ).map((row) => row.name as string)

/** What raw SQL in the application's role shows that it must not: the check itself, so that it can be turned red on purpose. */
const leaks = async (): Promise<string[]> => {
  const found: string[] = []
  for (const table of distributed) {
    for (const actor of [
      { office: null, member: null },
      { office: newId<'office'>() as string, member: a.member as string },
    ])
      if ((await t.app(actor, `select 1 from ${table} limit 1`)).length > 0) found.push(`${table} without an actor`)
  }
  for (const table of await ofACase()) {
    if (table === 'audit_entry') continue
    if ((await t.app({ office: t.desk.office, member: null }, `select 1 from ${table} limit 1`)).length > 0)
      found.push(`${table} without a member`)
    if ((await t.app({ office: t.desk.office, member: a.member }, `select 1 from ${table} where case_id <> $1`, [caseOfA.id])).length > 0)
      found.push(`${table} of another case`)
  }
  return found
}

describe('row security', () => {
  const mended: string[] = []
  afterEach(async () => {
    for (const text of mended.splice(0)) await t.owner(text)
  })

  test('there are rows of both cases to be found by whoever gets past it', async () => {
    for (const table of ['case_file', 'person', 'fact', 'custody_period', 'case_card', 'case_key_wrap', 'case_grant'])
      expect((await t.keeper(`select distinct case_id from ${table}`)).length, table).toBeGreaterThanOrEqual(2)
  })

  test('raw SQL in the application’s role shows nothing without an actor, and with one only the actor’s own cases', async () => {
    expect(await leaks()).toEqual([])
    expect(await t.app({ office: t.desk.office, member: a.member }, 'select distinct case_id from person')).toEqual([
      { case_id: caseOfA.id },
    ])
  })

  test.each([
    [
      'a policy that lets everybody in',
      'create policy hole on person for select to article33_app using (true)',
      'drop policy hole on person',
      'person of another case',
    ],
    [
      'row security switched off',
      'alter table fact disable row level security',
      'alter table fact enable row level security',
      'fact of another case',
    ],
    [
      'a helper that says yes',
      `create or replace function on_case(office uuid, the_case uuid) returns boolean language sql stable as 'select true'`,
      `create or replace function on_case(office uuid, the_case uuid) returns boolean language sql stable as $$ select office = app_office() and exists (select 1 from case_grant g where g.office_id = office and g.case_id = the_case and g.member_id = app_member() and g.role <> 'interpreter' and (g.until is null or g.until > now())) $$`,
      'custody_period of another case',
    ],
  ])('positive control: the check sees %s', async (_, harm, mend, leak) => {
    mended.push(mend)
    await t.owner(harm)
    expect(await leaks()).toContain(leak)
  })

  test('with the policy of a table dropped nobody reads it at all: the default is closed', async () => {
    const [policy] = await t.owner(
      `select pg_get_expr(polqual, polrelid) as using from pg_policy where polname = 'on_case' and polrelid = 'person'::regclass`,
    )
    mended.push(
      `create policy on_case on person for all to article33_app using (${policy!.using as string}) with check (${policy!.using as string})`,
    )
    await t.owner('drop policy on_case on person')
    expect(await t.app({ office: t.desk.office, member: a.member }, 'select 1 from person')).toEqual([])
  })

  test('nobody writes into a case that is not theirs, and nobody moves a row there', async () => {
    const as = { office: t.desk.office, member: a.member }
    const insert = `insert into person (office_id, person_id, case_id, key_version, created_hour, sealed) values ($1, $2, $3, 1, now(), '\\x00')`
    await expect(t.app(as, insert, [t.desk.office, newId(), caseOfB.id])).rejects.toMatchObject({ code: '42501' })
    await expect(t.app(as, 'update person set case_id = $1', [caseOfB.id])).rejects.toMatchObject({ code: '42501' })
    expect(await t.app(as, 'update person set row_version = 9 where case_id = $1 returning 1', [caseOfB.id])).toEqual([])
    expect(await t.app(as, 'delete from person where case_id = $1 returning 1', [caseOfB.id])).toEqual([])
    await expect(
      t.app(as, `insert into case_grant (office_id, case_id, member_id, role, given_by) values ($1, $2, $3, 'lead', $3)`, [
        t.desk.office,
        caseOfB.id,
        a.member,
      ]),
    ).rejects.toMatchObject({ code: '42501' })
    const [taken] = await t.app(as, `select change_team($1, $2, $3, 'lead', null, null) as done`, [t.desk.office, caseOfB.id, a.member])
    expect(taken).toEqual({ done: false })
  })
})

describe('a second person, in the database, whatever the application thinks', () => {
  const paper = async (over: Record<string, unknown>, insert = t.keeper) => {
    const one: Record<string, unknown> = {
      office_id: t.desk.office,
      paper_id: newId(),
      case_id: caseOfA.id,
      key_version: 1,
      created_hour: new Date(),
      sealed: Buffer.from([0]),
      status: 'released',
      draft_number: 1,
      author_id: a.member,
      asked_by: a.member,
      asked_session: newId(),
      asked_authenticator: 'code:a',
      released_by: b.member,
      released_session: newId(),
      released_authenticator: 'code:b',
      released_at: new Date(),
      hash: 'h',
      ...over,
    }
    const names = Object.keys(one)
    return insert(
      `insert into paper (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')}) returning paper_id`,
      Object.values(one),
    )
  }
  const asA = () => ({ office: t.desk.office, member: a.member })

  test('a paper released by two people with two sessions and two authenticators stands', async () => {
    expect(await paper({})).toHaveLength(1)
  })

  test.each([
    ['the one who asked', () => ({ released_by: a.member })],
    ['its author, when another asked', () => ({ asked_by: b.member, released_by: a.member })],
    ['nobody', () => ({ released_by: null })],
    ['somebody when nobody asked', () => ({ asked_by: null })],
    [
      'another name from the same session',
      () => {
        const one = newId()
        return { asked_session: one, released_session: one }
      },
    ],
    ['another name with the same authenticator', () => ({ released_authenticator: 'code:a' })],
    ['two people but without a hash', () => ({ hash: null })],
    ['two people of whom one has no session', () => ({ released_session: null })],
    ['two people of whom one has no authenticator', () => ({ asked_authenticator: null })],
  ])('a paper released by %s is refused', async (_, over) => {
    await expect(paper(over())).rejects.toMatchObject({ code: '23514', constraint: 'paper_two_people' })
  })

  test('nobody lets a paper go, signs a finding or confirms an authority in the name of another, and what is signed stays signed', async () => {
    await expect(paper({}, (text, values) => t.app(asA(), text, values))).rejects.toMatchObject({ code: '23514' })
    const nobody = { released_by: null, released_session: null, released_authenticator: null, released_at: null, hash: null }
    const [asked] = (await paper({ status: 'asked', ...nobody })) as { paper_id: string }[]
    const letGo = (by: string) =>
      t.app(
        asA(),
        "update paper set status = 'released', released_by = $2, released_session = $3, released_authenticator = 'code:b', released_at = now(), hash = 'h' where paper_id = $1 returning 1",
        [asked!.paper_id, by, newId()],
      )
    await expect(letGo(b.member)).rejects.toMatchObject({ code: '23514', message: 'signed by another hand' })
    // The author under their own name meets the other wall, so it is the name that the first one refused.
    await expect(letGo(a.member)).rejects.toMatchObject({ code: '23514', constraint: 'paper_two_people' })
    const row = async (table: string, by: string, second: string | null) => {
      const id = newId()
      const columns = table === 'finding' ? 'found_by, reviewed_by' : 'recorded_by, confirmed_by'
      await t.keeper(
        `insert into ${table} (office_id, ${table}_id, case_id, key_version, created_hour, sealed, ${columns}) values ($1, $2, $3, 1, now(), '\\x00', $4, $5)`,
        [t.desk.office, id, caseOfA.id, by, second],
      )
      return id
    }
    for (const [table, column] of [
      ['finding', 'reviewed_by'],
      ['authority', 'confirmed_by'],
    ] as const) {
      const sign = (id: string, by: string | null) =>
        t.app(asA(), `update ${table} set ${column} = $2 where ${table}_id = $1 returning 1`, [id, by])
      const open = await row(table, b.member, null)
      await expect(sign(open, newId())).rejects.toMatchObject({ message: 'signed by another hand' })
      expect(await sign(open, a.member)).toHaveLength(1)
      await expect(sign(await row(table, newId(), b.member), null)).rejects.toMatchObject({ message: 'signed by another hand' })
    }
  })

  test('a finding is not reviewed by who found it, an authority not confirmed by who recorded it', async () => {
    const as = { office: t.desk.office, member: a.member }
    const row = (table: string, columns: string) =>
      `insert into ${table} (office_id, ${table}_id, case_id, key_version, created_hour, sealed, ${columns}) values ($1, $2, $3, 1, now(), '\\x00', $4, $5)`
    await expect(
      t.app(as, row('finding', 'found_by, reviewed_by'), [t.desk.office, newId(), caseOfA.id, a.member, a.member]),
    ).rejects.toMatchObject({ code: '23514', constraint: 'finding_second_person' })
    await expect(
      t.app(as, row('authority', 'recorded_by, confirmed_by'), [t.desk.office, newId(), caseOfA.id, a.member, a.member]),
    ).rejects.toMatchObject({ code: '23514', constraint: 'authority_two_people' })
    expect(
      await t.app(as, `${row('finding', 'found_by, reviewed_by')} returning 1`, [t.desk.office, newId(), caseOfA.id, a.member, b.member]),
    ).toHaveLength(1)
  })
})

describe('the start', () => {
  test('serves when the walls stand', async () => {
    await checkTheWalls(t.logIn('app'))
  })

  test.each([
    ['is not forced on a table', 'alter table person no force row level security', 'alter table person force row level security'],
    ['is switched off on a table', 'alter table case_file disable row level security', 'alter table case_file enable row level security'],
    ['cannot be known for a table the manifest lacks', 'create table stray (a integer)', 'drop table stray'],
    ['could be looked past by a view', 'create view everybody as select * from person', 'drop view everybody'],
  ])('refuses when row security %s', async (_, harm, mend) => {
    await t.owner(harm)
    try {
      expect(await refusalOf(checkTheWalls(t.logIn('app')))).toBe('house-not-safe')
    } finally {
      await t.owner(mend)
    }
    await checkTheWalls(t.logIn('app'))
  })

  test('refuses a role that owns the tables or may become another', async () => {
    expect(await refusalOf(checkTheWalls(t.logIn('migrate')))).toBe('house-not-safe')
    expect(await refusalOf(checkTheWalls(t.logIn('boot')))).toBe('house-not-safe')
  })

  test('leaves every table of the case with row security, and members of the case only by way of a grant', async () => {
    await letIn(t.desk, a, { case: caseOfA.id, member: b.member, role: 'reader', account: null, until: null })
    expect(await t.app({ office: t.desk.office, member: b.member }, 'select distinct case_id from person')).toHaveLength(2)
  })
})
