/** Writes a Korean name the way each system prescribes; forward only, with the sound changes of each system's own rules. */
import type { Chance } from './chance.ts'

export type Written = 'rr' | 'mr' | 'mr-plain' | 'mr-broken' | 'dprk' | 'popular' | 'pinyin' | 'hanja' | 'hangul'
const leads = ['g', 'kk', 'n', 'd', 'tt', 'r', 'm', 'b', 'pp', 's', 'ss', '', 'j', 'jj', 'ch', 'k', 't', 'p', 'h']
const vowels = ['a', 'ae', 'ya', 'yae', 'eo', 'e', 'yeo', 'ye', 'o', 'wa', 'wae', 'oe', 'yo', 'u', 'wo', 'we', 'wi', 'yu', 'eu', 'ui', 'i']
const codaSound = [
  '',
  'k',
  'k',
  'k',
  'n',
  'n',
  'n',
  't',
  'l',
  'k',
  'm',
  'l',
  'l',
  'l',
  'p',
  'l',
  'm',
  'p',
  'p',
  't',
  't',
  'ng',
  't',
  't',
  'k',
  't',
  'p',
  't',
]
/** Numbers of initial, vowel and final in the order of the Unicode block. */
const split = (syllable: string): [lead: number, vowel: number, tail: number] => {
  const code = syllable.charCodeAt(0) - 0xac00
  return [Math.floor(code / 588), Math.floor((code % 588) / 28), code % 28]
}

/** 2000-8: initial consonants as listed, finals by sound; in personal names no change between syllables. ㄹ meeting ㄹ is ll. */
const rr = (name: string): string[] => {
  let before = ''
  return [...name].map((syllable) => {
    const [lead, vowel, tail] = split(syllable)
    const begin = lead === 5 && before === 'l' ? 'l' : leads[lead]!
    before = codaSound[tail]!
    return begin + vowels[vowel]! + before
  })
}

const mrVowels = ['a', 'ae', 'ya', 'yae', 'ŏ', 'e', 'yŏ', 'ye', 'o', 'wa', 'wae', 'oe', 'yo', 'u', 'wŏ', 'we', 'wi', 'yu', 'ŭ', 'ŭi', 'i']
const mrHard = ['k', 'kk', 'n', 't', 'tt', 'r', 'm', 'p', 'pp', 's', 'ss', '', 'ch', 'tch', "ch'", "k'", "t'", "p'", 'h']
const mrSoft: Record<number, string> = { 0: 'g', 3: 'd', 7: 'b', 12: 'j' }
/** 1939: a plain stop is voiced between voiced sounds; ㄹ is n after a nasal and l beside l; a stop before a nasal becomes one. */
const mr = (name: string): string[] => {
  const out: string[] = []
  let before = ''
  for (const syllable of name) {
    const [lead, vowel, tail] = split(syllable)
    let begin = mrHard[lead]!
    const first = out.length === 0
    const voiced = !first && (before === '' || ['n', 'm', 'ng', 'l'].includes(before))
    if (voiced && mrSoft[lead] !== undefined) begin = mrSoft[lead]
    if (lead === 9 && vowel === 16) begin = 'sh'
    if (!first && lead === 5) begin = before === 'l' ? 'l' : before === '' ? 'r' : 'n'
    if (!first && lead === 2 && before === 'l') begin = 'l'
    // Assimilation of the final that is already written.
    const nasal = begin === 'n' || begin === 'm'
    const changed = nasal ? ({ k: 'ng', t: 'n', p: 'm' }[before] ?? before) : before
    if (changed !== before) out.push(out.pop()!.slice(0, -before.length) + changed)
    before = codaSound[tail]!
    // Between a final k, t, p and a vowel the sound is voiced in speech but a name keeps its syllables apart.
    out.push(begin + mrVowels[vowel]! + before)
  }
  return out
}

const dprkLeads = ['k', 'kk', 'n', 't', 'tt', 'r', 'm', 'p', 'pp', 's', 'ss', '', 'j', 'jj', 'ch', 'kh', 'th', 'ph', 'h']
const dprk = (name: string, family: boolean, softens: boolean, aspirates: boolean): string[] =>
  [...name].map((syllable) => {
    const [lead, vowel, tail] = split(syllable)
    const soft = !family && softens && (lead === 0 || lead === 3 || lead === 7) ? mrSoft[lead]! : dprkLeads[lead]!
    return (aspirates ? soft : soft.replace(/^([ktp])h$/, '$1')) + mrVowels[vowel]!.replace('ŏ', 'o').replace('ŭ', 'u') + codaSound[tail]!
  })

/** Habits, sound by sound: what people print on their own cards. */
const habitLead: Record<number, [string, number][]> = {
  0: [
    ['k', 6],
    ['g', 5],
  ],
  3: [
    ['d', 9],
    ['t', 1],
  ],
  5: [
    ['r', 7],
    ['l', 3],
  ],
  7: [
    ['b', 9],
    ['p', 1],
  ],
  12: [
    ['j', 9],
    ['ch', 1],
  ],
}
const habitVowel: Record<number, [string, number][]> = {
  1: [
    ['ae', 9],
    ['ai', 1],
  ],
  4: [
    ['u', 5],
    ['eo', 4],
    ['uh', 0.4],
  ],
  6: [
    ['yeo', 4],
    ['yu', 5],
    ['you', 1],
  ],
  13: [
    ['u', 5],
    ['oo', 5],
  ],
  14: [
    ['wo', 6],
    ['won', 0],
  ],
  17: [
    ['yu', 5],
    ['yoo', 4],
    ['you', 1],
  ],
  18: [
    ['eu', 8],
    ['u', 2],
  ],
  19: [
    ['ee', 6],
    ['ui', 3],
    ['eui', 1],
  ],
  20: [
    ['i', 9],
    ['ee', 1],
  ],
}
const habitSyllable: Record<string, [string, number][]> = {
  영: [
    ['young', 8],
    ['yeong', 2],
    ['yung', 1],
  ],
  우: [
    ['woo', 8],
    ['u', 1],
  ],
  시: [
    ['si', 6],
    ['shi', 4],
  ],
  신: [
    ['shin', 9],
    ['sin', 1],
  ],
  식: [
    ['sik', 8],
    ['shik', 2],
  ],
  아: [
    ['ah', 6],
    ['a', 4],
  ],
  은: [
    ['eun', 9],
    ['un', 1],
  ],
  서: [
    ['seo', 8],
    ['suh', 2],
  ],
  철: [
    ['chul', 7],
    ['cheol', 3],
  ],
  정: [
    ['jung', 6],
    ['jeong', 3],
    ['chung', 1],
  ],
  현: [
    ['hyun', 8],
    ['hyeon', 2],
  ],
  경: [
    ['kyung', 7],
    ['gyeong', 2],
    ['kyoung', 1],
  ],
}
const habitFamily: Record<string, [string, number][]> = {
  김: [
    ['kim', 99],
    ['gim', 1],
  ],
  이: [
    ['lee', 95],
    ['yi', 3],
    ['rhee', 2],
  ],
  박: [
    ['park', 96],
    ['pak', 4],
  ],
  최: [
    ['choi', 94],
    ['choe', 4],
    ['choy', 1],
  ],
  정: [
    ['jung', 5],
    ['jeong', 4],
    ['chung', 3],
  ],
  강: [
    ['kang', 95],
    ['gang', 3],
  ],
  조: [
    ['cho', 7],
    ['jo', 4],
  ],
  윤: [
    ['yoon', 6],
    ['yun', 4],
  ],
  장: [
    ['jang', 8],
    ['chang', 2],
  ],
  임: [
    ['lim', 7],
    ['im', 2],
    ['yim', 1],
  ],
  오: [
    ['oh', 95],
    ['o', 1],
  ],
  서: [
    ['seo', 7],
    ['suh', 3],
  ],
  신: [
    ['shin', 9],
    ['sin', 1],
  ],
  권: [
    ['kwon', 9],
    ['gwon', 1],
  ],
  안: [
    ['ahn', 7],
    ['an', 3],
  ],
  유: [
    ['yoo', 4],
    ['ryu', 2],
    ['yu', 2],
    ['you', 1],
  ],
  고: [
    ['ko', 6],
    ['koh', 1],
    ['go', 2],
  ],
  문: [
    ['moon', 8],
    ['mun', 2],
  ],
  노: [
    ['noh', 5],
    ['roh', 4],
    ['no', 1],
  ],
  허: [
    ['heo', 5],
    ['hur', 3],
    ['huh', 3],
  ],
  우: [
    ['woo', 9],
    ['u', 1],
  ],
  구: [
    ['koo', 6],
    ['gu', 3],
    ['ku', 1],
  ],
  주: [
    ['joo', 6],
    ['ju', 3],
    ['chu', 1],
  ],
  백: [
    ['baek', 6],
    ['paik', 2],
    ['back', 2],
  ],
  배: [
    ['bae', 9],
    ['pae', 1],
  ],
}
const popular = (name: string, family: boolean, chance: Chance): string[] => {
  if (family && habitFamily[name] !== undefined) return [chance.weighted(habitFamily[name])]
  return [...name].map((syllable) => {
    const habit = habitSyllable[syllable]
    if (habit !== undefined) return chance.weighted(habit)
    const [lead, vowel, tail] = split(syllable)
    return (
      (habitLead[lead] === undefined ? leads[lead]! : chance.weighted(habitLead[lead])) +
      (habitVowel[vowel] === undefined ? vowels[vowel]! : chance.weighted(habitVowel[vowel])) +
      codaSound[tail]!
    )
  })
}

/** North Korea keeps ㄹ where the South drops it by rule. */
const northern: Record<string, string> = { 이: '리', 유: '류', 임: '림', 노: '로', 나: '라', 양: '량', 여: '려', 염: '렴' }
const northernCharacters = new Set([...'李柳劉林盧魯羅梁呂廉'])
const southern: Record<string, string> = { 룡: '용', 련: '연', 림: '임', 란: '난' }

export type Person = { family: string; given: string; characters: string; pinyin: readonly string[] }
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
const broken = (text: string): string => text.replaceAll('ŏ', "o'").replaceAll('ŭ', "u'")

/** One writing of the name; hyphen, space and capitals are drawn as the system's users have them. */
export const write = (person: Person, system: Written, chance: Chance, familyLast = false): string => {
  const { given } = person
  const north = northernCharacters.has(person.characters[0]!) ? (northern[person.family] ?? person.family) : person.family
  const south = (southern[given[0]!] ?? given[0]!) + given.slice(1)
  if (system === 'hangul') return chance.is(0.5) ? north + given : person.family + south
  if (system === 'hanja') return person.characters
  const join = (family: string, parts: readonly string[], style: 'hyphen' | 'space' | 'one'): string => {
    const written = style === 'hyphen' ? capital(parts.join('-')) : style === 'one' ? capital(parts.join('')) : parts.map(capital).join(' ')
    return familyLast ? `${written} ${capital(family)}` : `${capital(family)} ${written}`
  }
  switch (system) {
    case 'rr':
      return join(
        rr(person.family).join(''),
        rr(south),
        chance.weighted([
          ['hyphen', 5],
          ['one', 3],
          ['space', 1],
        ] as const),
      )
    case 'mr':
      return join(mr(north).join(''), mr(given), 'hyphen')
    case 'mr-plain':
      return join(
        mr(north).join('').replace(/[ŏŭ']/g, plainMark),
        mr(given).map((part) => part.replace(/[ŏŭ']/g, plainMark)),
        chance.weighted([
          ['hyphen', 7],
          ['space', 3],
        ] as const),
      )
    case 'mr-broken':
      return join(broken(mr(north).join('')), mr(given).map(broken), 'hyphen')
    case 'dprk': {
      const written = join(
        dprk(north, true, false, chance.is(0.5)).join(''),
        dprk(given, false, chance.is(0.5), chance.is(0.3)),
        chance.weighted([
          ['space', 8],
          ['hyphen', 2],
        ] as const),
      )
      return chance.is(0.3) ? written.toUpperCase() : written
    }
    case 'popular':
      return join(
        popular(person.family, true, chance).join(''),
        popular(south, false, chance),
        chance.weighted([
          ['hyphen', 6],
          ['space', 2],
          ['one', 2],
        ] as const),
      )
    case 'pinyin':
      return join(
        person.pinyin[0]!.replace('ü', 'u'),
        person.pinyin.slice(1),
        chance.weighted([
          ['one', 7],
          ['space', 2],
        ] as const),
      )
  }
}
const plainMark = (mark: string): string => (mark === 'ŏ' ? 'o' : mark === 'ŭ' ? 'u' : '')

const nearKeys: Record<string, string> = {
  a: 'sqz',
  b: 'vgn',
  c: 'xvd',
  d: 'sfe',
  e: 'wrd',
  g: 'fhb',
  h: 'gjn',
  i: 'uok',
  j: 'hku',
  k: 'jli',
  l: 'ko',
  m: 'nk',
  n: 'bmh',
  o: 'ipl',
  p: 'ol',
  r: 'etf',
  s: 'adw',
  t: 'ryg',
  u: 'yij',
  w: 'qes',
  y: 'tuh',
}
/** One slip of the hand: a letter lost, doubled, exchanged with its neighbour, or struck beside its key; in Hangul a vowel or final beside the right one. */
export const slip = (name: string, chance: Chance): string => {
  const at = [...name].map((character, index) => [character, index] as const).filter(([character]) => /[a-z가-힣]/.test(character))
  if (at.length === 0) return name
  const [character, index] = chance.pick(at)
  if (/[가-힣]/.test(character)) {
    const [lead, vowel, tail] = split(character)
    const moved = chance.is(0.6)
      ? [lead, chance.pick([(vowel + 1) % 21, (vowel + 20) % 21, (vowel + 4) % 21]), tail]
      : [lead, vowel, chance.pick([0, 4, 8, 16, 21])]
    return name.slice(0, index) + String.fromCharCode(0xac00 + moved[0]! * 588 + moved[1]! * 28 + moved[2]!) + name.slice(index + 1)
  }
  switch (chance.below(4)) {
    case 0:
      return name.slice(0, index) + name.slice(index + 1)
    case 1:
      return name.slice(0, index) + character + name.slice(index)
    case 2:
      return index + 1 < name.length && /[a-z]/.test(name[index + 1]!)
        ? name.slice(0, index) + name[index + 1]! + character + name.slice(index + 2)
        : name
    default:
      return name.slice(0, index) + chance.pick([...(nearKeys[character] ?? character)]) + name.slice(index + 1)
  }
}
