/** Authorities, each with where and how sure the desk is of it; unverified is shown as unverified wherever it appears. */
import type { Citation } from '../../basics/source.ts'
import { Certainty } from '../frame/glyphs.tsx'
import { useWords } from '../words/words.tsx'

/** In a table: as a lawyer cites it in passing; the whole title stands below the table. */
export const ShortCitations = ({ of, short }: { of: readonly Citation[]; short: Readonly<Record<string, string>> }) => {
  const { w } = useWords()
  if (of.length === 0) return <span className="none">{w.law.none}</span>
  return (
    <ul className="short">
      {of.map((one) => (
        <li key={`${one.source}${one.at}`}>
          <span lang="en">
            {short[one.source] ?? one.source}
            {one.at && ` ${one.at.replace(/(\d)-(\d)/g, '$1–$2')}`}
          </span>{' '}
          <Certainty of={one.certainty} />
        </li>
      ))}
    </ul>
  )
}

export const Citations = ({ of, titles }: { of: readonly Citation[]; titles: Readonly<Record<string, string>> | undefined }) => {
  const { w, date } = useWords()
  if (of.length === 0) return <span className="none">{w.law.none}</span>
  return (
    <ul>
      {of.map((one) => (
        <li key={`${one.source}${one.at}`}>
          <span lang="en">
            {titles?.[one.source] ?? one.source}
            {one.at && !(titles?.[one.source] ?? '').includes(one.at) && `, ${one.at}`}
          </span>{' '}
          <Certainty of={one.certainty} />
          {one.readOn && <span className="second sure"> {w.law.readOn(date.day(one.readOn))}</span>}
        </li>
      ))}
    </ul>
  )
}
