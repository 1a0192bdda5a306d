/** A group: forty people pasted as a list, taken back and taken in again; one event told once for all; one joint paper and one form for each. */
import type { Page } from '@playwright/test'
import type { CaseHeader, CasePage, PaperView, Proceedings } from '../../src/domain/documents/desk-api.ts'
import { answer } from './answer.ts'
import { type Desk, startDesk } from './desk.ts'
import { type Credentials, enter, setUp } from './own-desk.ts'
import { expect, test } from './person.ts'

test.describe.configure({ mode: 'serial' })
let desk: Desk
let lead: Credentials
test.beforeAll(async () => {
  desk = await startDesk()
})
test.afterAll(async () => {
  await desk?.stop()
})

/** Thirty-nine invented people beside the one first told of; the rows 12 and 30 of the table say what cannot be. */
const rows = Array.from({ length: 41 }, (_, n) => `견본${'가나다라마바사아자차'[n % 10]}${n},${n % 2 ? 'M' : 'F'},${1960 + n},,,`)
rows[10] = '견본바른,F,1990-13-40,,,'
rows[28] = '견본여자,Q,1991,,,'
const list = ['name,sex,born,age,place,note', ...rows].join('\n')
const code = 'Forty Lanterns'

const theCase = async (page: Page): Promise<CasePage> => {
  const [header] = await answer<CaseHeader[]>(page.request, 'GET', '/api/cases')
  return answer(page.request, 'GET', `/api/cases/${header!.id}`)
}
const openTab = async (page: Page, tab: string): Promise<void> => {
  await page
    .getByRole('link', { name: /^Cases/ })
    .first()
    .click()
  await page.getByRole('link', { name: code }).first().click()
  await page.getByRole('navigation', { name: 'Parts of this case' }).getByRole('link', { name: tab }).click()
}
const pasteList = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Paste a list of people' }).click()
  await page.getByLabel('List', { exact: true }).fill(list)
  await page.getByRole('button', { name: 'Look at the rows' }).click()
  await expect(page.getByText('39 rows read, 2 with errors')).toBeVisible()
}

test('a pasted list is looked at row by row, kept only when each bad row is decided on, and can be taken back whole', async ({
  arrives,
}) => {
  lead = await setUp((await arrives(desk)).request)
  const me = await enter(arrives, desk, lead)
  await answer(me.request, 'POST', '/api/cases', {
    codeName: code,
    situation: 'china-dprk',
    names: [{ text: '견본처음', script: 'hangul' }],
    sex: 'F',
    birth: null,
    origin: 'PRK',
    heldState: null,
    heldPlace: null,
    heldAuthority: null,
    heldSince: null,
    transferWords: null,
    transferTo: null,
    transferWindow: null,
    feared: null,
    askedBy: { basis: null, words: null },
    searched: true,
  })
  await openTab(me, 'Protection')
  await pasteList(me)
  await expect(me.locator('.warned')).toContainText('Line 12')
  await expect(me.locator('.warned')).toContainText('Line 30')
  const keep = me.getByRole('button', { name: 'Keep 39 people' })
  await keep.click({ force: true })
  expect((await theCase(me)).record.persons).toHaveLength(1)
  for (const tick of await me.getByLabel('Leave this row out').all()) await tick.check()
  await keep.click()
  await expect(me.getByText('39 people kept.')).toBeVisible()
  expect((await theCase(me)).record.persons).toHaveLength(40)
  // Not only for ten seconds: the list stands on the page and is taken out whole at any later time.
  await me.getByRole('button', { name: 'Take this list out' }).click()
  await me.getByRole('button', { name: 'Take them out' }).click()
  await expect(me.locator('table.people tbody tr')).toHaveCount(1)
  expect((await theCase(me)).record.persons).toHaveLength(1)

  await pasteList(me)
  for (const tick of await me.getByLabel('Leave this row out').all()) await tick.check()
  await keep.click()
  await expect(me.locator('table.people tbody tr')).toHaveCount(40)
})

test('one custody and one fact told once hold for all forty', async ({ arrives }) => {
  const page = await enter(arrives, desk, lead)
  await openTab(page, 'Protection')
  await page.getByRole('button', { name: 'Add a custody period' }).click()
  await page.getByLabel('By which State').selectOption('CHN')
  await page.getByLabel('Place', { exact: true }).fill('Tumen')
  await page.getByLabel('From, to').fill('2026-11-09/..')
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(page.locator('#custody ~ ul li')).toHaveCount(1)
  const { header, record } = await theCase(page)
  expect(record.custodies[0]!.persons).toHaveLength(40)
  const account = await answer<{ id: string }>(page.request, 'POST', `/api/cases/${header.id}/accounts`, {
    speaker: record.persons[0]!.id,
    takenOn: '2026-11-12',
    zone: null,
    language: 'en',
    hand: 'second',
    interpreterCode: null,
    circumstances: null,
    text: 'A relative was told at the gate that nobody on the list is held there.',
  })
  await answer(page.request, 'POST', `/api/cases/${header.id}/accounts/${account.id}/attest`)
  await page.goto(`/cases/${header.id}`)
  const form = page.getByRole('form', { name: 'New fact' })
  for (const kind of ['Detention or place not acknowledged', 'Arrest in the host State']) {
    await page.getByRole('button', { name: /^Name the selected words/ }).click()
    await form.getByRole('combobox', { name: 'Kind of fact' }).fill(kind)
    await page.keyboard.press('Enter')
    await form.getByRole('button', { name: 'All 40' }).click()
    await form.getByRole('button', { name: /Keep as F/ }).click()
    await expect(form).toBeHidden()
  }
  for (const fact of (await theCase(page)).record.facts) expect(fact.about).toHaveLength(40)
  await page.getByRole('link', { name: /^Today/ }).click()
  await expect(page.getByRole('row', { name: new RegExp(code) }).first()).toContainText('40 people')
})

/** Before the arrest each said yes to the Working Group and to nobody else; the sister of one submits. */
const familySpeaks = async (page: Page): Promise<void> => {
  const { header, record } = await theCase(page)
  const at = `/api/cases/${header.id}`
  const sister = await answer<{ id: string }>(page.request, 'POST', `${at}/persons`, {
    role: 'sibling',
    names: [{ text: '견본자매', script: 'hangul', kind: 'own' }],
    sex: 'F',
    births: [],
    ageStatements: [],
    nationalities: [],
    languages: [],
    livesIn: 'KOR',
    specificNeeds: [],
    thirdPerson: false,
    submitter: true,
    note: null,
  })
  const consent = { on: '2026-11-08', expires: null, publish: 'no', medical: 'not-asked', limits: null, words: null }
  for (const one of record.persons) {
    await answer(page.request, 'POST', `${at}/authorities`, {
      for: one.id,
      basis: 'relative',
      who: sister.id,
      evidence: 'by telephone',
      on: '2026-11-12',
      twoPersons: null,
    })
    await answer(page.request, 'POST', `${at}/consents`, {
      ...consent,
      person: one.id,
      by: one.id,
      recipients: { wgeid: 'yes' },
      transmit: { CHN: 'yes', PRK: 'no' },
    })
  }
  await answer(page.request, 'POST', `${at}/consents`, {
    ...consent,
    person: sister.id,
    by: sister.id,
    recipients: { wgeid: 'yes' },
    transmit: {},
  })
  await answer(page.request, 'POST', `${at}/submitter`, {
    name: '견본자매',
    organisation: null,
    contact: 'through counsel',
    relationship: 'sister',
    agreedFor: ['wgeid'],
    requestedMeasures: [],
    given: {},
    otherProcedures: 'none',
  })
}

const paperOf = async (page: Page, id: string) => {
  const view = await answer<PaperView>(page.request, 'GET', `/api/papers/${id}`)
  return { view, text: JSON.stringify(view.paper) }
}

test('the disappearance forms are forty, each naming one person alone; a joint paper names nobody who was not asked', async ({
  arrives,
}) => {
  const page = await enter(arrives, desk, lead)
  await familySpeaks(page)
  const { header, record } = await theCase(page)
  const group = record.persons.filter((one) => one.role === 'self')
  const names = group.map((one) => one.names[0]!.text)
  const namedIn = (text: string): string[] => names.filter((name) => new RegExp(`${name}(?!\\d)`, 'u').test(text))
  await openTab(page, 'Proceedings')
  const row = (name: string) =>
    page.locator('table.bodies tbody').first().getByRole('row').filter({ hasText: name }).filter({ hasText: 'China, 40 people' })
  await row('WGEID: urgent procedure').getByRole('button').click()
  await expect(page.getByRole('article')).toContainText('Draft 1. Not released')
  const { drafts } = await answer<Proceedings>(page.request, 'GET', `/api/cases/${header.id}/proceedings`)
  const forms = drafts.filter((one) => one.body === 'wgeid_urgent')
  expect(forms).toHaveLength(40)
  const about = new Set<string>()
  for (const one of forms.filter((_, n) => n % 5 === 0)) {
    const { view, text } = await paperOf(page, one.id)
    expect(view.persons).toHaveLength(1)
    expect(namedIn(text)).toEqual([group.find((person) => person.id === view.persons[0])!.names[0]!.text])
    about.add(view.persons[0]!)
  }
  expect(about.size).toBe(8)
  await page.keyboard.press('Escape')
  await row('WGEID: urgent procedure').click()
  await expect(page.locator('.drafts li')).toHaveCount(40)

  await row('Special Procedures: urgent appeal').getByRole('button').click()
  await expect(page.getByRole('article')).toContainText('Draft 1. Not released')
  const joint = await paperOf(page, page.url().split('/').at(-1)!)
  expect(joint.view.body).toBe('sp_urgent_appeal')
  expect(joint.view.persons).toHaveLength(40)
  expect(namedIn(joint.text)).toEqual([])
})
