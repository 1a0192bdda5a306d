/** People of one's own cases who may be the one looked for, each with its reasons. No score is made; no other case is counted. */
import { useNavigate } from '@tanstack/react-router'
import type { SearchCandidate } from '../../domain/documents/desk-api.ts'
import { Round } from '../frame/glyphs.tsx'
import { useRows } from '../frame/rows.ts'
import { useWords } from '../words/words.tsx'

export const Candidates = ({ found }: { found: readonly SearchCandidate[] }) => {
  const { w, say } = useWords()
  const c = w.cases
  const navigate = useNavigate()
  const rows = useRows('candidates', found.length, (n) => void navigate({ to: '/cases/$caseId', params: { caseId: found[n]!.caseId } }))
  return (
    <section className="part" aria-live="polite">
      <h2>
        {c.toLookAt(found.length)} <small>{c.onlyYours}</small>
      </h2>
      {found.length > 0 && (
        <table className="rows stacks" data-rows="candidates">
          <thead>
            <tr>
              <th scope="col">{c.onRecord}</th>
              <th scope="col">{c.answer}</th>
              <th scope="col">{c.whyShown}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((one, n) => (
              <tr key={`${one.caseId}${one.person}`} {...rows.row(n)}>
                <th scope="row">
                  <button
                    type="button"
                    className="link name"
                    onClick={() => void navigate({ to: '/cases/$caseId', params: { caseId: one.caseId } })}
                  >
                    {one.label}
                  </button>
                  <span className="under">{one.codeName}</span>
                </th>
                <td>
                  <Round of={one.answer === 'same' ? 'shown' : 'disputed'} /> {one.answer === 'same' ? c.agrees : c.near}
                </td>
                <td data-label={c.whyShown}>{one.reasons.map(say).join(' ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
