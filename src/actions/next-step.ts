/** The next act for a person at risk: the first paper that is ready, or the first thing an urgent paper lacks; and what was filed. */
import type { Day } from '../basics/clock.ts'
import type { CaseRecord } from '../domain/law/case-record.ts'
import { bodyOf } from '../domain/proceedings/bodies.ts'
import { readiness } from '../domain/proceedings/readiness-of.ts'
import { dueWords } from '../domain/protection/due-words.ts'
import type { AtRiskRow } from '../domain/protection/today.ts'
import { allRows } from '../store/sealed-rows.ts'
import type { ActingOnCase } from './action.ts'
import type { PaperBody } from './papers.ts'

export const nextStepOf = async (acting: ActingOnCase, record: CaseRecord, today: Day): Promise<Pick<AtRiskRow, 'next' | 'filed'>> => {
  const { law, bodies } = acting.desk.packs.forSituation(record.situation)
  const papers = (await allRows<PaperBody>(acting.tx, acting.key, 'paper')).filter((row) => row.clear.status === 'released')
  const filed = papers.flatMap((row) => {
    const body = bodyOf(bodies, row.body.body)
    return body ? [{ body: body.name, on: (row.clear.released_at as Date).toISOString().slice(0, 10) as Day }] : []
  })
  const first = record.persons.find((person) => person.role === 'self')
  // One person stands for the group here: the doors are the same, and Proceedings shows every line.
  const lines = first ? readiness({ ...record, persons: [first] }, null, law, bodies, today) : []
  const open = lines.filter((line) => line.opening === 'ready' && !papers.some((row) => row.body.body === line.body))
  const ready = open[0]
  if (ready)
    return {
      filed,
      next: {
        words: dueWords.ready(ready.name),
        rule: ready.clocks[0]?.rule ?? dueWords.noRule,
        certainty: ready.clocks[0]?.certainty ?? ready.certainty,
      },
    }
  const lacking = lines.filter((line) => line.opening === 'lacks').sort((a, b) => a.lacks.length - b.lacks.length)[0]
  if (lacking?.lacks[0])
    return {
      filed,
      next: {
        words: dueWords.lacks(lacking.name, lacking.lacks[0].words),
        rule: lacking.clocks[0]?.rule ?? dueWords.noRule,
        certainty: lacking.clocks[0]?.certainty ?? null,
      },
    }
  return { filed, next: { words: dueWords.askWhere, rule: dueWords.noRule, certainty: null } }
}
