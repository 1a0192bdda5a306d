/** A person at a browser of their own. Whatever their pages complain of, or ask of another origin, fails the journey. */
import { type Browser, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import type { Desk } from './desk.ts'

export { expect }
export type Arrives = (desk: Desk, how?: BrowserContextOptions) => Promise<Page>

export const test = base.extend<{ arrives: Arrives }>({
  arrives: async ({ browser }, use, about) => {
    const pages: Page[] = []
    const wrong: string[] = []
    await use(async (desk, how = {}) => {
      const page = await arrive(browser, desk, how, wrong)
      pages.push(page)
      return page
    })
    for (const [n, page] of pages.entries()) {
      if (about.status !== about.expectedStatus && !page.isClosed())
        await about.attach(`page-${n}`, {
          body: await page.screenshot({ path: about.outputPath(`page-${n}.png`) }),
          contentType: 'image/png',
        })
      await page.context().close()
    }
    expect(wrong, 'what the pages complained of').toEqual([])
  },
})

const arrive = async (browser: Browser, desk: Desk, how: BrowserContextOptions, wrong: string[]): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: desk.address,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    ignoreHTTPSErrors: true,
    acceptDownloads: true,
    ...how,
  })
  context.setDefaultTimeout(60_000)
  const origin = new URL(desk.address).origin
  context.on('weberror', (error) => wrong.push(`script: ${error.error().message}`))
  context.on('console', (line) => {
    // A refusal by the desk is an answer, not a fault of the page.
    if (line.type() === 'error' && !line.text().startsWith('Failed to load resource')) wrong.push(`console: ${line.text()}`)
    if (line.type() === 'warning' && /content security policy/i.test(line.text())) wrong.push(`console: ${line.text()}`)
  })
  context.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url()) && new URL(request.url()).origin !== origin) wrong.push(`elsewhere: ${request.url()}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 500 && response.status() !== 503) wrong.push(`${response.status()}: ${response.url()}`)
  })
  const page = await context.newPage()
  await page.goto('/')
  return page
}
