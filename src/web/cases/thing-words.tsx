/** What an act was done to, in words: the paper with its draft and day, the fact with its number, and the short code by which others can be asked about it. */
import type { Thing } from '../../domain/documents/things.ts'
import { useWords } from '../words/words.tsx'

export const ThingWords = ({ of }: { of: Thing }) => {
  const { w, say, date } = useWords()
  if (of.kind === 'case') return null
  const words = [
    of.label,
    of.name && say(of.name),
    of.number === null ? null : w.proceedings.draft(of.number),
    of.on === null ? null : date.day(of.on),
  ].filter(Boolean)
  return (
    <>
      <span className="thing">{words.length > 0 ? words.join(', ') : w.cases.thing[of.kind]}</span>{' '}
      <span className="second mono">{of.code}</span>
    </>
  )
}
