/** Gathers records that links join, directly or through others, into clusters a person can look at together. */

/** clusters[i] = the smallest record number of the cluster record i belongs to; a record without a link stands for itself. */
export const clustersOf = (records: number, links: Iterable<readonly [number, number]>): Uint32Array => {
  const parent = Uint32Array.from({ length: records }, (_, i) => i)
  const root = (record: number): number => {
    let at = record
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }
  for (const [a, b] of links) {
    const [x, y] = [root(a), root(b)]
    if (x < y) parent[y] = x
    else parent[x] = y
  }
  for (let i = 0; i < records; i++) parent[i] = root(i)
  return parent
}
