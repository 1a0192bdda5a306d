/** A colleague's search touched this case, and they do not know it: the lead lets them in to look, or they hear nothing. */
import type { CasePage } from '../../domain/documents/desk-api.ts'
import { useAct } from '../ask.ts'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'

export const LeadQuestions = ({ caseId, questions }: { caseId: string; questions: CasePage['questions'] }) => {
  const { w, date } = useWords()
  const q = w.cases.leadQuestion
  const answer = useAct('POST /api/cases/:case/questions/:question/answer')
  if (questions.length === 0) return null
  return (
    <section aria-label={q.heading} className="lead-questions">
      {questions.map((one) => (
        <p key={one.id}>
          {q.asked(one.by, date.day(one.hour.slice(0, 10)))}{' '}
          <button
            type="button"
            className="button"
            disabled={answer.busy}
            onClick={() => void answer.act({ case: caseId, question: one.id }, { answer: 'let-in' })}
          >
            {q.letIn}
          </button>{' '}
          <button
            type="button"
            className="button"
            disabled={answer.busy}
            onClick={() => void answer.act({ case: caseId, question: one.id }, { answer: 'no' })}
          >
            {q.no}
          </button>
        </p>
      ))}
      <Refused of={answer.refused} />
    </section>
  )
}
