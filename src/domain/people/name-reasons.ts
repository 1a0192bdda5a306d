/** Says why two writings agree or not: the system that writes a syllable so, in words a caseworker can check. */
import type { Words } from '../../basics/text.ts'
import { slotLikeness } from './alike.ts'
import type { Reading, Slot } from './read-name.ts'
import { systems } from './spelling-systems.ts'
import { systemNames } from './tables/system-names.ts'
import { bestShared, habitOf, saysFor, shown, slotsOf, waysByUnit, withParticle, writtenAs } from './ways.ts'
import { type Given, type ReasonDetail, reason, whyDifferent } from './why-different.ts'

const nothing: Words = { en: '', ko: '', zh: '' }
const join = (all: readonly Words[]): Words => ({
  en: all.map((one) => one.en).join('; '),
  ko: all.map((one) => one.ko).join('; '),
  zh: all.map((one) => one.zh).join('; '),
})

export const reasonFor = (answer: 'same' | 'possible' | 'different', a: Reading | null, b: Reading | null, detail: ReasonDetail): Given => {
  if (a === null || b === null) return reason('empty', 'one of the two holds no name', '한쪽에 이름이 없음', '其中一个没有姓名')
  if (answer === 'different' || detail === null) return whyDifferent(a, b, detail)
  const order = orderWords(a, b)
  if (!detail.whole) {
    const said = join(pairsOf(a, b))
    return reason(
      'family-missing',
      `the given name agrees; one writing has no family name; ${said.en}`,
      `이름은 같으나 한쪽에 성이 없음; ${said.ko}`,
      `名相同，但一方没有姓; ${said.zh}`,
    )
  }
  const [left, right] = [slotsOf(a), slotsOf(b)]
  if (left.every((slot, at) => slot.script === right[at]?.script && shown(slot) === shown(right[at]))) {
    const stands = standsFor(a)
    return reason(
      'same-writing',
      `both write ${writtenAs(a)}${stands.en}${order.en}`,
      `둘 다 ${withParticle(writtenAs(a), '으로/로')} 씀${stands.ko}${order.ko}`,
      `双方都写作 ${writtenAs(a)}${stands.zh}${order.zh}`,
    )
  }
  const said = join([...pairsOf(a, b), ...(answer === 'possible' ? doubts(a, b) : [])])
  const slip = [...left, ...right].some((slot) => slot.slip)
  return reason(
    slip ? 'one-letter-away' : answer === 'same' ? 'one-name' : 'may-be-one-name',
    said.en + order.en,
    said.ko + order.ko,
    said.zh + order.zh,
  )
}

const orderWords = (a: Reading, b: Reading): Words =>
  a.order !== b.order && (a.order === 'family-last' || b.order === 'family-last')
    ? { en: '; family name last in one of them', ko: '; 한쪽은 성을 뒤에 씀', zh: '；其中一个姓在后' }
    : nothing

/** Syllable by syllable, the family name first; what both write alike is said once, at the end. */
const pairsOf = (a: Reading, b: Reading): Words[] => {
  const habits = [habitOf(a), habitOf(b)] as const
  const pairs: [Slot, Slot][] = a.given.map((slot, at) => [slot, b.given[at]!])
  if (a.family !== null && b.family !== null) pairs.unshift([a.family, b.family])
  const alike = pairs.filter(([x, y]) => x.script === y.script && shown(x) === shown(y)).map(([x]) => shown(x))
  const said = pairs.flatMap(([x, y]) => (x.script === y.script && shown(x) === shown(y) ? [] : [pairWords(x, y, habits[0], habits[1])]))
  if (alike.length === 0) return said
  const texts = alike.join(', ')
  return [...said, { en: `${texts} alike in both`, ko: `${texts}: 같게 씀`, zh: `${texts} 写法相同` }]
}

/** What letters that two writings share can stand for: one spelling is not yet one name. */
const standsFor = (reading: Reading): Words => {
  const slots = slotsOf(reading)
  if (slots.some((slot) => slot.evidence === null || slot.slip || (slot.script !== 'korean' && slot.script !== 'chinese'))) return nothing
  const habit = habitOf(reading)
  const names = slots
    .map((slot) => waysByUnit(slot).slice(0, 3))
    .reduce<[string, number][]>(
      (begun, ways) => begun.flatMap(([text, share]) => ways.map(([hangul, one]): [string, number] => [text + hangul, share * one])),
      [['', 1]],
    )
    .sort((x, y) => y[1] - x[1])
  const [first, ...others] = names
    .filter(([, share]) => share > names[0]![1] * 0.15)
    .slice(0, 4)
    .map(([text]) => text)
  const column = habit.indexOf(Math.max(...habit))
  const name = systemNames[systems[column]!]
  return others.length === 0
    ? { en: `: ${name.en} of ${first}`, ko: `: ${first}의 ${name.ko}`, zh: `：“${first}”的${name.zh}` }
    : {
        en: `: ${name.en} of ${first}, which may also stand for ${others.join(', ')}`,
        ko: `: ${first}의 ${name.ko}. ${others.join(', ')}일 수도 있음`,
        zh: `：“${first}”的${name.zh}，也可能是${others.join('、')}`,
      }
}
/** Why an answer is no more than possible: the spelling that usually stands for another syllable. */
const doubts = (a: Reading, b: Reading): Words[] => {
  const [left, right] = [slotsOf(a), slotsOf(b)]
  if (left.length !== right.length) return []
  const habits = [habitOf(a), habitOf(b)] as const
  return left.flatMap((slot, at) => {
    const other = right[at]!
    if (slot.evidence === null || other.evidence === null || slot.slip || other.slip || slotLikeness(slot, other) > 0.5) return []
    const shared = bestShared(slot, other, habits[0], habits[1])
    if (shared === null) return []
    return [slot, other].flatMap((one) => {
      const usual = one.script === 'korean' || one.script === 'chinese' ? waysByUnit(one)[0]?.[0] : undefined
      return usual === undefined || usual === shared.hangul
        ? []
        : [
            {
              en: `${shown(one)} is more often ${usual}`,
              ko: `${withParticle(shown(one), '은/는')} ${usual}인 때가 더 많음`,
              zh: `${shown(one)} 更常是“${usual}”`,
            },
          ]
    })
  })
}

/** The syllable that both writings can stand for, named with the system of each. */
const pairWords = (a: Slot, b: Slot, habitA: readonly number[], habitB: readonly number[]): Words => {
  const [x, y] = [shown(a), shown(b)]
  if (a.script === 'hanja' && b.script === 'hanja')
    return a.text === b.text
      ? { en: `${x} and ${y} are forms of one character`, ko: `${x}와 ${y}: 같은 글자의 다른 꼴`, zh: `${x} 与 ${y} 是同一个字` }
      : {
          en: `${x} and ${y} sound alike, other characters`,
          ko: `${x}와 ${y}: 음은 같고 한자가 다름`,
          zh: `${x} 与 ${y} 韩语同音，用字不同`,
        }
  const shared = bestShared(a, b, habitA, habitB)
  if (shared === null) return { en: `${x} and ${y} are one sound apart`, ko: `${x}와 ${y}는 한 소리 차이`, zh: `${x} 与 ${y} 相差一个音` }
  const [left, right] = [saysFor(a, shared.hangul, shared.left), saysFor(b, shared.hangul, shared.right)]
  const same = a.script === 'hangul' && b.script === 'hangul'
  const words = (language: keyof Words): string =>
    same
      ? variantWords[language](x, y)
      : a.script === 'hangul'
        ? `${y}: ${right[language]}${beside[language](x, shared.hangul)}`
        : b.script === 'hangul'
          ? `${x}: ${left[language]}${beside[language](y, shared.hangul)}`
          : `${x}: ${left[language]}, ${y}: ${right[language]}`
  return { en: words('en'), ko: words('ko'), zh: words('zh') }
}
/** 리 and 이, 희 and 히: two spellings of one name in Hangul itself. */
const variantWords: Record<keyof Words, (x: string, y: string) => string> = {
  en: (x, y) => `${x} and ${y} are two Hangul spellings of one syllable`,
  ko: (x, y) => `${x}와 ${y}: 한 음절의 두 가지 한글 표기`,
  zh: (x, y) => `${x} 与 ${y} 是同一音节的两种谚文写法`,
}
const beside: Record<keyof Words, (written: string, unit: string) => string> = {
  en: (written, unit) => (written === unit ? '' : `, which is also written ${written}`),
  ko: (written, unit) => (written === unit ? '' : `, ${withParticle(written, '으로/로')}도 씀`),
  zh: (written, unit) => (written === unit ? '' : `，也写作“${written}”`),
}
