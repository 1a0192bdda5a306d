/** A desk of one's own: made, sealed, opened by passphrase and by kit; a case begun in a minute; an account composed in Hangul, attested, corrected, drawn from. */
import type { Page } from '@playwright/test'
import type { CaseHeader, CasePage, DeskState } from '../../src/domain/documents/desk-api.ts'
import { answer, refusal } from './answer.ts'
import { composeHangul, enterWhileComposing, insertText, pressTakenKeys, tears } from './compose-hangul.ts'
import { type Desk, startDesk } from './desk.ts'
import { objections, runsOut } from './look.ts'
import { type Credentials, enter, phoneCode } from './own-desk.ts'
import { expect, test } from './person.ts'
import { selectWords } from './select-words.ts'

test.describe.configure({ mode: 'serial' })
let desk: Desk
let passphrase = ''
let kit: string[] = []
const lead: Credentials = { name: 'Lea Muster', signInName: 'lead', password: 'a long sentence nobody guesses', secret: '', codes: [] }
test.beforeAll(async () => {
  desk = await startDesk()
})
test.afterAll(async () => {
  await desk?.stop()
})

/** The page as it stands, wide and on a small phone. */
const isClean = async (page: Page): Promise<void> => {
  expect.soft(await objections(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  expect.soft(await runsOut(page)).toEqual([])
  await page.setViewportSize({ width: 1440, height: 900 })
}

test('a desk is made with six words of the machine, a kit shown once and checked by two of its words, and a code from a phone', async ({
  arrives,
}) => {
  const page = await arrives(desk)
  await page.getByLabel('Organisation').waitFor()
  await isClean(page)
  await page.getByLabel('Organisation').fill('Example Legal Aid')
  await page.getByLabel('Your name').fill(lead.name)
  await page.getByLabel('Sign-in name').fill(lead.signInName)
  await page.getByLabel('Password').fill('short')
  await page.getByRole('button', { name: 'Next' }).click()
  // A short one does not leave the page on which it was typed.
  await expect(page.getByLabel('Password')).toBeFocused()
  await page.getByLabel('Password').fill('aaaaaaaaaaaaaaaa')
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Make the desk' }).click()
  // A weak password is refused before anything is made.
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByRole('button', { name: 'Back' }).click()
  await page.getByLabel('Password').fill(lead.password)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Make the desk' }).click()
  await page.getByRole('heading', { name: 'Put these words on paper' }).waitFor()
  await isClean(page)
  passphrase = await page.locator('.passphrase strong').innerText()
  kit = (await page.locator('.kit ol li').allInnerTexts()).map((line) => line.replace(/^\d+\s+/, '').trim())
  expect(passphrase.split(/[ -]/)).toHaveLength(6)
  expect(kit).toHaveLength(24)

  const done = page.getByRole('button', { name: 'I have it on paper' })
  const fields = page.getByLabel(/^Word \d+, from the paper$/)
  await expect(fields).toHaveCount(2)
  for (const n of [0, 1]) await fields.nth(n).fill('wrong')
  await done.click({ force: true })
  await expect(page.getByRole('heading', { name: 'Put these words on paper' })).toBeVisible()
  for (const n of [0, 1]) {
    const label = await page.locator('.stepped label').nth(n).innerText()
    await fields.nth(n).fill(kit[Number(/\d+/.exec(label)![0]) - 1]!)
  }
  await done.click()
  lead.secret = (await page.locator('.authenticator p .mono').innerText()).trim()
  lead.codes = await page.locator('.codes li').allInnerTexts()
  expect(lead.codes).toHaveLength(10)
  await isClean(page)
  await page.getByLabel('The code it shows now').fill('000000')
  await page.getByRole('button', { name: 'Check and sign in' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByLabel('The code it shows now').fill(phoneCode(lead.secret))
  await page.getByRole('button', { name: 'Check and sign in' }).click()
  await expect(page.getByText(/Law pack \d/)).toBeVisible()
  await isClean(page)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Go to Today' }).waitFor()
  await isClean(page)
  await page.getByRole('button', { name: 'Go to Today' }).click()
  await expect(page.getByRole('heading', { name: /May be removed/ })).toBeVisible()
  await page.reload()
  await page.locator('.today').waitFor()
  // Nothing of what was shown once is kept where the browser could show it again.
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(passphrase)
})

const sealings = (): number => desk.said().split('It opens again with the passphrase').length
const seal = async (page: Page): Promise<void> => {
  const before = sealings()
  await page.getByRole('button', { name: 'Seal now' }).click()
  await expect(page.getByRole('heading', { name: 'This desk is sealed' })).toBeVisible()
  // The process that held the keys has ended; a sealed one takes its place in a moment.
  await expect.poll(sealings).toBe(before + 1)
  await expect(async () => expect((await page.request.get('/api/state')).ok()).toBe(true)).toPass({ timeout: 60_000 })
}

test('sealed by one button the desk shows only the page to unlock it; a wrong passphrase opens nothing, the right one does', async ({
  arrives,
}) => {
  const page = await enter(arrives, desk, lead)
  await seal(page)
  await isClean(page)
  for (const path of ['/api/today', '/api/cases', '/api/members']) expect(await refusal(page.request, 'GET', path)).toBe('sealed')
  expect(await page.locator('body').innerText()).not.toMatch(/Lea Muster|Example Legal Aid/)
  await page.getByLabel('Passphrase').fill('six words that are not it')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  expect(await refusal(page.request, 'GET', '/api/cases')).toBe('sealed')
  await page.getByLabel('Passphrase').fill(passphrase)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'This desk is sealed' })).toBeHidden()
  expect((await answer<DeskState>(page.request, 'GET', '/api/state')).phase).toBe('open')
})

test('who opens the desk opens it for nobody else: each person signs in again', async ({ arrives }) => {
  const page = await enter(arrives, desk, lead)
  await seal(page)
  await answer(page.request, 'POST', '/api/unlock', { passphrase, recoveryWords: null })
  expect(await refusal(page.request, 'GET', '/api/today')).toBe('not-signed-in')
})

test('the recovery kit opens the desk when the passphrase is lost, and only with its words in their order', async ({ arrives }) => {
  const page = await enter(arrives, desk, lead)
  await seal(page)
  await page.getByRole('button', { name: /Open with the recovery kit/ }).click()
  await page.getByLabel('The words of the kit, in order').fill([...kit.slice(1), kit[0]].join(' '))
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByLabel('The words of the kit, in order').fill(kit.join('\n'))
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'This desk is sealed' })).toBeHidden()
  expect((await answer<DeskState>(page.request, 'GET', '/api/state')).phase).toBe('open')
})

test('a case begins with a search, and what one minute told already opens the doors', async ({ arrives }) => {
  const page = await enter(arrives, desk, lead)
  await page.keyboard.press('KeyN')
  await expect(page.getByRole('heading', { name: 'New case: look first' })).toBeVisible()
  expect(await page.getByLabel('Code name').count()).toBe(0)
  await page.getByLabel('Name, in any script, as it was given').fill('리은하')
  await page.getByLabel('Sex').selectOption('F')
  await page.getByRole('button', { name: /^Look/ }).click()
  await page.getByLabel('Code name').fill('Quiet Harbour')
  await page.getByLabel('Held by which State').selectOption('CHN')
  await page.getByLabel('Held where').fill('Yanji, Jilin')
  await page.getByLabel('Held by which authority').fill('prc-public-security')
  await page.getByLabel('Held since').fill('2026-11-20')
  await page.getByLabel('What is known of a transfer').fill('a relative was told: this week')
  await page.getByLabel('Transfer to').selectOption('PRK')
  await page.getByLabel('What is feared on return').fill('punishment for leaving')
  await page.getByLabel('Who asks').selectOption('relative')
  await page.getByRole('button', { name: /Open the case/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Quiet Harbour')
  await expect(page.getByText('Removal imminent')).toBeVisible()
  await page.getByRole('link', { name: /^Proceedings/ }).click()
  await expect(
    page.locator('table.bodies tbody').first().getByRole('row').filter({ hasText: 'Special Procedures: urgent appeal' }).first(),
  ).toBeVisible()
  await page.getByRole('link', { name: /^Today/ }).click()
  await expect(page.getByRole('row', { name: /Quiet Harbour/ }).first()).toContainText('Imminent')

  // The same person again, in another spelling: shown, with the reason.
  await page.keyboard.press('KeyN')
  await page.getByLabel('Name, in any script, as it was given').fill('Ri Un Ha')
  await page.getByRole('button', { name: /^Look/ }).click()
  await expect(page.getByRole('row', { name: /리은하/ })).toContainText('Quiet Harbour')
})

const first = '저는 𠮷 마을 이야기를 들었습니다. '
const decomposed = '평안남도'.normalize('NFD')
const second = `눈물이 났습니다. ${decomposed}에서 왔다고 했습니다.`
const theCase = async (page: Page): Promise<CasePage> => {
  const [header] = await answer<CaseHeader[]>(page.request, 'GET', '/api/cases')
  return answer(page.request, 'GET', `/api/cases/${header!.id}`)
}
const open = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Quiet Harbour' }).first().click()
  await page.getByRole('button', { name: '+ Record an account' }).waitFor()
}

test('an account composed in Hangul is kept sign for sign, no shortcut fires while a syllable is being composed, and a number is warned of', async ({
  arrives,
}) => {
  const page = await enter(arrives, desk, lead)
  await open(page)
  // With no field in focus an input method may still hold the key: nothing may open.
  await pressTakenKeys(page, ['KeyN', 'KeyF', 'KeyA', 'KeyE', 'KeyG', 'KeyT'])
  await expect(page.getByRole('heading', { name: 'Record an account' })).toBeHidden()
  await expect(page.getByRole('form', { name: 'New fact' })).toBeHidden()
  // The same place of the key, on a Korean layout, is the shortcut.
  await page.evaluate(() => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyN', key: 'ㅜ', bubbles: true, cancelable: true }))
  })
  await expect(page.getByRole('heading', { name: 'Record an account' })).toBeVisible()
  await page.getByLabel('Interpreter, by code').fill('INT-04')
  const account = page.getByRole('textbox', { name: 'Account', exact: true })
  await account.click()
  await insertText(page, first)
  await composeHangul(page, tears)
  await insertText(page, second.slice('눈물'.length))
  await expect(account).toHaveValue(first + second)
  await expect(page.getByRole('form', { name: 'New fact' })).toBeHidden()

  await insertText(page, ' 전화는 010-1234-5678입니다.')
  await expect(page.getByText('This may be something that must not be known here:')).toBeVisible()
  await expect(page.locator('.warned mark')).toContainText('010-1234-5678')
  await account.fill(first + second)
  await expect(page.locator('.warned mark')).toBeHidden()
  await page.getByRole('button', { name: 'Keep the account' }).click()
  await expect(page.getByText('Not attested').first()).toBeVisible()
  const { record } = await theCase(page)
  expect(record.accounts.at(-1)!.text).toBe(first + second)
})

test('an attested account never changes: a correction stands beside it with its reason', async ({ arrives }) => {
  const page = await enter(arrives, desk, lead)
  await open(page)
  // What the relative told is not shown as the words of the person at risk.
  await expect(page.getByRole('button', { name: /^A1/ })).not.toContainText('리은하')
  await page.getByRole('button', { name: /^A2/ }).click()
  await page.getByRole('button', { name: 'Attest: this is what was said' }).click()
  await expect(page.locator('.account-text')).toContainText('눈물이 났습니다')
  const before = await theCase(page)
  const account = before.record.accounts.at(-1)!
  const path = `/api/cases/${before.header.id}/accounts/${account.id}`
  expect(await refusal(page.request, 'POST', path, { text: 'other words', rowVersion: 1 })).toBe('account-attested')
  await selectWords(page, '눈물이 났습니다')
  await page.getByRole('button', { name: 'Correct the account' }).click()
  // What never changes afterwards is asked about once, by keyboard: the first answer leads back to the words.
  await page.getByLabel('What is right').fill('전화는 010-1234-5678')
  await page.getByLabel('Reason').fill('She heard it read back and put it so.')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alertdialog')).toContainText('010-1234-5678')
  await expect(page.getByRole('button', { name: 'Back to the words' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('What is right')).toBeFocused()
  expect((await theCase(page)).record.accounts.at(-1)!.corrections).toEqual([])
  await page.getByLabel('What is right').fill('울었습니다')
  await page.getByLabel('Reason').fill('She heard it read back and put it so.')
  await page.getByRole('button', { name: 'Keep the correction' }).click()
  await expect(page.locator('.corrections')).toContainText('울었습니다')
  await expect(page.locator('.corrections')).toContainText('She heard it read back and put it so.')
  const after = (await theCase(page)).record.accounts.at(-1)!
  expect(after.text).toBe(first + second)
  expect(after.corrections[0]!.span!.quote).toBe('눈물이 났습니다')
})

test('a fact addresses the stored signs, decomposed jamo and signs outside the basic plane counted as they are', async ({ arrives }) => {
  const words = `${decomposed}에서 왔다고`
  const page = await enter(arrives, desk, lead)
  await open(page)
  await page.getByRole('button', { name: /^A2/ }).click()
  await selectWords(page, words)
  await page.keyboard.press('KeyF')
  const form = page.getByRole('form', { name: 'New fact' })
  const kind = form.getByRole('combobox', { name: 'Kind of fact' })
  await kind.fill('residence')
  // Enter belongs to the syllable under the cursor, not to the list.
  await enterWhileComposing(
    page,
    [
      ['KeyR', 'ㄱ'],
      ['KeyN', '구'],
    ],
    () => expect(form.getByRole('option').or(form.getByText('No kind by these words.')).first()).toBeVisible(),
  )
  await expect(form).toBeVisible()
  await kind.fill('residence history')
  await page.keyboard.press('Enter')
  await expect(kind).toHaveValue('Residence history at home')
  await form.getByRole('button', { name: /Keep as F/ }).click()
  await expect(form).toBeHidden()
  const { record } = await theCase(page)
  const fact = record.facts.find((one) => one.kind === 'home-residence-history')!
  const account = record.accounts.at(-1)!
  const [span] = fact.spans
  expect(account.text.slice(span!.start, span!.end)).toBe(words)
  expect(span!.start).toBe((first + second).indexOf(words))
  await expect(page.locator('.account-text .said.for')).toHaveText(words)

  // Struck by a slip: undone at once; struck again, and put back from the fold.
  const row = page.locator(`#fact-${fact.id}`)
  const strike = async (): Promise<void> => {
    await row.getByRole('button', { name: fact.label }).click()
    await row.getByRole('button', { name: 'Strike' }).click()
    await page.getByLabel(`Why ${fact.label} is struck`).fill('a slip')
    await page.keyboard.press('Enter')
    await expect(row).toBeHidden()
  }
  await strike()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row).toBeVisible()
  await strike()
  await page.getByText('1 struck fact').click()
  await page.getByRole('button', { name: `Put back ${fact.label}` }).click()
  await page.getByLabel(`Why ${fact.label} is put back`).fill('it was right')
  await page.keyboard.press('Enter')
  await expect(row).toBeVisible()
})

test('after sealing nothing of the case is readable, not by a second tab, not from the folder, until the desk is unlocked', async ({
  arrives,
}) => {
  const page = await enter(arrives, desk, lead)
  await open(page)
  const tab = await page.context().newPage()
  await tab.goto(page.url())
  await tab.getByRole('heading', { level: 1, name: /Quiet Harbour/ }).waitFor()
  await seal(page)
  await tab.reload()
  await expect(tab.getByRole('heading', { name: 'This desk is sealed' })).toBeVisible()
  expect(await tab.locator('body').innerText()).not.toMatch(/Quiet Harbour|리은하|Lea Muster/)
  expect(await refusal(page.request, 'GET', '/api/cases')).toBe('sealed')
})
