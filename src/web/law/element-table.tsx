/** Element by element: the answer per State, facts for and against, the authority and the next question. States share a cell until they differ. */
import { Fragment } from 'react'
import type { Locale } from '../../basics/text.ts'
import type { DeskApi } from '../../domain/documents/desk-api.ts'
import type { CaseRecord } from '../../domain/law/case-record.ts'
import { Certainty, Round } from '../frame/glyphs.tsx'
import type { Rows } from '../frame/rows.ts'
import { useWords } from '../words/words.tsx'
import { Citations, ShortCitations } from './citations.tsx'
import { Note } from './engine-notes.tsx'
import { FactLinks } from './fact-links.tsx'
import { authoritiesOf, type Group, type Row, unique } from './lines.ts'

export type Assessed = DeskApi['GET /api/cases/:case/assessment']['out']
type Props = {
  caseId: string
  record: CaseRecord
  assessed: Assessed
  groups: readonly Group[]
  states: readonly string[]
  rows: Rows
  stateName: (code: string) => string
  kindName: (kind: string) => string
  ask: Locale
}

const Answers = ({ row, states, apart }: { row: Row; states: readonly string[]; apart: boolean }) => {
  const { w } = useWords()
  const l = w.law
  const same = unique(row.lines.map((line) => line.answer)).length === 1
  const line = row.lines[0]!
  const said = (of: (typeof line)['answer'], officer: boolean) => (
    <>
      <Round of={of} /> <span className={`is-${of}`}>{w.terms.answer[of]}</span>
      {officer && <span className="under">{l.officerFinds}</span>}
    </>
  )
  if (same || line.state === null)
    return (
      <td colSpan={apart ? states.length : 1} className="answer" data-label={l.answer}>
        {said(
          line.answer,
          row.lines.some((one) => one.officer),
        )}
        {line.state !== null && row.lines.length > 1 && <span className="second"> {row.lines.length === 2 ? l.forBoth : l.forAll}</span>}
      </td>
    )
  return states.map((state) => {
    const own = row.lines.find((one) => one.state === state)
    return (
      <td key={state} className="answer" data-label={state}>
        {own ? said(own.answer, own.officer) : <span className="none">{l.notAsked}</span>}
      </td>
    )
  })
}

export const ElementTable = ({ caseId, record, assessed, groups, states, rows, stateName, kindName, ask }: Props) => {
  const { w, say, date } = useWords()
  /** Notes of the engine name facts by id; people know them by label. */
  const byLabel = (note: string): string => record.facts.reduce((words, fact) => words.replaceAll(fact.id, fact.label), note)
  const l = w.law
  const apart = groups.some((group) => group.rows.some((row) => unique(row.lines.map((line) => line.answer)).length > 1))
  const columns = apart ? states.length : 1
  const cited = groups
    .flatMap((group) => group.rows.flatMap((row) => authoritiesOf(row)))
    .filter((one, at, all) => all.findIndex((other) => other.source === one.source && other.at === one.at) === at)
  let n = -1
  const heading = (group: Group): string => {
    if (group.of === 'person') return l.groupPerson
    if (group.of === 'state') return l.groupState
    const custody = record.custodies.find((one) => one.id === group.custody)
    return custody
      ? l.groupCustody([stateName(custody.state), custody.place, date.partial(custody.period)].filter(Boolean).join(', '))
      : l.groupCustody('')
  }
  return (
    <>
      <table className={`rows stacks elements${apart && states.length > 2 ? ' has-many' : ''}`} data-rows="elements">
        <thead>
          <tr>
            <th scope="col" className="element">
              {l.element}
            </th>
            {!apart ? (
              <th scope="col" className="answer-one">
                {l.answer}
                {states.length > 0 && <span className="states">{states.map(stateName).join(', ')}</span>}
              </th>
            ) : (
              states.map((state) => (
                <th key={state} scope="col" className="narrow">
                  {stateName(state)}
                </th>
              ))
            )}
            <th scope="col" className="facts-for">
              {l.factsFor}
            </th>
            <th scope="col" className="facts-against">
              {l.factsAgainst}
            </th>
            <th scope="col" className="authority">
              {l.authority}
            </th>
            <th scope="col" className="ask">
              {l.ask}
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={`${group.of}${group.custody}`}>
            <tr className="group">
              <th colSpan={columns + 5} scope="rowgroup">
                {heading(group)}
              </th>
            </tr>
            {group.rows.map((row) => {
              n += 1
              const questions = row.lines
                .flatMap((line) => (line.question ? [line.question] : []))
                .filter((one, at, all) => all.findIndex((other) => other.words.en === one.words.en) === at)
              const facts = unique(row.lines.flatMap((line) => line.for))
              const against = unique(row.lines.flatMap((line) => line.against))
              const lawOnly = facts.length === 0 && against.length === 0 && row.lines.every((line) => line.certainty !== null)
              const notes = unique(row.lines.flatMap((line) => line.notes)).map(byLabel)
              return (
                <tr key={row.element} {...rows.row(n)}>
                  <th scope="row">
                    {assessed.elements[row.element] ? say(assessed.elements[row.element]!.show) : row.element}
                    {assessed.elements[row.element]?.standard && (
                      <span className="under" lang={assessed.elements[row.element]!.standardWords ? undefined : 'en'}>
                        {assessed.elements[row.element]!.standardWords
                          ? say(assessed.elements[row.element]!.standardWords!)
                          : assessed.elements[row.element]!.standard}
                      </span>
                    )}
                  </th>
                  <Answers row={row} states={states} apart={apart} />
                  {lawOnly ? (
                    <td colSpan={2} data-label={l.factsFor} className="none">
                      {l.lawNotFact}
                    </td>
                  ) : (
                    <>
                      <td data-label={l.factsFor}>
                        <FactLinks ids={facts} facts={record.facts} caseId={caseId} kindName={kindName} />
                      </td>
                      <td data-label={l.factsAgainst}>
                        <FactLinks ids={against} facts={record.facts} caseId={caseId} kindName={kindName} against />
                      </td>
                    </>
                  )}
                  <td data-label={l.authority}>
                    <ShortCitations of={authoritiesOf(row)} short={assessed.shortSources ?? assessed.sources ?? {}} />
                    {row.lines[0]?.certainty && authoritiesOf(row).length === 0 && <Certainty of={row.lines[0].certainty} />}
                  </td>
                  <td data-label={l.ask}>
                    {questions.map((one) => (
                      <Fragment key={one.words.en}>
                        <span lang={ask}>{one.words[ask] || one.words.en}</span>
                        <span className="under">{w.terms.askTo[one.to]}</span>
                      </Fragment>
                    ))}
                    {notes.map((note) => (
                      <span key={note} className="under">
                        <Note of={note} />
                      </span>
                    ))}
                  </td>
                </tr>
              )
            })}
          </tbody>
        ))}
      </table>
      {cited.length > 0 && (
        <details className="part authorities">
          <summary>{l.authoritiesInFull}</summary>
          <Citations of={cited} titles={assessed.sources} />
        </details>
      )}
    </>
  )
}
