/** The worked example from end to end: an account becomes facts, an assessment, an urgent appeal, a release by two people, a clock on Today. */
import { execFileSync } from 'node:child_process'
import type { Page } from '@playwright/test'

import { type Desk, startDesk } from './desk.ts'
import { expect, test } from './person.ts'
import { selectWords } from './select-words.ts'
import { be, heron, openHeron } from './worked-example.ts'

test.describe.configure({ mode: 'serial' })
let desk: Desk
test.beforeAll(async () => {
  desk = await startDesk()
})
test.afterAll(async () => {
  await desk?.stop()
})

const appeal = 'Special Procedures: urgent appeal'
const body = (page: Page, name: string, against: string) =>
  page.locator('table.bodies tbody tr').filter({ hasText: name }).filter({ hasText: against })

test('the worked example opens on Today with the person who may be removed first', async ({ arrives }) => {
  const page = await arrives(desk)
  await page.getByRole('button', { name: 'Open the worked example' }).click()
  const atRisk = page.getByRole('region', { name: /May be removed/ }).getByRole('row')
  await expect(atRisk.nth(1)).toContainText('Heron')
  await expect(atRisk.nth(1)).toContainText('Imminent')
  await expect(atRisk.nth(1)).toContainText('Tumen')
  await expect(page.getByText('Every person here is invented.')).toBeVisible()
})

test('J, K and Enter alone move through Today, open the case and lead back', async ({ arrives }) => {
  const page = await be(arrives, desk, 'Ines Sample')
  const current = page.locator('.today [aria-current=true]')
  await expect(current).toContainText('Heron')
  await page.keyboard.press('KeyJ')
  await expect(current).toHaveAttribute('data-row', '1')
  await page.keyboard.press('KeyK')
  await expect(current).toHaveAttribute('data-row', '0')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Heron')
  await page.keyboard.press('BracketRight')
  await expect(page).toHaveURL(/assessment$/)
  await page.keyboard.press('KeyG')
  await page.keyboard.press('KeyT')
  await expect(page.getByRole('heading', { name: /May be removed/ })).toBeVisible()
})

test('words selected in the Korean account become a fact that addresses exactly those words', async ({ arrives }) => {
  const words = '한 방에 스무 명 넘게 있어서 누워 잘 수 없었습니다'
  const page = await be(arrives, desk, 'Ines Sample')
  await openHeron(page)
  await selectWords(page, words)
  await page.keyboard.press('KeyF')
  const form = page.getByRole('form', { name: 'New fact' })
  await expect(form).toContainText(words)
  await page.keyboard.type('conditions of det')
  await page.keyboard.press('Enter')
  await expect(form.getByRole('combobox', { name: 'Kind of fact' })).toHaveValue('Conditions of detention')
  await form.getByLabel('Standing').selectOption('accepted')
  await form.getByLabel('Place', { exact: true }).fill('Onsong county')
  await form.getByRole('button', { name: /Keep as F53/ }).click()
  await expect(form).toBeHidden()

  const { record } = await heron(page.request)
  const fact = record.facts.find((one) => one.kind === 'inhuman-conditions')!
  const [span] = fact.spans
  const account = record.accounts.find((one) => one.id === span!.account)!
  expect(account.text.slice(span!.start, span!.end)).toBe(words)
  expect(span!.quote).toBe(words)
  expect(span!.start).toBe(account.text.indexOf(words))
  const underlined = page.locator('.account-text .said.for', { hasText: words })
  await expect(underlined).toHaveText(words)
  await expect(page.getByRole('row', { name: /Conditions of detention/ })).toContainText('Onsong county')
  await expect(page.getByRole('row', { name: /Conditions of detention/ })).toHaveAttribute('aria-current', 'true')
})

test('a line of the assessment answers with its facts and the certainty of its law; a finding is signed by a second person', async ({
  arrives,
}) => {
  const first = await be(arrives, desk, 'Ines Sample')
  await openHeron(first, 1)
  const line = first.getByRole('row', { name: /Objective basis/ })
  await expect(line).toContainText('Shown')
  await expect(line).toContainText('Forcibly returned before')
  await expect(line).toContainText('The statements date the first departure differently')
  await expect(line.getByText('unverified').first()).toBeVisible()
  // Nothing on the page may read like a score.
  expect(await first.locator('main').innerText()).not.toMatch(/\d\s?%|score of|probab/i)
  await first.getByRole('row', { name: /Actual fear/ }).click()
  await first.keyboard.press('KeyN')
  // The officer answers; the form proposes nothing.
  await expect(first.getByLabel('I find it')).toHaveValue('')
  await first.getByLabel('I find it').selectOption('shown')
  await first
    .getByLabel('Reasons')
    .fill('The account is steady on what she fears and why; the date of the first departure does not bear on it.')
  await first.getByRole('button', { name: 'Sign the finding' }).click()
  await expect(first.getByText('No reviewer has signed it.')).toBeVisible()
  await expect(first.getByRole('button', { name: 'Sign as reviewer' })).toBeHidden()
  await expect(first.getByText('To be signed by another with the role of a reviewer: T. Example')).toBeVisible()

  const second = await be(arrives, desk, 'T. Example')
  await openHeron(second, 1)
  await second.getByRole('button', { name: 'Sign as reviewer' }).click()
  await expect(second.getByText('Signed by the reviewer T. Example.')).toBeVisible()
})

test('each body says ready, lacks or not open, each for its own reason', async ({ arrives }) => {
  const page = await be(arrives, desk, 'Ines Sample')
  await openHeron(page, 2)
  await expect(body(page, appeal, 'China, 표은서')).toContainText('Ready')
  await expect(body(page, 'WGAD: individual complaint', 'China, 표은서')).toContainText('Lacks')
  await expect(body(page, 'WGAD: individual complaint', 'China, 표은서')).toContainText('steps taken at home, or why none')
  await expect(body(page, appeal, 'DPRK, 표은서')).toContainText('has not agreed')
  // Two treaty doors are closed to China, one on a checked ground, one on a ground nobody has read: the reader sees which.
  const cat = body(page, 'CAT Article 22 complaint', 'China, 2 people')
  await expect(cat).toContainText('China has not accepted this complaint procedure')
  await expect(cat.getByRole('cell').nth(1)).toContainText('unverified')
  const op1 = body(page, 'OP1 complaint', 'China, 2 people')
  await expect(op1).toContainText('China is not a party to the International Covenant on Civil and Political Rights (ICCPR)')
  await expect(op1.getByRole('cell').nth(1).getByText('verified', { exact: true })).toBeVisible()
  await expect(body(page, 'WGEID: standard case', 'China, 표은서')).toContainText('has not happened: disappearance')
})

test('a sentence of the draft leads to its fact and to the words of the account it rests on', async ({ arrives }) => {
  const page = await be(arrives, desk, 'Ines Sample')
  await openHeron(page, 2)
  await body(page, appeal, 'China, 표은서').getByRole('button', { name: appeal }).click()
  const sheet = page.getByRole('article')
  await expect(sheet).toContainText('Draft 1. Not released')
  const sentence = sheet.getByRole('button', { name: /in the form of beatings/ })
  await sentence.click()
  const trace = page.getByRole('complementary', { name: 'What the sentence rests on' })
  await expect(trace).toContainText('F20')
  await expect(trace.locator('mark')).toHaveText('아니라고 하면 각목으로 어깨와 등을 때렸습니다')
  const before = await trace.locator('.trace-sentence').innerText()
  await page.keyboard.press('KeyJ')
  await expect(trace.locator('.trace-sentence')).not.toHaveText(before)
  await page.keyboard.press('KeyK')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /Torture or ill-treatment/ })).toHaveAttribute('aria-current', 'true')
})

const openDraft = async (page: Page, name: string): Promise<void> => {
  await openHeron(page, 2)
  await body(page, name, 'China, 표은서').getByRole('button', { name }).click()
  await page.getByRole('article').waitFor()
}
const gate = (page: Page) => page.getByRole('region', { name: 'Release' })

test('nobody can ask for a release before somebody has decided about the facts that the Government will read', async ({ arrives }) => {
  const page = await be(arrives, desk, 'Ines Sample')
  await openDraft(page, appeal)
  await expect(gate(page)).toContainText('The Government of China will read this.')
  await gate(page).getByRole('button', { name: 'Ask a second person to read' }).click()
  await expect(gate(page).getByRole('alert')).toBeVisible()
  await gate(page).getByRole('button', { name: 'Decide on these facts' }).click()
  await gate(page).getByLabel('Why they may be read there').fill('All of them stand in the annex for the Special Procedures alone.')
  await gate(page).getByRole('button', { name: 'I looked at them; they stand' }).click()
  await expect(gate(page).getByRole('button', { name: 'I looked at them; they stand' })).toBeHidden()
})

test('who asks cannot release; a second person releases, and the paper is frozen with its hash', async ({ arrives }) => {
  const first = await be(arrives, desk, 'Ines Sample')
  await openDraft(first, appeal)
  await gate(first).getByRole('button', { name: 'Ask a second person to read' }).click()
  await expect(gate(first)).toContainText('Ines Sample asks.')
  // Nobody is offered what would be refused: who asked reads who may let it go.
  await expect(gate(first).getByRole('button', { name: 'Release', exact: true })).toBeHidden()
  await expect(gate(first)).toContainText('To be let go by another lawyer or reviewer: T. Example')
  await expect(gate(first)).not.toContainText('Released and frozen')

  const second = await be(arrives, desk, 'T. Example')
  await openDraft(second, appeal)
  await gate(second).getByRole('button', { name: 'Release', exact: true }).click()
  await expect(gate(second)).toContainText(/Released and frozen\. Hash [0-9a-f]{16}/)
  await expect(second.getByRole('button', { name: 'Strike' })).toBeHidden()
  await expect(second.getByRole('article')).toContainText(/Released. Hash [0-9a-f]{12}/)
})

const textOf = (path: string): string => execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).normalize('NFC')
const fetchPdf = async (page: Page, link: string): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link, exact: true }).click()])
  return textOf(await download.path())
}

test('the released paper names the person in searchable Hangul and keeps her sister, her child and her mother’s home out of it', async ({
  arrives,
}) => {
  const page = await be(arrives, desk, 'T. Example')
  await openDraft(page, appeal)
  const paper = await fetchPdf(page, 'PDF')
  const flowing = paper.replace(/\s+/g, ' ')
  expect(paper).toContain('표은서')
  expect(flowing).toContain('She was subjected to ill-treatment by the Ministry of State Security')
  expect(flowing).toContain('not be removed, handed over or returned')
  expect(flowing).toMatch(/unverified/)
  // Who must not be known by it, what a reading Government could pass on, and what a released paper is no longer.
  expect(paper.match(/표은주|Ŭn-ju|mother|어머니|고향|worship|religious|draft/gi)).toBeNull()
  const annex = await fetchPdf(page, 'Annex PDF')
  expect(annex).toContain('표은주')
  expect(annex).toMatch(/must not be transmitted to any Government/)
  expect(annex.match(/어머니|mother|고향|Musan/gi)).toBeNull()
})

test('what is logged as sent and acknowledged starts a clock that Today shows with its rule', async ({ arrives }) => {
  const page = await be(arrives, desk, 'Ines Sample')
  await openHeron(page, 2)
  const sent = page.getByRole('region', { name: /Sent and received/ })
  for (const event of ['sent', 'acknowledged']) {
    await sent.getByRole('button', { name: 'Log what happened' }).click()
    await expect(sent.getByLabel('What happened')).toHaveValue(event)
    await sent.getByRole('button', { name: 'Log it' }).click()
    await expect(sent.getByRole('button', { name: 'Log it' })).toBeHidden()
  }
  await expect(body(page, appeal, 'China, 표은서')).toContainText('Sent')
  await page.getByRole('link', { name: /^Today/ }).click()
  const due = page.getByRole('region', { name: /^Due/ }).getByRole('row').filter({ hasText: appeal })
  await expect(due).toContainText('in 60 days')
  await expect(due).toContainText('60 days from date of letter')
  await expect(due).toContainText('unverified')
})

test('a changed fact flags its own sentences and no others', async ({ arrives }) => {
  const page = await be(arrives, desk, 'Ines Sample')
  await openDraft(page, 'WGAD: urgent action')
  await expect(page.getByRole('article')).toContainText('arrested on 9 November 2026')
  const draft = page.url()
  await page
    .getByRole('article')
    .getByRole('button', { name: /arrested on 9 November 2026/ })
    .click()
  await page.keyboard.press('Enter')
  const row = page.getByRole('row', { name: /F34/ }).first()
  await expect(row).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('KeyE')
  const form = page.getByRole('form', { name: 'Correct F34' })
  await form.getByLabel('Date', { exact: true }).fill('2026-11-08')
  await form.getByLabel('Reason').fill('The partner gave the day again, with the notice of the works unit.')
  await form.getByRole('button', { name: /Keep the correction/ }).click()
  await expect(form).toBeHidden()
  await page.goto(draft)
  await expect(page.locator('.sentence.is-stale')).toHaveCount(1)
  await expect(page.locator('.sentence.is-stale')).toContainText('arrested on 9 November 2026')
  await expect(page.getByText('A fact under it has changed: F34.').first()).toBeVisible()
})

test('a paper that differs from what was sent says so and cannot be asked for until the difference is explained', async ({ arrives }) => {
  const page = await be(arrives, desk, 'Ines Sample')
  await openDraft(page, 'WGAD: urgent action')
  await gate(page).getByRole('button', { name: 'Compose it again' }).click()
  await expect(page.getByRole('article')).toContainText('Draft 2. Not released')
  await expect(page.locator('.sentence.is-stale')).toHaveCount(0)
  await expect(page.locator('.sentence.is-differing')).toHaveCount(1)
  await expect(page.locator('.sentence.is-differing')).toContainText('arrested on 8 November 2026')
  const before = gate(page).locator('.both')
  await expect(before).toContainText('9 November 2026')
  await gate(page).getByRole('button', { name: 'Decide on these facts' }).click()
  await gate(page).getByLabel('Why they may be read there').fill('They stand in the annex for the Working Group alone.')
  await gate(page).getByRole('button', { name: 'I looked at them; they stand' }).click()
  await expect(gate(page).getByRole('button', { name: 'I looked at them; they stand' })).toBeHidden()
  await gate(page).getByRole('button', { name: 'Ask a second person to read' }).click()
  await expect(gate(page).getByRole('alert')).toBeVisible()
  await expect(gate(page)).not.toContainText('Ines Sample asks.')
  await page.getByRole('button', { name: 'Explain or correct' }).click()
  await page.getByLabel('Why it differs from what was sent').fill('The partner corrected the day; the earlier recipient is told.')
  await page.getByRole('button', { name: 'Keep the explanation' }).click()
  await expect(page.locator('.sentence.is-differing')).toHaveCount(0)
  await gate(page).getByRole('button', { name: 'Ask a second person to read' }).click()
  await expect(gate(page)).toContainText('Ines Sample asks.')
})
