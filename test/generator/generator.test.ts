/** The invented spellings follow the systems' own examples. */
import { expect, test } from 'vitest'
import { chanceFrom } from './chance.ts'
import { inventRecords } from './people.ts'
import { write } from './spell.ts'

const chance = chanceFrom(1)
const person = (family: string, given: string, characters: string, pinyin: string[]) => ({ family, given, characters, pinyin })
const choe = person('최', '영옥', '崔永玉', ['cui', 'yong', 'yu'])

test('one name is written by each system as that system prescribes', () => {
  expect(write(choe, 'mr', chance)).toBe("Ch'oe Yŏng-ok")
  expect(write(choe, 'mr-broken', chance)).toBe("Ch'oe Yo'ng-ok")
  expect(write(choe, 'hanja', chance)).toBe('崔永玉')
  expect(write(choe, 'rr', chance).replace(/[- ]/g, '').toLowerCase()).toBe('choeyeongok')
  expect(write(choe, 'dprk', chance).replace(/[- ]/g, '').toLowerCase()).toBe('choeyongok')
  expect(write(choe, 'pinyin', chance).replace(/[- ]/g, '').toLowerCase()).toBe('cuiyongyu')
})

test('McCune–Reischauer voices a stop between voiced sounds and assimilates ㄹ after a nasal', () => {
  expect(write(person('김', '일규', '金一圭', ['jin', 'yi', 'gui']), 'mr', chance)).toBe('Kim Il-gyu')
  expect(write(person('김', '학련', '金鶴蓮', ['jin', 'he', 'lian']), 'mr', chance)).toBe('Kim Hang-nyŏn')
  expect(write(person('이', '정란', '李貞蘭', ['li', 'zhen', 'lan']), 'mr', chance)).toBe('Ri Chŏng-nan')
})

test('the same seed gives the same records, another seed others', () => {
  const take = (seed: number) => [...inventRecords({ records: 50, seed })].map((one) => one.name).join('|')
  expect(take(3)).toBe(take(3))
  expect(take(3)).not.toBe(take(4))
})

test('persons with several records are written in more than one system', () => {
  const all = [...inventRecords({ records: 2000, seed: 5 })]
  const systems = new Map<number, Set<string>>()
  for (const one of all) systems.set(one.entity, (systems.get(one.entity) ?? new Set()).add(one.system))
  expect([...systems.values()].filter((set) => set.size > 1).length).toBeGreaterThan(200)
})
