/** The gates before a paper leaves: authority, consent, audience, words, sources, what was sent before, the second person, and whether the record moved on. */
import { dayIn } from '../basics/clock.ts'
import { checkRelease } from '../domain/documents/check-release.ts'
import type { Divergence, Gate } from '../domain/documents/desk-api.ts'
import { divergences, type Sent } from '../domain/documents/differences.ts'
import type { Paper } from '../domain/documents/paper.ts'
import { releaseWords } from '../domain/documents/release-words.ts'
import type { CaseRecord } from '../domain/law/case-record.ts'
import { bodyOf } from '../domain/proceedings/bodies.ts'
import { gate } from '../domain/proceedings/gates.ts'
import { unprintableIn } from '../formats/unprintable-letters.ts'
import { allRows, type SealedRow } from '../store/sealed-rows.ts'
import type { ActingOnCase } from './action.ts'
import type { PaperBody, PaperNoteBody } from './papers.ts'

/** The key under which an officer notes that the facts flagged for the audience were looked at and stand. */
export const audienceLookedAt = 'gate:audience'
/** And those in the annex, which are decided apart. */
export const annexLookedAt = 'gate:annex'

const staleWords = {
  en: 'The record has changed since this draft was composed. Compose it again.',
  ko: '이 초안을 만든 뒤 기록이 바뀌었습니다. 다시 작성하세요.',
  zh: '起草后记录已有变化，请重新起草。',
}

export const gatesOf = async (
  acting: ActingOnCase,
  record: CaseRecord,
  row: SealedRow<PaperBody>,
  paper: Paper,
  notes: readonly PaperNoteBody[],
  stale: readonly string[],
): Promise<{ gates: Gate[]; divergences: Divergence[] }> => {
  const { law, bodies } = acting.desk.packs.forSituation(record.situation)
  const sentBefore = await sentPapers(acting, (id) => bodyOf(bodies, id)?.name.en ?? id)
  const explanations = new Map(notes.filter((note) => note.kind === 'explain').map((note) => [note.key, note.text]))
  const differing = divergences(paper, sentBefore).map((one) => ({ ...one, explained: explanations.get(one.key) ?? null }))
  const gates = checkRelease(record, paper, bodies, law, {
    states: row.body.states,
    persons: row.body.persons,
    today: dayIn(acting.now, 'UTC'),
    sentBefore,
    explained: [...explanations.keys()],
    lookedAt: explanations.has(audienceLookedAt) ? record.facts.map((fact) => fact.id) : [],
    lookedAtAnnex: explanations.has(annexLookedAt) ? record.facts.map((fact) => fact.id) : [],
    forbidden: (text) => acting.desk.packs.mustNotBeKnown(text).map((one) => ({ ...one, group: '' })),
    confirmedBySecond: row.clear.status === 'released',
  })
  // People read names; ids stay inside.
  const readable = gates.map((one) => ({
    ...one,
    detail: one.detail.map((text) =>
      record.persons.reduce((words, person) => words.replaceAll(person.id, person.names[0]?.text ?? person.role), text),
    ),
  }))
  const letters = await lettersGate(acting, record, paper)
  const all = [...readable.slice(0, -1), letters, ...readable.slice(-1)]
  return { gates: stale.length > 0 ? [gate('stale', 'blocks', staleWords, [], [...stale]), ...all] : all, divergences: differing }
}

/** A letter without a picture would print as an empty box, in a name as easily as anywhere. Named by fact where there is one, else by sentence. */
const lettersGate = async (acting: ActingOnCase, record: CaseRecord, paper: Paper): Promise<Gate> => {
  const found = await unprintableIn(paper, acting.desk.renderer.withoutPicture)
  if (found.length === 0) return gate('letters', 'passed', releaseWords.lettersPrint)
  const label = (id: string): string => record.facts.find((fact) => fact.id === id)?.label ?? id
  const detail = found.map((one) => `${one.letter} (${[...one.facts.map(label), ...one.sentences.map((n) => `№ ${n}`)].join(', ')})`)
  return gate('letters', 'blocks', releaseWords.lettersMissing, [...new Set(found.flatMap((one) => one.facts))], detail)
}

const sentPapers = async (acting: ActingOnCase, nameOf: (body: string) => string): Promise<Sent[]> =>
  (await allRows<PaperBody>(acting.tx, acting.key, 'paper', 'kept', { column: 'status', values: ['released'] })).map((row) => ({
    paper: row.body.paper,
    to: nameOf(row.body.body),
    on: (row.clear.released_at as Date).toISOString().slice(0, 10),
  }))
