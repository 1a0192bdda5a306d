/** The pages that newcomers read say what is true. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
// @ts-expect-error a script without types
import { glossary } from '../scripts/glossary.mjs'

const page = (name: string) => readFileSync(join(process.cwd(), name), 'utf8')

describe('the pages', () => {
  it('the glossary is the one of the pack', () => {
    expect(page('GLOSSARY.md')).toBe(glossary())
  })
  it('the drawing of the house fits on 120 lines', () => {
    expect(page('ARCHITECTURE.md').split('\n').length).toBeLessThanOrEqual(120)
  })
  it('every page, test and script that a page names is there', () => {
    const missing = ['README.md', 'ARCHITECTURE.md', 'SECURITY.md', 'CONTRIBUTING.md'].flatMap((name) => {
      const text = page(name)
      const named = [
        ...text.matchAll(/\]\(([^)#:]+)\)/g),
        ...text.matchAll(/`((?:src|test|scripts|packs|docs|examples)\/[\w./-]+\.\w+)`/g),
      ].map((match) => match[1]!)
      return named.filter((path) => !existsSync(join(process.cwd(), path))).map((path) => `${name}: ${path}`)
    })
    expect(missing).toEqual([])
  })
  it('the package is private and its licence is there', () => {
    const { private: isPrivate, license } = JSON.parse(page('package.json')) as { private: boolean; license: string }
    expect([isPrivate, license]).toEqual([true, 'MPL-2.0'])
    expect(page('LICENSE')).toMatch(/^Mozilla Public License Version 2\.0/)
  })
})
