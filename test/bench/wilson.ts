/** The interval of a share, after Wilson 1927, at 95 %. */
export const wilson = (hits: number, all: number): [low: number, high: number] => {
  if (all === 0) return [0, 1]
  const z = 1.959964
  const share = hits / all
  const middle = (share + (z * z) / (2 * all)) / (1 + (z * z) / all)
  const half = (z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all))) / (1 + (z * z) / all)
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}
export const percent = (hits: number, all: number): string => {
  const [low, high] = wilson(hits, all)
  return `${all === 0 ? '–' : (hits / all).toFixed(4)} [${low.toFixed(4)}, ${high.toFixed(4)}]`
}
