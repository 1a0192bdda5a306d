/** Two records side by side, field by field: a sign, a word and the reason for each. Nothing adds them up. */
import type { FieldReason } from '../../domain/people/duplicates.ts'
import { Round, type Roundness } from '../frame/glyphs.tsx'
import { useWords } from '../words/words.tsx'

export const reasonFields = ['name', 'birth', 'sex', 'place', 'kin'] as const satisfies readonly FieldReason['field'][]
const signs: Record<FieldReason['answer'], Roundness> = {
  agrees: 'shown',
  close: 'disputed',
  disagrees: 'contradicted',
  unknown: 'not-reached',
}

/** What the one side has of a field, in words; births as dates, sex by its name. */
const useSide = () => {
  const { w, date, term } = useWords()
  return (row: FieldReason, side: 'left' | 'right'): string => {
    const value = row[side]
    if (value === '') return w.same.nothing
    if (row.field === 'sex') return value === 'unknown' ? w.same.nothing : term(w.terms.sex, value)
    if (row.field === 'birth') return value.split(', ').map(date.partial).join('; ')
    return value
  }
}

/** both = the values of both sides; else only what is on record, since the other was just typed. */
export const ReasonCell = ({ row, both = false }: { row: FieldReason | undefined; both?: boolean }) => {
  const { w, say } = useWords()
  const side = useSide()
  if (!row) return null
  return (
    <>
      <span className="way">
        <Round of={signs[row.answer]} />
        <span className={row.answer === 'unknown' ? 'none' : undefined}>{w.same.answer[row.answer]}</span>
      </span>
      {both ? (
        <span className="sides">
          {side(row, 'left')} <span aria-hidden="true">·</span> {side(row, 'right')}
        </span>
      ) : (
        <span className="sides">{side(row, 'right')}</span>
      )}
      {(row.answer !== 'unknown' || row.reason.code === 'place-scripts') && <span className="under">{say(row.reason)}</span>}
    </>
  )
}
