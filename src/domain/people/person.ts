/** A person of a case: names as they are written, a birth date as far as it is known, and how they stand to the person concerned. */
import type { PersonId } from '../../basics/id.ts'
import type { PartialDate } from '../../basics/partial-date.ts'

/** ISO 3166-1 alpha-3. No code is ever named in src. */
export type StateCode = string
export type Script = 'hangul' | 'hanja' | 'latin' | 'cyrillic' | 'other'
/** own = as the person writes it; document = as a paper has it; court or press = as a public source prints it. */
export type NameKind = 'own' | 'document' | 'alias' | 'romanised' | 'public-source'
export type PersonName = { text: string; script: Script; kind: NameKind }
export type Sex = 'F' | 'M' | 'X' | 'unknown'
/** Unknown, refused and not asked are three answers. */
export type Tri = 'yes' | 'no' | 'unknown' | 'refused' | 'not-asked'

/** self = the person who may not be sent back; the others stand to them as the role says. */
export type PersonRole =
  | 'self'
  | 'child'
  | 'spouse'
  | 'partner'
  | 'parent'
  | 'sibling'
  | 'grandparent'
  | 'uncle-aunt'
  | 'in-law'
  | 'witness'
  | 'other'

export type Person = {
  id: PersonId
  role: PersonRole
  names: readonly PersonName[]
  sex: Sex
  /** Ages or births that differ stay side by side, each with the source that gives it; the child lines use the lower age. */
  births: readonly { date: PartialDate; source: string | null }[]
  ageStatements: readonly { low: number; high: number; on: PartialDate | null; source: string | null }[]
  nationalities: readonly { state: StateCode; standing: 'held' | 'claimed' | 'attributed' | 'disputed'; basis: string | null }[]
  languages: readonly string[]
  livesIn: StateCode | null
  specificNeeds: readonly string[]
  /** Third persons have not consented; an outward paper names at most their degree of kin. */
  thirdPerson: boolean
  submitter: boolean
  /** Why there is no name, in the person's words or the source's. */
  note: string | null
}
