import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chanceFrom } from '../../../test/generator/chance.ts'
import { inventPerson } from '../../../test/generator/people.ts'
import { type Written, write } from '../../../test/generator/spell.ts'
import { comparePersonNames } from './compare-names.ts'
import { blockingKeys, explainName } from './explain-name.ts'

const answer = (a: string, b: string) => comparePersonNames(a, b).answer

test('one name in six writings is one name', () => {
  const six = ['최영옥', 'Choe Yong Ok', 'Ch’oe Yŏng-ok', 'Choi Young-ok', '崔永玉', 'Cui Yongyu']
  for (const a of six) for (const b of six) expect([a, b, answer(a, b)]).toEqual([a, b, 'same'])
})

test.each([
  ['리영호', '이영호', 'same'],
  ['류경수', 'Yu Kyong Su', 'same'],
  ['로광철', 'Noh Kwang-chul', 'same'],
  ['림철수', 'Im Chol Su', 'same'],
  ['량만길', 'Yang Man Kil', 'same'],
  ['김희순', '김히순', 'same'],
  ['김계관', '김게관', 'same'],
  ['남궁옥', 'Nam Gung Ok', 'same'],
  ['Namgung Ok', '南宮玉', 'same'],
  ['金铁龙', '金鐵龍', 'same'],
  ['Young-ok Choi', '최영옥', 'same'],
  ['Yong Chol KIM', '김영철', 'same'],
  ['choeyongok', '최영옥', 'same'],
  ['Min Pyo’ng-ch’o’l', 'MIN BYONG CHOL', 'same'],
  ['KIM TONG MY’ONG', '김동명', 'same'],
  ['Ким Ён Чхоль', '김영철', 'same'],
  ['김 Yong-chol', 'Kim Yŏngch’ŏl', 'same'],
  ['Cuī Yǒngyù', '최영옥', 'same'],
  ['김극렬', 'Kim Kŭngnyŏl', 'same'],
  ['박길남', 'Pak Killam', 'same'],
  ['박석열', 'Pak Sŏngnyŏl', 'same'],
  ['박명화', 'Park Myung-wha', 'same'],
  ['자명호', 'Ja Myong Ho', 'same'],
  ['T’ae Hyŏngch’ŏn', '태형천', 'same'],
  ['정률호', '鄭律浩', 'same'],
  ['정률호', 'Zheng Lyuhao', 'same'],
  ['Zheng Lühao', 'Zheng Lvhao', 'same'],
  ['金学渊', '金學淵', 'same'],
  ['박철호', 'Pak Ch’ŏrho', 'same'],
  ['박명록', 'Pak Myŏngnok', 'same'],
  ['김희용', 'Kim Chiyŏng', 'possible'],
  ['차희준', 'Che Xijun', 'same'],
  ['홍상준', 'Hong Shuangzhun', 'same'],
  ['Mr Kim Yong Chol', '김영철 동지', 'same'],
  ['김영철씨', '金永哲先生', 'same'],
  ['ＫＩＭ　Ｙｏｎｇ　Ｃｈｏｌ', 'Kim Yong Chol', 'same'],
  ['김영철'.normalize('NFD'), 'Kim\u200b Yong\u00a0Chol\u0007', 'same'],
  ['Kim Song Chol', 'Kim Yong Chol', 'different'],
  ['최영옥', '최영호', 'different'],
  ['金永哲', '金英哲', 'possible'],
  ['Yong Chol', 'Kim Yong Chol', 'possible'],
  ['Kim Yogn Chol', 'Kim Yong Chol', 'possible'],
  ['', '김영철', 'different'],
  ['12345', '??', 'different'],
] as const)('%s and %s: %s', (a, b, expected) => {
  expect(answer(a, b)).toBe(expected)
})

test('the reason names the system that writes a syllable so', () => {
  expect(comparePersonNames('최영옥', 'Choe Yong Ok').reason.en).toContain('DPRK spelling of 최')
  expect(comparePersonNames('김금옥', 'Jin Jinyu').reason.en).toContain('pinyin of 김')
  expect(comparePersonNames('Kim', '김').reason.ko).toContain('김')
})

test.each([
  ['Kim Yong Chol', 'Kim Yong-chol', 'both write kim yong chol: DPRK spelling of 김용철, which may also stand for 김영철'],
  ['Kim Tok Ho', 'Kim Deok-ho', 'tok: DPRK spelling of 덕, deok: Revised Romanization of 덕; kim, ho alike in both'],
  ['Pak Posun', '박보선', 'sun is more often 순'],
  ['金铁龙', '金鐵龍', '铁 and 鐵 are forms of one character'],
  ['리영호', '이영호', '리 and 이 are two Hangul spellings of one syllable'],
  ['김영철', 'Pak Yong Chol', 'no one family name is written both 김 and pak'],
  ['김영철', 'Maria Santos', 'is no Korean name that the tables here can read'],
  ['김영', 'Kim Yong Chol', '김 영 has 1 given syllable, kim yong chol 2 given syllables'],
])('the reason for %s and %s says what a caseworker can check', (a, b, said) => {
  expect(comparePersonNames(a, b).reason.en).toContain(said)
})

test('a title is dropped only where a name remains, and a name that ends like one stands', () => {
  expect(answer('김 씨', '김')).toBe('same')
  expect(answer('박사', '박')).not.toBe('same')
  expect(explainName('김선생').readings[0]!.slots.map((slot) => slot.text)).toEqual(['김', '선', '생'])
  expect(explainName('Dr').readings.length).toBeGreaterThan(0)
})

test('comparing is symmetric and a name equals itself, whatever is typed', () => {
  const chance = chanceFrom(11)
  const systems: Written[] = ['hangul', 'hanja', 'dprk', 'popular', 'rr', 'mr', 'mr-plain', 'mr-broken', 'pinyin']
  for (let round = 0; round < 300; round++) {
    const [p, q] = [inventPerson(chance), inventPerson(chance)]
    const a = write(p, chance.pick(systems), chance)
    const b = write(chance.is(0.5) ? p : q, chance.pick(systems), chance)
    expect([a, b, answer(a, b)]).toEqual([a, b, answer(b, a)])
    expect([a, answer(a, a)]).toEqual([a, 'same'])
  }
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      (a, b) => answer(a, b) === answer(b, a),
    ),
    { numRuns: 300, seed: 33 },
  )
})

test('no invented stranger is called the same', () => {
  const chance = chanceFrom(12)
  for (let round = 0; round < 1000; round++) {
    const [p, q] = [inventPerson(chance), inventPerson(chance)]
    const shared = p.family === q.family || p.given[0] === q.given[0] || p.given[1] === q.given[1]
    if (!shared) expect(answer(write(p, 'dprk', chance), write(q, 'popular', chance))).toBe('different')
  }
})

test('explain shows every reading with its system, and writings of one name share a blocking key', () => {
  const ways = explainName('Cui Yongyu').readings[0]!.slots[0]!.ways
  expect(ways[0]).toMatchObject({ hangul: '최', system: 'pinyin' })
  const keys = ['최영옥', 'Choe Yong Ok', 'Choi Young-ok', '崔永玉'].map(blockingKeys)
  for (const some of keys) expect(some.some((key) => keys[0]!.includes(key))).toBe(true)
})
