/** What the first page costs and what it may do: little script, none inline, nothing from elsewhere. */
import { type Desk, startDesk } from './desk.ts'
import { expect, test } from './person.ts'
import { be, openExample } from './worked-example.ts'

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

test('the first load of Today takes at most 250 kB of compressed script', async ({ arrives }) => {
  const first = await be(arrives, desk, 'Ines Sample')
  const { cookies } = await first.context().storageState()
  const page = await arrives(desk, { storageState: { cookies, origins: [] } })
  await page.locator('.today table').first().waitFor()
  await page.waitForLoadState('networkidle')
  const scripts = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter((one) => new URL(one.name).pathname.endsWith('.js'))
      .map((one) => ({ name: new URL(one.name).pathname, bytes: one.transferSize, plain: one.decodedBodySize })),
  )
  expect(scripts.length).toBeGreaterThan(0)
  // Compressed on the way, or the figure would mean nothing.
  for (const one of scripts.filter((other) => other.plain > 20_000)) expect(one.bytes).toBeLessThan(one.plain * 0.6)
  const total = scripts.reduce((sum, one) => sum + one.bytes, 0)
  test.info().annotations.push({ type: 'script', description: `${(total / 1000).toFixed(0)} kB in ${scripts.length} files` })
  expect(total).toBeLessThanOrEqual(250_000)
})

test('a script written into the page does not run, and the page may speak to nobody else', async ({ arrives }) => {
  const page = await be(arrives, desk, 'Ines Sample')
  const policy = (await page.request.get('/')).headers()['content-security-policy']!
  expect(policy).toContain("default-src 'none'")
  expect(policy).toMatch(/script-src 'self'(;|$)/)
  expect(policy).toMatch(/connect-src 'self'(;|$)/)
  expect(policy).not.toMatch(/unsafe|https?:/)
})
