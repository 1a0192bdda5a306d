/** A paper as the screen shows it: the sentences with their notes, the gates before release, what differs from what was sent, what went stale. */
import { refuse } from '../basics/refusal.ts'
import { readersSentence } from '../domain/documents/check-release.ts'
import type { Divergence, Gate, PaperView } from '../domain/documents/desk-api.ts'
import { sentencesOf } from '../domain/documents/sentences.ts'
import { labelIn, type StaleBecause, whyStale } from '../domain/documents/what-changed.ts'
import { readersOf, receives } from '../domain/proceedings/audience.ts'
import { bodyOf } from '../domain/proceedings/bodies.ts'
import { allRows, getRow, type SealedRow } from '../store/sealed-rows.ts'
import type { ActingOnCase } from './action.ts'
import { readCaseRecord } from './case-record.ts'
import { gatesOf } from './gates.ts'
import { basisNow, composed } from './lay-out-paper.ts'
import { memberNames } from './open-case.ts'
import { type PaperBody, type PaperNoteBody, withNotes } from './papers.ts'
import { secondPerson } from './second-person.ts'

export const notesOf = async (acting: ActingOnCase, paperId: string): Promise<PaperNoteBody[]> =>
  (await allRows<PaperNoteBody>(acting.tx, acting.key, 'paper_note')).filter((row) => row.clear.paper_id === paperId).map((row) => row.body)

/** fresh = drafted in this very transaction: nothing of it can have gone stale. */
export const paperView = async (acting: ActingOnCase, paperId: string, { fresh = false } = {}): Promise<PaperView> => {
  const row = await getRow<PaperBody>(acting.tx, acting.key, 'paper', paperId)
  const { record } = await readCaseRecord(acting, { sealedToo: false })
  const packs = acting.desk.packs.forSituation(record.situation)
  const body = bodyOf(packs.bodies, row.body.body) ?? refuse('not-found')
  const names = await memberNames(acting)
  const notes = await notesOf(acting, paperId)
  const paper = row.clear.status === 'released' ? row.body.paper : withNotes(row.body.paper, notes)
  const changes = fresh || row.clear.status === 'released' ? [] : staleBecause(acting, record, row)
  const stale = changes.map((one) => one.key)
  const { gates, divergences } =
    row.clear.status === 'released' ? { gates: [], divergences: [] } : await gatesOf(acting, record, row, paper, notes, stale)
  const labels = new Map<string, string>(record.facts.map((fact) => [fact.id, fact.label]))
  const audience = readersOf(record, body, row.body.states)
  return {
    id: paperId,
    caseId: acting.caseId,
    body: row.body.body,
    bodyName: body.name,
    states: row.body.states,
    persons: row.body.persons,
    draftNumber: row.clear.draft_number as number,
    status: row.clear.status as PaperView['status'],
    author: names.get(row.clear.author_id as string) ?? '—',
    paper,
    gates: gates as readonly Gate[],
    divergences: divergences as readonly Divergence[],
    stale,
    changes: changes.map((one) => ({ ...one, facts: one.facts.map((id) => labels.get(id) ?? labelIn(row.body.basis ?? null, id) ?? id) })),
    readers: audience.map((one) => ({ ...one, receives: receives(body, one.reader, paper.annex !== null) })),
    audienceSentence: readersSentence(packs.bodies, audience, packs.law, paper) ?? {
      en: 'No Government reads this.',
      ko: '어느 정부도 이 문서를 읽지 않습니다.',
      zh: '没有政府会阅读本文件。',
    },
    second:
      row.clear.status === 'asked'
        ? await secondPerson(acting, 'release.confirm', [row.clear.asked_by, row.clear.author_id])
        : { mine: false, others: [] },
    releasedHash: (row.clear.hash as string | null) ?? null,
    sources: Object.fromEntries(
      [...new Set(sentencesOf(paper).flatMap(({ sentence }) => sentence.citations.map((citation) => citation.source)))].flatMap((key) =>
        packs.law.sources[key] ? [[key, packs.law.sources[key].title]] : [],
      ),
    ),
    rowVersion: row.rowVersion,
  }
}

/** Sentences that would read otherwise if the paper were composed from the record of today, each with what has changed. */
const staleBecause = (acting: ActingOnCase, record: Parameters<typeof composed>[1], row: SealedRow<PaperBody>): StaleBecause[] => {
  const before = row.body.basis ?? null
  const after = basisNow(acting, record)
  const old = sentencesOf(row.body.paper).map(({ sentence }) => sentence)
  let fresh: ReturnType<typeof composed>
  try {
    fresh = composed(acting, record, {
      body: row.body.body,
      states: row.body.states,
      persons: row.body.persons as never,
      draftNumber: row.clear.draft_number as number,
    })
  } catch {
    // The door has closed since, or a person left the case: nothing of the draft can be taken as current.
    return old.map((sentence) => whyStale(sentence, null, before, after))
  }
  const now = new Map(sentencesOf(fresh).map(({ sentence }) => [sentence.key, sentence]))
  return old
    .filter((sentence) => now.get(sentence.key)?.text !== sentence.text)
    .map((sentence) => whyStale(sentence, now.get(sentence.key) ?? null, before, after))
}
