/** The kinds of fact an account can contain, as the pack's vocabulary lists them. */
import type { Locale, Words } from '../../basics/text.ts'

export type FactKind = {
  id: string
  group: string
  label: Words
  definition: string
  /** What people say when they mean this kind and its label says otherwise; only for finding it. Absent = none. */
  everyday?: Readonly<Record<Locale, readonly string[]>>
  /** attribute → type name or choice-list name. */
  attrs: Readonly<Record<string, string>>
  sensitive: boolean
  /** Mainly about another person, whose consent is separate. */
  third: boolean
  leans: 'favourable' | 'adverse' | 'either' | 'neutral'
  /** Whose custody or State a fact without custody may speak of; onward = a hand-over, of the custody it ends and the one it begins. */
  side: 'home' | 'host' | 'both' | 'onward'
  /** situation kinds belong to the situation pack. */
  pack: 'law' | 'situation'
}

export type Vocabulary = {
  kinds: readonly FactKind[]
  groups: readonly { id: string; label: Words }[]
  choices: Readonly<Record<string, readonly string[]>>
  /** choice list → value → how it is said to people; a value without words is shown as it is written. */
  choiceWords?: Readonly<Record<string, Readonly<Record<string, Words>>>>
  types: Readonly<Record<string, string>>
}
