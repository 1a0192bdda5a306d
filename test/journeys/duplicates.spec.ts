/** The same woman in two spellings, in two cases: two keys judge, a second person confirms, and taking it back restores both records. */
import { readFileSync } from 'node:fs'
import type { CaseHeader, CasePage } from '../../src/domain/documents/desk-api.ts'
import { ko } from '../../src/web/words/ko.ts'
import { answer, refusal } from './answer.ts'
import { type Desk, startDesk } from './desk.ts'
import { objections, runsOut } from './look.ts'
import { expect, test } from './person.ts'
import { be, heron, openExample } from './worked-example.ts'

test.describe.configure({ mode: 'serial' })
let desk: Desk
let twin: CaseHeader
const asKorean = (address: string) => ({
  locale: 'ko-KR',
  storageState: {
    cookies: [],
    origins: [{ origin: address, localStorage: [{ name: 'appearance', value: JSON.stringify({ language: 'ko' }) }] }],
  },
})
test.beforeAll(async ({ playwright }) => {
  desk = await startDesk()
  const request = await playwright.request.newContext({ baseURL: desk.address })
  await openExample(request)
  const { record } = await heron(request)
  const her = record.persons.find((person) => person.role === 'self')!
  twin = await answer<CaseHeader>(request, 'POST', '/api/cases', {
    codeName: 'Quiet Loom',
    situation: record.situation,
    names: [{ text: 'Pyo Un So', script: 'latin' }],
    sex: her.sex,
    birth: her.births[0]?.date ?? null,
    origin: record.states.origin,
    heldState: null,
    heldPlace: null,
    heldAuthority: null,
    heldSince: null,
    transferWords: null,
    transferTo: null,
    transferWindow: null,
    feared: null,
    askedBy: { basis: 'relative', words: 'a cousin asked' },
    searched: true,
  })
  const members = await answer<{ id: string; name: string }[]>(request, 'GET', '/api/members')
  const second = members.find((one) => one.name === 'T. Example')!
  await answer(request, 'POST', `/api/cases/${twin.id}/team`, { member: second.id, role: 'member', account: null, until: null })
  await request.dispose()
})
test.afterAll(async () => {
  await desk?.stop()
})

test('in Korean, by keys alone: S chooses, Escape leaves it, S and Enter keep it, and the first person cannot confirm', async ({
  arrives,
}) => {
  const page = await be(arrives, desk, 'Ines Sample', asKorean(desk.address))
  await page.keyboard.press('KeyG')
  await page.keyboard.press('KeyC')
  await page.locator('[data-rows=cases]').waitFor()
  await page.keyboard.press('KeyD')
  await expect(page.getByRole('heading', { level: 1, name: ko.same.title })).toBeVisible()
  const pair = page.getByRole('region', { name: ko.same.toJudge(1) })
  await expect(pair).toContainText('Quiet Loom')
  for (const field of ['name', 'birth', 'sex'] as const)
    await expect(pair.getByRole('columnheader', { name: ko.same.field[field], exact: true })).toBeVisible()
  await page.keyboard.press('KeyS')
  await expect(page.getByText(ko.same.chosen(ko.same.verdict.same))).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText(ko.same.chosen(ko.same.verdict.same))).toBeHidden()
  await expect(pair).toBeVisible()
  await page.keyboard.press('KeyS')
  await page.keyboard.press('Enter')
  await expect(page.getByText(ko.same.judgedDone(ko.same.verdict.same))).toBeVisible()
  const mine = page.getByRole('region', { name: ko.same.mineWait(1) })
  await expect(mine).toContainText(ko.same.youAreFirst)
  await expect(mine.getByRole('button', { name: ko.same.confirmKey(ko.same.verdictKey.same) })).toHaveCount(0)
  const { waiting } = await answer<{ waiting: { judgement: { id: string; caseId: string } }[] }>(page.request, 'POST', '/api/duplicates')
  const { id, caseId } = waiting[0]!.judgement
  expect(await refusal(page.request, 'POST', `/api/cases/${caseId}/judgements/${id}/confirm`)).toBe('needs-second-person')
  expect((await answer<CasePage>(page.request, 'GET', `/api/cases/${twin.id}`)).heldToBeOne).toEqual([])
})

test('a second person confirms with two keys; both cases say it; taking it apart restores both, and the pair is there to be judged again', async ({
  arrives,
}) => {
  const page = await be(arrives, desk, 'T. Example')
  const before = (await answer<CasePage>(page.request, 'GET', `/api/cases/${twin.id}`)).record.persons
  await page.goto('/cases/same-person')
  const waits = page.getByRole('region', { name: /waits for a second person/ })
  await expect(waits).toContainText('Ines Sample says: the same person.')
  // With a mouse for the first key the second is Enter all the same.
  await waits.getByRole('button', { name: 'confirm: same' }).click()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Confirmed by two people: the same person.', { exact: false })).toBeVisible()
  await page.goto(`/cases/${twin.id}/protection`)
  await expect(page.getByRole('region', { name: /Held to be one person/ })).toContainText(
    'Ines Sample and T. Example say: the same person.',
  )
  const { header } = await heron(page.request)
  await page.goto(`/cases/${header.id}/protection`)
  const held = page.getByRole('region', { name: /Held to be one person/ })
  await expect(held).toContainText('Pyo Un So in Quiet Loom')
  await held.getByRole('button', { name: 'Take apart' }).click()
  await page.keyboard.type('Another birthplace.')
  await page.keyboard.press('Enter')
  await expect(held).toBeHidden()
  await expect(page.getByText('Both records stand as they were.', { exact: false })).toBeVisible()
  await expect(page.locator('#main')).toBeFocused()
  const after = await answer<CasePage>(page.request, 'GET', `/api/cases/${twin.id}`)
  expect(after.record.persons).toEqual(before)
  expect(after.heldToBeOne).toEqual([])
  await page.goto('/cases/same-person')
  await expect(page.getByRole('region', { name: /1 pair to judge/ })).toContainText('Quiet Loom')
})

test('who may open one of the two cases alone sees no pair and no name of the other; its lead is asked', async ({ arrives }) => {
  const page = await be(arrives, desk, 'R. Specimen')
  await page.goto('/cases/same-person')
  await expect(page.getByText('No two records here look like one person.')).toBeVisible()
  expect(await page.content()).not.toMatch(/Quiet Loom|Pyo Un So/)
  expect((await answer<CaseHeader[]>(page.request, 'GET', '/api/cases')).map((one) => one.id)).not.toContain(twin.id)
  const lead = await be(arrives, desk, 'Ines Sample')
  const { questions } = await answer<CasePage>(lead.request, 'GET', `/api/cases/${twin.id}`)
  expect(questions.map((one) => one.by)).toEqual(['R. Specimen'])
})

test('in Korean, another organisation is asked about one person only after the consent to ask is on file', async ({ arrives }) => {
  const page = await be(arrives, desk, 'Ines Sample', asKorean(desk.address))
  const o = ko.same.outside
  await page.goto(`/cases/${twin.id}/protection`)
  const ask = async (): Promise<void> => {
    await page.getByRole('button', { name: o.open }).click()
    await page.getByLabel(o.key).fill('3f9c1d7e5a20b48863ee0c51d4972fb16a08c5f3927de44b1f7650ab88e3c2d9')
    await page.getByRole('button', { name: o.ask }).click()
  }
  await ask()
  await expect(page.getByText('이 사람에 대해 다른 단체에 물어도 된다는 동의가 없습니다')).toBeVisible()
  await page.getByRole('button', { name: ko.frame.close }).click()
  await page.getByRole('button', { name: ko.people.addConsent }).click()
  await page.getByLabel(o.consent).selectOption({ label: ko.terms.tri.yes })
  await page.getByRole('button', { name: ko.people.keep, exact: true }).click()
  await expect(page.getByText(`${o.consentShort}: ${ko.terms.tri.yes}`, { exact: false })).toBeVisible()
  const given = page.waitForEvent('download')
  await ask()
  const file = await given
  expect(file.suggestedFilename()).toBe(`${o.fileName}.a33`)
  const bytes = readFileSync((await file.path())!)
  expect(bytes.subarray(0, bytes.indexOf(10)).toString()).toContain('"records":1')
  expect(bytes.length - bytes.indexOf(10) - 1).toBe(128)
  expect(bytes.toString('latin1')).not.toMatch(/Pyo|Un So/)
  await expect(page.getByRole('status').filter({ hasText: '질문을 만들었습니다' })).toBeVisible()
  expect(await objections(page)).toEqual([])
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/outside-ko.png` })
})

for (const width of [1440, 320])
  test(`the screen of pairs is clean and does not scroll sideways at ${width} px, light and dark, in three languages`, async ({
    arrives,
  }) => {
    for (const language of ['ko', 'zh', 'en'] as const) {
      const page = await be(arrives, desk, 'Ines Sample', {
        viewport: { width, height: width === 320 ? 640 : 900 },
        storageState: {
          cookies: [],
          origins: [{ origin: desk.address, localStorage: [{ name: 'appearance', value: JSON.stringify({ language }) }] }],
        },
      })
      await page.goto('/cases/same-person')
      await page.locator('table.reasons').first().waitFor()
      await page.keyboard.press('KeyS')
      expect.soft(await runsOut(page)).toEqual([])
      expect.soft(await objections(page), `${language}, light`).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
      expect.soft(await objections(page, ['color-contrast']), `${language}, dark`).toEqual([])
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/pairs-${language}-${width}-dark.png`, fullPage: true })
      await page.emulateMedia({ colorScheme: 'light' })
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/pairs-${language}-${width}.png`, fullPage: true })
    }
  })
