/** Which questions to ask first: those whose answers would settle most lines. */
import type { Assessment, Line } from './assessment.ts'
import type { CompiledPack } from './compiled-pack.ts'

const unsettled = (line: Line): boolean => line.answer === 'missing' || line.answer === 'disputed'

export const openQuestions = (compiled: CompiledPack, lines: readonly Line[]): Assessment['openQuestions'] => {
  const dependents = new Map<string, string[]>()
  for (const one of compiled.bearings)
    for (const from of one.from) dependents.set(from, [...(dependents.get(from) ?? []), one.bearing.element])
  const order = new Map(compiled.bearings.map((one, i) => [one.bearing.element, i]))
  const open = new Map<string, Line[]>()
  for (const line of lines)
    if (unsettled(line)) open.set(`${line.person} ${line.element}`, [...(open.get(`${line.person} ${line.element}`) ?? []), line])
  const reached = (element: string, seen = new Set<string>()): Set<string> => {
    for (const next of dependents.get(element) ?? []) {
      if (seen.has(next)) continue
      seen.add(next)
      reached(next, seen)
    }
    return seen
  }
  return [...open.values()]
    .map((same) => {
      const line = same[0]!
      const others = [...reached(line.element)].reduce((sum, element) => sum + (open.get(`${line.person} ${element}`)?.length ?? 0), 0)
      return {
        element: line.element,
        person: line.person,
        settles: same.length + others,
        to: line.question?.to ?? 'officer',
        words: line.question?.words ?? { en: '', ko: '', zh: '' },
      }
    })
    .sort((a, b) => b.settles - a.settles || (order.get(a.element) ?? 0) - (order.get(b.element) ?? 0))
}
