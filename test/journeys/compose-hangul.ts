/** Composes Hangul as an input method does: key by key with the key code 229, the syllable growing under the cursor until it is committed. */
import type { CDPSession, Page } from '@playwright/test'

/** One key of the two-set Korean layout and what stands in the field after it. */
export type Stroke = readonly [code: string, composed: string]

const withSession = async (page: Page, act: (session: CDPSession) => Promise<void>): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  await act(session)
  await session.detach()
}

/** A key that the input method has taken for itself. */
const taken = async (session: CDPSession, code: string): Promise<void> => {
  const key = { code, key: 'Process', windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 }
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
}

export const pressTakenKeys = (page: Page, codes: readonly string[]): Promise<void> =>
  withSession(page, async (session) => {
    for (const code of codes) await taken(session, code)
  })

/** Composes and commits one syllable after another; the text of the last stroke of each is what stays. */
export const composeHangul = (page: Page, syllables: readonly (readonly Stroke[])[]): Promise<void> =>
  withSession(page, async (session) => {
    for (const strokes of syllables) {
      for (const [code, composed] of strokes) {
        await taken(session, code)
        await session.send('Input.imeSetComposition', { text: composed, selectionStart: composed.length, selectionEnd: composed.length })
      }
      await session.send('Input.insertText', { text: strokes.at(-1)![1] })
    }
  })

/** Leaves a syllable under the cursor uncommitted, presses Enter as the input method sees it, then commits. */
export const enterWhileComposing = (page: Page, strokes: readonly Stroke[], between: () => Promise<void>): Promise<void> =>
  withSession(page, async (session) => {
    for (const [code, composed] of strokes) {
      await taken(session, code)
      await session.send('Input.imeSetComposition', { text: composed, selectionStart: composed.length, selectionEnd: composed.length })
    }
    await taken(session, 'Enter')
    await between()
    await session.send('Input.insertText', { text: strokes.at(-1)![1] })
  })

/** Text that no key of this machine types: decomposed jamo, signs outside the basic plane. It arrives as from a paste or another input method. */
export const insertText = (page: Page, text: string): Promise<void> =>
  withSession(page, async (session) => {
    await session.send('Input.insertText', { text })
  })

/** 눈물: N, A and F are among the keys pressed, which are shortcuts outside a field. */
export const tears: readonly (readonly Stroke[])[] = [
  [
    ['KeyS', 'ㄴ'],
    ['KeyN', '누'],
    ['KeyS', '눈'],
  ],
  [
    ['KeyA', 'ㅁ'],
    ['KeyN', '무'],
    ['KeyF', '물'],
  ],
]
