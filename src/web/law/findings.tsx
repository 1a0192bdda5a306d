/** Findings: a named officer's answer with reasons, signed by a reviewer. A later one stands beside it; nothing is overwritten. */
import type { FormEvent } from 'react'
import type { Second } from '../../domain/documents/desk-api.ts'
import type { Finding } from '../../domain/law/case-record.ts'
import type { MovedFinding } from '../../domain/law/moved-findings.ts'
import { useAct } from '../ask.ts'
import { useMemberName } from '../cases/case-context.ts'
import { answersOf, ChoiceField, WordsField } from '../frame/field.tsx'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'
import type { Row } from './lines.ts'

const found = ['shown', 'contradicted', 'disputed', 'missing', 'left-open'] as const

export const FindingForm = ({
  caseId,
  row,
  title,
  stateName,
  close,
}: {
  caseId: string
  row: Row
  title: string
  stateName: (code: string) => string
  close: () => void
}) => {
  const { w } = useWords()
  const l = w.law
  const find = useAct('POST /api/cases/:case/findings')
  const line = row.lines[0]!
  const states = row.lines.flatMap((one) => (one.state ? [one.state] : []))
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const { must, one } = answersOf(event.currentTarget)
    const body = {
      element: row.element,
      person: line.person,
      state: one('state'),
      custody: row.custody,
      answer: must('answer') as Finding['answer'],
      reasons: must('reasons').trim(),
    }
    if (await find.act({ case: caseId }, body)) close()
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="form">
      <h3>{l.newFinding(title)}</h3>
      <ChoiceField
        label={l.iFind}
        name="answer"
        choices={found.map((one) => [one, w.terms.finding[one]] as const)}
        empty="…"
        required
        autoFocus
      />
      {states.length > 0 && <ChoiceField label={l.asRegards} name="state" choices={states.map((one) => [one, stateName(one)] as const)} />}
      <WordsField label={l.reasons} name="reasons" hint={l.reasonsHint} rows={4} required />
      <Refused of={find.refused} />
      <div className="bar">
        <button type="button" className="button" onClick={close}>
          {w.frame.cancel}
        </button>
        <button type="submit" className="button is-main" aria-disabled={find.busy}>
          {l.sign}
        </button>
      </div>
    </form>
  )
}

export const Findings = ({
  caseId,
  findings,
  reviews,
  moved,
  labelOf,
  packVersion,
  show,
  stateName,
}: {
  caseId: string
  findings: readonly Finding[]
  /** Who may sign as reviewer; nobody is offered what would be refused. */
  reviews: Readonly<Record<string, Second>>
  moved: readonly MovedFinding[]
  /** Fact → its label, F12; null = not shown to this reader, or removed. */
  labelOf: (fact: string) => string | null
  packVersion: string
  show: (element: string) => string
  stateName: (code: string) => string
}) => {
  const { w, date } = useWords()
  const l = w.law
  const memberName = useMemberName()
  const review = useAct('POST /api/cases/:case/findings/:finding/review')
  if (findings.length === 0) return <p className="body second">{l.noFinding}</p>
  return (
    <>
      <ul className="lines">
        {findings.map((one) => (
          <li key={one.id} data-thing={one.id}>
            <strong>{show(one.element)}</strong>: {w.terms.finding[one.answer]}
            {one.state && ` (${stateName(one.state)})`}
            <p className="body">{one.reasons}</p>
            <Movement of={moved.find((other) => other.finding === one.id)} labelOf={labelOf} packVersion={packVersion} />
            <p className="second">
              {l.signed(one.by, date.day(one.on), one.facts.length, one.packVersion)}{' '}
              {one.reviewedBy ? l.reviewedBy(memberName(one.reviewedBy)) : l.notReviewed}{' '}
              {!one.reviewedBy && reviews[one.id]?.mine && (
                <button type="button" className="link" onClick={() => void review.act({ case: caseId, finding: one.id }, null)}>
                  {l.review}
                </button>
              )}
              {!one.reviewedBy && reviews[one.id]?.mine === false && w.papers.reviewersAre(reviews[one.id]?.others ?? [])}
            </p>
          </li>
        ))}
      </ul>
      <Refused of={review.refused} />
    </>
  )
}

/** Shown beside the finding, which stays as it was signed. */
const Movement = ({
  of,
  labelOf,
  packVersion,
}: {
  of: MovedFinding | undefined
  labelOf: (fact: string) => string | null
  packVersion: string
}) => {
  const { w } = useWords()
  const a = w.law.again
  if (!of) return null
  const now = of.now === null ? a.noLine : w.terms.answer[of.now]
  const labels = (facts: readonly string[]): string => facts.map((fact) => labelOf(fact) ?? w.law.factNotShown).join(', ')
  return (
    <p className="body moved" role="note">
      <strong>{a.lineMoved}.</strong> {of.before === null ? a.readsNow(now) : a.readThen(w.terms.answer[of.before], now)}
      {of.otherLaw !== null && ` ${a.otherLaw(of.otherLaw, packVersion)}`}
      {of.came.length > 0 && ` ${a.came(labels(of.came))}`}
      {of.gone.length > 0 && ` ${a.gone(labels(of.gone))}`}
    </p>
  )
}
