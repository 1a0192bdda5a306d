/** Leave now: at once to a neutral page; nothing stays in the browser, and Back does not bring the case back. */
import type { Page } from '@playwright/test'
import { type Desk, startDesk } from './desk.ts'
import { expect, test } from './person.ts'
import { be, openExample, openHeron } from './worked-example.ts'

let desk: Desk
test.beforeAll(async ({ playwright }) => {
  desk = await startDesk()
  const request = await playwright.request.newContext({ baseURL: desk.address })
  await openExample(request)
  await request.dispose()
})
test.afterAll(async () => {
  await desk?.stop()
})

const hasLeft = async (page: Page): Promise<void> => {
  await expect(page).toHaveURL(/\/leave$/)
  await expect(page.locator('body')).toHaveText(/^\s*Notes\s*No notes yet\.\s*$/)
  expect(await page.title()).toBe('Notes')
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
  expect(await page.context().cookies()).toEqual([])
  for (let back = 0; back < 6; back += 1) {
    await page.goBack({ waitUntil: 'load' }).catch(() => null)
    await expect(page.locator('body')).not.toContainText(/Heron|표은서|저는 1990년/)
  }
}

test('Shift three times leaves the case, from within a field too; the session has ended on the desk as well', async ({ arrives }) => {
  const page = await be(arrives, desk, 'Ines Sample')
  await page.evaluate(() => localStorage.setItem('appearance', JSON.stringify({ language: 'en', density: 'roomy' })))
  const { cookies } = await page.context().storageState()
  await openHeron(page)
  await page.getByRole('button', { name: '+ Record an account' }).click()
  await page.getByRole('textbox', { name: 'Account', exact: true }).fill('half a sentence')
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('Shift')
  await hasLeft(page)
  const later = await arrives(desk, { storageState: { cookies, origins: [] } })
  await expect(later.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('the button leaves as well, and capitals typed with Shift do not', async ({ arrives }) => {
  const page = await be(arrives, desk, 'Ines Sample')
  await openHeron(page)
  await page.getByRole('button', { name: '+ Record an account' }).click()
  const field = page.getByRole('textbox', { name: 'Circumstances' })
  await field.click()
  for (const letter of ['A', 'B', 'C', 'D']) await page.keyboard.press(`Shift+Key${letter}`)
  await expect(field).toHaveValue('ABCD')
  await page.getByRole('button', { name: /Leave now/ }).click()
  await hasLeft(page)
})
