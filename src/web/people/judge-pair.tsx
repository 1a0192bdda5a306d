/** Judging one pair: a first key chooses, a second keeps. What was judged, by whom and why stands beside it, and can be taken back. */
import { type FormEvent, useEffect, useRef } from 'react'
import type { PairView } from '../../domain/documents/duplicates-view.ts'
import type { Verdict } from '../../domain/people/judgements.ts'
import { useAct } from '../ask.ts'
import { answersOf, TextField } from '../frame/field.tsx'
import { Refused } from '../frame/refused.tsx'
import { useKeys } from '../keys.ts'
import { useWords } from '../words/words.tsx'

export type Choice = { pair: string; kind: Verdict | 'revoke' }
export const verdictKeys: Record<Choice['kind'], { code: string; cap: string }> = {
  same: { code: 'KeyS', cap: 'S' },
  different: { code: 'KeyX', cap: 'X' },
  unsure: { code: 'KeyU', cap: 'U' },
  revoke: { code: 'KeyR', cap: 'R' },
}

/** What may be chosen for the pair now: to judge it, to confirm what another judged, or to take back what stands. */
export const choicesFor = ({ judgement, mayJudge, mayConfirm }: PairView): readonly Choice['kind'][] => {
  if (!judgement) return mayJudge ? ['same', 'different', 'unsure'] : []
  if (!mayConfirm) return []
  return judgement.confirmedBy === null && !judgement.byMe ? [judgement.verdict, 'revoke'] : ['revoke']
}

type Props = {
  pair: PairView
  choice: Choice | null
  /** The current row: the choices are offered. */
  offer: boolean
  choose: (kind: Choice['kind']) => void
  leave: () => void
  done: (words: string) => void
}
export const JudgePair = ({ pair, choice, offer, choose, leave, done }: Props) => {
  const { w } = useWords()
  const d = w.same
  const judge = useAct('POST /api/cases/:case/persons/:person/judgements')
  const confirm = useAct('POST /api/cases/:case/judgements/:judgement/confirm')
  const revoke = useAct('POST /api/cases/:case/judgements/:judgement/revoke')
  const { judgement, left, right } = pair
  const keep = async (reason: string): Promise<void> => {
    if (!choice || judge.busy || confirm.busy || revoke.busy) return
    const { kind } = choice
    if (kind === 'revoke') {
      if (judgement && (await revoke.act({ case: judgement.caseId, judgement: judgement.id }, { reason }))) done(d.takeBackDone)
    } else if (judgement) {
      if (await confirm.act({ case: judgement.caseId, judgement: judgement.id }, null)) done(d.confirmedDone(d.verdict[kind]))
    } else if (
      await judge.act(
        { case: left.caseId, person: left.person },
        { otherCase: right.caseId, otherPerson: right.person, verdict: kind, reason },
      )
    )
      done(d.judgedDone(d.verdict[kind]))
  }
  const choices = offer ? choicesFor(pair) : []
  return (
    <>
      {judgement && (
        <p>
          {judgement.confirmedBy === null
            ? d.proposed(judgement.by, d.verdict[judgement.verdict])
            : d.bothSay(judgement.by, judgement.confirmedBy, d.verdict[judgement.verdict])}{' '}
          {judgement.reason !== '' && d.because(judgement.reason)}{' '}
          {judgement.confirmedBy === null && judgement.byMe && <span className="second">{d.youAreFirst}</span>}
        </p>
      )}
      {pair.contradicted && <p className="warned">{d.contradiction}</p>}
      {offer && !judgement && !pair.mayJudge && <p className="second">{d.notYours}</p>}
      {choices.length > 0 && (
        <div className="bar">
          {choices.map((kind) => (
            <button
              key={kind}
              type="button"
              className={choice?.kind === kind ? 'button is-main' : 'button'}
              aria-pressed={choice?.kind === kind}
              onClick={() => choose(kind)}
            >
              {kind === 'revoke' ? d.takeBack : judgement ? d.confirmKey(d.verdictKey[kind]) : d.verdictKey[kind]}{' '}
              <kbd>{verdictKeys[kind].cap}</kbd>
            </button>
          ))}
        </div>
      )}
      {choice && <Second choice={choice} judged={judgement !== null} keep={keep} leave={leave} />}
      <Refused of={judge.refused ?? confirm.refused ?? revoke.refused} />
    </>
  )
}

type SecondProps = { choice: Choice; judged: boolean; keep: (reason: string) => Promise<void>; leave: () => void }
/** The second key: Enter keeps what the first one chose, with the reason if one was written. */
const Second = ({ choice: { kind }, judged, keep, leave }: SecondProps) => {
  const { w } = useWords()
  const d = w.same
  const form = useRef<HTMLFormElement>(null)
  const second = useRef<HTMLButtonElement>(null)
  // Wherever the first key was pressed, the second one keeps: Enter on the button that has the focus, or anywhere else on the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: again for each choice
  useEffect(() => second.current?.focus(), [kind])
  useKeys([{ code: 'Enter', cap: '↵', words: d.keep, act: () => form.current?.requestSubmit() }])
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    void keep(answersOf(event.currentTarget).one('reason') ?? '')
  }
  const words = kind === 'revoke' ? d.chosenRevoke : judged ? d.chosenConfirm(d.verdict[kind]) : d.chosen(d.verdict[kind])
  return (
    <form ref={form} onSubmit={submit} className="form is-bare">
      <p role="status" className="is-wide">
        {words}
      </p>
      {(kind === 'revoke' || !judged) && <TextField label={d.reason} name="reason" />}
      <div className="bar">
        <button ref={second} type="submit" className="button is-main">
          {kind === 'revoke' ? d.takeBack : judged ? d.confirm : d.keep} <kbd>↵</kbd>
        </button>
        <button type="button" className="button" onClick={leave}>
          {d.leave} <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  )
}
