/** The string metric that matching tools use for names (Jaro 1989, Winkler 1990); the peer that Korean keys are measured against. */
export const jaroWinkler = (a: string, b: string): number => {
  if (a === b) return 1
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const used = new Array<boolean>(b.length).fill(false)
  const left: string[] = []
  for (let i = 0; i < a.length; i++)
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j++)
      if (!used[j] && a[i] === b[j]) {
        used[j] = true
        left.push(a[i]!)
        break
      }
  if (left.length === 0) return 0
  const right = [...b].filter((_, j) => used[j])
  const moved = left.filter((letter, at) => letter !== right[at]).length / 2
  const jaro = (left.length / a.length + left.length / b.length + (left.length - moved) / left.length) / 3
  let prefix = 0
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}
export const lettersOnly = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z가-힣\p{Script=Han}]/gu, '')
