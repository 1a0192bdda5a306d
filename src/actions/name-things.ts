/** What the things of one case are called, for its history and for the list of what a member opened: only with the case open. */
import type { Words } from '../basics/text.ts'
import type { Thing } from '../domain/documents/things.ts'
import { bodyOf } from '../domain/proceedings/bodies.ts'
import { allRows } from '../store/sealed-rows.ts'
import type { ActingOnCase } from './action.ts'
import { readCaseRecord } from './case-record.ts'
import { memberNames } from './open-case.ts'
import type { PaperBody } from './papers.ts'

type Named = Partial<Pick<Thing, 'label' | 'name' | 'number' | 'on'>>

/** A thing that is gone, or sealed from this reader, keeps its kind and its code. */
export const nameThings = async (
  acting: ActingOnCase,
): Promise<{ codeName: string; named(thing: Thing, object: string | null): Thing }> => {
  const { record } = await readCaseRecord(acting)
  const { law, bodies } = acting.desk.packs.forSituation(record.situation)
  const names = new Map<string, Named>()
  const put = (id: string | undefined, named: Named): void => void (id && names.set(id, named))
  for (const one of record.accounts) put(one.id, { label: one.label ?? null })
  for (const one of record.exhibits) put(one.id, { label: `${one.label} ${one.title}` })
  for (const one of record.facts)
    put(one.id, { label: one.label, name: law.vocabulary.kinds.find((kind) => kind.id === one.kind)?.label ?? null })
  for (const one of record.persons) put(one.id, { label: one.names[0]?.text ?? null })
  const shows = new Map<string, Words>(law.tests.flatMap((test) => test.elements.map((one) => [`${test.id}.${one.id}`, one.show] as const)))
  for (const one of record.findings) put(one.id, { name: shows.get(one.element) ?? null, on: one.on })
  for (const row of await allRows<PaperBody>(acting.tx, acting.key, 'paper'))
    put(row.id, {
      name: bodyOf(bodies, row.body.body)?.name ?? null,
      number: row.clear.draft_number as number,
      on: row.createdHour.slice(0, 10) as Thing['on'],
    })
  const members = await memberNames(acting)
  return {
    codeName: record.codeName,
    named: (thing, object) =>
      thing.kind === 'member'
        ? { ...thing, label: members.get(object ?? '') ?? null }
        : { ...thing, ...(object === null ? {} : names.get(object)) },
  }
}
