/** Lists of people outside the desk: linked, judged by two keys a pair, compared hidden, counted; and gone when one leaves. */
import { readFileSync } from 'node:fs'
import type { APIRequestContext, Page } from '@playwright/test'
import type { DeskState } from '../../src/domain/documents/desk-api.ts'
import type { ListsState } from '../../src/domain/documents/lists-api.ts'
import { answer } from './answer.ts'
import { type Desk, startDesk } from './desk.ts'
import { objections, runsOut } from './look.ts'
import { enter, setUp } from './own-desk.ts'
import { type Arrives, expect, test } from './person.ts'
import { openExample } from './worked-example.ts'

let desk: Desk
let own: Desk
let lead: Awaited<ReturnType<typeof setUp>>
test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ playwright }) => {
  test.setTimeout(300_000)
  desk = await startDesk()
  own = await startDesk()
  const request = await playwright.request.newContext({ baseURL: desk.address })
  await openExample(request)
  await request.dispose()
  const first = await playwright.request.newContext({ baseURL: own.address })
  lead = await setUp(first)
  await first.dispose()
})
test.afterAll(async () => {
  await desk?.stop()
  await own?.stop()
})

const signedIn = async (arrives: Arrives, language: 'en' | 'ko'): Promise<Page> => {
  const page = await arrives(desk)
  const { exampleMembers } = await answer<DeskState>(page.request, 'GET', '/api/state')
  await answer(page.request, 'POST', '/api/sign-in/example', { member: exampleMembers.find(({ roles }) => roles.includes('lawyer'))!.id })
  await page.addInitScript((value) => localStorage.setItem('appearance', value), JSON.stringify({ language }))
  await page.goto('/')
  await page.locator('.today').waitFor()
  return page
}
const state = (request: APIRequestContext): Promise<ListsState> => answer<ListsState>(request, 'GET', '/api/lists')

test('two lists are linked, and each pair is judged by two keys, in Korean', async ({ arrives }) => {
  const page = await signedIn(arrives, 'ko')
  await page.keyboard.press('KeyG')
  await page.keyboard.press('KeyL')
  await expect(page.getByRole('heading', { level: 1, name: '명단' })).toBeVisible()
  await page.getByRole('button', { name: '지어낸 명단 열기' }).click()
  await expect(page.getByText('second.csv: 100명')).toBeVisible()
  await page.keyboard.press('KeyN')
  await expect(page.locator('table.linked')).toBeVisible({ timeout: 60_000 })
  // What the fields speak for adds up to the weight.
  const shown = (await page.locator('table.fields .number').allInnerTexts()).slice(1).map((text) => Number(text.replace('−', '-')))
  expect(Math.abs(shown.slice(0, -1).reduce((sum, one) => sum + one, 0) - shown.at(-1)!)).toBeLessThan(0.4)

  await page.keyboard.press('KeyS')
  expect((await state(page.request)).linked!.judged.same).toBe(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  expect((await state(page.request)).linked!.judged.same).toBe(0)
  await page.keyboard.press('KeyS')
  await page.keyboard.press('Enter')
  await expect(page.getByText('판단: 같음 1, 다름 0, 모름 0.')).toBeVisible()
  await page.keyboard.press('KeyX')
  await page.keyboard.press('Enter')
  await expect(page.getByText('판단: 같음 1, 다름 1, 모름 0.')).toBeVisible()
  await page.keyboard.press('KeyK')
  await page.keyboard.press('KeyX')
  await page.keyboard.press('Enter')
  await expect(page.getByText('판단: 같음 1, 다름 0, 모름 0.')).toBeVisible()

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '판단 내보내기(CSV)' }).click()])
  const rows = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(rows).toHaveLength(2)
  expect(rows[1]).toMatch(/^same,/)
  expect(await objections(page)).toEqual([])

  // Another session of the same desk sees nothing of it; leaving drops it.
  const other = await signedIn(arrives, 'en')
  expect((await state(other.request)).linked).toBeNull()
  await page.getByRole('button', { name: '불러온 명단 지우기' }).click()
  await expect(page.getByText('판단 1건도 사라지니', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: '지금 지우기' }).click()
  await expect(page.locator('table.linked')).toBeHidden()
  expect(Object.values((await state(page.request)).lists).every((one) => one === null)).toBe(true)
})

test('hidden lists are compared by counts, and the page says what an encoding leaks', async ({ arrives }) => {
  const page = await signedIn(arrives, 'en')
  await page.goto('/lists/hidden')
  await page.getByRole('button', { name: 'Open the invented lists' }).click()
  await expect(page.getByText('second.enc')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Make a new key' }).click()
  await expect(page.getByLabel('Key', { exact: true })).toHaveValue(/^[0-9a-f]{64}$/)
  await page.getByRole('button', { name: 'Count', exact: true }).click()
  const mine = page.getByRole('row', { name: /On my list/ })
  await expect(mine).toContainText('95', { timeout: 30_000 })
  await expect(page.getByRole('row', { name: /Whoever has the key/ })).toContainText('Everything that can be guessed')
  expect(await objections(page)).toEqual([])
})

test('how many there are is told by every model with its fit, drawn beside its table, and refused with the reason', async ({ arrives }) => {
  const page = await signedIn(arrives, 'en')
  await page.goto('/lists/how-many')
  await page.getByRole('button', { name: 'Open the invented lists' }).click()
  await expect(page.getByText('histories.yaml')).toBeVisible()
  await page.keyboard.press('KeyN')
  const table = page.locator('table.models')
  await expect(table).toBeVisible({ timeout: 90_000 })
  expect(await table.locator('tbody tr').count()).toBeGreaterThanOrEqual(9)
  await expect(page.getByRole('img', { name: /Estimates for invented district/ })).toBeVisible()
  await expect(page.getByText('An estimate needs three lists or more; this file has 2.')).toBeVisible()
  expect(await objections(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await runsOut(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await objections(page, ['color-contrast'])).toEqual([])
})

test('a list of one’s own is not taken by the worked example', async ({ arrives }) => {
  const page = await signedIn(arrives, 'en')
  await page.goto('/lists')
  await expect(page.getByText('The worked example takes no files.').first()).toBeVisible()
  const sent = await page.request.put('/api/lists/files/first', {
    headers: { 'x-article33': '1', origin: desk.address },
    data: Buffer.from('name\nKim'),
  })
  expect(((await sent.json()) as { code: string }).code).toBe('not-in-the-example')
})

test('a form export is read from its sheet, a guess is put right, a bad row says its line, and sealing drops it all', async ({
  arrives,
}) => {
  const page = await enter(arrives, own, lead)
  await page.goto('/lists')
  const first = page.locator('.held').first()
  await first.locator('input[type=file]').setInputFiles('test/data/lists/kobo-roster.xlsx')
  await expect(first.getByRole('alert').filter({ hasText: 'no heading says which column holds the name' })).toBeVisible()
  await first.getByLabel('Sheet').selectOption('roster')
  await first.getByRole('button', { name: 'Read it so' }).click()
  await expect(first.getByText('kobo-roster.xlsx: 3 people')).toBeVisible()
  const second = page.locator('.held').nth(1)
  await second.locator('input[type=file]').setInputFiles({
    name: 'theirs.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('guardian/name,child/name,child/dob\n박순자,김봄이,2012-12-31\n김철수,리은하,31/12/2010\n'),
  })
  await expect(second.getByRole('alert').filter({ hasText: 'may both hold the name' })).toBeVisible()
  await second.getByLabel('Name', { exact: true }).selectOption('child/name')
  await second.getByRole('button', { name: 'Read it so' }).click()
  await expect(second.getByRole('alert').filter({ hasText: 'line 3' })).toBeVisible()
  await second.getByLabel('Name', { exact: true }).selectOption('child/name')
  await second.getByLabel('Born').selectOption({ label: 'leave out' })
  await second.getByRole('button', { name: 'Read it so' }).click()
  await expect(second.getByText('theirs.csv: 2 people')).toBeVisible()
  expect(await objections(page)).toEqual([])
  // Korean as Excel in Korea saves it; a birth without its century is refused with its line, in Korean on a Korean screen.
  const korean = await page.context().newPage()
  await korean.addInitScript(() => localStorage.setItem('appearance', JSON.stringify({ language: 'ko' })))
  await korean.goto('/lists')
  const fresh = korean.locator('.held').nth(1)
  const put = (hex: string) =>
    fresh.locator('input[type=file]').setInputFiles({ name: '명단.csv', mimeType: 'text/csv', buffer: Buffer.from(hex, 'hex') })
  await put('c0ccb8a72cbcbabab02cbbfdb3e2bff9c0cf0ab1e8babdc0cc2cbfa92c323031322e31322e33310ab8aec3b6bcf62cb3b22c3837303330320a')
  await expect(fresh.getByRole('alert').filter({ hasText: '3행, 생년월일이 숫자로만 되어 있습니다' })).toBeVisible()
  await put(
    'c0ccb8a72cbcbabab02cbbfdb3e2bff9c0cf0ab1e8babdc0cc2cbfa92c323031322e31322e33310ab8aec3b6bcf62cb3b22c31393837b3e22033bff92032c0cf0a',
  )
  await expect(fresh.getByText('명단.csv: 2명')).toBeVisible()
  await expect(fresh.getByText('CP949(EUC-KR)로 읽었습니다.')).toBeVisible()
  expect(await objections(korean)).toEqual([])
  await korean.evaluate(() => localStorage.setItem('appearance', JSON.stringify({ language: 'en' })))
  await korean.close()
  await page.getByRole('button', { name: 'Seal now' }).click()
  await expect(page.getByRole('heading', { name: 'This desk is sealed' })).toBeVisible()
  await expect.poll(() => own.said().includes('It opens again with the passphrase')).toBe(true)
  await expect(async () => expect((await page.request.get('/api/state')).ok()).toBe(true)).toPass({ timeout: 60_000 })
  await answer(page.request, 'POST', '/api/unlock', { passphrase: lead.passphrase, recoveryWords: null })
  const again = await enter(arrives, own, lead)
  expect((await state(again.request)).lists.first).toBeNull()
})
