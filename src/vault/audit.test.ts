import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '../basics/clock.ts'
import { type AuditEntry, chained, detailsCommitment, entryHash, genesis, idsRoot, publicKeyText, signHead, verifyHead } from './audit.ts'
import { canonical } from './canonical.ts'
import {
  consistencyHolds,
  consistencyProof,
  emptyFrontier,
  frontierRoot,
  grown,
  inclusionHolds,
  inclusionProof,
  merkleRoot,
} from './merkle.ts'
import type { OpenVault } from './open-vault.ts'
import { createRoot } from './root.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

describe('canonical writing', () => {
  it('orders names by code unit and escapes as RFC 8785 shows', () => {
    // The literals and the sorting example of RFC 8785, sections 3.2.2 and 3.2.3, without its fractions.
    expect(canonical({ string: '\u20ac$\u000f\nA\'\u0042\u0022\\\\"/', literals: [null, true, false] })).toBe(
      '{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
    const sorted = canonical({
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    })
    const order = ['Carriage Return', 'One', 'Control', 'Latin Small', 'Euro', 'Emoji', 'Hebrew'].map((name) => sorted.indexOf(name))
    expect(order).toEqual([...order].sort((a, b) => a - b))
  })
  it('is the same for the same record however its names stand, and reads back to it', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ unit: 'grapheme' }),
          fc.oneof(fc.string({ unit: 'grapheme' }), fc.maxSafeInteger(), fc.boolean(), fc.constant(null)),
        ),
        (record) => {
          const turned = Object.fromEntries(Object.entries(record).reverse())
          expect(canonical(turned)).toBe(canonical(record))
          expect(JSON.parse(canonical(record))).toEqual({ ...record })
        },
      ),
    )
  })
  it('refuses what two readers would read differently', () => {
    for (const bad of [1.5, Number.NaN, 2 ** 60, '\ud800']) expect(() => canonical(bad)).toThrow(RangeError)
  })
})

describe('the tree', () => {
  // The reference leaves and roots of the certificate-transparency test suite.
  const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((one) =>
    Buffer.from(one, 'hex'),
  )
  const roots = [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ]
  it('has the published roots, whole and grown entry by entry', () => {
    let frontier = emptyFrontier
    for (const [size, root] of roots.entries()) {
      expect(hex(merkleRoot(leaves.slice(0, size)))).toBe(root)
      expect(hex(frontierRoot(frontier))).toBe(root)
      if (leaves[size]) frontier = grown(frontier, leaves[size])
    }
  })
  it('has the published inclusion and consistency proofs', () => {
    expect(inclusionProof(leaves, 0).map(hex)).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ])
    expect(inclusionProof(leaves.slice(0, 3), 1).map(hex)).toEqual([
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7',
    ])
    expect(consistencyProof(leaves, 1).map(hex)).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ])
    expect(consistencyProof(leaves, 6).map(hex)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ])
  })
  it('proves every entry and every earlier size, and nothing that is not so', () => {
    const many = Array.from({ length: 70 }, (_, at) => Buffer.from(`entry ${at}`))
    for (let size = 1; size <= 70; size++) {
      const log = many.slice(0, size)
      const root = merkleRoot(log)
      for (let at = 0; at < size; at += size > 20 ? 7 : 1) {
        const proof = inclusionProof(log, at)
        expect(inclusionHolds(log[at]!, at, size, proof, root)).toBe(true)
        expect(inclusionHolds(Buffer.from('other'), at, size, proof, root)).toBe(false)
        expect(inclusionHolds(log[at]!, at, size, [...proof, root], root)).toBe(false)
        if (proof.length > 0) expect(inclusionHolds(log[at]!, at, size, proof.slice(1), root)).toBe(false)
      }
      for (let first = 1; first <= size; first += size > 20 ? 5 : 1) {
        const proof = consistencyProof(log, first)
        const before = merkleRoot(log.slice(0, first))
        expect(consistencyHolds(first, before, size, root, proof)).toBe(true)
        expect(consistencyHolds(first, Buffer.alloc(32, 7), size, root, proof)).toBe(false)
        expect(consistencyHolds(first, before, size, Buffer.alloc(32, 7), proof)).toBe(false)
      }
    }
  })
})

describe('the log', () => {
  const entry: AuditEntry = {
    seq: 1,
    at: '2026-11-24T01:55:00.000Z' as Instant,
    actor: 'a',
    action: 'case.open',
    object: 'c',
    outcome: 'done',
    details: null,
  }
  let vault: OpenVault
  let other: OpenVault
  beforeAll(async () => {
    const cost = { memory: 1024, passes: 1 }
    ;({ vault } = await createRoot({ passphrase: 'seven lamps over a quiet river', cost }))
    ;({ vault: other } = await createRoot({ passphrase: 'seven lamps over a quiet river', cost }))
  })
  it('hashes an entry as written down here by hand', () => {
    const line = '{"action":"case.open","actor":"a","at":"2026-11-24T01:55:00.000Z","details":null,"object":"c","outcome":"done","seq":1}'
    const byHand = createHash('sha256').update('article33|log|v1\n').update(Buffer.alloc(32)).update(line).digest('hex')
    expect(entryHash(genesis, entry)).toBe(byHand)
    expect(chained(genesis, entry)).toMatchObject({ prev: genesis, hash: byHand })
  })
  it('changes its hash with every part of an entry and with what came before', () => {
    const changed: AuditEntry[] = [
      { ...entry, seq: 2 },
      { ...entry, at: '2026-11-24T01:55:00.001Z' as Instant },
      { ...entry, actor: null },
      { ...entry, action: 'case.close' },
      { ...entry, object: null },
      { ...entry, outcome: 'refused' },
      { ...entry, details: '00' },
    ]
    const hashes = [entryHash(genesis, entry), entryHash('1'.repeat(64), entry), ...changed.map((one) => entryHash(genesis, one))]
    expect(new Set(hashes).size).toBe(hashes.length)
  })
  it('commits to details without showing them: another salt, another commitment', () => {
    const [a, b] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
    expect(detailsCommitment(a, { field: 'names' })).not.toBe(detailsCommitment(b, { field: 'names' }))
    expect(detailsCommitment(a, { x: 1, y: 2 })).toBe(detailsCommitment(a, { y: 2, x: 1 }))
    expect(idsRoot(['a', 'b'])).not.toBe(idsRoot(['b', 'a']))
  })
  it('has a head that any one changed character breaks, and that no other key can sign', () => {
    const note = signHead(vault, { size: 8, root: Buffer.alloc(32, 5) })
    const text = publicKeyText(vault.origin, vault.logPublicKey)
    expect(verifyHead(vault.logPublicKey, note)).toEqual({ origin: vault.origin, size: 8, root: Buffer.alloc(32, 5) })
    expect(verifyHead(text, note).size).toBe(8)
    expect(() => verifyHead(other.logPublicKey, note)).toThrow(expect.objectContaining({ code: 'tampered' }))
    expect(() => verifyHead(text, signHead(other, { size: 8, root: Buffer.alloc(32, 5), origin: vault.origin }))).toThrow(
      expect.objectContaining({ code: 'tampered' }),
    )
    const bytes = Buffer.from(note, 'utf8')
    for (let at = 0; at < bytes.length; at++) {
      const flipped = Buffer.from(bytes)
      flipped[at]! ^= 1
      expect(() => verifyHead(vault.logPublicKey, flipped.toString('utf8'))).toThrow(expect.objectContaining({ code: 'tampered' }))
    }
  })
})
