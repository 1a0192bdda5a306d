import { randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseId, MemberId, OfficeId } from '../basics/id.ts'
import { open, seal } from './aead.ts'
import { ageKeyFrom } from './age-key.ts'
import {
  type CaseKey,
  newCaseKey,
  newMemberKey,
  openCaseKey,
  openCaseKeyAsMember,
  openCaseKeyWithAge,
  wrapForAge,
  wrapForMember,
  wrapForOffice,
} from './case-key.ts'
import { type FieldPlace, keyVersionOf, openField, openOfficeField, sealField, sealOfficeField } from './field.ts'
import type { OpenVault } from './open-vault.ts'
import { createRoot, type RootRecord, rotateKek } from './root.ts'

const refused = (code: string) => expect.objectContaining({ code })
const uuid = <T extends string>() => randomUUID() as T
const officeId = uuid<OfficeId>()
const place = (over: Partial<FieldPlace> = {}): FieldPlace => ({ table: 'person', row: uuid(), column: 'names', rowVersion: 1, ...over })
const isRefused = (act: () => unknown): boolean => {
  try {
    act()
    return false
  } catch (fault) {
    return (fault as { code?: string }).code === 'tampered'
  }
}

let vault: OpenVault
let record: RootRecord
let key: CaseKey
beforeAll(async () => {
  ;({ vault, record } = await createRoot({ passphrase: 'seven lamps over a quiet river', cost: { memory: 1024, passes: 1 } }))
  key = newCaseKey(vault, { officeId, caseId: uuid<CaseId>() }).key
})
afterAll(() => vault.close())

describe('a sealed field', () => {
  it('opens to exactly what was sealed, whatever was written', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constant(null), fc.string({ unit: 'binary', maxLength: 600 }), fc.string({ unit: 'grapheme', maxLength: 200 })),
        (plain) => {
          const at = place()
          return openField(key, at, sealField(key, at, plain)) === plain
        },
      ),
      { numRuns: 200 },
    )
    for (const plain of ['', '김철수', '金哲洙', '\ud800 half', '\0', 'a'.repeat(300_000)]) {
      const at = place()
      expect(openField(key, at, sealField(key, at, plain)) === plain).toBe(true)
    }
  })
  it('is never the same twice and never as long as what it holds', () => {
    const at = place()
    expect(sealField(key, at, '김철수')).not.toEqual(sealField(key, at, '김철수'))
    const sizes = [null, '', '김', 'x'.repeat(251)].map((plain) => sealField(key, at, plain).length)
    expect(new Set(sizes)).toEqual(new Set([256 + 3 + 28]))
    expect(sealField(key, at, 'x'.repeat(252)).length).toBe(1024 + 31)
    expect(Buffer.from(sealField(key, at, 'CANARY')).includes('CANARY')).toBe(false)
  })
  it('moved to another row, column, table, version or case is refused, 1,000 of 1,000', () => {
    const keys = Array.from({ length: 4 }, () => newCaseKey(vault, { officeId, caseId: uuid<CaseId>() }).key)
    const laid = Array.from({ length: 100 }, (_, n) => {
      const at = place({ table: n % 2 ? 'person' : 'account', column: ['names', 'note', 'text'][n % 3]!, rowVersion: 1 + (n % 5) })
      const by = keys[n % 4]!
      return { at, by, sealed: sealField(by, at, `n${n}`) }
    })
    let tried = 0
    let refusals = 0
    for (let n = 0; n < 1000; n++) {
      const from = laid[n % 100]!
      const other = laid[(n * 7 + 1 + (n % 97)) % 100]!
      const moves: (() => unknown)[] = [
        () => openField(from.by, { ...from.at, row: uuid() }, from.sealed),
        () => openField(from.by, { ...from.at, column: 'other' }, from.sealed),
        () => openField(from.by, { ...from.at, table: 'exhibit' }, from.sealed),
        () => openField(from.by, { ...from.at, rowVersion: from.at.rowVersion + 1 }, from.sealed),
        () => openField(keys[(keys.indexOf(from.by) + 1) % 4]!, from.at, from.sealed),
      ]
      const move = other === from ? moves[n % 5]! : n % 6 === 5 ? () => openField(other.by, other.at, from.sealed) : moves[n % 5]!
      tried++
      if (isRefused(move)) refusals++
    }
    expect([tried, refusals]).toEqual([1000, 1000])
    // Control: without the binding every move within one key opens.
    const bare = seal(key.keyFor('field'), '', Buffer.from('x'))
    expect(open(key.keyFor('field'), '', bare).toString()).toBe('x')
  })
  it('with any single bit flipped is refused', () => {
    const at = place()
    const sealed = sealField(key, at, '두만강')
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const flipped = Uint8Array.from(sealed)
      flipped[bit >> 3]! ^= 1 << (bit & 7)
      expect(isRefused(() => openField(key, at, flipped))).toBe(true)
    }
    for (let cut = 0; cut < sealed.length; cut++) expect(isRefused(() => openField(key, at, sealed.subarray(0, cut)))).toBe(true)
  })
  it('cannot blur two places into one by a bar in a name', () => {
    expect(() => sealField(key, place({ table: 'a|b' }), 'x')).toThrow(refused('internal'))
  })
})

describe('an office field', () => {
  it('opens for its office only, also after the key is rotated, and then seals under the new key', () => {
    const at = place({ table: 'member', column: 'display_name' })
    const sealed = sealOfficeField(vault, officeId, at, '한지민')
    expect(openOfficeField(vault, officeId, at, sealed)).toBe('한지민')
    expect(() => openOfficeField(vault, uuid<OfficeId>(), at, sealed)).toThrow(refused('tampered'))
    expect(() => openField(key, at, sealed)).toThrow(refused('tampered'))
    record = rotateKek(record, vault)
    expect(openOfficeField(vault, officeId, at, sealed)).toBe('한지민')
    expect(keyVersionOf(sealOfficeField(vault, officeId, at, 'x'))).toBe(2)
  })
})

describe('a case key', () => {
  const of = { officeId, caseId: uuid<CaseId>() }
  it('opens from its office wrap, and from none that belongs elsewhere', () => {
    const made = newCaseKey(vault, of)
    const at = place()
    const sealed = sealField(made.key, at, 'x')
    const wrap = made.wraps[0]!
    expect(openField(openCaseKey(vault, of, 1, wrap), at, sealed)).toBe('x')
    expect(() => openCaseKey(vault, { officeId, caseId: uuid<CaseId>() }, 1, wrap)).toThrow(refused('tampered'))
    expect(() => openCaseKey(vault, of, 2, wrap)).toThrow(refused('tampered'))
    expect(() => openCaseKey(vault, { ...of, officeId: uuid<OfficeId>() }, 1, wrap)).toThrow(refused('tampered'))
    expect(openField(openCaseKey(vault, of, 1, wrapForOffice(vault, made.key)), at, sealed)).toBe('x')
  })
  it('opens for the member it was wrapped to and for no other', () => {
    const made = newCaseKey(vault, of)
    const at = place()
    const sealed = sealField(made.key, at, 'x')
    const [mine, other] = [newMemberKey(), newMemberKey()]
    const wrap = wrapForMember(made.key, uuid<MemberId>(), mine.publicKey)
    expect(openField(openCaseKeyAsMember(of, 1, wrap, mine.secretKey), at, sealed)).toBe('x')
    expect(() => openCaseKeyAsMember(of, 1, wrap, other.secretKey)).toThrow(refused('tampered'))
    expect(() => openCaseKeyAsMember(of, 1, { ...wrap, recipientId: uuid() }, mine.secretKey)).toThrow(refused('tampered'))
    expect(() => wrapForMember(made.key, uuid<MemberId>(), new Uint8Array(32))).toThrow(refused('tampered'))
  })
  it('opens with the age key it was wrapped to, and not as another case', async () => {
    const made = newCaseKey(vault, of)
    const at = place()
    const sealed = sealField(made.key, at, 'x')
    const [mine, other] = [ageKeyFrom(randomBytes(32)), ageKeyFrom(randomBytes(32))]
    const wrap = await wrapForAge(made.key, mine.recipient)
    expect(openField(await openCaseKeyWithAge(of, 1, wrap, mine.identity), at, sealed)).toBe('x')
    await expect(openCaseKeyWithAge(of, 1, wrap, other.identity)).rejects.toEqual(refused('tampered'))
    await expect(openCaseKeyWithAge({ officeId, caseId: uuid<CaseId>() }, 1, wrap, mine.identity)).rejects.toEqual(refused('tampered'))
  })
  it('dies with the vault', async () => {
    const brief = await createRoot({ passphrase: 'seven lamps over a quiet river', cost: { memory: 1024, passes: 1 } })
    const made = newCaseKey(brief.vault, of)
    const bytes = made.key.keyFor('whole')
    brief.vault.close()
    expect(() => sealField(made.key, place(), 'x')).toThrow(refused('sealed'))
    expect(bytes.every((byte) => byte === 0)).toBe(true)
  })
})
