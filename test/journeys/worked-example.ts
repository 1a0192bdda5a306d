/** Steps in the worked example that several journeys take: opening it, being one of its invented members, reaching a tab of a case. */
import type { APIRequestContext, Page } from '@playwright/test'
import type { DeskApi } from '../../src/domain/documents/desk-api.ts'
import { en } from '../../src/web/words/en.ts'
import { answer } from './answer.ts'
import type { Desk } from './desk.ts'
import type { Arrives } from './person.ts'

export type Member = 'Ines Sample' | 'T. Example' | 'R. Specimen'

/** Over HTTP, for journeys whose subject is something else. */
export const openExample = (request: APIRequestContext) => answer(request, 'POST', '/api/set-up/example')

export const be = async (arrives: Arrives, desk: Desk, member: Member, how = {}): Promise<Page> => {
  const page = await arrives(desk, how)
  await page.getByRole('button', { name: member }).click()
  await page.locator('.today').waitFor()
  return page
}

export const heron = async (request: APIRequestContext): Promise<DeskApi['GET /api/cases/:case']['out']> => {
  const cases = await answer<DeskApi['GET /api/cases']['out']>(request, 'GET', '/api/cases')
  return answer(request, 'GET', `/api/cases/${cases.find((one) => one.codeName.includes('Heron'))!.id}`)
}

export const openHeron = async (page: Page, tab = 0, w: typeof en = en): Promise<void> => {
  await page.getByRole('link', { name: /Heron/ }).first().click()
  if (tab > 0) await page.getByRole('navigation', { name: w.cases.tabsLabel }).getByRole('link', { name: w.cases.tabs[tab]! }).click()
}
