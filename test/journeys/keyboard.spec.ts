/** The worked example without a mouse: every act of it is reached by keys alone, and the focus is seen wherever it stands. */
import type { Locator, Page } from '@playwright/test'
import { answer } from './answer.ts'
import { type Desk, startDesk } from './desk.ts'
import { expect, test } from './person.ts'
import { heron } from './worked-example.ts'

test.describe.configure({ mode: 'serial' })
let desk: Desk
test.beforeAll(async () => {
  desk = await startDesk()
})
test.afterAll(async () => {
  await desk?.stop()
})

/** Presses Tab until the focus is there; the focus must show. */
const tabTo = async (page: Page, where: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  await where.first().waitFor()
  const mark = await where.first().evaluate((element) => {
    const name = `f${Math.round(performance.now() * 1000)}`
    element.setAttribute('data-wanted', name)
    return name
  })
  for (let n = 0; n < 600; n += 1) {
    await page.keyboard.press(key)
    const seen = await page.evaluate((wanted) => {
      const element = document.activeElement as HTMLElement | null
      if (element?.getAttribute('data-wanted') !== wanted) return null
      const style = getComputedStyle(element)
      return style.outlineStyle !== 'none' || style.boxShadow !== 'none'
    }, mark)
    if (seen === null) continue
    expect(seen, 'the focus is seen').toBe(true)
    return
  }
  throw new Error(`Tab does not reach ${where}`)
}
const pressOn = async (page: Page, where: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  await tabTo(page, where, key)
  await page.keyboard.press('Enter')
}
const button = (page: Page, name: string | RegExp, exact = false) => page.getByRole('button', { name, exact })

/** A mouse that is used by mistake fails the journey. */
const withoutMouse = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    addEventListener('pointerdown', () => console.error('a mouse was used'), true)
  })

test('from the first page to a fact, a finding and a draft', async ({ arrives }) => {
  const page = await arrives(desk)
  await withoutMouse(page)
  await page.reload()
  await pressOn(page, button(page, 'Open the worked example'))
  await page.locator('.today').waitFor()
  await page.locator('body').press('Enter')
  await page.locator('.account-text').waitFor()

  // The current paragraph is taken; Shift and the arrows take fewer of its words.
  await page.keyboard.press('KeyF')
  const form = page.getByRole('form', { name: 'New fact' })
  const kind = form.getByRole('combobox', { name: 'Kind of fact' })
  await expect(kind).toBeFocused()
  await page.keyboard.type('reason for leaving')
  await page.keyboard.press('Enter')
  await expect(kind).toHaveValue(/Reason for leaving/)
  const words = form.locator('textarea.words-chosen')
  const whole = await words.inputValue()
  await tabTo(page, words, 'Shift+Tab')
  for (const key of ['KeyQ', 'Delete', 'Enter']) await page.keyboard.press(key)
  await expect(words).toHaveValue(whole)
  await page.keyboard.press('Control+Home')
  for (let n = 0; n < 10; n += 1) await page.keyboard.press('Shift+ArrowRight')
  await pressOn(page, form.getByRole('button', { name: /Keep as F53/ }))
  await expect(form).toBeHidden()
  const { record } = await heron(page.request)
  const { quote, start } = record.facts.at(-1)!.spans[0]!
  expect(quote).toBe(record.accounts[0]!.text.slice(start, start + 10))
  expect(quote).toHaveLength(10)

  await page.locator('body').press('BracketRight')
  await page.locator('[data-rows=elements]').waitFor()
  await page.keyboard.press('KeyJ')
  await page.keyboard.press('KeyN')
  await expect(page.getByLabel('I find it')).toBeFocused()
  await page.keyboard.press('S')
  await tabTo(page, page.getByLabel('Reasons'))
  await page.keyboard.type('Steady on what matters.')
  await pressOn(page, button(page, 'Sign the finding'))
  await expect(page.getByText('No reviewer has signed it.')).toBeVisible()

  await page.locator('body').press('KeyG')
  await page.keyboard.press('KeyP')
  await page.locator('table.bodies').waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('article').waitFor()
  await page.keyboard.press('KeyJ')
  await page.keyboard.press('KeyJ')
  await expect(page.getByRole('heading', { name: 'Sentence 3', exact: true })).toBeVisible()
  await pressOn(page, button(page, 'Decide on these facts'))
  await page.keyboard.type('They stand in the annex alone.')
  await page.keyboard.press('Enter')
  await expect(button(page, 'I looked at them; they stand')).toBeHidden()
  await page.locator('body').press('KeyR')
  await expect(page.getByText('Ines Sample asks.')).toBeVisible()
  await tabTo(page, page.getByRole('link', { name: 'PDF', exact: true }))
})

test('another person signs the finding, releases the paper and logs what became of it', async ({ arrives }) => {
  const page = await arrives(desk)
  await withoutMouse(page)
  await page.reload()
  await pressOn(page, button(page, 'T. Example'))
  await page.locator('.today').waitFor()
  await page.locator('body').press('Enter')
  await page.locator('.account-text').waitFor()
  await page.locator('body').press('BracketRight')
  await pressOn(page, button(page, 'Sign as reviewer'))
  await expect(page.getByText('Signed by the reviewer T. Example.')).toBeVisible()
  await page.locator('body').press('BracketRight')
  await page.locator('table.bodies').waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('article').waitFor()
  await pressOn(page, button(page, 'Release', true))
  await expect(page.getByText(/Released and frozen/)).toBeVisible()
  await page.locator('body').press('Escape')
  await pressOn(page, button(page, 'Log what happened'))
  await pressOn(page, button(page, 'Log it'))
  await expect(button(page, 'Log it')).toBeHidden()
  await page.locator('body').press('KeyG')
  await page.keyboard.press('KeyT')
  await expect(page.getByRole('region', { name: /^Due/ })).toContainText('60 days from date of letter')
  expect((await answer<{ caseCount: number }>(page.request, 'GET', '/api/today')).caseCount).toBe(2)
})

test('every key is listed behind the question mark, and single keys can be switched off while leaving stays', async ({ arrives }) => {
  const page = await arrives(desk)
  await button(page, 'R. Specimen').press('Enter')
  await page.locator('.today').waitFor()
  await page.locator('body').press('Shift+Slash')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  for (const key of ['J K', 'F', 'A', 'E', 'N', 'G T', 'Shift ×3'])
    await expect(dialog.locator('kbd', { hasText: key }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.keyboard.press('KeyG')
  await page.keyboard.press('KeyS')
  await tabTo(page, page.getByRole('radio', { name: 'On', exact: true }))
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: /^Off/ })).toBeChecked()
  await page.locator('body').press('KeyG')
  await page.keyboard.press('KeyT')
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('Shift')
  await expect(page).toHaveURL(/\/leave$/)
})
