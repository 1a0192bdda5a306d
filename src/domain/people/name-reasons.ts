/** Says why two writings agree or not: the system that writes a syllable so, in words a caseworker can check. */
import type { Words } from '../../basics/text.ts'
import type { Reading, Slot } from './read-name.ts'
import { type System, systems } from './spelling-systems.ts'
import { type Evidence, systemShare, width } from './spellings.ts'
import { systemNames } from './tables/system-names.ts'
import { units } from './units.ts'

export type Way = { hangul: string; system: System; share: number; says: Words }
/** What one slot can stand for, likeliest first: the syllable, the system that writes it so, its share among the readings. */
export const waysOf = (slot: Slot, most = 8): Way[] => {
  if (slot.evidence === null) return []
  const { units: rows, p } = slot.evidence
  const found = [...rows].flatMap((unit, row) =>
    systems.map((system, column) => ({ hangul: units[unit]!.hangul, system, share: units[unit]!.share * p[row * width + column]! })),
  )
  const total = found.reduce((sum, way) => sum + way.share, 0)
  return found
    .filter((way) => way.share > total * 0.005)
    .sort((a, b) => b.share - a.share)
    .slice(0, most)
    .map((way) => ({ ...way, share: way.share / total, says: saysFor(slot, way.hangul, way.system) }))
}

const saysFor = (slot: Slot, hangul: string, system: System): Words => {
  const name = systemNames[system]
  const of = { en: `${name.en} of ${hangul}`, ko: `${hangul}의 ${name.ko}`, zh: `“${hangul}”的${name.zh}` }
  if (!slot.slip) return of
  return { en: `one letter away from a spelling of ${hangul}`, ko: `${hangul} 표기와 한 글자 차이`, zh: `与“${hangul}”的拼写相差一个字母` }
}

export type ReasonDetail = { slots: readonly number[]; whole: boolean } | null
type Given = Words & { readonly code: string }
const reason = (code: string, en: string, ko: string, zh: string): Given => ({ code, en, ko, zh })

export const reasonFor = (answer: 'same' | 'possible' | 'different', a: Reading | null, b: Reading | null, detail: ReasonDetail): Given => {
  if (a === null || b === null) return reason('empty', 'one of the two is empty', '한쪽이 비어 있음', '其中一个为空')
  const left = [a.family, ...a.given]
  const right = [b.family, ...b.given]
  if (answer === 'different' || detail === null) return whyDifferent(a, b, detail)
  if (!detail.whole)
    return reason(
      'family-missing',
      'the given name agrees; one writing has no family name',
      '이름은 같으나 한쪽에 성이 없음',
      '名相同，但一方没有姓',
    )
  if (left.every((slot, at) => slot?.text === right[at]?.text && slot?.script === right[at]?.script))
    return reason('same-writing', `both write ${textOf(a)}`, `둘 다 ${textOf(a)}(으)로 씀`, `双方都写作 ${textOf(a)}`)
  const habits = [habitOf(a), habitOf(b)] as const
  const pairs = left.flatMap((slot, at) =>
    slot && right[at] && slot.text !== right[at].text ? [pairWords(slot, right[at], habits[0], habits[1])] : [],
  )
  const said =
    pairs.length > 0
      ? pairs
      : left.flatMap((slot, at) =>
          slot && right[at] && slot.script !== right[at].script ? [pairWords(slot, right[at], habits[0], habits[1])] : [],
        )
  const swapped = a.order !== b.order && (a.order === 'family-last' || b.order === 'family-last')
  const order = swapped
    ? { en: '; family name last in one of them', ko: '; 한쪽은 성을 뒤에 씀', zh: '；其中一个姓在后' }
    : { en: '', ko: '', zh: '' }
  const joined = (language: keyof Words): string => said.map((one) => one[language]).join('; ') + order[language]
  const slip = [...left, ...right].some((slot) => slot?.slip)
  return reason(slip ? 'one-letter-away' : answer === 'same' ? 'one-name' : 'may-be-one-name', joined('en'), joined('ko'), joined('zh'))
}

const textOf = (reading: Reading): string =>
  [reading.family, ...reading.given].flatMap((slot) => (slot === null ? [] : [slot.text])).join(' ')

/** Which system the whole name most likely follows, so that a syllable that several write alike is named by it. */
const habitOf = (reading: Reading): readonly number[] =>
  systems.map((_, column) =>
    [...(reading.family === null ? [] : [reading.family]), ...reading.given].reduce((product, { evidence }) => {
      if (evidence === null) return product
      let sum = 1e-6
      evidence.units.forEach((unit, row) => {
        sum += units[unit]!.share * evidence.p[row * width + column]!
      })
      return product * sum
    }, systemShare[column]!),
  )

/** The syllable that both writings can stand for, named with the system of each. */
const pairWords = (a: Slot, b: Slot, habitA: readonly number[], habitB: readonly number[]): Words => {
  const bothHan = a.script === 'hanja' && b.script === 'hanja'
  if (bothHan)
    return {
      en: `${a.text} and ${b.text} sound alike, other characters`,
      ko: `${a.text}와 ${b.text}: 음은 같고 한자가 다름`,
      zh: `${a.text} 与 ${b.text} 韩语同音，用字不同`,
    }
  const shared = bestShared(a, b, habitA, habitB)
  if (shared === null)
    return {
      en: `${a.text} and ${b.text} are one sound apart`,
      ko: `${a.text}와 ${b.text}는 한 소리 차이`,
      zh: `${a.text} 与 ${b.text} 相差一个音`,
    }
  const [left, right] = [saysFor(a, shared.hangul, shared.left), saysFor(b, shared.hangul, shared.right)]
  const words = (language: keyof Words): string =>
    a.script === 'hangul'
      ? `${b.text}: ${right[language]}`
      : b.script === 'hangul'
        ? `${a.text}: ${left[language]}`
        : `${a.text}: ${left[language]}, ${b.text}: ${right[language]}`
  return { en: words('en'), ko: words('ko'), zh: words('zh') }
}

type Shared = { hangul: string; left: System; right: System }
/** The likeliest unit that both can stand for, with the system of each side. */
const bestShared = (a: Slot, b: Slot, habitA: readonly number[], habitB: readonly number[]): Shared | null => {
  if (a.evidence === null || b.evidence === null) return null
  let best: Shared | null = null
  let most = 0
  for (const [row, unit] of a.evidence.units.entries()) {
    const other = b.evidence.units.indexOf(unit)
    if (other < 0) continue
    const [left, leftShare] = likeliest(a.evidence, row, habitA)
    const [right, rightShare] = likeliest(b.evidence, other, habitB)
    const both = units[unit]!.share * leftShare * rightShare
    if (both > most) {
      most = both
      best = { hangul: units[unit]!.hangul, left, right }
    }
  }
  return best
}
const likeliest = (evidence: Evidence, row: number, habit: readonly number[]): [System, number] => {
  let best = 0
  for (let column = 1; column < systems.length; column++)
    if (evidence.p[row * width + column]! * habit[column]! > evidence.p[row * width + best]! * habit[best]!) best = column
  return [systems[best]!, evidence.p[row * width + best]! * habit[best]!]
}

const whyDifferent = (a: Reading, b: Reading, detail: ReasonDetail): Given => {
  if (detail === null)
    return reason(
      'other-shape',
      `${a.given.length} and ${b.given.length} given syllables`,
      `이름 음절 수가 ${a.given.length}와 ${b.given.length}로 다름`,
      `名的音节数为 ${a.given.length} 与 ${b.given.length}`,
    )
  const left = [...(a.family && b.family ? [a.family] : []), ...a.given]
  const right = [...(a.family && b.family ? [b.family] : []), ...b.given]
  const worst = detail.slots.indexOf(Math.min(...detail.slots))
  const [x, y] = [left[worst], right[worst]]
  if (!x || !y)
    return reason(
      'no-system',
      'no system writes one name in both ways',
      '한 이름을 두 가지로 적는 표기법이 없음',
      '没有任何拼写法会把同一个名字写成这两种',
    )
  return reason(
    'no-system',
    `no one syllable is written both ${x.text} and ${y.text}`,
    `한 음절을 ${x.text}와 ${y.text}로 함께 적는 표기법이 없음`,
    `没有一个音节同时写作 ${x.text} 和 ${y.text}`,
  )
}
