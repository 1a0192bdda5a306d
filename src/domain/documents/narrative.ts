/** Facts in order: each source after the other, within it by time, first-hand and reported apart, both versions where accounts differ. */

import { earliest, latest } from '../../basics/partial-date.ts'
import type { Citation } from '../../basics/source.ts'
import { whenOf } from '../proceedings/person-facts.ts'
import type { Account } from '../testimony/account.ts'
import type { Fact } from '../testimony/fact.ts'
import { dateWords } from './date-words.ts'
import { dateOnly, factSentence } from './fact-sentence.ts'
import type { Block, Sentence } from './paper.ts'
import { speakerName } from './referents.ts'
import { line, onFileCitation, paragraph, say } from './sentences.ts'
import type { Writing } from './writing.ts'

export const narrative = (w: Writing, part: string, facts: readonly Fact[], annex = false): Block[] => {
  // That a child depends on a parent is no event of the child’s own paper.
  const own = w.persons.length > 0 && w.persons.every((person) => person.role === 'child')
  const told = facts.filter(
    (fact) => !w.papers.sets.silent?.includes(fact.kind) && !(own && w.papers.sets['of-a-parent']?.includes(fact.kind)),
  )
  const twins = pairs(told)
  const groups = new Map<string, Fact[]>()
  for (const fact of ordered(
    w,
    told.filter((one) => !twins.merged.has(one.id)),
  ))
    groups.set(sourceOf(fact), [...(groups.get(sourceOf(fact)) ?? []), fact])
  return [...groups]
    .sort(([a], [b]) => rank(w, a) - rank(w, b))
    .flatMap(([source, list]) => [
      ...paragraph([lead(w, part, source, list, annex)]),
      ...chapters(w, list).flatMap((chapter) =>
        paragraph(chapter.flatMap((fact) => sentencesFor(w, fact, twins.of.get(fact.id) ?? null, annex))),
      ),
    ])
}

type Twins = { of: Map<string, Fact>; merged: Set<string> }

/** Of two versions the person's own comes first and carries the other; both were asked of the same list, so that neither is lost. */
const pairs = (facts: readonly Fact[]): Twins => {
  const of = new Map<string, Fact>()
  const merged = new Set<string>()
  for (const fact of facts) {
    const twin = facts.find((one) => one.id === fact.twin)
    if (!twin || merged.has(fact.id) || of.has(fact.id)) continue
    of.set(fact.id, twin)
    merged.add(twin.id)
  }
  return { of, merged }
}

const sentencesFor = (w: Writing, fact: Fact, twin: Fact | null, annex: boolean): Sentence[] => {
  const first = factSentence(w, fact, { twin, second: false, annex })
  return twin === null || dateOnly(fact, twin) ? [first] : [first, factSentence(w, twin, { twin: fact, second: true, annex })]
}

const sourceOf = (fact: Fact): string => fact.spans[0]?.account ?? (fact.publicSources.length > 0 ? 'public' : 'file')

/** The persons' own accounts first, then others' statements as they were given, then public sources, then papers. */
const rank = (w: Writing, source: string): number => {
  const at = w.record.accounts.findIndex((one) => one.id === source)
  if (at < 0) return source === 'public' ? 1_000 : 2_000
  return w.persons.some((person) => person.id === w.record.accounts[at]!.speaker) ? at : 500 + at
}

const lead = (w: Writing, part: string, source: string, facts: readonly Fact[], annex: boolean): Sentence => {
  const account = w.record.accounts.find((one) => one.id === source)
  const key = `lead:${part}:${source}`
  const ids = facts.map((fact) => fact.id)
  const marks = annex ? (['annex-only'] as const) : []
  if (!account) return say(key, line(w, source === 'public' ? 'lead-public' : 'lead-file'), { facts: ids, marks })
  const values = { taken: dateWords(account.takenOn), language: w.papers.words.language?.[account.language] ?? null }
  return say(key, accountLead(w, account, values, annex), {
    facts: ids,
    citations: [statementCitation(account, values.taken)],
    marks,
  })
}

/** What was told in the first minute and not yet read back to anybody is on file, but it is not verified. */
const statementCitation = (account: Account, taken: string): Citation => {
  const source = `Statement ${account.id} on file`
  return account.circumstances === 'intake' && account.attestedAt === null
    ? { ...onFileCitation(source, `told at intake on ${taken}, not yet attested`), certainty: 'unverified' }
    : onFileCitation(source, `taken on ${taken}`)
}

const accountLead = (w: Writing, account: Account, values: Record<string, string | null>, annex: boolean): string => {
  const speaker = w.record.persons.find((one) => one.id === account.speaker)
  const own = speaker && w.persons.includes(speaker)
  // What was told of a person by others is never printed as that person’s own account.
  if (own && account.hand !== 'first') return line(w, 'lead-second', { ...values, name: speakerName(w, speaker, annex) })
  return own
    ? line(w, 'lead-own', { ...values, name: speakerName(w, speaker, annex) })
    : line(w, 'lead-relative', { ...values, relative: speakerName(w, speaker, annex) })
}

/** Undated facts keep the place they have in the account, behind the last date told before them. */
const ordered = (w: Writing, facts: readonly Fact[]): Fact[] => {
  const last = new Map<string, string>()
  const keyed = [...facts]
    .sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0))
    .map((fact, i) => {
      const source = sourceOf(fact)
      const date = whenOf(w.record, fact)
      const before = last.get(source) ?? ''
      // “In 2015”, told after the autumn of 2015, goes on from there and not back to January.
      const day =
        date === null || (before >= (earliest(date) ?? '') && before <= (latest(date) ?? '9999')) ? before : (earliest(date) ?? before)
      if (day > before) last.set(source, day)
      return { fact, day, i }
    })
  // Family stands at the end: it is a condition of life, told in passing, and no event of the day on which it is told.
  for (const one of keyed) if (w.kinds.get(one.fact.kind)?.group === 'family') one.day = '9999'
  return keyed.sort((a, b) => (a.day === b.day ? a.i - b.i : a.day < b.day ? -1 : 1)).map((one) => one.fact)
}

/** A paragraph ends where the story turns to another part of life, and is never longer than a reader can hold. */
const chapters = (w: Writing, facts: readonly Fact[]): Fact[][] => {
  const result: Fact[][] = []
  for (const fact of facts) {
    const current = result.at(-1)
    const group = (one: Fact) => w.kinds.get(one.kind)?.group ?? ''
    if (!current || current.length >= 7 || (group(current.at(-1)!) !== group(fact) && current.length >= 3)) result.push([fact])
    else current.push(fact)
  }
  return result
}
