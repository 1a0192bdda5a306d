import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keptPack } from './kept-pack.ts'
import { readPack } from './pack.ts'

test('what is kept is what was read, and a changed file is read anew', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-'))
  cpSync('packs', join(folder, 'packs'), { recursive: true })
  const packs = join(folder, 'packs')
  const keep = join(folder, 'keep')
  const first = keptPack(packs, 'china-dprk', keep)
  expect(keptPack(packs, 'china-dprk', keep)).toEqual(readPack(packs, 'china-dprk'))
  expect(readdirSync(keep).length).toBe(1)
  const file = join(packs, 'law/pack.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('as_of: 2026-11-24', 'as_of: 2026-11-25'))
  expect(keptPack(packs, 'china-dprk', keep).asOf).toBe('2026-11-25')
  expect(first.asOf).toBe('2026-11-24')
})
