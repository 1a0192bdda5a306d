/** Pairs of records that may be of one person: what each field says, and two keys to judge. One member judges, a second confirms; nothing is joined by itself. */
import './people.css'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { PairView } from '../../domain/documents/duplicates-view.ts'
import { useAsk } from '../ask.ts'
import { usePlace } from '../frame/place.ts'
import { Refused } from '../frame/refused.tsx'
import { useRows } from '../frame/rows.ts'
import { Waiting } from '../gate.tsx'
import { type Key, useKeys } from '../keys.ts'
import { useWords } from '../words/words.tsx'
import { type Choice, choicesFor, JudgePair, verdictKeys } from './judge-pair.tsx'
import { ReasonCell, reasonFields } from './reasons.tsx'

export const DuplicatesScreen = () => {
  const { w } = useWords()
  const d = w.same
  const navigate = useNavigate()
  const asked = useAsk('POST /api/duplicates', {}, null)
  const [choice, setChoice] = useState<Choice | null>(null)
  const [said, setSaid] = useState('')
  const { toJudge = [], waiting = [], judged = [], more = 0 } = asked.data ?? {}
  const forMe = waiting.filter((pair) => !pair.judgement?.byMe)
  const mine = waiting.filter((pair) => pair.judgement?.byMe)
  const parts = [
    { id: 'wait', heading: d.waiting(forMe.length), pairs: forMe },
    { id: 'judge', heading: d.toJudge(toJudge.length), note: d.toJudgeNote, pairs: toJudge },
    { id: 'mine', heading: d.mineWait(mine.length), pairs: mine },
    { id: 'judged', heading: d.judged(judged.length), pairs: judged },
  ]
  const all = parts.flatMap((part) => part.pairs)
  const rows = useRows('duplicates', all.length, null)
  const here = all[rows.at]
  const chosen = choice !== null && here !== undefined && choice.pair === pairId(here) ? choice : null
  /** The button that had the focus goes with the choice: the keys of the rows go on from the page itself. */
  const leave = (): void => {
    setChoice(null)
    document.getElementById('main')?.focus({ preventScroll: true })
  }
  const choose = (pair: PairView, kind: Choice['kind']): void => setChoice({ pair: pairId(pair), kind })
  const possible = here ? choicesFor(here) : []
  const keys: Key[] = possible.map((kind) => ({
    ...verdictKeys[kind],
    words: kind === 'revoke' ? d.takeBack : here?.judgement ? d.confirmKey(d.verdictKey[kind]) : d.verdictKey[kind],
    act: () => here && choose(here, kind),
  }))
  if (here && !chosen)
    keys.push({
      code: 'Enter',
      cap: '↵',
      words: d.openPair,
      act: () => void navigate({ to: '/cases/$caseId', params: { caseId: here.left.caseId } }),
    })
  useKeys([
    ...keys,
    {
      code: 'Escape',
      cap: 'Esc',
      words: chosen ? d.leave : w.keys.back,
      act: () => (chosen ? leave() : void navigate({ to: '/cases' })),
      quiet: !chosen,
      inFields: chosen !== null,
    },
  ])
  usePlace(
    [
      { words: w.frame.cases, to: '/cases' },
      { words: d.title, to: '/cases/same-person' },
    ],
    w.cases.noScore,
  )
  if (!asked.data) return asked.error ? <Refused of={asked.error} /> : <Waiting />
  return (
    <div className="page" data-rows="duplicates">
      <h1>{d.title}</h1>
      <p className="body">{d.body}</p>
      <p className="body second">{d.elsewhere}</p>
      <p role="status" className={said === '' ? 'unseen' : 'warned'}>
        {said}
      </p>
      {parts.map((part, at) => {
        const before = parts.slice(0, at).reduce((sum, one) => sum + one.pairs.length, 0)
        if (part.pairs.length === 0) return part.id === 'judge' ? <p key={part.id}>{all.length > 0 ? d.noneLeft : d.noneToJudge}</p> : null
        return (
          <section key={part.id} className="part" aria-labelledby={`part-${part.id}`}>
            <h2 id={`part-${part.id}`}>
              {part.heading} {part.note && <small>{part.note}</small>}
            </h2>
            <table className="rows stacks reasons">
              <thead>
                <tr>
                  <th scope="col">
                    {d.first} · {d.second}
                  </th>
                  {reasonFields.map((field) => (
                    <th key={field} scope="col">
                      {d.field[field]}
                    </th>
                  ))}
                </tr>
              </thead>
              {part.pairs.map((pair, n) => {
                const row = rows.row(before + n)
                const current = before + n === rows.at
                return (
                  <tbody key={pairId(pair)}>
                    <tr {...row} data-thing={pair.judgement?.id}>
                      <th scope="row">
                        <Side record={pair.left} />
                        <Side record={pair.right} />
                      </th>
                      {reasonFields.map((field) => (
                        <td key={field} data-label={d.field[field]}>
                          <ReasonCell row={pair.table.find((one) => one.field === field)} both />
                        </td>
                      ))}
                    </tr>
                    {(current || pair.judgement) && (
                      <tr className="judging">
                        <td colSpan={1 + reasonFields.length}>
                          <JudgePair
                            pair={pair}
                            choice={current ? chosen : null}
                            offer={current}
                            choose={(kind) => choose(pair, kind)}
                            leave={leave}
                            done={(words) => {
                              leave()
                              setSaid(words)
                            }}
                          />
                        </td>
                      </tr>
                    )}
                  </tbody>
                )
              })}
            </table>
            {part.id === 'judge' && more > 0 && <p className="second">{d.more(more)}</p>}
          </section>
        )
      })}
    </div>
  )
}

const pairId = (pair: PairView): string => `${pair.left.person} ${pair.right.person}`

const Side = ({ record }: { record: PairView['left'] }) => {
  const navigate = useNavigate()
  return (
    <span className="side-of-pair">
      <button
        type="button"
        className="link name"
        onClick={() => void navigate({ to: '/cases/$caseId', params: { caseId: record.caseId } })}
      >
        {record.label}
      </button>
      <span className="under">{record.codeName}</span>
    </span>
  )
}
