/** Every screen in three languages, light and dark, at a desk's width and at 320 px: WCAG 2.2 AA by axe, and no sideways scroll. */
import type { Page } from '@playwright/test'
import type { CaseHeader, PaperView } from '../../src/domain/documents/desk-api.ts'
import { answer } from './answer.ts'
import { type Desk, startDesk } from './desk.ts'
import { objections, runsOut } from './look.ts'
import { expect, test } from './person.ts'
import { heron, openExample } from './worked-example.ts'

let desk: Desk
let cookies: Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>
type Screen = readonly [path: string, ready: string, act?: (page: Page) => Promise<void>]
let screens: readonly Screen[]
test.beforeAll(async ({ playwright }) => {
  test.setTimeout(300_000)
  desk = await startDesk()
  const request = await playwright.request.newContext({ baseURL: desk.address })
  await openExample(request)
  cookies = (await request.storageState()).cookies
  const cases = await answer<CaseHeader[]>(request, 'GET', '/api/cases')
  const of = (name: string) => `/cases/${cases.find((one) => one.codeName.includes(name))!.id}`
  const { header, record } = await heron(request)
  const paper = await answer<PaperView>(request, 'POST', `/api/cases/${header.id}/papers`, {
    body: 'sp_urgent_appeal',
    states: ['CHN'],
    persons: [record.persons[0]!.id],
  })
  await request.dispose()
  const at = of('Heron')
  screens = [
    ['/', '.today table'],
    ['/cases', 'main table'],
    ['/cases/new', 'main form'],
    ['/find', 'main h1', (page) => findByName(page)],
    [at, '.account-text', (page) => page.keyboard.press('KeyF')],
    [`${at}/assessment`, '[data-rows=elements]', (page) => page.keyboard.press('KeyN')],
    [`${at}/proceedings`, 'table.bodies', (page) => page.keyboard.press('KeyL')],
    [`${at}/protection`, 'table.people', (page) => page.keyboard.press('KeyN')],
    [`${at}/history`, 'main table'],
    [of('2013'), 'main'],
    [`${of('2013')}/assessment`, '[data-rows=elements]'],
    [`/papers/${paper.id}`, '.sheet', (page) => page.keyboard.press('KeyW')],
    ['/settings', 'main form, main fieldset'],
    ['/settings/bound', 'main table'],
    ['/lists', 'main .held', (page) => inventedPairs(page)],
    ['/lists/hidden', 'main table'],
    ['/lists/how-many', 'main .held'],
    ['/accountability', 'main'],
    ['/invitation', 'main form'],
  ]
})
test.afterAll(async () => {
  await desk?.stop()
})

const signedOut = ['/?', '.ways'] as const satisfies Screen

/** The first screen that opens the invented lists and links them; the later ones find them there. */
const inventedPairs = async (page: Page): Promise<void> => {
  await page.locator('table.linked').or(page.locator('main .button.is-main')).first().waitFor()
  if (!(await page.locator('table.linked').isVisible())) {
    const open = page.locator('main .bar .button:not(.is-main)').last()
    await open.click()
    await page.getByText('second.csv').waitFor()
    await page.locator('main .button.is-main').click()
  }
  await page.locator('table.linked').waitFor()
}

const findByName = async (page: Page): Promise<void> => {
  // On a small screen the field stands in the menu.
  if (!(await page.locator('.find input').isVisible())) await page.getByRole('button', { expanded: false }).first().click()
  await page.locator('.find input').fill('표은서')
  await page.locator('.find input').press('Enter')
  await page.locator('[data-rows=candidates]').waitFor()
}

for (const language of ['en', 'ko', 'zh'] as const)
  for (const width of [1440, 320])
    test(`every screen in ${language} at ${width} px is clean and does not scroll sideways`, async ({ arrives }) => {
      test.setTimeout(600_000)
      const page = await arrives(desk, {
        viewport: { width, height: width === 320 ? 640 : 900 },
        storageState: {
          cookies,
          origins: [{ origin: desk.address, localStorage: [{ name: 'appearance', value: JSON.stringify({ language }) }] }],
        },
      })
      for (const [path, ready, act] of [...screens, signedOut]) {
        if (path === signedOut[0]) await page.context().clearCookies()
        await page.goto(path)
        await page.locator(ready).first().waitFor()
        await act?.(page)
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        await test.step(path, async () => {
          expect.soft(await runsOut(page), `${path} runs out`).toEqual([])
          // Colours and structure are the same in every language and are looked at in one; names of controls change with the words.
          if (language !== 'en') {
            if (width !== 320) expect.soft(await objections(page, ['button-name', 'link-name', 'label']), path).toEqual([])
            return
          }
          expect.soft(await objections(page), `${path}, light`).toEqual([])
          if (width === 320) return
          await page.emulateMedia({ colorScheme: 'dark' })
          await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
          expect.soft(await objections(page, ['color-contrast']), `${path}, dark`).toEqual([])
          await page.emulateMedia({ colorScheme: 'light' })
        })
      }
    })
