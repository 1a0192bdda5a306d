/** Selects words of the account on the screen with the mouse, from their first sign to their last, as a reader does. */
import { expect, type Page } from '@playwright/test'

type Corner = { x: number; y: number }

export const selectWords = async (page: Page, words: string): Promise<void> => {
  const account = page.locator('.account-text')
  const holder = account.locator('[data-start]').filter({ hasText: words }).first()
  await holder.scrollIntoViewIfNeeded()
  const [from, to] = await holder.evaluate((piece, wanted): [Corner, Corner] => {
    const text = piece.firstChild as Text
    const start = text.data.indexOf(wanted)
    const box = (at: number): DOMRect => {
      const range = document.createRange()
      range.setStart(text, at)
      range.setEnd(text, at + 1)
      return range.getBoundingClientRect()
    }
    const first = box(start)
    const last = box(start + wanted.length - 1)
    return [
      { x: first.left + 1, y: (first.top + first.bottom) / 2 },
      { x: last.right - 1, y: (last.top + last.bottom) / 2 },
    ]
  }, words)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, to.y)
  await page.mouse.move(to.x, to.y)
  await page.mouse.up()
  expect(await page.evaluate(() => String(getSelection()))).toBe(words)
}
