/** A team over TLS: a second person comes from a phone, is let into one case until a day, and releases what the first asked for. */
import { rmSync } from 'node:fs'
import { hostname, networkInterfaces } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { CaseHeader, CasePage, PaperView } from '../../src/domain/documents/desk-api.ts'
import { answer, refusal } from './answer.ts'
import { article33, type Desk, deskFolder, freePort, startDesk } from './desk.ts'
import { type Credentials, enter, phoneCode, setUp, signIn } from './own-desk.ts'
import { type Arrives, expect, test } from './person.ts'
import { selfSigned } from './self-signed.ts'

test.describe.configure({ mode: 'serial' })

/** An address of this machine that is not its own loopback, as colleagues would reach it. */
const reachable = async (): Promise<string> => {
  const own = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  const addresses = own.filter((one) => one.family === 'IPv4' && !one.internal).map((one) => one.address)
  for (const host of [...addresses, hostname(), '0.0.0.0']) if (await freePort(host).then(Boolean, () => false)) return host
  throw new Error('this machine has no address to serve a team from')
}

let desk: Desk
let host: string
let lead: Credentials
const colleague: Credentials = {
  name: 'Noa Beispiel',
  signInName: 'noa',
  password: 'another sentence nobody guesses',
  secret: '',
  codes: [],
}
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }
const certificates = deskFolder()

test.beforeAll(async () => {
  host = await reachable()
  desk = await startDesk({ host, ...selfSigned(host, certificates) })
})
test.afterAll(async () => {
  await desk?.stop()
  rmSync(certificates, { recursive: true, force: true })
})

test('without TLS the desk is not served to other machines, and says why in one line', async () => {
  const folder = deskFolder()
  const { said, code } = await article33(['start', '--data', join(folder, 'data'), '--host', host, '--port', String(await freePort(host))])
  rmSync(folder, { recursive: true, force: true })
  expect(code).not.toBe(0)
  expect(said).toMatch(/^.*TLS.*$/m)
  expect(said).not.toMatch(/^\s+at /m)
  expect(said.trim().split('\n').length).toBeLessThanOrEqual(2)
})

const theCase = async (page: Page): Promise<CasePage> => {
  const [header] = await answer<CaseHeader[]>(page.request, 'GET', '/api/cases')
  return answer(page.request, 'GET', `/api/cases/${header!.id}`)
}

/** A case in which the person agreed to everything this paper needs; how one comes there is told in other journeys. */
const readyCase = async (page: Page): Promise<void> => {
  const { id } = await answer<CaseHeader>(page.request, 'POST', '/api/cases', {
    codeName: 'Paper Crane',
    situation: 'china-dprk',
    names: [{ text: '견본하나', script: 'hangul' }],
    sex: 'F',
    birth: '1991',
    origin: 'PRK',
    heldState: 'CHN',
    heldPlace: 'Tumen',
    heldAuthority: 'prc-public-security',
    heldSince: '2026-11-09',
    transferWords: 'this month, with others',
    transferTo: 'PRK',
    transferWindow: null,
    feared: null,
    askedBy: { basis: 'person', words: 'asked before the arrest' },
    searched: true,
  })
  const { record } = await answer<CasePage>(page.request, 'GET', `/api/cases/${id}`)
  const person = record.persons[0]!.id
  await answer(page.request, 'POST', `/api/cases/${id}/consents`, {
    person,
    by: person,
    on: '2026-11-08',
    expires: null,
    recipients: { 'special-procedures': 'yes' },
    transmit: { CHN: 'yes' },
    publish: 'no',
    medical: 'not-asked',
    limits: null,
    words: null,
  })
  await answer(page.request, 'POST', `/api/cases/${id}/submitter`, {
    name: null,
    organisation: 'Example Legal Aid',
    contact: 'through counsel',
    relationship: 'counsel',
    agreedFor: ['special-procedures'],
    requestedMeasures: ['no-removal'],
    given: {},
    otherProcedures: 'none',
  })
}

test('the session of a team desk is bound to its host, to TLS and to this site, and out of reach of scripts', async ({ arrives }) => {
  lead = await setUp((await arrives(desk)).request)
  const page = await enter(arrives, desk, lead)
  const cookies = await page.context().cookies()
  expect(cookies).toHaveLength(1)
  expect(cookies[0]).toMatchObject({ name: '__Host-session', secure: true, httpOnly: true, sameSite: 'Strict', path: '/' })
  expect(cookies[0]!.domain).toBe(host)
  expect(await page.evaluate(() => document.cookie)).toBe('')
  const headers = (await page.request.get('/')).headers()
  expect(headers['strict-transport-security']).toContain('max-age=')
})

test('a second person accepts the invitation on a phone, with a password and an authenticator of their own', async ({ arrives }) => {
  const page = await enter(arrives, desk, lead)
  await readyCase(page)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Invite a member' }).click()
  await page.getByLabel('Their name').fill(colleague.name)
  await page.getByLabel('Sign-in name').fill(colleague.signInName)
  for (const tick of await page.getByRole('group', { name: 'Roles' }).getByRole('checkbox').all()) await tick.uncheck()
  await page.getByRole('checkbox', { name: 'Reviewer' }).check()
  await page.getByRole('button', { name: 'Make an invitation' }).click()
  const invitation = await page.locator('.invitation').innerText()
  expect(invitation.startsWith(`${desk.address}/invitation#`)).toBe(true)

  const theirs = await arrives(desk, phone)
  await theirs.goto(invitation)
  await theirs.getByLabel('Password').fill(colleague.password)
  await theirs.getByRole('button', { name: 'Accept' }).tap()
  await theirs.locator('.authenticator').waitFor()
  colleague.secret = (await theirs.locator('.authenticator p .mono').innerText()).trim()
  colleague.codes = await theirs.locator('.codes li').allInnerTexts()
  await theirs.getByRole('button', { name: /sign in$/ }).tap()
  await signIn(theirs, colleague, phoneCode(colleague.secret))
  // Nothing is open by default: the case does not exist for them.
  expect(await answer(theirs.request, 'GET', '/api/cases')).toEqual([])
  const { header } = await theCase(page)
  const known = await refusal(theirs.request, 'GET', `/api/cases/${header.id}`)
  expect(known).toBe(await refusal(theirs.request, 'GET', `/api/cases/${crypto.randomUUID()}`))

  const again = await arrives(desk, phone)
  await again.goto(invitation)
  await again.getByLabel('Password').fill('a third sentence nobody guesses')
  await again.getByRole('button', { name: 'Accept' }).tap()
  await expect(again.getByRole('alert')).toBeVisible()
})

const fitsThePhone = async (page: Page): Promise<void> =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)

const letIn = async (arrives: Arrives): Promise<Page> => {
  const page = await enter(arrives, desk, lead)
  await page.getByRole('link', { name: 'Paper Crane' }).first().click()
  await page.locator('details.team summary').click()
  await page.getByLabel('Let in').selectOption({ label: colleague.name })
  await page.getByLabel('As', { exact: true }).selectOption('reader')
  const until = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
  await page.getByLabel(/^Until/).fill(until)
  await page.getByRole('button', { name: 'Let in' }).click()
  await expect(page.locator('details.team summary')).toContainText(`${colleague.name} to`)
  return page
}

test('let into the case until a day, the second person reads and releases from the phone what the first asked for', async ({ arrives }) => {
  const page = await letIn(arrives)
  await page.getByRole('navigation', { name: 'Parts of this case' }).getByRole('link', { name: 'Proceedings' }).click()
  await page.locator('table.bodies').getByRole('button', { name: 'Special Procedures: urgent appeal' }).first().click()
  const gate = (of: Page) => of.getByRole('region', { name: 'Release' })
  await gate(page).getByRole('button', { name: 'Ask a second person to read' }).click()
  await expect(gate(page)).toContainText(`${lead.name} asks.`)
  const paper = page.url().split('/').at(-1)!
  expect(await refusal(page.request, 'POST', `/api/papers/${paper}/release`)).toBe('needs-second-person')

  const theirs = await enter(arrives, desk, colleague, phone)
  await fitsThePhone(theirs)
  await theirs.getByRole('link', { name: 'Paper Crane' }).first().tap()
  await theirs.getByRole('heading', { level: 1, name: /Paper Crane/ }).waitFor()
  await fitsThePhone(theirs)
  await theirs.getByRole('navigation', { name: 'Parts of this case' }).getByRole('link', { name: 'Proceedings' }).tap()
  await theirs.locator('table.bodies').getByRole('button', { name: 'Special Procedures: urgent appeal' }).first().tap()
  await expect(theirs.getByRole('article')).toContainText('견본하나')
  await fitsThePhone(theirs)
  await gate(theirs).getByRole('button', { name: 'Release', exact: true }).tap()
  await expect(gate(theirs)).toContainText(/Released and frozen\. Hash [0-9a-f]{16}/)
  const view = await answer<PaperView>(page.request, 'GET', `/api/papers/${paper}`)
  expect(view.status).toBe('released')
})

test('a grant that has run out closes the case as if it had never been', async ({ arrives }) => {
  const page = await enter(arrives, desk, lead)
  const theirs = await enter(arrives, desk, colleague, phone)
  const { header } = await theCase(page)
  const member = header.team.find((one) => one.name === colleague.name)!.member
  const until = new Date(Date.now() + 3_000).toISOString()
  await answer(page.request, 'POST', `/api/cases/${header.id}/team`, { member, role: 'reader', account: null, until })
  await expect(async () => expect(await refusal(theirs.request, 'GET', `/api/cases/${header.id}`)).toBe('not-found')).toPass()
  expect(await answer(theirs.request, 'GET', '/api/cases')).toEqual([])
})
