/** People of one's own cases who may be the one looked for, field by field with its reasons. No score is made; no other case is counted. */
import '../people/people.css'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { SearchCandidate } from '../../domain/documents/desk-api.ts'
import { useRows } from '../frame/rows.ts'
import { ReasonCell, reasonFields } from '../people/reasons.tsx'
import { useWords } from '../words/words.tsx'

/** takesFocus: the rows are what the keys are for now; in the field they would be letters of a name. */
export const Candidates = ({ found, takesFocus = true }: { found: readonly SearchCandidate[]; takesFocus?: boolean }) => {
  const { w } = useWords()
  const c = w.cases
  const navigate = useNavigate()
  const open = (n: number): void => void navigate({ to: '/cases/$caseId', params: { caseId: found[n]!.caseId } })
  const rows = useRows('candidates', found.length, open)
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: again for each answer
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [found])
  return (
    <section className="part" aria-live="polite">
      <h2 ref={heading} tabIndex={-1}>
        {c.toLookAt(found.length)} <small>{c.onlyYours}</small>
      </h2>
      {found.length > 0 && (
        <table className="rows stacks reasons" data-rows="candidates">
          <thead>
            <tr>
              <th scope="col">{c.onRecord}</th>
              {reasonFields.map((field) => (
                <th key={field} scope="col">
                  {w.same.field[field]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.map((one, n) => (
              <tr key={`${one.caseId}${one.person}`} {...rows.row(n)}>
                <th scope="row">
                  <button type="button" className="link name" onClick={() => open(n)}>
                    {one.label}
                  </button>
                  <span className="under">{one.codeName}</span>
                </th>
                {reasonFields.map((field) => (
                  <td key={field} data-label={w.same.field[field]}>
                    <ReasonCell row={one.table.find((row) => row.field === field)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
