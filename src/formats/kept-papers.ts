/** Reads bodies and papers as their readers do, and keeps the result beside the built program, so that an urgent paper does not wait for YAML. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PapersPack } from '../domain/documents/papers-pack.ts'
import type { BodiesPack } from '../domain/proceedings/bodies.ts'
import { digestOf } from '../vault/digest.ts'
import { readBodiesPack } from './bodies-pack.ts'
import { readPapersPack } from './papers-pack.ts'

/** Raise it when the shape of BodiesPack or PapersPack, or the reading of their files, changes. */
const shape = 2

export const keptBodies = (folder: string, keep: string): BodiesPack =>
  kept(keep, 'bodies', [join(folder, 'law', 'bodies.yaml'), join(folder, 'law', 'proceedings.yaml')], () => readBodiesPack(folder))

export const keptPapers = (folder: string, situation: string, keep: string): PapersPack =>
  kept(keep, `papers-${situation}`, [join(folder, 'law', 'papers.yaml'), join(folder, 'situations', situation, 'papers.yaml')], () =>
    readPapersPack(folder, situation),
  )

/** The key is the text of the files: a changed pack is read anew, and checked anew, at once. */
const kept = <T>(keep: string, name: string, files: readonly string[], read: () => T): T => {
  const texts = files.map((one) => (existsSync(one) ? readFileSync(one, 'utf8') : ''))
  const file = join(keep, `${name}-${digestOf([`shape ${shape}`, ...texts].join('\0')).slice(0, 24)}.json`)
  try {
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    // A half-written file is as good as none.
  }
  const value = read()
  try {
    mkdirSync(keep, { recursive: true })
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, JSON.stringify(value))
    renameSync(draft, file)
  } catch {
    // A folder that cannot be written costs a moment at the next start and nothing else.
  }
  return value
}
