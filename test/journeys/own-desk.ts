/** A desk of one's own for journeys whose subject is not the set-up: made over HTTP, entered through the sign-in page. */
import type { APIRequestContext, Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { answer } from './answer.ts'
import type { Desk } from './desk.ts'
import type { Arrives } from './person.ts'

export type Credentials = { name: string; signInName: string; password: string; secret: string; codes: string[] }

/** What the phone shows now. */
export const phoneCode = (secret: string): string => new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate()

type SetUp = { passphrase: string; recoveryWords: string[]; totpSecret: string; recoveryCodes: string[] }
export const setUp = async (request: APIRequestContext, name = 'Lea Muster'): Promise<Credentials & { passphrase: string }> => {
  const member = { name, signInName: 'lead', password: 'a long sentence nobody guesses' }
  const made = await answer<SetUp>(request, 'POST', '/api/set-up', {
    organisation: 'Example Legal Aid',
    language: 'en',
    passphrase: null,
    member,
  })
  return { ...member, passphrase: made.passphrase, secret: made.totpSecret, codes: [...made.recoveryCodes] }
}

/** Signs in by the form. A printed code is struck out with each use; a phone's code is good once. */
export const signIn = async (page: Page, who: Credentials, code = who.codes.shift()!): Promise<void> => {
  await page.getByLabel('Sign-in name').fill(who.signInName)
  await page.getByLabel('Password').fill(who.password)
  await page.getByLabel('One-time code').fill(code)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.locator('.today').waitFor()
}

export const enter = async (arrives: Arrives, desk: Desk, who: Credentials, how = {}): Promise<Page> => {
  const page = await arrives(desk, how)
  await signIn(page, who)
  return page
}
