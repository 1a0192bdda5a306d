import { expect, test } from 'vitest'
import { placeKey } from './place-key.ts'

test('a place is one in Hangul and in three romanisations', () => {
  for (const [hangul, ...latin] of [
    ['청진', 'Chongjin', 'Cheongjin', "Ch'ŏngjin"],
    ['온성', 'Onsong', 'Onseong', 'Onsŏng'],
    ['회령', 'Hoeryong', 'Hoeryeong', 'Hoeryŏng'],
    ['무산', 'MUSAN', 'Musan'],
  ])
    for (const one of latin) expect([one, placeKey(one)]).toEqual([one, placeKey(hangul!)])
  expect(placeKey('')).toBe('')
  expect(placeKey('图们')).toBe('图们')
})
