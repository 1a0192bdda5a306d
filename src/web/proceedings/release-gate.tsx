/** The gate before anything leaves: authority, audience, divergence, a second person. Who will read it is said in words. */
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Gate, PaperView } from '../../domain/documents/desk-api.ts'
import { stateInSentence } from '../../domain/law/state-in-sentence.ts'
import { useAct, useAsk } from '../ask.ts'
import { answersOf, TextField } from '../frame/field.tsx'
import { Round } from '../frame/glyphs.tsx'
import { Refused } from '../frame/refused.tsx'
import { useKeys } from '../keys.ts'
import { useWords } from '../words/words.tsx'

const shape = { passed: 'shown', blocks: 'disputed', ask: 'missing' } as const

export const Gates = ({ paper }: { paper: PaperView }) => {
  const { w, say, date, term } = useWords()
  const p = w.proceedings
  return (
    <>
      <Readers paper={paper} />
      <ul className="gate">
        {paper.gates.map((gate) => (
          <li key={gate.id}>
            <Round of={shape[gate.state]} />
            <div>
              <h3>
                {say(gate.words)} <span className="unseen">{w.terms.gate[gate.state]}</span>
              </h3>
              <GateDetail gate={gate} />
              {(gate.id === 'audience' || gate.id === 'annex') && gate.state === 'ask' && paper.status === 'draft' && (
                <LookedAt paperId={paper.id} gate={gate.id} />
              )}
              {(gate.id === 'authority' || gate.id === 'consent') && gate.state === 'blocks' && paper.status === 'draft' && (
                <Link to="/cases/$caseId/protection" params={{ caseId: paper.caseId }}>
                  {gate.id === 'consent' ? w.people.addConsent : w.people.addAuthority}
                </Link>
              )}
              {gate.id === 'stale' && <WhatChanged paper={paper} />}
              {gate.id === 'stale' && paper.status === 'draft' && <ComposeAgain paper={paper} />}
            </div>
          </li>
        ))}
        {paper.divergences.map((one) => (
          <li key={`${one.key}${one.topic}`}>
            <Round of="disputed" />
            <div>
              <h3>{p.differs}</h3>
              <p className="second">
                {p.sentenceOn(
                  one.sentence,
                  one.topic
                    .split(': ')
                    .at(-1)!
                    .split(', ')
                    .map((what) => term(w.terms.topic, what))
                    .join(', '),
                )}
              </p>
              <div className="both">
                <div>
                  <span className="second">{p.toOn(one.beforeTo, date.day(one.beforeOn))}</span>
                  <br />
                  {one.before}
                </div>
                <div>
                  <span className="second">{p.thisDraft}</span>
                  <br />
                  {one.now}
                </div>
              </div>
              {one.explained ? (
                <p className="second">{one.explained}</p>
              ) : (
                <Link to="/papers/$paperId" params={{ paperId: paper.id }}>
                  {p.explainOrCorrect}
                </Link>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Numbers of facts are short and stand in one line; reasons stand one below the other. */
const GateDetail = ({ gate }: { gate: Gate }) => {
  const { w, term } = useWords()
  const p = w.proceedings
  const stateName = useStateInSentence()
  /** The gate keeps codes; what is missing is said in words. */
  const consentWords = (text: string): string =>
    text
      .replace(/: recipient ([a-z-]+)$/, (_, answer: string) => `: ${p.toRecipient(consentAnswer(answer))}`)
      .replace(
        /: transmission to ([A-Z]{3}) ([a-z-]+)$/,
        (_, code: string, answer: string) => `: ${p.toState(stateName(code), consentAnswer(answer))}`,
      )
      .replace(/: ([a-z-]+)$/, (_, answer: string) => `: ${consentAnswer(answer)}`)
  const consentAnswer = (answer: string): string =>
    answer === 'figures-only'
      ? w.people.figuresOnly
      : answer === 'withdrawn'
        ? p.withdrawn
        : answer === 'expired'
          ? p.expired
          : term(w.terms.tri, answer)
  if (gate.id === 'stale' || gate.detail.length === 0) return null
  if (gate.facts.length > 0) return <p className="second">{gate.detail.join(', ')}</p>
  return gate.detail.map((one) => (
    <p key={one} className="second">
      {gate.id === 'authority'
        ? one.replace(/: ([a-z-]+)$/, (_, basis: string) => `: ${term(w.terms.basis, basis)}`)
        : gate.id === 'consent'
          ? consentWords(one)
          : one}
    </p>
  ))
}

/** The causes once, with all facts that changed: a consent that was withdrawn is not called a changed fact. */
const WhatChanged = ({ paper }: { paper: PaperView }) => {
  const { w } = useWords()
  const facts = [...new Set(paper.changes.flatMap((one) => (one.causes.includes('fact') ? one.facts : [])))]
  const causes = [...new Set(paper.changes.flatMap((one) => one.causes))]
  if (causes.length === 0) return null
  return (
    <p className="second">
      {causes.map((cause) => (cause === 'fact' ? w.papers.changedFacts(facts) : w.papers.changedBy[cause])).join(' ')}
    </p>
  )
}

/** What each reader is handed, in the words of the pack's readers; the annex is the body's alone. */
const Readers = ({ paper }: { paper: PaperView }) => {
  const { w, say, term } = useWords()
  const p = w.papers
  const stateName = useStateInSentence()
  const annex = paper.paper.annex !== null
  if (paper.readers.length < 2) return <p className="readers">{say(paper.audienceSentence)}</p>
  return (
    <dl className="readers" aria-label={p.readersTitle}>
      {paper.readers.map((one) => (
        <div key={one.reader}>
          <dt>
            {term(p.readerIs, one.reader)}
            {one.states.length > 0 && `: ${one.states.map(stateName).join(', ')}`}
          </dt>
          <dd>{!annex ? p.whole : one.reader === 'public' ? p.annexPublic : p.receives[one.receives]}</dd>
        </div>
      ))}
    </dl>
  )
}

const useStateInSentence = (): ((code: string) => string) => {
  const { say } = useWords()
  const situations = useAsk('GET /api/situations', {}, null).data ?? []
  return (code) => {
    const state = situations.flatMap((one) => one.states).find((one) => one.code === code)
    return state ? say(stateInSentence({ [code]: state.name }, code)) : code
  }
}

/** The desk keeps an officer's reason for letting flagged facts stand under the name of the gate. */
const LookedAt = ({ paperId, gate }: { paperId: string; gate: string }) => {
  const { w } = useWords()
  const p = w.proceedings
  const explain = useAct('POST /api/papers/:paper/explain')
  const [open, setOpen] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (await explain.act({ paper: paperId }, { key: `gate:${gate}`, explanation: answersOf(event.currentTarget).must('reason').trim() }))
      setOpen(false)
  }
  if (!open)
    return (
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {p.lookAtFacts}
      </button>
    )
  return (
    <form onSubmit={(event) => void submit(event)} className="form">
      <TextField label={p.whyTheyStand} name="reason" hint={p.whyTheyStandHint} wide required autoFocus />
      <Refused of={explain.refused} />
      <div className="bar">
        <button type="button" className="button" onClick={() => setOpen(false)}>
          {w.frame.cancel}
        </button>
        <button type="submit" className="button is-main" aria-disabled={explain.busy}>
          {p.letThemStand}
        </button>
      </div>
    </form>
  )
}

const ComposeAgain = ({ paper }: { paper: PaperView }) => {
  const { w } = useWords()
  const navigate = useNavigate()
  const compose = useAct('POST /api/cases/:case/papers')
  const again = async (): Promise<void> => {
    const next = await compose.act({ case: paper.caseId }, { body: paper.body, states: paper.states, persons: paper.persons })
    if (next) void navigate({ to: '/papers/$paperId', params: { paperId: next.id } })
  }
  return (
    <>
      <Refused of={compose.refused} />
      <button type="button" className="link" onClick={() => void again()}>
        {w.proceedings.composeAgain}
      </button>
    </>
  )
}

/** A second person who may not open the case can release nothing: said before anybody waits for them. */
const Alone = ({ caseId }: { caseId: string }) => {
  const { w } = useWords()
  const page = useAsk('GET /api/cases/:case', { case: caseId }, null)
  if (page.data?.header.team.length !== 1) return null
  return (
    <p className="warned" role="note">
      {w.proceedings.nobodyElse}{' '}
      <Link to="/cases/$caseId" params={{ caseId }}>
        {w.proceedings.letSomeoneIn}
      </Link>
    </p>
  )
}

export const ReleaseGate = ({ paperId, reading = false }: { paperId: string; reading?: boolean }) => {
  const { w, say } = useWords()
  const p = w.proceedings
  const paper = useAsk('GET /api/papers/:paper', { paper: paperId }, null)
  const ask = useAct('POST /api/papers/:paper/ask')
  const release = useAct('POST /api/papers/:paper/release')
  const asking = paper.data?.status === 'draft'
  useKeys(asking ? [{ code: 'KeyR', cap: 'R', words: p.askToRead, act: () => void ask.act({ paper: paperId }, null) }] : [])
  if (!paper.data) return <Refused of={paper.error} />
  const waits = [
    ...paper.data.gates
      .filter((gate) => gate.state === 'blocks' || (gate.state === 'ask' && gate.id !== 'second-person'))
      .map((gate) => say(gate.words)),
    ...(paper.data.divergences.some((one) => !one.explained) ? [p.anExplanation] : []),
  ]
  return (
    <>
      <Gates paper={paper.data} />
      <Refused of={ask.refused ?? release.refused} />
      {paper.data.status === 'released' ? (
        <>
          <p className="part">
            {p.released} <span className="mono">{paper.data.releasedHash?.slice(0, 16)}</span>
          </p>
          <ComposeAgain paper={paper.data} />
        </>
      ) : (
        <>
          <div className="bar">
            {/* Who is to let a paper go reads it first. */}
            {!reading && (
              <Link className={asking ? 'button' : 'button is-main'} to="/papers/$paperId" params={{ paperId }}>
                {p.read}
              </Link>
            )}
            {paper.data.second.mine && (
              <button
                type="button"
                className={reading ? 'button is-main' : 'button'}
                aria-disabled={waits.length > 0}
                aria-describedby="release-waits"
                onClick={() => void release.act({ paper: paperId }, null)}
              >
                {p.release}
              </button>
            )}
            {asking && (
              <button type="button" className="button is-main" onClick={() => void ask.act({ paper: paperId }, null)}>
                {p.askToRead} <kbd>R</kbd>
              </button>
            )}
          </div>
          {asking ? (
            <Alone caseId={paper.data.caseId} />
          ) : (
            !paper.data.second.mine && <p className="warned">{w.papers.releasersAre(paper.data.second.others)}</p>
          )}
          <p className="second" id="release-waits">
            {paper.data.status === 'asked' ? p.askedSecond(paper.data.author) : p.noUndo}{' '}
            {waits.length > 0 && p.waitsFor(waits.map((one) => one.replace(/[.。]$/, '')).join('; '))}
          </p>
        </>
      )}
    </>
  )
}
