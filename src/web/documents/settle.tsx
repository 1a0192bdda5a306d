/** Striking a sentence, wording it otherwise under one's own signature, explaining a difference: always with a reason, in place. */
import type { FormEvent, ReactNode } from 'react'
import type { PaperView } from '../../domain/documents/desk-api.ts'
import type { Sentence } from '../../domain/documents/paper.ts'
import { useAct } from '../ask.ts'
import { answersOf, TextField, WordsField } from '../frame/field.tsx'
import { Round } from '../frame/glyphs.tsx'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'
import { toSettle } from './sentences.ts'

export type Settling = 'strike' | 'word' | 'explain'

export const SettleForm = ({ paper, sentence, how, close }: { paper: string; sentence: Sentence; how: Settling; close: () => void }) => {
  const { w } = useWords()
  const d = w.documents
  const strike = useAct('POST /api/papers/:paper/strike')
  const word = useAct('POST /api/papers/:paper/word')
  const explain = useAct('POST /api/papers/:paper/explain')
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const { must } = answersOf(event.currentTarget)
    const given = must('words').trim()
    const { key } = sentence
    const done =
      how === 'strike'
        ? await strike.act({ paper }, { key, reason: given })
        : how === 'word'
          ? await word.act({ paper }, { key, text: given })
          : await explain.act({ paper }, { key, explanation: given })
    if (done) close()
  }
  return (
    <form
      onSubmit={(event) => void submit(event)}
      className="form"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
          event.stopPropagation()
          close()
        }
      }}
    >
      {how === 'word' ? (
        <WordsField label={d.wordOtherwise} name="words" value={sentence.text} hint={d.wordHint} required rows={4} />
      ) : (
        <TextField
          label={how === 'strike' ? d.strikeReason : d.explanation}
          name="words"
          wide
          required
          autoFocus
          hint={how === 'explain' ? d.explainHint : undefined}
        />
      )}
      <Refused of={strike.refused ?? word.refused ?? explain.refused} />
      <div className="bar">
        <button type="button" className="button" onClick={close}>
          {w.frame.cancel} <kbd>Esc</kbd>
        </button>
        <button type="submit" className="button is-main" aria-disabled={strike.busy || word.busy || explain.busy}>
          {how === 'strike' ? d.strike : how === 'word' ? d.signWords : d.keepExplanation}
        </button>
      </div>
    </form>
  )
}

/** children = what stands below, such as the list of what was left out. */
type ToSettleProps = { view: PaperView; go: (key: string, how: Settling) => void; children: ReactNode }

export const ToSettle = ({ view, go, children }: ToSettleProps) => {
  const { w } = useWords()
  const d = w.documents
  const open = toSettle(view)
  const changed = (key: string): string => {
    const of = view.changes.find((one) => one.key === key)
    if (!of || of.causes.length === 0) return w.papers.changed
    return of.causes.map((cause) => (cause === 'fact' ? w.papers.changedFacts(of.facts) : w.papers.changedBy[cause])).join(' ')
  }
  return (
    <section className="part">
      <h2>{d.toSettle}</h2>
      {open.length === 0 && <p className="second">{d.nothingToSettle}</p>}
      <ul className="lines settle">
        {open.map(({ sentence, why }) => (
          <li key={`${sentence.key}${why}`}>
            <span className="second">{sentence.n}</span>
            <span>
              <Round of={why === 'unsourced' ? 'missing' : 'disputed'} />{' '}
              {why === 'differs'
                ? d.differs(view.divergences.find((one) => one.key === sentence.key)?.before.replace(/\.$/, '') ?? '')
                : why === 'stale'
                  ? changed(sentence.key)
                  : d.hasNoSource}{' '}
              <button
                type="button"
                className="link"
                onClick={() => go(sentence.key, why === 'differs' ? 'explain' : why === 'stale' ? 'word' : 'strike')}
              >
                {why === 'differs' ? d.explainOrCorrect : why === 'stale' ? d.lookAgain : d.giveOrStrike}
              </button>
            </span>
          </li>
        ))}
      </ul>
      {children}
    </section>
  )
}
