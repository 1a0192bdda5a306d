/** Linking two lists: choose them, see what was recognised, let them be compared, then judge the pairs one by one. */
import { useEffect, useRef, useState } from 'react'
import { call } from '../call.ts'
import { Refused } from '../frame/refused.tsx'
import { useKeys } from '../keys.ts'
import { useWords } from '../words/words.tsx'
import { HeldListField, Invented } from './held-list.tsx'
import { Review } from './review.tsx'
import { useListAct, useLists } from './use-lists.ts'
import { Needs, Working } from './working.tsx'

const tables = '.csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export { tables }

/** Below this the shares that weights are learnt from are thin. */
const short = 400

export const LinkTwoLists = () => {
  const { w } = useWords()
  const l = w.lists
  const state = useLists().data!
  const { run, busy, refused } = useListAct()
  const [asked, setAsked] = useState(false)
  const { first, second } = state.lists
  const ready = first !== null && !first.looked?.fault && !second?.looked?.fault && state.working === null && !busy
  const { linked } = state
  const judged = linked ? linked.judged.same + linked.judged.different + linked.judged.unsure : 0
  const link = (): void => {
    if (!ready) return
    // Linking again throws away what was judged: that is said before it is done.
    setAsked(judged > 0 && !asked)
    if (judged === 0 || asked) void run(() => call('POST /api/lists/link', {}, null))
  }
  useKeys(linked || !ready ? [] : [{ code: 'KeyN', cap: 'N', words: l.link, act: link }])
  // What was worked for has the focus when it comes: the button that was pressed may be gone.
  const heading = useRef<HTMLHeadingElement>(null)
  const awaited = useRef(false)
  if (state.working?.kind === 'link') awaited.current = true
  const done = linked !== null && state.working === null
  useEffect(() => {
    if (!done || !awaited.current) return
    awaited.current = false
    heading.current?.focus()
  }, [done])
  const needs = ready || state.working || busy ? null : first === null ? l.needs.link : l.needs.mend
  return (
    <div className="part">
      <div className="pairs-of-lists">
        <HeldListField state={state} slot="first" under="h1" hint={l.listHint} accept={tables} />
        <HeldListField state={state} slot="second" under="h1" hint={l.listHint} accept={tables} />
      </div>
      <div className="bar">
        <button type="button" className={linked ? 'button' : 'button is-main'} aria-disabled={!ready} onClick={link}>
          {linked ? (
            asked ? (
              l.linkAnyway(judged)
            ) : (
              l.linkAgain
            )
          ) : (
            <>
              {l.link} <kbd>N</kbd>
            </>
          )}
        </button>
        {!linked && <Invented of="link" />}
        <Needs words={needs} />
      </div>
      <Refused of={refused} />
      <Working state={state} kind="link" />
      {linked && (
        <section className="part" aria-labelledby="found-pairs">
          <h2 id="found-pairs" ref={heading} tabIndex={-1}>
            {l.found(linked.found, linked.people.first, linked.people.second, linked.compared)}
          </h2>
          <p className="body">
            {l.decides} {linked.found > 0 && l.howToJudge}
          </p>
          {linked.people.first + (linked.people.second ?? 0) < short && <p className="body">{l.few}</p>}
          {linked.kept < linked.found && <p className="body">{l.kept(linked.kept, linked.found)}</p>}
          {linked.rules
            .filter((rule) => rule.leftOutGroups > 0)
            .map((rule) => (
              <p key={rule.rule} className="second">
                {l.leftOut((l.rules as Readonly<Record<string, string>>)[rule.rule] ?? rule.rule, rule.leftOutGroups, rule.leftOutPairs)}
              </p>
            ))}
          <details>
            <summary>{l.weight}</summary>
            <p className="body">{l.weightMeans}</p>
          </details>
          {linked.found === 0 ? <p>{l.nothingFound}</p> : <Review state={state} />}
        </section>
      )}
    </div>
  )
}
