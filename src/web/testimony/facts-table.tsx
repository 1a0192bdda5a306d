/** The facts, for and against alike, each with its standing; contradictions stay open below their fact. */
import { type FormEvent, Fragment, useState } from 'react'
import type { CaseRecord } from '../../domain/law/case-record.ts'
import type { Contradiction, Fact } from '../../domain/testimony/fact.ts'
import type { Vocabulary } from '../../domain/testimony/vocabulary.ts'
import { useAct } from '../ask.ts'
import { useAuthorityName, useChoiceWords } from '../cases/case-context.ts'
import { answersOf, TextField } from '../frame/field.tsx'
import { Plus, Round } from '../frame/glyphs.tsx'
import { Refused } from '../frame/refused.tsx'
import type { Rows } from '../frame/rows.ts'
import { plain, useWords } from '../words/words.tsx'
import { StrikeFact } from './struck-facts.tsx'

type Props = { caseId: string; record: CaseRecord; vocabulary: Vocabulary | undefined; rows: Rows; onCorrect: (fact: Fact) => void }

export const useKindName = (vocabulary: Vocabulary | undefined) => {
  const { say } = useWords()
  return (kind: string): string => {
    const found = vocabulary?.kinds.find((one) => one.id === kind)
    return found ? say(found.label) : plain(kind)
  }
}

const Clash = ({
  caseId,
  one,
  other,
  said,
  columns,
}: {
  caseId: string
  one: Contradiction
  other: Fact | undefined
  said: string
  columns: number
}) => {
  const { w, term } = useWords()
  const t = w.testimony
  const explain = useAct('POST /api/cases/:case/contradictions/:contradiction/explain')
  const [writing, setWriting] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (await explain.act({ case: caseId, contradiction: one.id }, { explanation: answersOf(event.currentTarget).must('explanation') }))
      setWriting(false)
  }
  return (
    <tr className="contradiction" data-contradiction={one.id}>
      <td />
      <td colSpan={columns - 1}>
        <Round of="disputed" /> <strong>{other ? t.says(other.label) : ''}</strong> {said}. {term(w.terms.topic, one.about)}.{' '}
        {one.explanation ? <span className="second">{one.explanation}</span> : <span className="second">{t.bothKept}</span>}{' '}
        {!writing && (
          <button type="button" className="link" onClick={() => setWriting(true)}>
            {one.explanation ? t.explainAgain : t.explain}
          </button>
        )}
        {writing && (
          <form onSubmit={(event) => void submit(event)} className="form">
            <TextField label={t.explanation} name="explanation" value={one.explanation} wide required autoFocus />
            <Refused of={explain.refused} />
            <div className="bar">
              <button type="button" className="button" onClick={() => setWriting(false)}>
                {w.frame.cancel}
              </button>
              <button type="submit" className="button is-main">
                {t.keepExplanation}
              </button>
            </div>
          </form>
        )}
      </td>
    </tr>
  )
}

export const FactsTable = ({ caseId, record, vocabulary, rows, onCorrect }: Props) => {
  const { w, date, term } = useWords()
  const t = w.testimony
  const kindName = useKindName(vocabulary)
  const choiceWords = useChoiceWords(vocabulary)
  const authorityName = useAuthorityName()
  const [removing, setRemoving] = useState<string | null>(null)
  if (record.facts.length === 0) return <p className="body">{t.noFacts}</p>
  return (
    <table className="rows stacks facts" data-rows="facts">
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{t.number}</span>
          </th>
          <th scope="col">{t.factAndKind}</th>
          <th scope="col">{t.actor}</th>
          <th scope="col">{t.place}</th>
          <th scope="col">{t.date}</th>
          <th scope="col">{t.standing}</th>
        </tr>
      </thead>
      <tbody>
        {record.facts.map((fact, n) => (
          <Fragment key={fact.id}>
            <tr {...rows.row(n)} id={`fact-${fact.id}`} data-thing={fact.id}>
              <td className="label">
                <button type="button" className="link" onClick={() => rows.go(n)}>
                  {fact.label}
                </button>{' '}
                <Plus adverse={fact.adverse} />
              </td>
              <th scope="row" className="what">
                {fact.summary ?? kindName(fact.kind)}
                {fact.summary && <span className="under">{kindName(fact.kind)}</span>}
                {fact.sealed && <span className="under">{t.sealed}</span>}
                {fact.hand !== 'first' && <span className="under">{w.terms.hand[fact.hand]}</span>}
                {rows.at === n && (
                  <span className="bar">
                    <button type="button" className="link" onClick={() => onCorrect(fact)}>
                      {t.correct}
                    </button>
                    <button type="button" className="link" onClick={() => setRemoving(fact.id)}>
                      {t.remove}
                    </button>
                  </span>
                )}
                {removing === fact.id && <StrikeFact caseId={caseId} fact={fact} close={() => setRemoving(null)} />}
              </th>
              <td>{authorityName(fact.actor) ?? (fact.attrs.authority ? choiceWords('authority', fact.attrs.authority) : null)}</td>
              <td>{fact.place ?? fact.attrs.place}</td>
              <td>{(fact.date ?? fact.attrs.date) && date.partial((fact.date ?? fact.attrs.date)!)}</td>
              <td className={`standing-${fact.standing}`}>
                {term(w.terms.standing, fact.standing)}
                {fact.disputedPart && <span className="under">{fact.disputedPart}</span>}
              </td>
            </tr>
            {record.contradictions
              .filter((one) => one.between.includes(fact.id))
              .map((one) => {
                const other = record.facts.find((two) => two.id === one.between.find((id) => id !== fact.id))
                const said = other
                  ? [
                      other.summary ?? kindName(other.kind),
                      other.date ? date.partial(other.date) : other.attrs.date ? date.partial(other.attrs.date) : null,
                    ]
                      .filter(Boolean)
                      .join(', ')
                  : ''
                return <Clash key={one.id} caseId={caseId} one={one} other={other} said={said} columns={6} />
              })}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}
