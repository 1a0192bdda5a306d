/** Everything that was done in a case, reads and refusals included, newest first. */
import { z } from 'zod'
import type { HistoryLine } from '../domain/documents/desk-api.ts'
import { thingOf } from '../domain/documents/things.ts'
import { historyOfCase } from '../store/audit.ts'
import { caseAct } from './action.ts'
import { nameThings } from './name-things.ts'
import { memberNames } from './open-case.ts'

export const readHistory = caseAct({
  name: 'read-history',
  may: 'case.history',
  reads: true,
  input: z.object({ case: z.string(), object: z.union([z.string().max(60), z.null()]).optional() }),
  do: async (acting, { object }): Promise<{ answer: readonly HistoryLine[] }> => {
    const names = await memberNames(acting)
    const { named } = await nameThings(acting)
    const lines = await historyOfCase(acting.tx, acting.desk.vault, acting.key, 500, object ?? null)
    return {
      answer: lines.map((line) => ({
        seq: line.seq,
        at: line.at as HistoryLine['at'],
        by: names.get(line.actor ?? '') ?? '—',
        act: line.action,
        object: line.object,
        thing: named(thingOf(line.action, line.object, acting.caseId), line.object),
        outcome: line.outcome === 'done' ? 'done' : 'refused',
        code: line.code,
      })),
    }
  },
})
