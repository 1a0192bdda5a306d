/** Persons who may be one person recorded twice: candidates with a table of reasons, field by field. Nothing is merged here; a person judges. */
import type { Words } from '../../basics/text.ts'
import { placeKey } from '../linkage/place-key.ts'
import { bornReason, bornWhen, compareBorn } from './birth-evidence.ts'
import { comparePersonNames, type Reason } from './compare-names.ts'
import { buildNameIndex, type IndexedPerson } from './search.ts'

export type FieldAnswer = 'agrees' | 'close' | 'unknown' | 'disagrees'
export type FieldReason = {
  field: 'name' | 'birth' | 'sex' | 'place' | 'kin'
  answer: FieldAnswer
  left: string
  right: string
  reason: Reason
}
/** `rank` orders a list for review and is nothing else: it is never shown as a figure, and no rank merges anyone. */
export type Candidate = { a: string; b: string; rank: number; table: readonly FieldReason[] }
/** A relative who is recorded too: how they stand to the person (`any` = not said) and every writing of their name. */
export type Relative = { as: string; names: readonly string[] }
export type ComparedPerson = IndexedPerson & { relatives?: readonly Relative[] }

/** Pairs worth a look, best first, at most `limit`. A pair that was judged already (`judged`, keys joined as pairKey does) is left out. */
export const findDuplicates = (persons: readonly ComparedPerson[], judged: ReadonlySet<string> = new Set(), limit = 500): Candidate[] => {
  const index = buildNameIndex(persons)
  const byKey = new Map(persons.map((person) => [person.key, person]))
  const found = new Map<string, Candidate>()
  for (const person of persons)
    for (const name of person.names)
      for (const near of index.search(
        { text: name, sex: person.sex, ...(person.births[0] === undefined ? {} : { birth: person.births[0] }) },
        12,
      )) {
        const key = pairKey(person.key, near.key)
        if (near.key === person.key || judged.has(key) || found.has(key)) continue
        const candidate = comparePersons(person, byKey.get(near.key)!)
        if (candidate !== null) found.set(key, candidate)
      }
  return [...found.values()].sort((x, y) => y.rank - x.rank || (pairKey(x.a, x.b) < pairKey(y.a, y.b) ? -1 : 1)).slice(0, limit)
}

export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** The table for two persons; null when their names are different and nothing else could make them one. Symmetric but for left and right. */
export const comparePersons = (left: ComparedPerson, right: ComparedPerson): Candidate | null => {
  const table = compareFields(left, right)
  if (table[0]?.field !== 'name' || table[0].answer === 'disagrees') return null
  const rank = rankOf(table)
  return rank < 1 ? null : { a: left.key, b: right.key, rank, table }
}

/** One row a field, always: what is not known is said too. A person without any name has no row for it. */
export const compareFields = (left: ComparedPerson, right: ComparedPerson): FieldReason[] => {
  const name = bestName(left, right)
  return [...(name === null ? [] : [name]), birth(left, right), sex(left, right), place(left, right), kin(left, right)]
}

export const rankOf = (table: readonly FieldReason[]): number => table.reduce((sum, row) => sum + weights[row.field][row.answer], 0)
/** Order of review only: a whole birth date that agrees outweighs a name, which thousands share. */
const weights: Record<FieldReason['field'], Record<FieldAnswer, number>> = {
  name: { agrees: 4, close: 2, unknown: 0, disagrees: -9 },
  birth: { agrees: 5, close: 2, unknown: 0, disagrees: -3 },
  sex: { agrees: 0.5, close: 0, unknown: 0, disagrees: -3 },
  place: { agrees: 1, close: 0, unknown: 0, disagrees: 0 },
  kin: { agrees: 4, close: 1, unknown: 0, disagrees: 0 },
}

const bestName = (left: ComparedPerson, right: ComparedPerson): FieldReason | null => {
  let best: FieldReason | null = null
  for (const a of left.names)
    for (const b of right.names) {
      const { answer, reason } = comparePersonNames(a, b)
      const row: FieldReason = {
        field: 'name',
        answer: answer === 'same' ? 'agrees' : answer === 'possible' ? 'close' : 'disagrees',
        left: a,
        right: b,
        reason,
      }
      if (best === null || weights.name[row.answer] > weights.name[best.answer]) best = row
    }
  return best
}

const birth = (left: ComparedPerson, right: ComparedPerson): FieldReason => {
  const recorded = right.births.flatMap((text) => bornWhen(text) ?? [])
  const answers = left.births.flatMap((text) => bornWhen(text) ?? []).map((born) => compareBorn(born, recorded))
  const best = (['same', 'may-be', 'near', 'other'] as const).find((one) => answers.includes(one)) ?? 'unknown'
  const answer = { same: 'agrees', 'may-be': 'close', near: 'close', other: 'disagrees', unknown: 'unknown' } as const
  return { field: 'birth', answer: answer[best], left: left.births.join(', '), right: right.births.join(', '), reason: bornReason(best) }
}

const sex = (left: ComparedPerson, right: ComparedPerson): FieldReason => {
  const known = left.sex !== 'unknown' && right.sex !== 'unknown'
  const answer = !known ? 'unknown' : left.sex === right.sex ? 'agrees' : 'disagrees'
  return { field: 'sex', answer, left: left.sex, right: right.sex, reason: { code: `sex-${answer}`, ...sexWords[answer] } }
}
const sexWords: Record<'unknown' | 'agrees' | 'disagrees', Words> = {
  unknown: { en: 'sex is not recorded on both sides', ko: '한쪽 이상 성별 기록 없음', zh: '至少一方未记录性别' },
  agrees: { en: 'the same sex', ko: '성별이 같음', zh: '性别相同' },
  disagrees: { en: 'another sex is recorded', ko: '성별이 다르게 기록됨', zh: '记录的性别不同' },
}

const han = /\p{Script=Han}/u
/** 회령 and Hoeryŏng are one place; 图们 beside 투먼 says nothing, for no table here reads a place's Han letters. */
const place = (left: ComparedPerson, right: ComparedPerson): FieldReason => {
  const [a, b] = [left.places, right.places].map((places) => places.map(placeKey).filter((key) => key !== '')) as [string[], string[]]
  const readable = a.some((one) => b.some((other) => han.test(one) === han.test(other)))
  const known = a.length > 0 && b.length > 0
  const said = !known ? 'unknown' : a.some((one) => b.includes(one)) ? 'agrees' : readable ? 'disagrees' : 'scripts'
  return {
    field: 'place',
    answer: said === 'scripts' ? 'unknown' : said,
    left: left.places.join(', '),
    right: right.places.join(', '),
    reason: { code: `place-${said}`, ...placeWords[said] },
  }
}
const placeWords: Record<'unknown' | 'agrees' | 'disagrees' | 'scripts', Words> = {
  unknown: { en: 'no place to compare', ko: '비교할 장소가 없음', zh: '没有可比较的地点' },
  agrees: { en: 'a place agrees', ko: '같은 곳이 기록됨', zh: '有相同的地点' },
  disagrees: {
    en: 'other places; people move and are moved',
    ko: '다른 곳이 기록됨. 옮겨 다녔거나 이송되었을 수 있음',
    zh: '地点不同；人会迁移或被转移',
  },
  scripts: {
    en: 'places in different scripts; compare them by eye',
    ko: '장소를 적은 문자가 서로 달라 눈으로 견주어야 함',
    zh: '地点用不同文字书写，请自行比较',
  },
}

/** Relatives who stand the same way to both are compared by name. Families are never recorded whole: other relatives speak against nothing. */
const kin = (left: ComparedPerson, right: ComparedPerson): FieldReason => {
  const [ours, theirs] = [(left.relatives ?? []).slice(0, mostRelatives), (right.relatives ?? []).slice(0, mostRelatives)]
  const row = (answer: 'agrees' | 'close' | 'unknown', a: readonly Relative[], b: readonly Relative[]): FieldReason => ({
    field: 'kin',
    answer,
    left: namesOf(a),
    right: namesOf(b),
    reason: { code: `kin-${answer}`, ...kinWords[answer] },
  })
  let near: FieldReason | null = null
  for (const a of ours)
    for (const b of theirs) {
      if (a.as !== b.as && a.as !== 'any' && b.as !== 'any') continue
      const answers = a.names.flatMap((x) => b.names.map((y) => comparePersonNames(x, y).answer))
      if (answers.includes('same')) return row('agrees', [a], [b])
      if (answers.includes('possible')) near ??= row('close', [a], [b])
    }
  return near ?? row('unknown', ours, theirs)
}
const mostRelatives = 12
const namesOf = (relatives: readonly Relative[]): string => relatives.flatMap((one) => one.names[0] ?? []).join(', ')
const kinWords: Record<'agrees' | 'close' | 'unknown', Words> = {
  agrees: { en: 'a relative of the same name is recorded', ko: '같은 이름의 친족이 기록됨', zh: '记录了同名的亲属' },
  close: { en: 'a relative’s name is close', ko: '친족의 이름이 비슷함', zh: '有亲属名字相近' },
  unknown: { en: 'no relative to compare', ko: '비교할 친족이 없음', zh: '没有可比较的亲属' },
}
