import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { generatePassphrase, keyFromWords, wordsFromKey } from './recovery-words.ts'
import { words } from './words.ts'

describe('the words', () => {
  it('are the published BIP-39 list to the letter', () => {
    expect(words.length).toBe(2048)
    expect(
      createHash('sha256')
        .update(`${words.join('\n')}\n`)
        .digest('hex'),
    ).toBe('2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda')
    expect(new Set(words.map((word) => word.slice(0, 4))).size).toBe(2048)
  })
  it('give the official vectors for 256 bits', () => {
    const vectors: [string, string][] = [
      ['00'.repeat(32), `${'abandon '.repeat(23)}art`],
      [
        '7f'.repeat(32),
        `${'legal winner thank year wave sausage worth useful '.repeat(2)}legal winner thank year wave sausage worth title`,
      ],
      [
        '80'.repeat(32),
        `${'letter advice cage absurd amount doctor acoustic avoid '.repeat(2)}letter advice cage absurd amount doctor acoustic bless`,
      ],
      ['ff'.repeat(32), `${'zoo '.repeat(23)}vote`],
    ]
    for (const [hex, sentence] of vectors) {
      expect(wordsFromKey(Buffer.from(hex, 'hex')).join(' ')).toBe(sentence)
      expect(keyFromWords(sentence)?.toString('hex')).toBe(hex)
    }
  })
  it('come back from paper: numbered, in capitals, or four letters each', () => {
    const list = wordsFromKey(Buffer.alloc(32, 0x5a))
    const key = Buffer.alloc(32, 0x5a)
    expect(keyFromWords(list.map((word, at) => `${at + 1}. ${word.toUpperCase()}`).join('\n'))).toEqual(key)
    expect(keyFromWords(list.map((word) => word.slice(0, 4)))).toEqual(key)
  })
  it('refuse a swapped word in almost every case, and always a missing or an unknown one', () => {
    const list = wordsFromKey(Buffer.alloc(32, 0x5a))
    expect(keyFromWords(list.slice(1))).toBeNull()
    expect(keyFromWords(['pyongyang', ...list.slice(1)])).toBeNull()
    const wrong = words.filter((word) => keyFromWords([word, ...list.slice(1)]) !== null)
    expect(wrong.length).toBeLessThan(24)
  })
  it('make a passphrase of six', () => expect(generatePassphrase()).toMatch(/^([a-z]+ ){5}[a-z]+$/))
})
