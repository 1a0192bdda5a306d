/** Judgements that two records are the same person, different, or that nobody can tell: revocable edges that two people make; clusters are what follows from them. */

export type Verdict = 'same' | 'different' | 'unsure'
/** One act. An edge counts as confirmed when two different members, in this order, said the same of the same pair; a revocation by either takes it back. Nothing is ever deleted. */
export type JudgementAct =
  | { id: string; act: 'judge'; a: string; b: string; verdict: Verdict; by: string; reason: string }
  | { id: string; act: 'confirm'; of: string; by: string }
  | { id: string; act: 'revoke'; of: string; by: string; reason: string }

export type Edge = {
  id: string
  a: string
  b: string
  verdict: Verdict
  by: string
  confirmedBy: string | null
  reason: string
  revoked: boolean
}
export type Clusters = {
  edges: readonly Edge[]
  /** Each person's cluster, named by its smallest key; a person without a merge is alone in theirs. */
  clusterOf: ReadonlyMap<string, string>
  members: ReadonlyMap<string, readonly string[]>
  /** Pairs that one chain of "same" joins and a confirmed "different" keeps apart: a person must look before either counts. */
  contradictions: readonly { different: Edge; chain: readonly string[] }[]
  /** Acts that had no effect, with the reason; they are kept and shown, never dropped. */
  ignored: readonly {
    id: string
    why: 'not-a-second-person' | 'no-such-edge' | 'already-confirmed' | 'revoked' | 'one-record' | 'known-id'
  }[]
}

/** Folds the acts in their order. The same acts give the same clusters; revoking an edge gives exactly the clusters there would be had it never been made. */
export const foldJudgements = (acts: readonly JudgementAct[]): Clusters => {
  const edges = new Map<string, Edge>()
  const ignored: { id: string; why: Clusters['ignored'][number]['why'] }[] = []
  for (const act of acts) {
    if (act.act === 'judge') {
      if (act.a === act.b) ignored.push({ id: act.id, why: 'one-record' })
      else if (edges.has(act.id)) ignored.push({ id: act.id, why: 'known-id' })
      else {
        const [a, b] = act.a < act.b ? [act.a, act.b] : [act.b, act.a]
        edges.set(act.id, { id: act.id, a, b, verdict: act.verdict, by: act.by, confirmedBy: null, reason: act.reason, revoked: false })
      }
      continue
    }
    const edge = edges.get(act.of)
    if (edge === undefined) ignored.push({ id: act.id, why: 'no-such-edge' })
    else if (edge.revoked) ignored.push({ id: act.id, why: 'revoked' })
    else if (act.act === 'revoke') edges.set(act.of, { ...edge, revoked: true })
    else if (act.by === edge.by) ignored.push({ id: act.id, why: 'not-a-second-person' })
    else if (edge.confirmedBy !== null) ignored.push({ id: act.id, why: 'already-confirmed' })
    else edges.set(act.of, { ...edge, confirmedBy: act.by })
  }
  const all = [...edges.values()]
  return { edges: all, ...clustersOf(all.filter(counts)), ignored }
}

/** What counts: confirmed by a second person and not taken back. Until then nothing is merged. */
export const counts = (edge: Edge): boolean => !edge.revoked && edge.confirmedBy !== null

const clustersOf = (edges: readonly Edge[]): Pick<Clusters, 'clusterOf' | 'members' | 'contradictions'> => {
  const neighbours = new Map<string, string[]>()
  for (const { a, b, verdict } of edges) {
    for (const key of [a, b]) if (!neighbours.has(key)) neighbours.set(key, [])
    if (verdict !== 'same') continue
    neighbours.get(a)!.push(b)
    neighbours.get(b)!.push(a)
  }
  const clusterOf = new Map<string, string>()
  const members = new Map<string, string[]>()
  for (const key of [...neighbours.keys()].sort()) {
    if (clusterOf.has(key)) continue
    const found = [key]
    clusterOf.set(key, key)
    for (let at = 0; at < found.length; at++)
      for (const next of neighbours.get(found[at]!)!)
        if (!clusterOf.has(next)) {
          clusterOf.set(next, key)
          found.push(next)
        }
    members.set(key, found.sort())
  }
  const contradictions = edges
    .filter((edge) => edge.verdict === 'different' && clusterOf.get(edge.a) === clusterOf.get(edge.b))
    .map((different) => ({ different, chain: chain(different.a, different.b, neighbours) }))
  return { clusterOf, members, contradictions }
}

/** The shortest chain of "same" that joins two records. */
const chain = (from: string, to: string, neighbours: ReadonlyMap<string, readonly string[]>): string[] => {
  const cameFrom = new Map<string, string | null>([[from, null]])
  const queue = [from]
  for (let at = 0; at < queue.length && !cameFrom.has(to); at++)
    for (const next of neighbours.get(queue[at]!)!)
      if (!cameFrom.has(next)) {
        cameFrom.set(next, queue[at]!)
        queue.push(next)
      }
  const path: string[] = []
  for (let key: string | null | undefined = to; key != null; key = cameFrom.get(key)) path.unshift(key)
  return path
}
