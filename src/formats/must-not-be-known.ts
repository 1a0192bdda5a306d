/** Reads packs/law/must-not-be-known.yaml; a pattern that cannot be compiled is refused with its line. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MustNotBeKnown } from '../domain/testimony/forbidden.ts'
import { texts, words } from './bodies-pack.ts'
import { type Placed, placedYaml } from './placed-yaml.ts'

export const readMustNotBeKnown = (packsFolder: string): MustNotBeKnown =>
  mustNotBeKnownFrom(readFileSync(join(packsFolder, 'law', 'must-not-be-known.yaml'), 'utf8'), 'packs/law/must-not-be-known.yaml')

export const mustNotBeKnownFrom = (text: string, file: string): MustNotBeKnown => {
  const at = placedYaml(text, file)
  return {
    ordinary: { en: texts(at.at('ordinary').at('en')), ko: texts(at.at('ordinary').at('ko')), zh: texts(at.at('ordinary').at('zh')) },
    groups: at
      .at('groups')
      .list()
      .map((one) => ({ id: one.at('id').text(), why: words(one.at('why')), patterns: one.at('patterns').list().map(pattern) })),
  }
}

const pattern = (at: Placed): string => {
  try {
    new RegExp(at.text(), 'gu')
    return at.text()
  } catch {
    return at.refuse('this pattern is not a valid regular expression')
  }
}
