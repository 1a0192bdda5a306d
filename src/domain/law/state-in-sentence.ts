/** The name of a State as a sentence takes it: “the Lao PDR has not accepted …”, while a list or a column says “Lao PDR”. */
import type { Words } from '../../basics/text.ts'
import type { StateCode } from '../people/person.ts'

/** in = the English name with its article, where it takes one; Korean and Chinese have none. */
export type StateWords = Words & { in?: string }

/** A code without a name stands as it is. */
export const stateInSentence = (states: Readonly<Record<StateCode, StateWords>>, code: StateCode): Words => {
  const name = states[code] ?? { en: code, ko: code, zh: code }
  return { en: name.in ?? name.en, ko: name.ko, zh: name.zh }
}
