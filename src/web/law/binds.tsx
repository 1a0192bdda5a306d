/** What binds whom on a date: every answer with its source, and the day up to which it was read. Not bound is an answer. */
import { Fragment } from 'react'
import type { DeskApi } from '../../domain/documents/desk-api.ts'
import type { Bound } from '../../domain/law/assessment.ts'
import { Certainty } from '../frame/glyphs.tsx'
import { useWords } from '../words/words.tsx'
import { Note } from './engine-notes.tsx'

export const BoundCell = ({ bound }: { bound: Bound }) => {
  const { w, date } = useWords()
  const l = w.law
  const said = w.terms.bound[bound.answer]
  return (
    <>
      {bound.answer === 'bound' ? <strong>{said}</strong> : <span className="second">{said}</span>}
      {bound.since && (bound.answer === 'bound' || bound.answer === 'reserved') && ` ${w.dates.since(date.day(bound.since))}`}
      {bound.until && ` ${w.dates.until(date.day(bound.until))}`}
      {bound.territory && ` (${bound.territory})`}
      <span className="under">
        <Certainty of={bound.citation.certainty} />
        {bound.note && (
          <>
            , <Note of={bound.note} />
          </>
        )}
        {bound.notCheckedSince && `, ${l.notCheckedSince(date.day(bound.notCheckedSince))}`}
      </span>
    </>
  )
}

type Rows = readonly (DeskApi['GET /api/cases/:case/assessment']['out']['binds'][number] & { nature?: string })[]
export const Binds = ({
  rows,
  stateName,
  nature,
}: {
  rows: Rows
  stateName: (code: string) => string
  nature?: (instrument: string) => string
}) => {
  const { w } = useWords()
  const states = [...new Set(rows.flatMap((row) => row.rows.map((one) => one.state)))]
  return (
    <table className="rows stacks binds">
      <thead>
        <tr>
          <th scope="col">{w.law.instrument}</th>
          {states.map((state) => (
            <th key={state} scope="col">
              {stateName(state)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, n) => (
          <Fragment key={row.instrument}>
            {nature && nature(row.instrument) !== (n > 0 ? nature(rows[n - 1]!.instrument) : '') && (
              <tr className="group">
                <th colSpan={states.length + 1} scope="rowgroup">
                  {nature(row.instrument)}
                </th>
              </tr>
            )}
            <tr data-nature={row.nature}>
              <th scope="row" lang="en">
                {row.short}
              </th>
              {states.map((state) => {
                const own = row.rows.filter((one) => one.state === state)
                return (
                  <td key={state} data-label={stateName(state)}>
                    {own.length === 0 ? (
                      <span className="none">{w.law.notInPack}</span>
                    ) : (
                      own.map((one) => (
                        <div key={`${one.bound.territory}${one.bound.since}`}>
                          {row.nature === 'soft-law' || row.nature === 'custom' ? (
                            <span className="second">{row.nature === 'custom' ? w.law.argued : w.law.guides}</span>
                          ) : (
                            <BoundCell bound={one.bound} />
                          )}
                        </div>
                      ))
                    )}
                  </td>
                )
              })}
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}
