/** A refusal stands where it happened: what, what to do, who can change it. What was typed stays. Screens are told aloud. */
import type { Refused as Refusal } from '../call.ts'
import { useWords } from '../words/words.tsx'

export const Refused = ({ of }: { of: Refusal | null }) => {
  const { refusal } = useWords()
  const said = of ? refusal(of) : null
  const where = of?.answer.place
  // The reason of a file begins with its line.
  const lineIsSaid = of?.answer.values.reason?.startsWith('line ') ?? false
  return (
    <div role="alert" className={said ? 'refused' : 'refused is-quiet'}>
      {said && (
        <p>
          <strong>{said[0]}</strong> {said[1]}
          {where?.line !== undefined && !lineIsSaid && (
            <span className="mono">
              {' '}
              {where.line}
              {where.column === undefined ? '' : `:${where.column}`}
            </span>
          )}
        </p>
      )}
    </div>
  )
}
