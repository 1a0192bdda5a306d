/** Striking a fact, and the fold below the list where a struck one is read and put back; both acts take a reason and stay in the history. */
import { type FormEvent, useState } from 'react'
import type { StruckFact } from '../../domain/documents/testimony-api.ts'
import type { Fact } from '../../domain/testimony/fact.ts'
import { useAct } from '../ask.ts'
import { answersOf, TextField } from '../frame/field.tsx'
import { Refused } from '../frame/refused.tsx'
import { offerUndo } from '../frame/undo.tsx'
import { useWords } from '../words/words.tsx'

type Given = { caseId: string; fact: Fact; close: () => void }

const Reason = ({
  label,
  hint,
  words,
  busy,
  of,
  give,
  close,
}: {
  label: string
  hint: string
  words: string
  busy: boolean
  of: Parameters<typeof Refused>[0]['of']
  give: (reason: string) => void
  close: () => void
}) => {
  const { w } = useWords()
  return (
    <form
      className="form"
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault()
        give(answersOf(event.currentTarget).must('reason'))
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        close()
      }}
    >
      <TextField label={label} name="reason" wide required autoFocus hint={hint} />
      <Refused of={of} />
      <div className="bar">
        <button type="button" className="button" onClick={close}>
          {w.frame.cancel}
        </button>
        <button type="submit" className="button" aria-disabled={busy}>
          {words}
        </button>
      </div>
    </form>
  )
}

export const StrikeFact = ({ caseId, fact, close }: Given) => {
  const { w } = useWords()
  const t = w.testimony
  const strike = useAct('POST /api/cases/:case/facts/:fact/remove')
  const putBack = useAct('POST /api/cases/:case/facts/:fact/put-back')
  const ids = { case: caseId, fact: fact.id }
  const give = async (reason: string): Promise<void> => {
    if (!(await strike.act(ids, { reason }))) return
    offerUndo(t.struckNow(fact.label), () => void putBack.act(ids, { reason: t.undoneAtOnce }))
    close()
  }
  return (
    <Reason
      label={t.removeReason(fact.label)}
      hint={t.removeHint}
      words={t.remove}
      busy={strike.busy}
      of={strike.refused}
      give={(reason) => void give(reason)}
      close={close}
    />
  )
}

const PutBack = ({ caseId, fact, close }: Given) => {
  const { w } = useWords()
  const t = w.testimony
  const putBack = useAct('POST /api/cases/:case/facts/:fact/put-back')
  const give = async (reason: string): Promise<void> => {
    if (await putBack.act({ case: caseId, fact: fact.id }, { reason })) close()
  }
  return (
    <Reason
      label={t.putBackReason(fact.label)}
      hint={t.putBackHint}
      words={t.putBack}
      busy={putBack.busy}
      of={putBack.refused}
      give={(reason) => void give(reason)}
      close={close}
    />
  )
}

export const StruckFacts = ({
  caseId,
  struck,
  kindName,
}: {
  caseId: string
  struck: readonly StruckFact[]
  kindName: (kind: string) => string
}) => {
  const { w, date } = useWords()
  const t = w.testimony
  const [asking, setAsking] = useState<string | null>(null)
  if (struck.length === 0) return null
  return (
    <details className="part struck">
      <summary>{t.struckFacts(struck.length)}</summary>
      <ul className="lines">
        {struck.map(({ fact, at, by, reason }) => (
          <li key={fact.id}>
            <strong>{fact.label}</strong> {fact.summary ?? kindName(fact.kind)}
            {fact.date && <span className="second"> {date.partial(fact.date)}</span>}
            {fact.spans[0] && <span className="under">“{fact.spans[0].quote}”</span>}
            <span className="under">{t.struckBy(by, date.instant(at), reason)}</span>
            {asking === fact.id ? (
              <PutBack caseId={caseId} fact={fact} close={() => setAsking(null)} />
            ) : (
              <button type="button" className="link" aria-label={t.putBackThis(fact.label)} onClick={() => setAsking(fact.id)}>
                {t.putBack}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
