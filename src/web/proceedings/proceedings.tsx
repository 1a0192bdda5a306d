/** Every body with ready, sent, lacks or not open and why; beside it the release gate of the chosen draft and what was sent and received. */
import './proceedings.css'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { CasePage, Proceedings } from '../../domain/documents/desk-api.ts'
import { useAct, useAsk } from '../ask.ts'
import { useCase, useCaseId, usePersonName, useSituation, useStateName } from '../cases/case-context.ts'
import { usePlace } from '../frame/place.ts'
import { Refused } from '../frame/refused.tsx'
import { useRows } from '../frame/rows.ts'
import { useKeys } from '../keys.ts'
import { useWords } from '../words/words.tsx'
import { type BodyRow, BodyTable, bodyRows } from './body-table.tsx'
import { ReleaseGate } from './release-gate.tsx'
import { SentLog } from './sent-log.tsx'

export const ProceedingsTab = () => {
  const page = useCase()
  const proceedings = useAsk('GET /api/cases/:case/proceedings', { case: useCaseId() }, null)
  if (!page.data || !proceedings.data) return <Refused of={proceedings.error} />
  return <Both page={page.data} proceedings={proceedings.data} />
}

/** A body that takes one form a person has as many drafts as there are people; each can be opened. */
const draftsOf = (row: BodyRow | undefined, proceedings: Proceedings): Proceedings['drafts'] =>
  proceedings.drafts
    .filter(
      (one) =>
        one.body === row?.body &&
        (row.states.length === 0 || one.states.some((state) => row.states.includes(state))) &&
        one.persons.some((person) => row.persons.includes(person)),
    )
    .sort((a, b) => a.draftNumber - b.draftNumber)

const Both = ({ page, proceedings }: { page: CasePage; proceedings: Proceedings }) => {
  const { w, say } = useWords()
  const p = w.proceedings
  const caseId = useCaseId()
  const navigate = useNavigate()
  const compose = useAct('POST /api/cases/:case/papers')
  const stateName = useStateName(useSituation(page.record.situation))
  const name = usePersonName(page.record.persons)
  const [lacking, setLacking] = useState(false)
  const rowsOf = bodyRows(proceedings)
  const open = async (n: number): Promise<void> => {
    const row = rowsOf[n]
    if (!row || row.opening === 'not-open') return
    const draft = draftsOf(row, proceedings).at(-1)
    const paper = draft ?? (await compose.act({ case: caseId }, { body: row.body, states: row.states, persons: row.persons }))
    if (paper) void navigate({ to: '/papers/$paperId', params: { paperId: paper.id } })
  }
  const rows = useRows('bodies', rowsOf.length, (n) => void open(n), p.openDraft)
  const current = rowsOf[rows.at]
  const drafts = draftsOf(current, proceedings)
  const draft = drafts.at(-1)
  useKeys([{ code: 'KeyL', cap: 'L', words: p.lacksAsQuestions, act: () => setLacking(!lacking) }])
  usePlace([
    { words: w.frame.cases, to: '/cases' },
    { words: page.header.codeName, to: `/cases/${caseId}` },
  ])
  return (
    <div className="columns is-wide-left">
      <section aria-label={p.bodies}>
        <Refused of={compose.refused} />
        <BodyTable
          proceedings={proceedings}
          rowsOf={rowsOf}
          rows={rows}
          stateName={stateName}
          personName={(id) => name(page.record.persons.find((one) => one.id === id))}
          onOpen={(n) => void open(n)}
          lacking={lacking}
        />
      </section>
      <aside aria-label={p.releaseGate}>
        {current && (
          <>
            <div className="headline">
              <h2>{p.releaseOf(say(current.name))}</h2>
              {draft && <span className="second">{p.draft(draft.draftNumber)}</span>}
            </div>
            {drafts.length > 1 && (
              <ul className="drafts">
                {drafts.map((one) => (
                  <li key={one.id}>
                    <Link to="/papers/$paperId" params={{ paperId: one.id }}>
                      {p.draft(one.draftNumber)}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
            {draft ? <ReleaseGate paperId={draft.id} /> : <NoDraft row={current} compose={() => void open(rows.at)} busy={compose.busy} />}
          </>
        )}
        <SentLog filings={proceedings.filings} refusals={proceedings.refusals} today={proceedings.today} />
      </aside>
    </div>
  )
}

const NoDraft = ({ row, compose, busy }: { row: BodyRow; compose: () => void; busy: boolean }) => {
  const { w } = useWords()
  const p = w.proceedings
  if (row.opening === 'not-open') return <p className="body">{p.cannotCompose}</p>
  return (
    <>
      <p className="body">{p.noDraft}</p>
      <div className="bar">
        <button type="button" className="button is-main" aria-disabled={busy} onClick={compose}>
          {busy ? p.composing : p.compose} <kbd>↵</kbd>
        </button>
      </div>
    </>
  )
}
