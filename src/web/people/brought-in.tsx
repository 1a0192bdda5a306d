/** The lists of people that were brought into the case: when, by whom, how many; one is taken out whole while no later work stands on its people. */
import { useState } from 'react'
import type { PeopleBatch } from '../../domain/documents/people-list-api.ts'
import type { CaseRecord } from '../../domain/law/case-record.ts'
import { useAct, useAsk } from '../ask.ts'
import { usePersonName } from '../cases/case-context.ts'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'

const Brought = ({ caseId, list, record, took }: { caseId: string; list: PeopleBatch; record: CaseRecord; took: (n: number) => void }) => {
  const { w, date } = useWords()
  const p = w.people
  const name = usePersonName(record.persons)
  const takeOut = useAct('POST /api/cases/:case/people-list/:batch/undo')
  const [asking, setAsking] = useState(false)
  const out = async (): Promise<void> => {
    const done = await takeOut.act({ case: caseId, batch: list.batch }, null)
    if (done) took(done.removed)
  }
  return (
    <li>
      {p.listOf(list.people, date.instant(list.at), list.by)} {list.file && <span className="second">{list.file}</span>}
      {list.standing.length > 0 ? (
        <>
          <span className="under">{p.cannotTakeOut(list.standing.length)}</span>
          <ul>
            {list.standing.map(({ person, on }) => (
              <li key={person}>
                {name(record.persons.find((one) => one.id === person))}:{' '}
                {[...new Set(on.map((one) => [p.standsOn[one.noun], one.label].filter(Boolean).join(' ')))].join(', ')}
              </li>
            ))}
          </ul>
          <span className="under">{p.strikeFirst}</span>
        </>
      ) : asking ? (
        <fieldset
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            setAsking(false)
          }}
        >
          <legend>{p.takeOutAsk(list.people)}</legend>
          <div className="bar">
            {/* biome-ignore lint/a11y/noAutofocus: the question was opened by this very hand; the safe answer has the focus */}
            <button type="button" className="button" autoFocus onClick={() => setAsking(false)}>
              {w.frame.cancel}
            </button>
            <button type="button" className="button" aria-disabled={takeOut.busy} onClick={() => void out()}>
              {p.takeOutNow}
            </button>
          </div>
        </fieldset>
      ) : (
        <button type="button" className="link" onClick={() => setAsking(true)}>
          {p.takeOut}
        </button>
      )}
      <Refused of={takeOut.refused} />
    </li>
  )
}

export const BroughtIn = ({ caseId, record }: { caseId: string; record: CaseRecord }) => {
  const { w } = useWords()
  const p = w.people
  const lists = useAsk('GET /api/cases/:case/people-lists', { case: caseId }, null)
  const [out, setOut] = useState<number | null>(null)
  return (
    <>
      <Refused of={lists.error} />
      <p role="status" className={out === null ? 'unseen' : 'second'}>
        {out !== null && p.tookOut(out)}
      </p>
      {lists.data && lists.data.length > 0 && (
        <section aria-labelledby="lists-in" className="part measure">
          <h3 id="lists-in">{p.lists}</h3>
          <ul className="lines">
            {lists.data.map((list) => (
              <Brought key={list.batch} caseId={caseId} list={list} record={record} took={setOut} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
