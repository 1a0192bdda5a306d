/** Shows every way a name can be read, so that a person can check why two writings were called the same. */
import { writingsOf } from './fold-name.ts'
import { type Order, readingsOf, type Slot } from './read-name.ts'
import { shown, type Way, waysOf } from './ways.ts'

export type ExplainedSlot = { text: string; script: Slot['script']; place: Slot['place']; slip: boolean; ways: Way[] }
export type ExplainedReading = { writing: string; order: Order; share: number; slots: ExplainedSlot[] }
/** `readings`, likeliest first for each writing; `keys`: Hangul that the name can stand for, coarse, for search and blocking. */
export type ExplainedName = { name: string; readings: ExplainedReading[]; keys: string[] }

export const explainName = (name: string): ExplainedName => {
  const readings = writingsOf(name).flatMap((writing) => readingsOf(writing).map((reading) => ({ writing, reading })))
  return {
    name,
    readings: readings.map(({ writing, reading }) => ({
      writing,
      order: reading.order,
      share: reading.weight,
      slots: [...(reading.family === null ? [] : [reading.family]), ...reading.given].map((slot) => ({
        text: shown(slot),
        script: slot.script,
        place: slot.place,
        slip: slot.slip,
        ways: waysOf(slot, 24),
      })),
    })),
    keys: blockingKeys(name),
  }
}

/** A key is family and given syllables with the vowels and consonants that spellings confuse made one; two writings of one name share at least one key nearly always. */
export const blockingKeys = (name: string): string[] => {
  const keys = new Set<string>()
  for (const reading of writingsOf(name).flatMap(readingsOf)) {
    if (reading.weight < 0.1 && keys.size > 0) continue
    const parts = [reading.family, ...reading.given]
    let begun = ['']
    for (const slot of parts) {
      if (slot === null) {
        begun = begun.map((key) => `${key}?`)
        continue
      }
      const classes =
        slot.evidence === null
          ? [slot.text]
          : [
              ...new Set(
                waysOf(slot, 4)
                  .filter((way) => way.share > 0.03)
                  .map((way) => coarse(way.hangul)),
              ),
            ]
      begun = begun.flatMap((key) => classes.map((one) => `${key}${key === '' ? '' : ' '}${one}`)).slice(0, 24)
    }
    for (const key of begun) keys.add(key)
  }
  return [...keys]
}

const leads = 'ㄱㄱㄴㄷㄷㄴㅁㅂㅂㅅㅅㅇㅈㅈㅈㄱㄷㅂㅎ'
const vowels = 'ㅏㅐㅏㅐㅓㅐㅓㅐㅓㅏㅐㅐㅓㅜㅓㅐㅣㅜㅜㅣㅣ'
const tails = ' ㄱㄱㄱㄴㄴㄴㄷㄹㄱㅁㄹㄹㄹㅂㄹㅁㅂㅂㄷㄷㅇㄷㄷㄱㄷㅂㄷ'
/** ㄱㅋㄲ one, ㄴㄹ one, ㅈㅊ one; ㅓㅗ one with their glides, ㅜㅡ one, ㅐㅔ one. */
export const coarse = (hangul: string): string =>
  [...hangul]
    .map((syllable) => {
      const code = syllable.charCodeAt(0) - 0xac00
      return code < 0 || code > 11171
        ? syllable
        : leads[Math.floor(code / 588)]! + vowels[Math.floor((code % 588) / 28)]! + tails[code % 28]!.trim()
    })
    .join('')
