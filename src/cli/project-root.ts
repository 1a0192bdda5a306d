/** Where this copy of Article 33 lies: packs, examples and built screens are beside its package.json. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

let found: string | null = null

export const projectRoot = (): string => {
  for (let folder = dirname(fileURLToPath(import.meta.url)); found === null; folder = dirname(folder)) {
    const file = join(folder, 'package.json')
    if (existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'article33') found = folder
  }
  return found
}
