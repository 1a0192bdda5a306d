/** The law packs this desk has worked with, kept beside its data, so that after a change the cases can be compared with the law as it stood. A pack is public; nothing of a case is in it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LawPack } from '../domain/law/pack.ts'
import { digestOf } from '../vault/digest.ts'

/** This many of a situation are kept, the one in use among them. */
const most = 4

/** Keeps the pack in use, and gives the one that was in use before it; null = none is known. */
export const usedPack = (folder: string, law: LawPack): (() => LawPack | null) => {
  const text = JSON.stringify(law)
  const digest = digestOf(text).slice(0, 16)
  const known = packsIn(folder, law.situation)
  const last = known.at(-1)
  if (last?.digest !== digest) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const name = `${law.situation}.${(last?.n ?? 0) + 1}.${digest}.json`
    writeFileSync(join(folder, `${name}.part`), text, { mode: 0o600 })
    renameSync(join(folder, `${name}.part`), join(folder, name))
    for (const old of known.slice(0, Math.max(0, known.length + 1 - most))) rmSync(join(folder, old.name), { force: true })
  }
  const former = known.filter((one) => one.digest !== digest).at(-1)
  return () => {
    if (!former) return null
    try {
      const found = readFileSync(join(folder, former.name), 'utf8')
      return digestOf(found).slice(0, 16) === former.digest ? (JSON.parse(found) as LawPack) : null
    } catch {
      return null
    }
  }
}

const packsIn = (folder: string, situation: string): { name: string; n: number; digest: string }[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .flatMap((name) => {
      const parts = name.split('.')
      return parts.length === 4 && parts[0] === situation && parts[3] === 'json' ? [{ name, n: Number(parts[1]), digest: parts[2]! }] : []
    })
    .sort((a, b) => a.n - b.n)
