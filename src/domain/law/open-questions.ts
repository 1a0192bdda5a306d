/** Which questions to ask first: those whose answers would settle most lines. */
import type { Assessment, Line } from './assessment.ts'
import type { CompiledPack } from './compiled-pack.ts'

/** Lines that wait for the same answer: one element of one person, before several States or in several custodies. */
type Open = { line: Line; at: number; lines: number }

export const openQuestions = (compiled: CompiledPack, lines: readonly Line[]): Assessment['openQuestions'] => {
  const open = new Map<Line['person'], Map<string, Open>>()
  const all: Open[] = []
  for (const line of lines) {
    if (line.answer !== 'missing' && line.answer !== 'disputed') continue
    const own = open.get(line.person) ?? new Map<string, Open>()
    open.set(line.person, own)
    const same = own.get(line.element)
    if (same !== undefined) same.lines++
    else {
      const one = { line, at: compiled.byElement.get(line.element)?.at ?? 0, lines: 1 }
      own.set(line.element, one)
      all.push(one)
    }
  }
  return all
    .map(({ line, at, lines: own }) => {
      const others = open.get(line.person)!
      let settles = own
      for (const element of compiled.reached.get(line.element) ?? []) settles += others.get(element)?.lines ?? 0
      return { line, at, settles }
    })
    .sort((a, b) => b.settles - a.settles || a.at - b.at)
    .map(({ line, settles }) => ({
      element: line.element,
      person: line.person,
      settles,
      to: line.question?.to ?? 'officer',
      words: line.question?.words ?? { en: '', ko: '', zh: '' },
    }))
}
