/** How a paper differs from another: sentence by sentence between drafts, and value by value from what earlier recipients were told. */
import type { Paper, Sentence } from './paper.ts'
import { sentencesOf } from './sentences.ts'

export type PaperChange = {
  key: string
  kind: 'added' | 'removed' | 'changed'
  before: string | null
  now: string | null
  facts: readonly string[]
}

/** Sentences are matched by their key, so that a moved one is no change. */
export const diffPapers = (before: Paper, after: Paper): PaperChange[] => {
  const old = byKey(before)
  const fresh = byKey(after)
  const removed = [...old]
    .filter(([key]) => !fresh.has(key))
    .map(([key, one]) => ({ key, kind: 'removed' as const, before: one.text, now: null, facts: one.facts }))
  const rest = [...fresh].flatMap(([key, one]): PaperChange[] => {
    const was = old.get(key)
    if (!was) return [{ key, kind: 'added', before: null, now: one.text, facts: one.facts }]
    return was.text === one.text
      ? []
      : [{ key, kind: 'changed', before: was.text, now: one.text, facts: [...new Set([...was.facts, ...one.facts])] }]
  })
  return [...removed, ...rest]
}

const byKey = (paper: Paper): Map<string, Sentence> => new Map(sentencesOf(paper).map(({ sentence }) => [sentence.key, sentence]))

/** Sentences that rest on a fact changed since the paper was laid out: they are shown as stale, the others are not touched. */
export const staleKeys = (paper: Paper, changedFacts: readonly string[]): string[] =>
  sentencesOf(paper)
    .filter(({ sentence }) => sentence.facts.some((fact) => changedFacts.includes(fact)))
    .map(({ sentence }) => sentence.key)

export type Sent = { paper: Paper; to: string; on: string }
export type Divergence = {
  sentence: number
  key: string
  topic: string
  before: string
  beforeTo: string
  beforeOn: string
  now: string
  explained: string | null
}

/** Dates, numbers and places that differ from what an earlier recipient read on the same point. The earlier paper is never changed. */
export const divergences = (paper: Paper, sentBefore: readonly Sent[]): Divergence[] =>
  sentencesOf(paper).flatMap(({ sentence }) => {
    const topic = topicOf(sentence)
    if (topic === null) return []
    return sentBefore.flatMap((sent) => {
      const before = counterpart(sentence, sent.paper, paper)
      const differing = before ? differs(before, sentence) : []
      return before && differing.length > 0
        ? [
            {
              sentence: sentence.n,
              key: sentence.key,
              topic: `${topic}: ${differing.join(', ')}`,
              before: before.text,
              beforeTo: sent.to,
              beforeOn: sent.on,
              now: sentence.text,
              explained: null,
            },
          ]
        : []
    })
  })

/** Only what asserts something about the case can diverge; the frame is the same for all. */
const topicOf = (sentence: Sentence): string | null =>
  /^(fact|person|custody|last-seen|urgency):/.test(`${sentence.key}:`) && !sentence.key.endsWith(':label')
    ? sentence.key.split(':').slice(0, 2).join(':')
    : null

/** The sentence with the same key; else, where a fact was replaced by another of its kind, the one of the same kind that this paper no longer carries. */
const counterpart = (sentence: Sentence, earlier: Paper, now: Paper): Sentence | null => {
  const all = sentencesOf(earlier).map((one) => one.sentence)
  const same =
    all.find((one) => one.key === sentence.key) ??
    all.find(
      (one) => one.key.startsWith('fact:') && one.facts.some((fact) => sentence.facts.includes(fact)) && kindOf(one) === kindOf(sentence),
    )
  if (same) return same
  const kind = kindOf(sentence)
  const present = new Set(sentencesOf(now).map((one) => one.sentence.key))
  const known = new Set(all.map((one) => one.key))
  const gone = all.filter((one) => kind !== null && kindOf(one) === kind && !present.has(one.key))
  const fresh = sentencesOf(now).filter((one) => kindOf(one.sentence) === kind && !known.has(one.sentence.key))
  return gone.length === 1 && fresh.length === 1 ? gone[0]! : null
}

const kindOf = (sentence: Sentence): string | null => /^fact:([^:]+)/.exec(sentence.key)?.[1] ?? null

const differs = (a: Sentence, b: Sentence): string[] =>
  (['dates', 'numbers', 'places'] as const).filter(
    (what) => [...values(a.text)[what]].sort().join('|') !== [...values(b.text)[what]].sort().join('|'),
  )

const month = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const datePattern = new RegExp(`(?:\\d{1,2} )?${month}(?: \\d{4})?|(?:spring|summer|autumn|winter) of \\d{4}|\\b(?:19|20)\\d{2}s?\\b`, 'g')
const numberPattern = /\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|once|twice|first|second|third|fourth|fifth)\b/g
const placePattern = /\b(?:in|at|to|from) ((?:\p{Lu}[\p{L}’'-]+)(?:[ ,]+(?:county|province|\p{Lu}[\p{L}’'-]+))*)/gu

const values = (text: string): { dates: Set<string>; numbers: Set<string>; places: Set<string> } => {
  const dates = new Set(text.match(datePattern) ?? [])
  const rest = text.replace(datePattern, ' ')
  return {
    dates,
    numbers: new Set(rest.match(numberPattern) ?? []),
    places: new Set([...rest.matchAll(placePattern)].map((match) => match[1]!)),
  }
}
