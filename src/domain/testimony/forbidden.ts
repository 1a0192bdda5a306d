/** Finds in free text what must not be known: crossing points, routes, hiding places, helpers by name, telephone numbers, coordinates. It only points; a person decides. */
import type { Locale, Words } from '../../basics/text.ts'

export type ForbiddenGroup = { id: string; why: Words; patterns: readonly string[] }
export type MustNotBeKnown = { groups: readonly ForbiddenGroup[]; ordinary: Readonly<Record<Locale, readonly string[]>> }
/** Half-open span in UTF-16 code units of the text as given. */
export type Forbidden = { start: number; end: number; group: string; why: Words }

/** Compiled once per pack, then asked at every keystroke. The found words themselves are never returned, so that they reach no log or answer. */
export const forbiddenFinder = (pack: MustNotBeKnown): ((text: string) => Forbidden[]) => {
  const ordinary = new Set(Object.values(pack.ordinary).flat())
  const all = pack.groups.flatMap((group) => group.patterns.map((source) => ({ group, pattern: new RegExp(source, 'gu') })))
  return (text) => {
    const plain = halfWidth(text)
    const found = all.flatMap(({ group, pattern }) =>
      [...plain.matchAll(pattern)]
        .filter((match) => !ordinary.has(match.groups?.name ?? ''))
        .map((match) => ({ start: match.index, end: match.index + match[0].length, group: group.id, why: group.why })),
    )
    return outermost(found)
  }
}

/** Full-width digits hide a number from a pattern; each is one unit wide, so that spans still fit the text. */
const halfWidth = (text: string): string => text.replace(/[０-９＋－．]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))

/** Of overlapping finds of one group the widest stays: one warning for one thing. */
const outermost = (found: readonly Forbidden[]): Forbidden[] =>
  found
    .filter(
      (one, i) =>
        !found.some(
          (other, j) =>
            j !== i &&
            other.group === one.group &&
            other.start <= one.start &&
            other.end >= one.end &&
            (other.end - other.start > one.end - one.start || j < i),
        ),
    )
    .sort((a, b) => a.start - b.start)
