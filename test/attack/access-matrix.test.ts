import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addExhibit } from '../../src/actions/add-exhibit.ts'
import { assessCase } from '../../src/actions/assess-case.ts'
import { letIn } from '../../src/actions/change-team.ts'
import { composePaper } from '../../src/actions/compose-paper.ts'
import { draftFinding } from '../../src/actions/draft-finding.ts'
import { unlock } from '../../src/actions/house.ts'
import { importPeopleList } from '../../src/actions/import-people-list.ts'
import { judgePair } from '../../src/actions/judge-pair.ts'
import { removeMember } from '../../src/actions/members.ts'
import { openCase } from '../../src/actions/open-case.ts'
import { openPaper } from '../../src/actions/open-paper.ts'
import { translateAccount } from '../../src/actions/record-account.ts'
import { recordAuthority } from '../../src/actions/record-authority.ts'
import { recordConsent } from '../../src/actions/record-consent.ts'
import { recordCustody } from '../../src/actions/record-custody.ts'
import { recordFact } from '../../src/actions/record-fact.ts'
import { recordPerson } from '../../src/actions/record-person.ts'
import { searchPeople } from '../../src/actions/search-people.ts'
import { switchCalendar } from '../../src/actions/settings.ts'
import { removeFact } from '../../src/actions/strike-fact.ts'
import { buildApp, routes } from '../../src/server/app.ts'
import type { Env } from '../../src/server/request.ts'
import { manifest } from '../../src/store/manifest.ts'
import { newId } from '../../src/vault/new-id.ts'
import { accountOf, intake, type Member, memberOf, newAccount, newCase, once, openTestDesk, someone, type TestDesk } from '../desk.ts'

const origin = 'http://desk.test'
type Row = { address: string; expected: Map<string, string> }
const table = (file: string, keys: number): Row[] => {
  const [head, ...lines] = readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'))
  return lines.map((cells) => ({
    address: cells.slice(0, keys).join(' '),
    expected: new Map(head!.slice(keys).map((actor, index) => [actor, cells[keys + index] ?? 'missing'])),
  }))
}
const byRoute = table('access-matrix.tsv', 1)
const bySql = table('access-matrix-sql.tsv', 2)
const actors = [...byRoute[0]!.expected.keys()]

let t: TestDesk
let app: Hono<Env>
let lead: Member
const who = new Map<string, Member | null>()
let mine: { id: string; person: string }
let account: string
let known: Record<string, string>
let line: { element: string; person: string; state: string | null; custody: string | null }
let sentence: string
let feed: string
const desk = () => t.house.desk!

beforeAll(async () => {
  t = await openTestDesk()
  app = buildApp({ house: t.house, webFolder: '/nowhere', secure: false, origins: [origin], onSealed: () => {}, say: () => {} })
  lead = await t.member('lawyer')
  mine = await newCase(desk(), lead)
  account = await newAccount(desk(), lead, mine.id, mine.person)
  const made: [string, Parameters<TestDesk['member']>, object | null][] = [
    ['removed', ['lawyer'], { role: 'member' }],
    ['outsider', ['lawyer'], null],
    ['interpreter', ['interpreter'], { role: 'interpreter', account }],
    ['caseworker', ['caseworker'], { role: 'member' }],
    ['lawyer', ['lawyer'], { role: 'member' }],
    ['reviewer', ['reviewer'], { role: 'member' }],
    ['reader', ['caseworker'], { role: 'reader' }],
    ['administrator', ['administrator'], null],
    ['auditor', ['auditor'], null],
    ['expired', ['lawyer'], { role: 'member', until: new Date(Date.now() - 60_000).toISOString() }],
  ]
  who.set('anonymous', null).set('lead', lead)
  for (const [name, roles, grant] of made) {
    const member = await t.member(...roles)
    who.set(name, member)
    if (grant) await letIn(desk(), lead, { case: mine.id, member: member.member, account: null, until: null, ...grant })
  }
  await removeMember(desk(), who.get('administrator')!, { member: who.get('removed')!.member, reason: 'left', successor: lead.member })
  const page = await openCase(desk(), lead, { case: mine.id })
  const authority = await recordAuthority(desk(), lead, {
    case: mine.id,
    for: mine.person,
    basis: 'unreachable-imminent-harm',
    who: null,
    evidence: 'nobody can reach her',
    on: '2026-11-01',
    twoPersons: { reason: 'held without contact', withheld: 'where her family lives' },
  })
  const consent = await recordConsent(desk(), lead, consentOf())
  await translateAccount(desk(), lead, { case: mine.id, account, language: 'en', translatorCode: 'T', text: 'I crossed the river.' })
  const exhibit = await addExhibit(desk(), lead, {
    case: mine.id,
    title: 'letter',
    receivedFrom: 'aunt',
    receivedOn: '2026-11',
    bytes: new Blob(['x']).stream(),
  })
  const told = await recordFact(desk(), lead, { case: mine.id, ...factOf() })
  const denied = await recordFact(desk(), lead, { case: mine.id, ...factOf(), twin: told.id })
  const { assessment } = await assessCase(desk(), lead, { case: mine.id })
  line = assessment.lines[0]!
  const finding = await draftFinding(desk(), lead, findingOf())
  const paper = await composePaper(desk(), lead, paperOf())
  sentence = (await openPaper(desk(), lead, { paper: paper.id })).paper.sections
    .flatMap((section) => section.blocks)
    .flatMap((block) => (block.kind === 'list' || block.kind === 'table' ? [] : block.sentences))[0]!.key
  feed = (await switchCalendar(desk(), lead, { on: true })).address!
  await searchPeople(desk(), who.get('outsider')!, { text: '홍길순', birth: null, sex: null })
  // The one of the lead alone, for the table by SQL: who inserts it must be who judged.
  const twin = { case: mine.id, person: await anyone(), otherCase: mine.id, otherPerson: await anyone() }
  const judgement = await judgePair(desk(), lead, { ...twin, verdict: 'same', reason: '' })
  known = {
    case: mine.id,
    person: mine.person,
    account,
    authority: authority.id,
    consent: consent.id,
    exhibit: exhibit.id,
    finding: finding.id,
    paper: paper.id,
    filing: paper.id,
    fact: page.record.facts[0]!.id,
    situation: 'china-dprk',
    contradiction: [told.id, denied.id].sort().join('~'),
    session: newId(),
    file: 'nothing.ics',
    slot: 'first',
    pair: '0',
    member: lead.member,
    batch: '',
    judgement: judgement.id,
  }
})
afterAll(() => t?.close())

const custodyOf = (person: string) => ({
  persons: [person],
  state: 'CHN',
  authority: null,
  place: null,
  period: '2026-10/..',
  sources: [],
  note: null,
})
const consentOf = () => ({
  case: mine.id,
  person: mine.person,
  by: mine.person,
  on: '2026-11-02',
  expires: null,
  recipients: {},
  transmit: {},
  publish: 'no',
  medical: 'no',
  limits: null,
  words: null,
})
const findingOf = () => ({
  case: mine.id,
  element: line.element,
  person: line.person,
  state: line.state,
  custody: line.custody,
  answer: 'left-open',
  reasons: 'not enough is known',
})
const paperOf = () => ({ case: mine.id, body: 'wgad', states: ['CHN'], persons: [mine.person] })
const factOf = () => ({
  kind: 'host-detention',
  about: [mine.person],
  spans: [],
  exhibit: null,
  publicSources: ['a public report'],
  actor: null,
  place: null,
  date: null,
  attrs: {},
  adverse: false,
  standing: 'open',
  disputedPart: null,
  twin: null,
  custody: null,
  hand: 'public-source',
  summary: null,
  sealed: false,
  note: null,
})

const anyone = async (): Promise<string> => (await recordPerson(desk(), lead, someone(mine.id))).id
/** By a member who is none of the actors, so that each of them may be the second person. */
const judgedBySecond = async (): Promise<string> => {
  first ??= await t.member('lawyer')
  await letIn(desk(), lead, { case: mine.id, member: first.member, role: 'member', account: null, until: null })
  const pair = { case: mine.id, person: await anyone(), otherCase: mine.id, otherPerson: await anyone() }
  return (await judgePair(desk(), first, { ...pair, verdict: 'same', reason: '' })).id
}
let first: Member | null = null

/** A body that is right for each address, so that only the actor decides; some of what it names is used up and made anew. */
const givenFor = async (
  address: string,
): Promise<{ path?: Record<string, string>; query?: string; body?: unknown; raw?: string; headers?: Record<string, string> }> => {
  switch (address) {
    case 'POST /api/set-up':
      return {
        body: {
          organisation: 'x',
          language: 'en',
          passphrase: null,
          member: { name: 'x', signInName: 'xx', password: 'a long enough password' },
        },
      }
    case 'POST /api/unlock':
      return { body: { passphrase: t.passphrase } }
    case 'POST /api/sign-in':
      return { body: { signInName: 'nobody', password: 'wrong', code: '000000' } }
    case 'POST /api/sign-in/example':
      return { body: { member: lead.member } }
    case 'POST /api/accept-invitation':
      return { body: { invitation: 'an invitation that never was', password: 'a long enough password' } }
    case 'POST /api/cases':
      return { body: { ...intake, codeName: 'Crane', heldPlace: 'elsewhere', names: [{ text: 'someone else', script: 'latin' }] } }
    case 'POST /api/search':
      return { body: { text: 'nobody of that name', birth: null, sex: null } }
    case 'POST /api/cases/:case/team':
      return { body: { member: (await t.member('caseworker')).member, role: 'reader', account: null, until: null } }
    case 'POST /api/cases/:case/team/remove':
      return { body: { member: newId() } }
    case 'POST /api/cases/:case/questions/:question/answer': {
      // A member who is on no team looks for the person of this case: the lead gets the question.
      const asker = await t.member('caseworker')
      await searchPeople(desk(), asker, { text: '홍길순', birth: null, sex: null })
      const page = await openCase(desk(), lead, { case: mine.id })
      return { path: { question: page.questions.at(-1)?.id ?? newId() }, body: { answer: 'no' } }
    }
    case 'POST /api/cases/:case/persons':
      return { body: someone(mine.id) }
    case 'POST /api/cases/:case/persons/:person':
      return { body: { ...someone(mine.id, '홍길순'), role: 'self', thirdPerson: false, reason: 'heard again' } }
    case 'POST /api/cases/:case/persons/:person/judgements':
      return { path: { person: await anyone() }, body: { otherCase: mine.id, otherPerson: await anyone(), verdict: 'same', reason: '' } }
    // Nobody has asked her: whoever may ask another organisation is told so.
    case 'POST /api/cases/:case/persons/:person/ask-organisation':
      return { body: { key: '00'.repeat(32) } }
    case 'POST /api/cases/:case/persons/:person/answer-organisation':
      return { body: { key: '00'.repeat(32), file: 'AAAA' } }
    case 'POST /api/cases/:case/judgements/:judgement/confirm':
    case 'POST /api/cases/:case/judgements/:judgement/revoke':
      return { path: { judgement: await judgedBySecond() }, body: { reason: '' } }
    case 'POST /api/cases/:case/people-list/preview':
      return { body: { text: 'name\n김하나', fileName: 'list.csv' } }
    case 'POST /api/cases/:case/people-list':
      return { body: { text: 'name\n김하나', fileName: 'list.csv', leaveOut: [] } }
    case 'POST /api/cases/:case/people-list/:batch/undo':
      return {
        path: {
          batch: (await importPeopleList(desk(), lead, { case: mine.id, text: 'name\n김둘', fileName: 'list.csv', leaveOut: [] })).batch,
        },
        body: {},
      }
    case 'POST /api/cases/:case/authorities':
      return { body: { for: mine.person, basis: 'person', who: mine.person, evidence: 'she said so', on: '2026-11-01', twoPersons: null } }
    case 'POST /api/cases/:case/consents':
      return { body: consentOf() }
    case 'POST /api/cases/:case/custodies':
      return { body: custodyOf(mine.person) }
    case 'POST /api/cases/:case/custodies/:custody': {
      const { id } = await recordCustody(desk(), lead, { case: mine.id, ...custodyOf(mine.person) })
      return {
        path: { custody: id },
        body: { ...custodyOf(mine.person), period: '2026-10/2026-11', reason: 'released, as the family said' },
      }
    }
    case 'POST /api/cases/:case/held-together': {
      const { persons } = await importPeopleList(desk(), lead, { case: mine.id, text: 'name\n김셋', fileName: '', leaveOut: [] })
      const { of } = (await openCase(desk(), lead, { case: mine.id })).together.find((one) => one.ask.includes(persons[0]!.id))!
      return { body: { answers: [{ of, persons: [persons[0]!.id], held: false }] } }
    }
    case 'POST /api/cases/:case/submitter':
      return {
        body: {
          name: null,
          organisation: null,
          contact: null,
          relationship: null,
          agreedFor: [],
          requestedMeasures: [],
          given: {},
          otherProcedures: null,
        },
      }
    case 'POST /api/cases/:case/accounts':
      return { body: accountOf(mine.id, mine.person) }
    case 'POST /api/cases/:case/accounts/:account':
      return { path: { account: await newAccount(desk(), lead, mine.id, mine.person) }, body: { text: '다시', rowVersion: 1 } }
    case 'POST /api/cases/:case/accounts/:account/attest': {
      // Each time an account that is still under work; the interpreter’s own one is opened again by hand.
      await t.owner('create policy again on account for all to article33_owner using (true) with check (true)')
      await t.owner('update account set attested_at = null where account_id = $1', [account])
      await t.owner('drop policy again on account')
      return { body: {} }
    }
    case 'POST /api/cases/:case/accounts/:account/corrections':
      return { body: { reason: 'a slip', start: 0, end: 2, text: '저는' } }
    case 'POST /api/cases/:case/accounts/:account/translations':
      return { body: { language: 'en', translatorCode: 'T-2', text: 'I crossed.' } }
    case 'POST /api/cases/:case/accounts/:account/sealed-spans':
      return { body: { start: 0, end: 1, reason: 'a place' } }
    case 'POST /api/must-not-be-known':
      return { body: { text: 'hello' } }
    case 'POST /api/cases/:case/facts':
      return { body: factOf() }
    case 'POST /api/cases/:case/facts/:fact':
      return { body: { ...factOf(), reason: 'said again' } }
    case 'POST /api/cases/:case/facts/:fact/remove': {
      const second = (await openCase(desk(), lead, { case: mine.id })).record.facts.at(-1)!.id
      return { path: { fact: second === known.fact ? newId() : second }, body: { reason: 'double' } }
    }
    case 'POST /api/cases/:case/facts/:fact/put-back': {
      const { id: fact } = await recordFact(desk(), lead, { case: mine.id, ...factOf() })
      await removeFact(desk(), lead, { case: mine.id, fact, reason: 'double' })
      return { path: { fact }, body: { reason: 'not double' } }
    }
    case 'POST /api/cases/:case/contradictions/:contradiction/explain':
      return { body: { explanation: 'two days' } }
    case 'PUT /api/cases/:case/exhibits':
      return {
        raw: 'bytes',
        headers: { 'x-title': 'photo', 'x-received-from': 'her', 'x-received-on': '2026-11', 'content-type': 'application/octet-stream' },
      }
    case 'GET /api/law/bound':
      return { query: '?situation=china-dprk&on=2026-11-24' }
    case 'POST /api/cases/:case/findings':
      return { body: findingOf() }
    case 'POST /api/cases/:case/papers':
      return { body: paperOf() }
    case 'GET /api/papers/:paper/file':
      return { query: '?format=docx&part=paper' }
    case 'POST /api/papers/:paper/strike':
      return { body: { key: sentence, reason: 'not needed' } }
    case 'POST /api/papers/:paper/word':
      return { body: { key: sentence, text: 'Said otherwise.' } }
    case 'POST /api/papers/:paper/explain':
      return { body: { key: 'gate:audience', explanation: 'looked at' } }
    case 'POST /api/filings/:filing/events':
      return { body: { kind: 'sent', on: '2026-11-23', words: null } }
    case 'POST /api/members':
      return { body: { name: 'New', signInName: `new-${newId()}`, roles: ['caseworker'] } }
    case 'POST /api/members/:member/remove':
      return { path: { member: (await t.member('caseworker')).member }, body: { reason: 'left', successor: null } }
    case 'GET /api/lists/pairs':
      return { query: '?from=0&many=10&only=all' }
    case 'POST /api/lists/pairs/:pair':
      return { body: { judged: 'same' } }
    case 'POST /api/lists/encode':
      return { body: { key: 'ab'.repeat(32) } }
    case 'POST /api/lists/overlap':
      return { body: { threshold: 0.8 } }
    case 'PUT /api/lists/files/:slot':
      return { raw: 'name,birth\n김하나,1990', headers: { 'x-title': 'list.csv', 'content-type': 'application/octet-stream' } }
    case 'POST /api/lists/files/:slot/read':
      return { body: { sheet: null, columns: {} } }
    case 'POST /api/lists/invented':
      // This test's desk has no examples beside it.
      return { body: { for: 'link' } }
    case 'POST /api/settings/calendar':
      return { body: { on: false } }
    default:
      return address.startsWith('POST') ? { body: {} } : {}
  }
}

const ask = (
  address: string,
  member: Member | null,
  given: Awaited<ReturnType<typeof givenFor>>,
  path: Record<string, string> = {},
): Promise<Response> => {
  const [method, pattern] = address.split(' ') as [string, string]
  const parts = { ...known, ...given.path, ...path }
  const url = origin + pattern.replace(/:(\w+)/g, (_, name: string) => parts[name]!) + (given.query ?? '')
  const body = given.raw ?? (given.body === undefined ? undefined : JSON.stringify(given.body))
  return Promise.resolve(
    app.fetch(
      new Request(url, {
        method,
        headers: {
          host: 'desk.test',
          'x-article33': '1',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(member ? { cookie: `session=${member.token}` } : {}),
          ...given.headers,
        },
        ...(body === undefined ? {} : { body }),
      }),
    ),
  )
}

describe('by the API', () => {
  test('every address of the server has its row, and no row is without an address', () => {
    const served = [
      ...routes.map((one) => one.address as string),
      ...app.routes
        .filter((one) => one.method !== 'ALL' && !['/leave', '/assets/*', '*', '/*'].includes(one.path))
        .map((one) => `${one.method} ${one.path}`),
    ]
    expect(new Set(byRoute.map((row) => row.address))).toEqual(new Set(served))
    expect(byRoute.every((row) => actors.every((actor) => /^\d{3}$/.test(row.expected.get(actor)!)))).toBe(true)
  })

  test.each(byRoute.map((row) => [row.address, row] as const))('%s', async (address, row) => {
    const got = new Map<string, string>()
    for (const actor of actors) {
      const given = await givenFor(address)
      const real = who.get(actor) ?? null
      // Signing out ends a session for good: a second session of the same person goes instead.
      const member =
        address === 'POST /api/sign-out' && real && row.expected.get(actor) === '200' ? await memberOf(desk(), real.roles) : real
      const before = address === 'POST /api/seal' ? await t.keeper('select * from session') : []
      const answer = await ask(address, member, given)
      got.set(actor, String(answer.status))
      await answer.arrayBuffer()
      if (address === 'POST /api/seal' && !t.house.desk) {
        // Sealing ends every session; the actors of this table are the same people afterwards.
        await unlock(t.house, { passphrase: t.passphrase })
        for (const row of before)
          await t.keeper(
            'insert into session (session_id, token_hash, office_id, member_id, authenticator, created_at, seen_at, proved_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
            [row.session_id, row.token_hash, row.office_id, row.member_id, row.authenticator, row.created_at, row.seen_at, row.proved_at],
          )
      }
    }
    expect(Object.fromEntries(got)).toEqual(Object.fromEntries(row.expected))
  })

  test('"not yours", "no such" and a malformed id are one body on every address of a case', async () => {
    for (const { address } of byRoute.filter((row) => /:(case|paper|filing)\b/.test(row.address))) {
      const given = await givenFor(address)
      const bodies = new Set<string>()
      for (const actor of ['outsider', 'expired', 'administrator', 'auditor'])
        for (const id of [null, newId(), 'not-an-id']) {
          const answer = await ask(address, who.get(actor)!, given, id === null ? {} : { case: id, paper: id, filing: id })
          bodies.add(`${answer.status} ${answer.headers.get('content-type')} ${await answer.text()}`)
        }
      expect([...bodies], address).toHaveLength(1)
      expect([...bodies][0], address).toMatch(/^404 application\/json.*"code":"not-found"/)
    }
  })

  test('lists and searches of an outsider, an expired and a removed grant name nothing of the case', async () => {
    for (const actor of ['outsider', 'expired', 'administrator', 'auditor', 'interpreter', 'removed', 'anonymous']) {
      for (const [address, body] of [
        ['GET /api/today', null],
        ['GET /api/cases', null],
        ['POST /api/search', { text: '홍길순', birth: '1990', sex: 'F' }],
        ['POST /api/search', { text: 'Heron', birth: null, sex: null }],
      ] as const) {
        const text = await (await ask(address, who.get(actor)!, body ? { body } : {})).text()
        expect(text, `${actor} ${address}`).not.toMatch(/홍길순|Hong|detention house/)
        // The interpreter knows that there is a case, by its code name alone.
        if (actor !== 'interpreter') expect(text, `${actor} ${address}`).not.toContain(mine.id)
      }
    }
  })

  test('a request without the desk’s own header, from another origin or to another host is refused whoever sends it', async () => {
    const headers = { host: 'desk.test', 'content-type': 'application/json', cookie: `session=${lead.token}` }
    const tries: [string, Record<string, string>][] = [
      ['/api/search', headers],
      ['/api/search', { ...headers, 'x-article33': '1', origin: 'http://evil.test' }],
      ['/api/search', { ...headers, 'x-article33': '1', 'sec-fetch-site': 'cross-site' }],
      ['/api/search', { ...headers, 'x-article33': '1', host: 'evil.test' }],
    ]
    for (const [path, sent] of tries)
      expect(
        (
          await app.fetch(
            new Request(origin + path, { method: 'POST', headers: sent, body: JSON.stringify({ text: 'x', birth: null, sex: null }) }),
          )
        ).status,
      ).toBe(403)
  })

  test('the calendar says that something is due and nothing about whom; switched off it is gone', async () => {
    const address = (await switchCalendar(desk(), lead, { on: true })).address!
    const answer = await app.fetch(new Request(origin + address, { headers: { host: 'desk.test' } }))
    const text = await answer.text()
    expect(answer.status).toBe(200)
    expect(text).toContain('BEGIN:VCALENDAR')
    expect(text).not.toMatch(/홍|Hong|Heron|detention|CHN|PRK/)
    expect((await app.fetch(new Request(origin + feed, { headers: { host: 'desk.test' } }))).status).toBe(404)
    await switchCalendar(desk(), lead, { on: false })
    expect((await app.fetch(new Request(origin + address, { headers: { host: 'desk.test' } }))).status).toBe(404)
  })
})

describe('by raw SQL in the application’s role', () => {
  const caseTables = new Set<string>()
  /** Each table has a row of the case; what the day's work did not leave is put in by the keeper. */
  const examples = new Map<string, Record<string, unknown>>()
  beforeAll(async () => {
    for (const row of await t.owner(
      `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'case_id'`,
    ))
      caseTables.add(row.name as string)
    const blank = {
      office_id: desk().office,
      case_id: mine.id,
      key_version: 1,
      row_version: 1,
      created_hour: new Date().toISOString(),
      kept: 1,
      sealed: '\\x00',
    }
    const missing: Record<string, object> = {
      assessment: { pack_version: 'x', as_of: '2026-11-24' },
      contradiction_note: {},
      filing_event: { paper_id: known.paper, kind: 'sent', on_day: '2026-11-24' },
      paper_note: { paper_id: known.paper, kind: 'strike' },
      earlier_version: { noun: 'person', noun_id: mine.person, noun_version: 1, changed_by: lead.member },
      exhibit: { number: 99, padded_bytes: 0 },
    }
    for (const [name, more] of Object.entries(missing))
      await t.keeper(`insert into ${name} select * from json_populate_record(null::${name}, $1)`, [
        JSON.stringify({ ...blank, [`${name}_id`]: newId(), ...more }),
      ])
    await t.keeper(`insert into outside_question values ($1, $2, $3, now(), 1, '\\x00')`, [desk().office, newId(), lead.member])
    await t.keeper(`insert into sign_in values ('\\x01', $1, $2)`, [desk().office, lead.member])
    await t.keeper(`insert into invitation values ('\\x01', $1, $2, now())`, [desk().office, lead.member])
    await t.keeper(`insert into calendar_feed values ('\\x01', $1, $2, now())`, [desk().office, lead.member])
    for (const name of Object.keys(manifest)) {
      // A grant counts only as one's own; the account and its translation are the interpreter's;
      // and who may put such a row in is told by who made this one.
      const madeBy: Record<string, string> = {
        judgement: ` and by_member = '${lead.member}'`,
        lead_question: ` and asked_by = '${who.get('outsider')!.member}'`,
      }
      const where = !caseTables.has(name)
        ? 'true'
        : name === 'account' || name === 'account_addition'
          ? `account_id = '${account}'`
          : `case_id = '${mine.id}'${madeBy[name] ?? ''}`
      const [row] = await t.keeper(`select row_to_json(x) as row from ${name} x where ${where} limit 1`)
      examples.set(name, { ...(row?.row as object), where })
    }
  })

  test('every table has its rows, and there is something in each of them to be reached', () => {
    expect(new Set(bySql.map((row) => row.address.split(' ')[0]))).toEqual(new Set(Object.keys(manifest)))
    for (const [name, example] of examples) expect(Object.keys(example).length, name).toBeGreaterThan(2)
  })

  const reach = async (member: string | null, office: string | null, name: string, verb: string): Promise<string> => {
    const { where, ...example } = examples.get(name)!
    const column = Object.keys(example)[0]!
    // A fresh id, so that only the walls can say no.
    const fresh = {
      ...example,
      [`${name}_id`]: name === 'vault_record' ? 2 : newId(),
      ...('number' in example ? { number: 100_000 } : {}),
      ...('seq' in example && name === 'audit_entry' ? { seq: 100_000 } : {}),
    }
    const text = {
      select: `select 1 from ${name} where ${where}`,
      insert: `insert into ${name} select * from json_populate_record(null::${name}, $1)`,
      update: `update ${name} set ${column} = ${column} where ${where} returning 1`,
      delete: `delete from ${name} where ${where} returning 1`,
    }[verb]!
    try {
      const rows = await t.app({ office, member }, text, verb === 'insert' ? [JSON.stringify(fresh)] : [])
      return verb === 'insert' || rows.length > 0 ? 'y' : '-'
    } catch (error) {
      const { code } = error as { code: string }
      // A key that is taken, or a row that others point to: the walls had let it through.
      return code === '42501' ? 'x' : code === '23505' || code === '23503' ? 'y' : code
    }
  }

  test.each(bySql.map((row) => [row.address, row] as const))('%s', async (address, row) => {
    const [name, verb] = address.split(' ') as [string, string]
    const got: Record<string, string> = {}
    for (const actor of actors) got[actor] = await reach(who.get(actor)?.member ?? null, who.get(actor) ? desk().office : null, name, verb)
    expect(got).toEqual(Object.fromEntries(row.expected))
  })

  test('joins, subqueries, COPY, EXPLAIN and error texts give an outsider no more', async () => {
    const outsider = who.get('outsider')!
    const as = { office: desk().office as string, member: outsider.member as string }
    expect(
      await t.app(
        as,
        `with all_of as (select p.case_id from person p join case_file c using (office_id, case_id)) select * from all_of where case_id = '${mine.id}'`,
      ),
    ).toEqual([])
    expect(await t.app(as, `select (select count(*)::int from person where case_id = '${mine.id}') as n`)).toEqual([{ n: 0 }])
    expect(await t.app(as, `select * from case_team('${desk().office}', '${mine.id}')`)).toEqual([])
    await expect(t.app(as, `copy person to program 'cat'`)).rejects.toMatchObject({ code: '42501' })
    await expect(t.app(as, `set role article33_owner`)).rejects.toMatchObject({ code: '42501' })
    await expect(t.app(as, `alter table person disable row level security`)).rejects.toMatchObject({ code: '42501' })
    await expect(
      t.app(
        as,
        `create function pg_temp.peek(x bytea) returns boolean language plpgsql cost 0.0001 as 'begin raise notice ''%'', x; return true; end'`,
      ),
    ).resolves.toBeDefined()
    const error = await t
      .app(as, `insert into person select * from json_populate_record(null::person, $1)`, [
        JSON.stringify({ ...examples.get('person'), where: undefined }),
      ])
      .catch((fault) => fault)
    expect(JSON.stringify(error)).not.toContain('\\\\x01')
    const notices: string[] = []
    await once(t.logIn('app'), async (client) => {
      client.on('notice', (notice) => notices.push(String(notice.message)))
      await client.query('begin')
      await client.query('select app_act($1, $2)', [as.office, as.member])
      await client.query(
        `create function pg_temp.peek(x bytea) returns boolean language plpgsql cost 0.0001 as 'begin raise notice ''%'', x; return true; end'`,
      )
      await client.query('select 1 from person where pg_temp.peek(sealed)')
      const plan = (await client.query(`explain select * from person where case_id = '${mine.id}'`)).rows
        .map((row) => Object.values(row)[0])
        .join('\n')
      expect(plan).toContain('case_id')
      await client.query('rollback')
    })
    const own = await t.app(as, 'select 1 from person')
    expect(notices.length).toBeLessThanOrEqual(own.length)
  })
})

describe('positive controls', () => {
  test('with a policy that lets everybody in, the row of that table turns red', async () => {
    await t.owner('create policy hole on person for select to article33_app using (true)')
    const seen = await t.app(
      { office: desk().office, member: who.get('outsider')!.member },
      `select 1 from person where case_id = '${mine.id}'`,
    )
    await t.owner('drop policy hole on person')
    expect(seen.length).toBeGreaterThan(0)
  })

  test('without the door’s own check row security still gives an outsider nothing: two walls', async () => {
    const { database } = t.house.parts
    const outsider = who.get('outsider')!
    const { readCaseRecord } = await import('../../src/actions/case-record.ts')
    const key = desk().caseKeys.get(mine.id as never)!
    const read = database.transaction({ office: desk().office, member: outsider.member }, (tx) =>
      readCaseRecord({
        desk: desk(),
        session: outsider,
        tx,
        now: desk().clock.now(),
        caseId: mine.id as never,
        key,
        grant: { role: 'lead', account: null, until: null },
      }),
    )
    await expect(read).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a person recorded by the lead is seen by the team at once and by nobody else', async () => {
    const other = await newCase(desk(), lead)
    await letIn(desk(), lead, { case: other.id, member: who.get('reader')!.member, role: 'reader', account: null, until: null })
    const person = await recordPerson(desk(), lead, someone(other.id, '마지막'))
    const seenBy = async (actor: string) =>
      (
        await t.app({ office: desk().office, member: who.get(actor)?.member ?? null }, 'select 1 from person where person_id = $1', [
          person.id,
        ])
      ).length
    expect(await seenBy('reader')).toBe(1)
    for (const actor of ['outsider', 'interpreter', 'administrator', 'auditor', 'expired', 'removed', 'anonymous'])
      expect(await seenBy(actor), actor).toBe(0)
  })
})
