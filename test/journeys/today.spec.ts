/** Today by keys alone: every row leads to the very thing it speaks of, and what is beyond the first hundred comes when it is asked for. */
import type { Page } from '@playwright/test'
import type { CaseHeader, PaperView } from '../../src/domain/documents/desk-api.ts'
import type { Today } from '../../src/domain/protection/today.ts'
import { answer } from './answer.ts'
import { type Desk, startDesk } from './desk.ts'
import { enter, setUp } from './own-desk.ts'
import { expect, test } from './person.ts'
import { heron } from './worked-example.ts'

const desks: Desk[] = []
const opened = async (): Promise<Desk> => {
  const desk = await startDesk()
  desks.push(desk)
  return desk
}
test.afterAll(async () => {
  for (const desk of desks) await desk.stop()
})

/** Presses J, and from the last row K, until the current row says this: the way may begin below it. */
const walkTo = async (page: Page, words: string | RegExp): Promise<void> => {
  const row = page.locator('.today [aria-current=true]')
  await row.first().waitFor()
  for (const key of ['KeyJ', 'KeyK'])
    for (let n = 0; n < 300; n += 1) {
      if (await row.filter({ hasText: words }).count()) return
      await page.keyboard.press(key)
    }
  throw new Error(`no row of Today says ${words}`)
}

test('Enter leads to the paper that waits for a second person, to the finding, to the fact that was named', async ({ arrives }) => {
  const desk = await opened()
  const page = await arrives(desk)
  await page.getByRole('button', { name: 'Open the worked example' }).click()
  await page.locator('.today').waitFor()
  const { header, record } = await heron(page.request)
  const person = record.persons[0]!.id
  const finding = await answer<{ id: string }>(page.request, 'POST', `/api/cases/${header.id}/findings`, {
    element: 'cat3.absolute',
    person,
    state: 'CHN',
    custody: null,
    answer: 'shown',
    reasons: 'A State party.',
  })
  const paper = await answer<PaperView>(page.request, 'POST', `/api/cases/${header.id}/papers`, {
    body: 'sp_urgent_appeal',
    states: ['CHN'],
    persons: [person],
  })
  await page.reload()
  await page.locator('.today').waitFor()
  await walkTo(page, /composed a paper/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/papers/${paper.id}$`))
  await page.keyboard.press('KeyG')
  await page.keyboard.press('KeyT')
  await walkTo(page, /Reviewer for a finding/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/assessment$/)
  await expect(page.locator(`[data-thing="${finding.id}"]`)).toBeFocused()
  await page.keyboard.press('KeyG')
  await page.keyboard.press('KeyT')
  await walkTo(page, /drafted a finding/)
  await page.keyboard.press('Enter')
  await expect(page.locator(`[data-thing="${finding.id}"]`)).toBeFocused()
  // A line whose thing has no place of its own stands in the history.
  await answer(page.request, 'POST', `/api/cases/${header.id}/facts/${record.facts[1]!.id}/remove`, { reason: 'a test' })
  await answer(page.request, 'POST', `/api/cases/${header.id}/facts/${record.facts[0]!.id}`, {
    ...record.facts[0]!,
    id: undefined,
    label: undefined,
    reason: 'spelling',
  })
  await page.keyboard.press('KeyG')
  await page.keyboard.press('KeyT')
  await page.reload()
  await page.locator('.today').waitFor()
  await walkTo(page, /corrected a fact/)
  await page.keyboard.press('Enter')
  await expect(page.locator(`tr[data-thing="${record.facts[0]!.id}"]`)).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('KeyG')
  await page.keyboard.press('KeyT')
  await walkTo(page, /struck a fact/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/history$/)
  await expect(page.locator(':focus')).toContainText('struck a fact')
})

test('beyond a hundred the rest comes with M, the first new row is current, and Enter opens it', async ({ arrives }) => {
  test.setTimeout(300_000)
  const desk = await opened()
  const page = await arrives(desk)
  const who = await setUp(page.request)
  const mine = await enter(arrives, desk, who)
  for (let n = 0; n < 113; n += 1)
    await answer<CaseHeader>(mine.request, 'POST', '/api/cases', {
      codeName: `Row ${String(n).padStart(3, '0')}`,
      situation: 'china-dprk',
      names: [{ text: `Invented ${n}`, script: 'latin' }],
      sex: 'F',
      birth: null,
      origin: 'PRK',
      heldState: 'CHN',
      heldPlace: 'a county detention house',
      heldAuthority: null,
      heldSince: '2026-10',
      transferWords: 'guards spoke of it',
      transferTo: 'PRK',
      transferWindow: '2026-12',
      feared: null,
      askedBy: { basis: null, words: null },
      searched: true,
    })
  await mine.reload()
  await mine.locator('.today tbody tr').nth(99).waitFor()
  const rows = mine.getByRole('region', { name: /May be removed/ }).locator('tbody tr')
  await expect(rows).toHaveCount(100)
  await expect(mine.getByRole('button', { name: 'Show the other 13' })).toBeVisible()
  await mine.keyboard.press('KeyM')
  await expect(rows).toHaveCount(113)
  await expect(rows.nth(100)).toHaveAttribute('aria-current', 'true')
  await expect(rows.nth(100)).toBeInViewport()
  await expect(rows.nth(100).locator('a').first()).toBeFocused()
  const [name, today] = [await rows.nth(100).locator('.name').innerText(), await answer<Today>(mine.request, 'GET', '/api/today?all=yes')]
  expect(today.atRisk).toHaveLength(113)
  await mine.keyboard.press('KeyJ')
  await mine.keyboard.press('KeyK')
  await mine.keyboard.press('Enter')
  await expect(mine.getByRole('heading', { level: 1 })).toContainText(name)
})
