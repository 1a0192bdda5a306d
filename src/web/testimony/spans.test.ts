import { describe, expect, it } from 'vitest'
import { paragraphsOf, piecesOf } from './spans.ts'

const mark = (id: string, start: number, end: number, adverse = false) => ({ id, label: id, start, end, adverse, contradicted: false })

describe('the words of an account on the screen', () => {
  it('keep their places when paragraphs are counted', () => {
    const text = '저는 봄에\n\n강을 건넜습니다.'
    expect(paragraphsOf(text).map((one) => text.slice(one.start, one.end))).toEqual(['저는 봄에', '강을 건넜습니다.'])
  })
  it('are never normalised: decomposed Hangul keeps its longer length', () => {
    const text = '\u1100\u1161 나'
    expect(paragraphsOf(text)).toEqual([{ n: 1, start: 0, end: 4 }])
  })
  it('are cut where facts overlap, with no word lost or doubled', () => {
    const text = '0123456789'
    const pieces = piecesOf({ start: 0, end: 10 }, [mark('F1', 2, 6), mark('F2', 4, 10, true)], [{ start: 7, end: 8, reason: 'r' }])
    expect(pieces.map((piece) => text.slice(piece.start, piece.end)).join('')).toBe(text)
    expect(pieces.find((piece) => piece.start === 4)?.marks.map((one) => one.id)).toEqual(['F1', 'F2'])
    expect(pieces.flatMap((piece) => piece.ends.map((one) => one.id))).toEqual(['F1', 'F2'])
    expect(pieces.filter((piece) => piece.sealed).map((piece) => piece.start)).toEqual([7])
  })
})
