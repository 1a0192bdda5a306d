/** What a screen must hold in any language, light and size: nothing axe objects to, nothing that runs out of the page sideways. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe objects to, as short lines. rules: only these, else all of WCAG 2.2 A and AA. */
export const objections = async (page: Page, rules?: readonly string[]): Promise<string[]> => {
  // Rows beyond the eleventh are built like those before them.
  const builder = new AxeBuilder({ page }).setLegacyMode(true).exclude('tbody tr:nth-child(n+12)')
  const { violations } = await (rules ? builder.withRules([...rules]) : builder.withTags(tags)).analyze()
  return violations.flatMap((one) =>
    one.nodes.slice(0, 3).map((node) => `${one.id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`),
  )
}

/** What stands outside the page at its right, unless it scrolls in a frame of its own. */
export const runsOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.documentElement
    const found = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} wide`] : []
    const scrolls = (element: Element): boolean => {
      for (let up = element.parentElement; up && up !== document.body; up = up.parentElement)
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(up).overflowX)) return true
      return false
    }
    for (const element of document.querySelectorAll('body *')) {
      const box = element.getBoundingClientRect()
      if (box.width > 1 && box.height > 1 && box.right > root.clientWidth + 1 && box.left < root.clientWidth + 400 && !scrolls(element))
        found.push(`${element.tagName.toLowerCase()}.${element.className}: ${Math.round(box.right)} "${element.textContent?.slice(0, 40)}"`)
    }
    return found.slice(0, 5)
  })
