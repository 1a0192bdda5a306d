import { expect, test } from 'vitest'
import { koreanTextIn, listTextIn } from './list-text.ts'

const utf16 = (text: string): Uint8Array => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
// 이름,성별 / 김영희,여 / 똠방각하,남 (the last is beyond EUC-KR and within CP949)
const cp949 = Buffer.from('c0ccb8a72cbcbabab00ab1e8bfb5c8f12cbfa90a8c63b9e6b0a2c7cf2cb3b20a', 'hex')

test('the same list is read from UTF-8, from UTF-16 and from CP949 as Excel in Korea writes it', () => {
  const text = '이름,성별\n김영희,여\n똠방각하,남\n'
  expect(listTextIn(Buffer.from(text))).toEqual({ text, encoding: 'utf-8' })
  expect(listTextIn(utf16(text))).toEqual({ text, encoding: 'utf-16' })
  expect(listTextIn(cp949)).toEqual({ text, encoding: 'cp949' })
})

test('every one of the 11,172 syllables has its two bytes', () => {
  const seen = new Set<string>()
  for (let lead = 0x81; lead <= 0xc8; lead++)
    for (let trail = 0x41; trail <= 0xfe; trail++) {
      const syllable = koreanTextIn(Buffer.from([lead, trail]))
      if (syllable !== null && /^[가-힣]$/.test(syllable)) seen.add(syllable)
    }
  expect(seen.size).toBe(11_172)
  // The first and the last of the gaps, as Microsoft's table of code page 949 has them.
  expect(koreanTextIn(Buffer.from('8141c652', 'hex'))).toBe('갂힣')
})

test('Chinese in GBK is not taken for Korean, and broken bytes are nothing', () => {
  // 姓名,性别 / 金英姬,女 / 朴顺子,女 / 崔明国,男
  const gbk = Buffer.from('d0d5c3fb2cd0d4b1f00abdf0d3a2bca72cc5ae0ac6d3cbb3d7d32cc5ae0ab4dec3f7b9fa2cc4d00a', 'hex')
  expect(koreanTextIn(gbk)).toBeNull()
  expect(listTextIn(gbk)).toBeNull()
  expect(listTextIn(Buffer.from([0x61, 0xff, 0xff, 0x0a]))).toBeNull()
})
