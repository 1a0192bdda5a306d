/** How each way of writing Korean in other letters spells one syllable; forward rules only, from the systems' own texts. */
import { disassembleCompleteCharacter } from 'es-hangul'

/** rr: Revised Romanization, Ministry of Culture notice 2000-8. mr: McCune–Reischauer 1939, mr-plain: the same without its marks.
 * dprk: system of 1992, amended 2012, as passports print it. popular: what people choose for themselves, hand-made.
 * kontsevich: the Cyrillic system. pinyin, wade-giles: Chinese readings of the characters. hangul, hanja: the scripts themselves. */
export const systems = [
  'rr',
  'mr',
  'mr-plain',
  'dprk',
  'popular',
  'kontsevich',
  'pinyin',
  'wade-giles',
  'hangul',
  'hanja',
  'as-written',
] as const
export type System = (typeof systems)[number]
export type Place = 'family' | 'given'
export type Weighted = readonly (readonly [spelling: string, weight: number])[]
export type Parts = { lead: string; vowel: string; tail: string }

/** es-hangul takes a compound vowel apart; the tables name it whole. */
const joinedVowels: Record<string, string> = { ㅗㅏ: 'ㅘ', ㅗㅐ: 'ㅙ', ㅗㅣ: 'ㅚ', ㅜㅓ: 'ㅝ', ㅜㅔ: 'ㅞ', ㅜㅣ: 'ㅟ', ㅡㅣ: 'ㅢ' }

export const partsOf = (syllable: string): Parts | null => {
  const parts = disassembleCompleteCharacter(syllable)
  return parts === undefined
    ? null
    : { lead: parts.choseong, vowel: joinedVowels[parts.jungseong] ?? parts.jungseong, tail: parts.jongseong }
}

const table = (text: string): Record<string, Weighted> =>
  Object.fromEntries(
    text
      .trim()
      .split(/\s+/)
      .map((row) => {
        const [letter, all] = [row.slice(0, 1), row.slice(1)]
        const options = all.split(',').map((one) => {
          const [spelling, weight] = one.replace('=', '').split(':') as [string, string | undefined]
          return [spelling, weight === undefined ? 1 : Number(weight)] as const
        })
        return [letter, options]
      }),
  )

const rrLead = table('ㄱ=g ㄲ=kk ㄴ=n ㄷ=d ㄸ=tt ㄹ=r ㅁ=m ㅂ=b ㅃ=pp ㅅ=s ㅆ=ss ㅇ= ㅈ=j ㅉ=jj ㅊ=ch ㅋ=k ㅌ=t ㅍ=p ㅎ=h')
const rrVowel = table(
  'ㅏ=a ㅐ=ae ㅑ=ya ㅒ=yae ㅓ=eo ㅔ=e ㅕ=yeo ㅖ=ye ㅗ=o ㅘ=wa ㅙ=wae ㅚ=oe ㅛ=yo ㅜ=u ㅝ=wo ㅞ=we ㅟ=wi ㅠ=yu ㅡ=eu ㅢ=ui ㅣ=i',
)
const plainTail = table('ㄱ=k ㄴ=n ㄷ=t ㄹ=l ㅁ=m ㅂ=p ㅅ=t ㅇ=ng ㅈ=t ㅊ=t ㅋ=k ㅌ=t ㅍ=p ㅎ=t')
/** The second spelling of a stop is the voiced one, between vowels and after n, m, ng, l. */
const mrLead = {
  family: table(
    "ㄱ=k,g:.03 ㄲ=kk ㄴ=n ㄷ=t,d:.03 ㄸ=tt ㄹ=r,n:.2,l:.05 ㅁ=m ㅂ=p,b:.03 ㅃ=pp ㅅ=s ㅆ=ss ㅇ= ㅈ=ch,j:.03 ㅉ=tch ㅊ=ch' ㅋ=k' ㅌ=t' ㅍ=p' ㅎ=h",
  ),
  given: table(
    "ㄱ=k,g:.5 ㄲ=kk ㄴ=n ㄷ=t,d:.5 ㄸ=tt ㄹ=r,n:.04,l:.1 ㅁ=m ㅂ=p,b:.5 ㅃ=pp ㅅ=s ㅆ=ss ㅇ= ㅈ=ch,j:.5 ㅉ=tch ㅊ=ch' ㅋ=k' ㅌ=t' ㅍ=p' ㅎ=h",
  ),
}
const mrVowel = table(
  'ㅏ=a ㅐ=ae ㅑ=ya ㅒ=yae ㅓ=ŏ ㅔ=e ㅕ=yŏ ㅖ=ye ㅗ=o ㅘ=wa ㅙ=wae ㅚ=oe ㅛ=yo ㅜ=u ㅝ=wŏ ㅞ=we ㅟ=wi ㅠ=yu ㅡ=ŭ ㅢ=ŭi ㅣ=i',
)
const dprkLead = {
  family: table(
    'ㄱ=k,g:.05 ㄲ=kk ㄴ=n ㄷ=t,d:.05 ㄸ=tt ㄹ=r ㅁ=m ㅂ=p,b:.02 ㅃ=pp ㅅ=s ㅆ=ss ㅇ= ㅈ=j,ch:.1 ㅉ=jj ㅊ=ch ㅋ=kh ㅌ=th,t:.5 ㅍ=ph,p:.5 ㅎ=h',
  ),
  given: table(
    'ㄱ=k,g:.5 ㄲ=kk ㄴ=n ㄷ=t,d:.5 ㄸ=tt ㄹ=r ㅁ=m ㅂ=p,b:.5 ㅃ=pp ㅅ=s ㅆ=ss ㅇ= ㅈ=j,ch:.05 ㅉ=jj ㅊ=ch ㅋ=kh ㅌ=th,t:.6 ㅍ=ph,p:.5 ㅎ=h',
  ),
}
const popularLead = table(
  'ㄱ=k,g:.8,kh:.02,gh:.02 ㄲ=k,kk,gg:.3 ㄴ=n ㄷ=d,t:.3,dh:.02 ㄸ=t,tt,dd:.3 ㄹ=r,l:.3,rh:.02 ㅁ=m ㅂ=b,p:.3,bh:.01,v:.01 ㅃ=b,pp,p ㅅ=s,sh:.06 ㅆ=s,ss ㅇ= ㅈ=j,ch:.3,z:.03,zh:.01,jh:.01 ㅉ=j,jj ㅊ=ch,tch:.02 ㅋ=k,kh:.1,c:.05 ㅌ=t,th:.1 ㅍ=p,ph:.1,f:.03 ㅎ=h',
)
const popularTail = table(
  'ㄱ=k,g:.15,ck:.1,c:.02 ㄴ=n,nn:.02 ㄷ=t,d:.2 ㄹ=l,ll:.1,r:.05,hl:.02 ㅁ=m,mm:.02 ㅂ=p,b:.3 ㅅ=t,s:.3 ㅇ=ng ㅈ=t,j:.2 ㅊ=t,ch:.3 ㅋ=k ㅌ=t ㅍ=p,f:.05 ㅎ=t,h:.2',
)
const popularClosed = table(
  'ㅏ=a,ah:.05,aa:.02,ar:.01 ㅐ=ae,ai:.1,e:.08,ea:.06,a:.03,ay:.03 ㅑ=ya ㅒ=yae ㅓ=eo,u:1.4,o:.12,uh:.05,eu:.05,ou:.03,eou:.02 ㅔ=e,ae:.1,ei:.05 ㅕ=yeo,yu:1.3,you:.25,yo:.12,yeu:.04,ye:.05,yoe:.01,eo:.01 ㅖ=ye,e:.3 ㅗ=o,oh:.04,ou:.03 ㅘ=wa,oa:.06,ua:.02 ㅙ=wae ㅚ=oe,oi:.3 ㅛ=yo,you:.02 ㅜ=u,oo:.7,ou:.05,uh:.01,o:.01 ㅝ=wo,weo:.15,wu:.03,uo:.02 ㅞ=we ㅟ=wi,ui:.1 ㅠ=yu,yoo:.5,you:.15 ㅡ=eu,u:.3,ue:.05,eo:.02 ㅢ=ui,eui:.3,ee:.3,i:.2 ㅣ=i,ee:.12,ie:.02,ih:.03,ea:.01',
)
const popularOpen: Record<string, Weighted> = {
  ...popularClosed,
  ...table(
    'ㅏ=a,ah:.25,ar:.02 ㅐ=ae,ai:.12,e:.08,ay:.05,ea:.06 ㅓ=eo,uh:.4,u:.3,o:.3,ur:.1,er:.05,eu:.02,eoh:.05 ㅔ=e,ae:.15,eh:.1,ay:.05 ㅕ=yeo,yuh:.1,yu:.2,yo:.25,yeu:.02 ㅖ=ye,e:.1,yeh:.05,yea:.05,ae:.1 ㅗ=o,oh:.3,oe:.03,ou:.05 ㅜ=u,oo:.9,ou:.1,uh:.02 ㅠ=yu,yoo:.8,you:.3,ew:.02,ue:.04 ㅟ=wi,wee:.2,ui:.1 ㅡ=eu,u:.4 ㅢ=ui,ee:1,eui:.4,i:.3,y:.05 ㅣ=i,ee:.35,ie:.04,ih:.03,y:.06,ea:.03,e:.03,ey:.02',
  ),
}
/** With no consonant before it a vowel is often written with a glide or an h of its own. */
const popularBare: Record<string, Weighted> = table(
  'ㅏ=a,ah:.8 ㅓ=eo,uh:.3,u:.3,o:.2,eu:.05 ㅗ=o,oh:.5 ㅜ=u,woo:1.2,oo:.3,wu:.1,wo:.05 ㅡ=eu,u:.3,e:.03 ㅣ=i,yi:.4,lee:.3,ee:.2,yee:.05,rhee:.03,e:.02 ㅢ=ui,eui:.4,yi:.1,i:.1,ee:.05 ㅐ=ae,ai:.15,e:.05,ay:.05',
)
const kontsevichLead = {
  family: table(
    'ㄱ=к,г:.05 ㄲ=кк ㄴ=н ㄷ=т,д:.05 ㄸ=тт ㄹ=р,л:.1 ㅁ=м ㅂ=п,б:.05 ㅃ=пп ㅅ=с ㅆ=сс ㅇ= ㅈ=ч,дж:.1,ц:.05 ㅉ=чч ㅊ=чх,ч:.2 ㅋ=кх ㅌ=тх,т:.2 ㅍ=пх,п:.2 ㅎ=х',
  ),
  given: table(
    'ㄱ=к,г:.7 ㄲ=кк ㄴ=н ㄷ=т,д:.7 ㄸ=тт ㄹ=р,л:.4,н:.2 ㅁ=м ㅂ=п,б:.7 ㅃ=пп ㅅ=с ㅆ=сс ㅇ= ㅈ=чж:.2,дж:.7,ч ㅉ=чч ㅊ=чх,ч:.3 ㅋ=кх ㅌ=тх,т:.2 ㅍ=пх,п:.2 ㅎ=х',
  ),
}
const kontsevichVowel = table(
  'ㅏ=а ㅐ=э ㅑ=я ㅒ=йя ㅓ=о ㅔ=е,э:.4 ㅕ=ё,е:.2 ㅖ=йе,е:.5 ㅗ=о ㅘ=ва ㅙ=вэ ㅚ=ве,вэ:.2 ㅛ=ё ㅜ=у ㅝ=во ㅞ=ве ㅟ=ви ㅠ=ю ㅡ=ы ㅢ=ый:.5,ы:.3,и ㅣ=и',
)
const kontsevichTail = table('ㄱ=к ㄴ=н,нъ:.05 ㄷ=т ㄹ=ль ㅁ=м ㅂ=п ㅅ=т ㅇ=н,нъ:.1 ㅈ=т ㅊ=т ㅋ=к ㅌ=т ㅍ=п ㅎ=т')

const nothing: Weighted = [['', 1]]
const join = (lead: Weighted, vowel: Weighted, tail: Weighted): [string, number][] =>
  lead.flatMap(([l, lw]) => vowel.flatMap(([v, vw]) => tail.map(([t, tw]): [string, number] => [l + v + t, lw * vw * tw])))

export const withoutMarks = (spelling: string): string => spelling.replaceAll("'", '').replaceAll('ŏ', 'o').replaceAll('ŭ', 'u')

/** Every spelling a system gives a syllable, weights summing to one; spellings below a thousandth are dropped. Empty for a syllable outside the tables. */
export const spellingsOf = (syllable: string, system: System, place: Place): Weighted => {
  const parts = partsOf(syllable)
  if (parts === null) return []
  return weighed(raw(parts, system, place))
}

const raw = ({ lead, vowel, tail }: Parts, system: System, place: Place): [string, number][] => {
  const end = (table: Record<string, Weighted>): Weighted => (tail === '' ? nothing : (table[tail] ?? plainTail[tail] ?? []))
  switch (system) {
    case 'rr':
      return join(rrLead[lead]!, rrVowel[vowel]!, end(plainTail))
    case 'mr': {
      const hissing = lead === 'ㅅ' && vowel === 'ㅟ' ? ([['sh', 1]] as const) : mrLead[place][lead]!
      // Catalogues often keep one kind of mark and lose the other.
      const finals = place === 'given' ? [...end(plainTail), ...beforeNasal(tail)] : end(plainTail)
      return join(hissing, mrVowel[vowel]!, finals).flatMap(([spelling, weight]): [string, number][] => [
        [spelling, weight * 0.8],
        [spelling.replaceAll("'", ''), weight * 0.12],
        [spelling.replaceAll('ŏ', 'o').replaceAll('ŭ', 'u'), weight * 0.08],
      ])
    }
    case 'mr-plain':
      return raw({ lead, vowel, tail }, 'mr', place).map(([spelling, weight]) => [withoutMarks(spelling), weight])
    case 'dprk':
      return join(dprkLead[place][lead]!, mrVowel[vowel]!, end(plainTail)).flatMap(([spelling, weight]): [string, number][] => [
        [spelling, weight * 0.12],
        [withoutMarks(spelling), weight * 0.88],
      ])
    case 'popular': {
      const vowels =
        lead === 'ㅇ' && popularBare[vowel] !== undefined && (tail === '' || vowel !== 'ㅣ')
          ? popularBare
          : tail === ''
            ? popularOpen
            : popularClosed
      const hissing =
        lead === 'ㅅ' && (vowel === 'ㅣ' || vowel === 'ㅟ')
          ? ([
              ['sh', 1.5],
              ['s', 1],
            ] as const)
          : popularLead[lead]!
      const all = join(hissing, vowels[vowel]!, end(popularTail))
      // As in Ewha, Whang and, seldom, Whun: the breath written after the glide.
      const breath = lead !== 'ㅎ' ? 0 : 'ㅘㅝ'.includes(vowel) ? 0.1 : vowel === 'ㅜ' ? 0.03 : 0
      if (breath > 0) for (const [spelling, weight] of [...all]) all.push([spelling.replace(/^hw?/, 'wh'), weight * breath])
      if (vowel === 'ㅕ' && lead === 'ㅇ' && tail === 'ㅇ') all.push(['young', 6])
      return all
    }
    case 'kontsevich':
      return join(kontsevichLead[place][lead]!, kontsevichVowel[vowel]!, end(kontsevichTail))
    default:
      return []
  }
}

/** Careful catalogues write what is heard: 학련 Hangnyŏn, 갑년 Kamnyŏn. The next syllable is not known here, so the share is small. */
const beforeNasal = (tail: string): Weighted =>
  /[ㄱㄲㅋ]/.test(tail) ? [['ng', 0.04]] : /[ㅂㅍ]/.test(tail) ? [['m', 0.04]] : /[ㄷㅅㅈㅊㅌ]/.test(tail) ? [['n', 0.04]] : []

const weighed = (all: readonly (readonly [string, number])[]): Weighted => {
  const sums = new Map<string, number>()
  for (const [spelling, weight] of all) if (spelling !== '') sums.set(spelling, (sums.get(spelling) ?? 0) + weight)
  const total = [...sums.values()].reduce((sum, weight) => sum + weight, 0)
  return [...sums].map(([spelling, weight]) => [spelling, weight / total] as const).filter(([, weight]) => weight >= 0.001)
}
