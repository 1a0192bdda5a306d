/** What linking compares of a place: Hangul as Latin letters, without the marks in which the systems of romanisation differ most. */
import { romanize } from 'es-hangul'

/** Emptied before it grows without end: places repeat. */
const kept = new Map<string, string>()

/** 청진, Cheongjin, Ch’ŏngjin and Chongjin are one; Han letters stay as they are. Empty stays empty. */
export const placeKey = (place: string): string => {
  const known = kept.get(place)
  if (known !== undefined) return known
  const latin = /\p{Script=Hangul}/u.test(place) ? romanize(place.normalize('NFC')) : place
  const key = latin
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’ʻ`]/g, '')
    .toLowerCase()
    .replace(/eo/g, 'o')
    .replace(/eu/g, 'u')
    .replace(/[\s-]+/g, ' ')
    .trim()
  if (kept.size > 20_000) kept.clear()
  kept.set(place, key)
  return key
}
