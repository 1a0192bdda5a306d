import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { LawPack } from '../domain/law/pack.ts'
import { usedPack } from './used-packs.ts'

const pack = (version: string): LawPack => ({ version, situation: 'here' }) as LawPack

test('the pack before the one in use is found, over restarts and a changed text under the same number; few are kept', () => {
  const folder = mkdtempSync(join(tmpdir(), 'used-'))
  try {
    expect(usedPack(folder, pack('1'))()).toBeNull()
    expect(usedPack(folder, pack('1'))()).toBeNull()
    expect(usedPack(folder, pack('2'))()?.version).toBe('1')
    expect(usedPack(folder, pack('2'))()?.version).toBe('1')
    for (const version of ['3', '4', '5', '6']) usedPack(folder, pack(version))
    expect(usedPack(folder, pack('6'))()?.version).toBe('5')
    expect(readdirSync(folder)).toHaveLength(4)
    // A file that somebody changed is not the law as it stood.
    const former = readdirSync(folder).sort().at(-2)!
    writeFileSync(join(folder, former), JSON.stringify(pack('forged')))
    expect(usedPack(folder, pack('6'))()).toBeNull()
  } finally {
    rmSync(folder, { recursive: true })
  }
})
