/** Which questions to ask first: those whose answers would settle most lines. */
import type { Assessment, Line } from './assessment.ts'
import type { CompiledPack } from './compiled-pack.ts'

const unsettled = (line: Line): boolean => line.answer === 'missing' || line.answer === 'disputed'

export const openQuestions = (compiled: CompiledPack, lines: readonly Line[]): Assessment['openQuestions'] => {
  const open = new Map<string, Line[]>()
  for (const line of lines) {
    if (!unsettled(line)) continue
    const key = `${line.person} ${line.element}`
    const same = open.get(key)
    if (same) same.push(line)
    else open.set(key, [line])
  }
  return [...open.values()]
    .map((same) => {
      const line = same[0]!
      let others = 0
      for (const element of compiled.reached.get(line.element) ?? []) others += open.get(`${line.person} ${element}`)?.length ?? 0
      return {
        element: line.element,
        person: line.person,
        settles: same.length + others,
        to: line.question?.to ?? 'officer',
        words: line.question?.words ?? { en: '', ko: '', zh: '' },
      }
    })
    .sort((a, b) => b.settles - a.settles || (compiled.order.get(a.element) ?? 0) - (compiled.order.get(b.element) ?? 0))
}
