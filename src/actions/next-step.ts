/** The next act for a person at risk: the first paper that is ready, or the first thing an urgent paper lacks; and what was filed. */
import type { Day } from '../basics/clock.ts'
import type { CaseRecord } from '../domain/law/case-record.ts'
import { bodyOf } from '../domain/proceedings/bodies.ts'
import { readiness } from '../domain/proceedings/readiness-of.ts'
import { dueWords } from '../domain/protection/due-words.ts'
import type { AtRiskRow } from '../domain/protection/today.ts'
import type { SealedRow } from '../store/sealed-rows.ts'
import type { ActingOnCase } from './action.ts'
import type { PaperBody } from './papers.ts'

/** left = the papers that have left or wait for the second person; ready = to how many bodies a paper for the first person may go today. */
export const nextStepOf = (
  acting: ActingOnCase,
  record: CaseRecord,
  left: readonly SealedRow<PaperBody>[],
  today: Day,
): Pick<AtRiskRow, 'next' | 'filed'> & { ready: number } => {
  const { law, bodies } = acting.desk.packs.forSituation(record.situation)
  const papers = left.filter((row) => row.clear.status === 'released')
  const filed = papers.flatMap((row) => {
    const body = bodyOf(bodies, row.body.body)
    return body ? [{ body: body.name, on: (row.clear.released_at as Date).toISOString().slice(0, 10) as Day }] : []
  })
  const first = record.persons.find((person) => person.role === 'self')
  // One person stands for the group here: the doors are the same, and Proceedings shows every line.
  const lines = first ? readiness({ ...record, persons: [first] }, null, law, bodies, today) : []
  const ready = new Set(lines.filter((line) => line.opening === 'ready').map((line) => line.body)).size
  const waiting = left.find((row) => row.clear.status === 'asked')
  const waitsFor = waiting ? bodyOf(bodies, waiting.body.body) : null
  if (waiting && waitsFor)
    return {
      filed,
      ready,
      next: {
        words: dueWords.secondPerson(waitsFor.name),
        rule: dueWords.twoPeople,
        certainty: null,
        leadsTo: { at: 'paper', thing: waiting.id },
      },
    }
  // A paper that stays in the house keeps nobody from being removed: it comes after what an urgent paper still lacks.
  const goesOut = (line: { body: string }): boolean => bodyOf(bodies, line.body)?.recipient !== null
  const open = lines.filter((line) => line.opening === 'ready' && goesOut(line) && !papers.some((row) => row.body.body === line.body))
  const next = open[0]
  if (next)
    return {
      filed,
      ready,
      next: {
        words: dueWords.ready(next.name),
        rule: next.clocks[0]?.rule ?? dueWords.noRule,
        certainty: next.clocks[0]?.certainty ?? next.certainty,
        leadsTo: { at: 'proceedings', thing: next.body },
      },
    }
  const lacking = lines
    .filter((line) => line.opening === 'lacks' && goesOut(line) && !papers.some((row) => row.body.body === line.body))
    .sort((a, b) => a.lacks.length - b.lacks.length)[0]
  if (lacking?.lacks[0])
    return {
      filed,
      ready,
      next: {
        words: dueWords.lacks(lacking.name, lacking.lacks[0].words),
        rule: lacking.clocks[0]?.rule ?? dueWords.noRule,
        certainty: lacking.clocks[0]?.certainty ?? null,
        leadsTo: { at: 'proceedings', thing: lacking.body },
      },
    }
  return {
    filed,
    ready,
    next: { words: dueWords.askWhere, rule: dueWords.noRule, certainty: null, leadsTo: { at: 'account', thing: null } },
  }
}
