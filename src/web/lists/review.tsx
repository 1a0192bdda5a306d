/** The pairs by weight. A judgement takes two keys: S, X or U, then Enter; the same letter again and Enter takes it back. */
import { Fragment, useRef, useState } from 'react'
import { type LinkedPair, type LinkedRow, type ListsState, type PairJudgement, weightGroupOf } from '../../domain/documents/lists-api.ts'
import { useAsk } from '../ask.ts'
import { call } from '../call.ts'
import { Refused } from '../frame/refused.tsx'
import { useRows } from '../frame/rows.ts'
import { useKeys } from '../keys.ts'
import { useWords } from '../words/words.tsx'
import { PairFields } from './pair-fields.tsx'
import { useListAct } from './use-lists.ts'

const many = 50
const judgements = ['same', 'different', 'unsure'] as const
const keys = { same: 'S', different: 'X', unsure: 'U' } as const
const shows = ['all', 'open', ...judgements] as const

export const Review = ({ state }: { state: ListsState }) => {
  const { w } = useWords()
  const l = w.lists
  const linked = state.linked!
  const [from, setFrom] = useState(0)
  const [only, setOnly] = useState<(typeof shows)[number]>('all')
  const [marked, setMarked] = useState<{ pair: number; as: PairJudgement } | null>(null)
  // The page stands still while it is judged: what was just judged is laid over it, and it is read anew when it is turned.
  const [seen, setSeen] = useState(state.version)
  const [just, setJust] = useState<ReadonlyMap<number, PairJudgement | null>>(new Map())
  const sending = useRef<Promise<unknown>>(Promise.resolve())
  const page = useAsk('GET /api/lists/pairs', {}, { from, many, only, version: seen })
  const { run, refused } = useListAct()
  const pairs = (page.data?.pairs ?? []).map((pair) => (just.has(pair.pair) ? { ...pair, judged: just.get(pair.pair)! } : pair))
  const total = page.data?.total ?? 0
  const rows = useRows('linked', pairs.length, marked ? () => confirm() : null, l.confirm)
  const current = pairs[rows.at]
  const mine = marked && marked.pair === current?.pair ? marked : null
  const confirm = (): void => {
    if (!current || !mine) return
    const { pair } = current
    const judged = current.judged === mine.as ? null : mine.as
    setMarked(null)
    setJust((before) => new Map(before).set(pair, judged))
    // One after another, in the order of the keys, so that a quick hand never overtakes the desk.
    sending.current = sending.current.then(async () => {
      const done = await run(() => call('POST /api/lists/pairs/:pair', { pair: String(pair) }, { judged }))
      if (!done) setJust((before) => new Map([...before].filter(([one]) => one !== pair)))
    })
    if (judged === null) return
    if (rows.at + 1 < pairs.length) rows.go(rows.at + 1)
    else turn(1)
  }
  const look = (to: number, at: typeof only): void =>
    void sending.current.then(() => {
      setSeen((before) => before + 0.001)
      setJust(new Map())
      setOnly(at)
      setFrom(to)
      rows.go(0)
    })
  const turn = (by: number): void => {
    if (by > 0 ? last : from === 0) return
    // Those judged on this page have left a list of the unjudged: the next page begins that much earlier.
    const stay = only === 'all' ? many : pairs.filter((pair) => (pair.judged ?? 'open') === only).length
    const to = by > 0 ? from + stay : Math.max(0, from - many)
    look(to, only)
  }
  const last = only === 'all' ? from + many >= total : total <= many
  const mark = (as: PairJudgement): void => {
    if (current) setMarked({ pair: current.pair, as })
  }
  // Enter must reach the judgement, not a button that happens to have the focus.
  const markByKey = (as: PairJudgement): void => {
    if (document.activeElement !== document.body) document.getElementById('main')?.focus({ preventScroll: true })
    mark(as)
  }
  useKeys([
    ...judgements.map((as) => ({ code: `Key${keys[as]}`, cap: keys[as], words: l.judgement[as], act: () => markByKey(as) })),
    ...(mine ? [{ code: 'Escape', cap: 'Esc', words: w.frame.cancel, act: () => setMarked(null) }] : []),
  ])
  return (
    <>
      <div className="bar">
        <label className="tick">
          {l.only}{' '}
          <select value={only} onChange={(event) => look(0, event.currentTarget.value as typeof only)}>
            {shows.map((one) => (
              <option key={one} value={one}>
                {l.onlyOne[one]}
              </option>
            ))}
          </select>
        </label>
        <span>{l.decided(linked.judged.same, linked.judged.different, linked.judged.unsure)}</span>
        <a className="button" href="/api/lists/decisions" download>
          {l.takeOut}
        </a>
      </div>
      <p className="unseen" role="status">
        {mine && l.marked(mine.as === current?.judged ? l.takeBack : l.judgement[mine.as])}
      </p>
      <Refused of={page.error ?? refused} />
      {page.data && pairs.length === 0 && <p>{l.nothingShown}</p>}
      {pairs.length > 0 && (
        <table className="rows stacks linked" data-rows="linked">
          <thead>
            <tr>
              <th scope="col">{l.first}</th>
              <th scope="col">{l.second}</th>
              <th scope="col">{l.weight}</th>
              <th scope="col">{l.judged}</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map((pair, n) => (
              <Fragment key={pair.pair}>
                {(n === 0 || weightGroupOf(pairs[n - 1]!.weight) !== weightGroupOf(pair.weight)) && (
                  <tr className="group">
                    <th colSpan={4} scope="colgroup">
                      {l.group[weightGroupOf(pair.weight)]} ({linked.groups[weightGroupOf(pair.weight)]})
                    </th>
                  </tr>
                )}
                <tr {...rows.row(n)}>
                  <td data-label={l.first}>
                    <Side of={pair.a} />
                  </td>
                  <td data-label={l.second}>
                    <Side of={pair.b} />
                  </td>
                  <td data-label={l.weight} className="number">
                    {pair.weight.toFixed(1)}
                  </td>
                  <td data-label={l.judged}>
                    {pair.judged ? <strong>{l.judgement[pair.judged]}</strong> : <span className="none">{l.not}</span>}
                  </td>
                </tr>
                {n === rows.at && (
                  <tr className="looked-at">
                    <td colSpan={4}>
                      <PairFields pair={pair} start={linked.start} />
                      <Choices pair={pair} marked={mine?.as ?? null} mark={mark} confirm={confirm} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
      {total > many && (
        <div className="bar">
          <button type="button" className="button" aria-disabled={from === 0} onClick={() => turn(-1)}>
            {l.before}
          </button>
          <button type="button" className="button" aria-disabled={last} onClick={() => turn(1)}>
            {l.after}
          </button>
          <span className="second">{l.shown(from + 1, Math.min(total, from + many), total)}</span>
        </div>
      )}
    </>
  )
}

const Side = ({ of }: { of: LinkedRow }) => {
  const { w, date, term } = useWords()
  const said = [of.birth && date.partial(of.birth), of.sex && term(w.terms.sex, of.sex), of.place].filter(Boolean).join(', ')
  return (
    <>
      <span className="name">{of.name}</span>
      <span className="under">{said}</span>
      <span className="under">
        {w.lists.row(of.line, of.id)}
        {of.others > 0 && `; ${w.lists.alsoIn(of.others)}`}
      </span>
    </>
  )
}

/** With a pointer it takes two presses as well. */
const Choices = ({
  pair,
  marked,
  mark,
  confirm,
}: {
  pair: LinkedPair
  marked: PairJudgement | null
  mark: (as: PairJudgement) => void
  confirm: () => void
}) => {
  const { w } = useWords()
  const l = w.lists
  const wordsOf = (as: PairJudgement): string => (pair.judged === as ? l.takeBack : l.judgement[as])
  return (
    <div className="bar">
      {judgements.map((as) => (
        <button
          key={as}
          type="button"
          className={marked === as ? 'button is-main' : 'button'}
          aria-pressed={pair.judged === as}
          onClick={() => (marked === as ? confirm() : mark(as))}
        >
          {marked === as ? l.confirmOne(wordsOf(as)) : wordsOf(as)} <kbd>{marked === as ? '↵' : keys[as]}</kbd>
        </button>
      ))}
    </div>
  )
}
