/** Notes that the engine writes are said in the language of the screen; those that the pack's lawyers wrote stand as written, marked as English. */
import { useWords } from '../words/words.tsx'
import { formOf, noteForms } from './note-forms.ts'

export const Note = ({ of }: { of: string }) => {
  const { w, date, term } = useWords()
  const n = w.law.notes
  const found = formOf(of)
  if (!found) return <span lang="en">{of}</span>
  const [, what = '', rest] = noteForms[found].exec(of)!
  switch (found) {
    case 'differ':
      return <>{n.differ(term(w.terms.topic, what))}</>
    case 'silent':
      return <>{n.silent}</>
    case 'signedOn':
    case 'joinedOn':
      return (
        <>
          {n[found](date.day(what))}
          {rest && (
            <>
              ; <Note of={rest} />
            </>
          )}
        </>
      )
    case 'unjudged':
    case 'country':
    case 'reports':
      return (
        <>
          {n[found]}
          {what && `: ${what}`}
        </>
      )
    default:
      return <>{n[found](what)}</>
  }
}
