/** Says why two writings are not one name: what no system here reads, where the syllables do not count up, or which syllable nobody writes both ways. */
import type { Words } from '../../basics/text.ts'
import type { Reading } from './read-name.ts'
import { shown, slotsOf, textOf } from './ways.ts'

export type ReasonDetail = { slots: readonly number[]; whole: boolean } | null
export type Given = Words & { readonly code: string }
export const reason = (code: string, en: string, ko: string, zh: string): Given => ({ code, en, ko, zh })

export const whyDifferent = (a: Reading, b: Reading, detail: ReasonDetail): Given => {
  const unread = [a, b].find((one) => slotsOf(one).every((slot) => slot.evidence === null))
  if (unread !== undefined) {
    const text = textOf(unread)
    return reason(
      'unread',
      `${text} is no Korean name that the tables here can read`,
      `${text}: 여기의 표로는 한국어 이름으로 읽을 수 없음`,
      `${text} 无法按此处的表读作韩语姓名`,
    )
  }
  if (detail === null)
    return reason(
      'other-shape',
      `${textOf(a)} has ${count(a)}, ${textOf(b)} ${count(b)}`,
      `이름 음절 수가 다름: ${textOf(a)} ${a.given.length}, ${textOf(b)} ${b.given.length}`,
      `名的音节数不同：${textOf(a)} 为 ${a.given.length}，${textOf(b)} 为 ${b.given.length}`,
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
  const [one, other] = [shown(x), shown(y)]
  if (detail.slots[worst]! > 0)
    return reason(
      'far-fetched',
      `${one} and ${other} are hardly ever two spellings of one syllable`,
      `${one}와 ${other}가 한 음절의 두 표기인 때는 거의 없음`,
      `${one} 与 ${other} 极少是同一音节的两种写法`,
    )
  return x.place === 'family'
    ? reason(
        'other-family',
        `no one family name is written both ${one} and ${other}`,
        `한 성을 ${one}와 ${other}로 함께 적는 표기법이 없음`,
        `没有一个姓同时写作 ${one} 和 ${other}`,
      )
    : reason(
        'no-system',
        `no one syllable is written both ${one} and ${other}`,
        `한 음절을 ${one}와 ${other}로 함께 적는 표기법이 없음`,
        `没有一个音节同时写作 ${one} 和 ${other}`,
      )
}
const count = (reading: Reading): string =>
  reading.given.length === 0 ? 'no given name' : `${reading.given.length} given ${reading.given.length === 1 ? 'syllable' : 'syllables'}`
