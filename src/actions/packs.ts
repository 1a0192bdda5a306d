/** The packs of law and situations, read once at the start and kept; a fault in a pack is named and the desk does not start with it. */
import { refuse } from '../basics/refusal.ts'
import type { SituationView } from '../domain/documents/desk-api.ts'
import type { PapersPack } from '../domain/documents/papers-pack.ts'
import type { Warning } from '../domain/documents/testimony-api.ts'
import type { LawPack } from '../domain/law/pack.ts'
import type { BodiesPack, Body } from '../domain/proceedings/bodies.ts'
import { forbiddenFinder } from '../domain/testimony/forbidden.ts'
import { readBodiesPack } from '../formats/bodies-pack.ts'
import { keptPack } from '../formats/kept-pack.ts'
import { keptBodies, keptPapers } from '../formats/kept-papers.ts'
import { readMustNotBeKnown } from '../formats/must-not-be-known.ts'
import { readPack } from '../formats/pack.ts'
import { readPapersPack } from '../formats/papers-pack.ts'
import { allSituations } from '../formats/situations.ts'
import { usedPack } from '../formats/used-packs.ts'

export type SituationPacks = { law: LawPack; bodies: BodiesPack; papers: PapersPack }
export type Packs = {
  version: string
  forSituation(id: string): SituationPacks
  /** The law of the situation as it stood before the last change, where this desk worked with it. */
  former(situation: string): LawPack | null
  situations(): readonly SituationView[]
  mustNotBeKnown(text: string): readonly Warning[]
}

/** A body that is one of many, an embassy, is consented to State by State: those that the pack opens by name for this State of origin. */
const recipientsOf = (body: Body, origin: string): string[] =>
  body.recipient === null
    ? []
    : !body.recipient.includes('{STATE}')
      ? [body.recipient]
      : body.opens
          .filter((one) => one.state !== 'any' && (one.origins?.includes(origin as never) ?? true))
          .map((one) => body.recipient!.replace('{STATE}', one.state))

/** keep = a folder for packs already read, so that a start does not parse them anew; null reads them. used = where this desk keeps the packs it worked with. */
export const readPacks = (folder: string, keep: string | null = null, used: string | null = null): Packs => {
  const bodies = keep ? keptBodies(folder, keep) : readBodiesPack(folder)
  const find = forbiddenFinder(readMustNotBeKnown(folder))
  const kept = new Map<string, SituationPacks>(
    allSituations(folder).map((id) => [
      id,
      {
        law: keep ? keptPack(folder, id, keep) : readPack(folder, id),
        bodies,
        papers: keep ? keptPapers(folder, id, keep) : readPapersPack(folder, id),
      },
    ]),
  )
  const former = new Map([...kept].map(([id, { law }]) => [id, used === null ? () => null : usedPack(used, law)]))
  const first = [...kept.values()][0]
  return {
    version: first?.law.version ?? '',
    forSituation: (id) =>
      kept.get(id) ?? refuse('bad-input', { field: 'situation', reason: 'there is no such situation pack' }, { field: 'situation' }),
    former: (id) => former.get(id)?.() ?? null,
    situations: () =>
      [...kept].map(([id, { law }]) => ({
        id,
        name: law.situationTitle,
        clocks: law.clocks ?? [],
        authorities: law.vocabulary.choiceWords?.authority ?? {},
        origin: law.origin,
        states: Object.entries(law.states).map(([code, name]) => ({ code, name })),
        bodies: bodies.bodies.map((body) => ({ id: body.id, name: body.name })),
        elsewhere: (bodies.elsewhere ?? []).map(({ id: place, name }) => ({ id: place, name })),
        recipients: [...new Set(bodies.bodies.flatMap((body) => recipientsOf(body, law.origin)))],
      })),
    mustNotBeKnown: (text) => find(text).map(({ start, end, why }) => ({ start, end, why })),
  }
}
