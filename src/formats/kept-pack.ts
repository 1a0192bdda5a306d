/** Reads a pack as readPack does, and keeps the result beside the built program, so that the next start need not read half a megabyte of YAML again. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { LawPack } from '../domain/law/pack.ts'
import { digestOf } from '../vault/digest.ts'
import { readPack } from './pack.ts'

/** Raise it when the shape of LawPack or the reading of a pack changes: what was kept before is then read anew. */
const shape = 8

/** keep = a folder of the program itself (never one that others may write to); the key is the text of every file of the pack. */
export const keptPack = (folder: string, situation: string, keep: string): LawPack => {
  const file = join(keep, `pack-${situation}-${keyOf(folder, situation)}.json`)
  if (/^[a-z0-9-]+$/.test(situation) && existsSync(file)) {
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as LawPack
    } catch {
      // A half-written file is as good as none.
    }
  }
  const pack = readPack(folder, situation)
  try {
    mkdirSync(keep, { recursive: true })
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, JSON.stringify(pack))
    renameSync(draft, file)
  } catch {
    // A folder that cannot be written costs a second at the next start and nothing else.
  }
  return pack
}

const keyOf = (folder: string, situation: string): string => {
  const files = [join(folder, 'law'), join(folder, 'situations', situation)].flatMap((part) =>
    existsSync(part)
      ? readdirSync(part)
          .filter((name) => name.endsWith('.yaml'))
          .sort()
          .map((name) => join(part, name))
      : [],
  )
  return digestOf([`shape ${shape}`, ...files.map((file) => `${basename(file)}\0${readFileSync(file, 'utf8')}`)].join('\0')).slice(0, 24)
}
