/** The core of the worked example with the screen in Korean: the words of the desk are Korean, the paper stays English. */
import type { Page } from '@playwright/test'
import { ko } from '../../src/web/words/ko.ts'
import { type Desk, startDesk } from './desk.ts'
import { expect, test } from './person.ts'
import { selectWords } from './select-words.ts'
import { heron } from './worked-example.ts'

test.describe.configure({ mode: 'serial' })
let desk: Desk
test.beforeAll(async () => {
  desk = await startDesk()
})
test.afterAll(async () => {
  await desk?.stop()
})

/** Latin words that are names and stay so in Korean: the desk, its members, the case, bodies and keys, titles of sources. */
const names =
  /Article 33|Heron|Ines Sample|T\. Example|R\. Specimen|P'yo Ŭn-s[ŏj]u?|P'yo Ŭn-ju|Tumen|Musan county, North Hamgyong|English|Esc|Shift|Word|PDF|WGAD|WGEID|UNHCR|CAT|CED|CEDAW|CRC|OPIC|OP1|OP|ICCPR|ICPPED|UPR|GDPR/g

/** Words of the frame that a reader meets on this screen and that are still in Latin letters. */
const latinWords = async (page: Page): Promise<string[]> => {
  const texts = await page.evaluate(() => {
    const seen: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement!
      if (holder.closest('script, style, [lang=en], [lang^=en-], .mono, .cites, option, .account-text, .authority, datalist')) continue
      if (
        !holder.closest(
          'nav, header, footer, aside, h1, h2, h3, h4, th[scope=col], label, legend, button, dt, .tabs, .keybar, .gate, .headline',
        )
      )
        continue
      if (holder.checkVisibility()) seen.push(node.textContent ?? '')
    }
    return seen
  })
  return [
    ...new Set(
      texts
        .map((text) =>
          text
            .replace(names, '')
            .replace(/[0-9a-f]{8}/g, '')
            .trim(),
        )
        .filter((text) => /[A-Za-z]{3,}/.test(text)),
    ),
  ]
}

const tab = (page: Page, n: number) =>
  page.getByRole('navigation', { name: ko.cases.tabsLabel }).getByRole('link', { name: ko.cases.tabs[n]! })
const appeal = '특별절차: 긴급청원'

test('switched to Korean in Settings, every screen of the case speaks Korean', async ({ arrives }) => {
  const page = await arrives(desk)
  await page.getByRole('button', { name: 'Open the worked example' }).click()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('radio', { name: '한국어' }).check()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(ko.frame.settings)
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  expect.soft(await latinWords(page), 'settings').toEqual([])
  await page.getByRole('link', { name: new RegExp(`^${ko.frame.today}`) }).click()
  await page.getByRole('heading', { name: new RegExp(ko.today.mayBeRemoved) }).waitFor()
  expect.soft(await latinWords(page), 'today').toEqual([])
  await page.getByRole('link', { name: /Heron/ }).first().click()
  for (const [n, ready] of ['.account-text', '[data-rows=elements]', 'table.bodies', 'table.people', 'main table'].entries()) {
    await tab(page, n).click()
    await page.locator(ready).waitFor()
    expect.soft(await latinWords(page), ko.cases.tabs[n]).toEqual([])
  }
})

const koreanDesk = async (page: Page, member: string): Promise<void> => {
  await page.evaluate(() => localStorage.setItem('appearance', JSON.stringify({ language: 'ko' })))
  await page.reload()
  await page.getByRole('button', { name: member }).click()
  await page.locator('.today').waitFor()
}

test('in Korean, words of the account become a fact and a line answers with its certainty', async ({ arrives }) => {
  const words = '한 방에 스무 명 넘게 있어서 누워 잘 수 없었습니다'
  const page = await arrives(desk)
  await koreanDesk(page, 'Ines Sample')
  await page.getByRole('link', { name: /Heron/ }).first().click()
  await selectWords(page, words)
  await page.keyboard.press('KeyF')
  const form = page.getByRole('form', { name: ko.testimony.newFact })
  await form.getByRole('combobox', { name: ko.testimony.kind }).fill('구금 환경')
  const option = form.getByRole('option').first()
  await option.waitFor()
  await page.keyboard.press('Enter')
  await form.getByRole('button', { name: ko.testimony.keepAs('F53') }).click()
  await expect(form).toBeHidden()
  const { record } = await heron(page.request)
  const span = record.facts.at(-1)!.spans[0]!
  expect(record.accounts.find((one) => one.id === span.account)!.text.slice(span.start, span.end)).toBe(words)
  await tab(page, 1).click()
  const line = page.locator('[data-rows=elements] tr[data-row]').first()
  await expect(line).toContainText(ko.terms.answer.shown)
  await expect(line.getByText(ko.terms.certainty.unverified).first()).toBeVisible()
})

test('a paper drafted from the Korean screen is in English, and two people release it in Korean', async ({ arrives }) => {
  const first = await arrives(desk)
  await koreanDesk(first, 'Ines Sample')
  const openDraft = async (page: Page): Promise<void> => {
    await page.getByRole('link', { name: /Heron/ }).first().click()
    await tab(page, 2).click()
    await page.locator('table.bodies').getByRole('button', { name: appeal }).first().click()
    await page.getByRole('article').waitFor()
  }
  await openDraft(first)
  const sheet = first.getByRole('article')
  await expect(sheet).toHaveAttribute('lang', 'en')
  await expect(sheet).toContainText('She was subjected to ill-treatment')
  await expect(sheet).toContainText(ko.documents.draftMark(1))
  expect.soft(await latinWords(first)).toEqual([])
  const gate = (page: Page) => page.getByRole('region', { name: ko.proceedings.releaseGate })
  await gate(first).getByRole('button', { name: ko.proceedings.lookAtFacts }).click()
  await gate(first).getByLabel(ko.proceedings.whyTheyStand).fill('모두 특별절차에만 가는 비공개 부록에 있다.')
  await gate(first).getByRole('button', { name: ko.proceedings.letThemStand }).click()
  await expect(gate(first).getByRole('button', { name: ko.proceedings.letThemStand })).toBeHidden()
  await gate(first).getByRole('button', { name: ko.proceedings.askToRead }).click()
  await expect(gate(first)).toContainText(ko.proceedings.askedSecond('Ines Sample'))
  await expect(gate(first).getByRole('button', { name: ko.proceedings.release, exact: true })).toBeHidden()
  await expect(gate(first)).toContainText('다른 변호사나 검토자가 내보내야 합니다: T. Example')

  const second = await arrives(desk)
  await koreanDesk(second, 'T. Example')
  await openDraft(second)
  await gate(second).getByRole('button', { name: ko.proceedings.release, exact: true }).click()
  await expect(gate(second)).toContainText(ko.proceedings.released)
})
