/** The petition on the screen: each sentence leads to its fact, its words and its rule. The software never writes “I” for anyone. */
import './petition.css'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { CasePage, PaperView } from '../../domain/documents/desk-api.ts'
import type { Sentence } from '../../domain/documents/paper.ts'
import { useAsk } from '../ask.ts'
import { fileAddress } from '../call.ts'
import { Round } from '../frame/glyphs.tsx'
import { usePlace } from '../frame/place.ts'
import { Refused } from '../frame/refused.tsx'
import { useKeys } from '../keys.ts'
import { ReleaseGate } from '../proceedings/release-gate.tsx'
import '../proceedings/proceedings.css'
import { useKindName } from '../testimony/facts-table.tsx'
import { plain, useWords } from '../words/words.tsx'
import { LeftOutList } from './left-out-list.tsx'
import { sentencesOf } from './sentences.ts'
import { SettleForm, type Settling, ToSettle } from './settle.tsx'
import { Sheet } from './sheet.tsx'
import { Trace } from './trace.tsx'

const route = getRouteApi('/papers/$paperId')

export const PetitionScreen = () => {
  const { paperId } = route.useParams()
  const view = useAsk('GET /api/papers/:paper', { paper: paperId }, null)
  return view.data ? <Petition view={view.data} /> : <Refused of={view.error} />
}

const Petition = ({ view }: { view: PaperView }) => {
  const { w, say } = useWords()
  const d = w.documents
  const navigate = useNavigate()
  const page = useAsk('GET /api/cases/:case', { case: view.caseId }, null)
  const sentences = sentencesOf(view.paper)
  const [key, setKey] = useState<string | null>(null)
  const [how, setHow] = useState<Settling | null>(null)
  const at = Math.max(
    0,
    sentences.findIndex((one) => one.key === key),
  )
  const sentence = sentences[at]
  const open = view.status !== 'released'
  const go = (to: string, settling: Settling | null = null): void => {
    setKey(to)
    setHow(settling)
    document.querySelector(`[data-sentence="${CSS.escape(to)}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  const step = (by: number): void => {
    const next = sentences[Math.max(0, Math.min(sentences.length - 1, at + by))]
    if (next) go(next.key)
  }
  const back = (): void => (how ? setHow(null) : void navigate({ to: '/cases/$caseId/proceedings', params: { caseId: view.caseId } }))
  const openFact = (): void => {
    const fact = sentence?.facts[0]
    if (fact) void navigate({ to: '/cases/$caseId', params: { caseId: view.caseId }, state: { fact } as never })
  }
  useKeys([
    { code: 'KeyJ', cap: 'J', words: d.nextSentence, act: () => step(1) },
    { code: 'KeyK', cap: 'K', words: d.sentenceBefore, act: () => step(-1) },
    { code: 'Enter', cap: '↵', words: d.openFact, act: openFact },
    ...(open
      ? [
          { code: 'KeyS', cap: 'S', words: d.strike, act: () => setHow('strike') },
          { code: 'KeyW', cap: 'W', words: d.wordOtherwise, act: () => setHow('word') },
          { code: 'KeyD', cap: 'D', words: d.explainDifference, act: () => setHow('explain') },
        ]
      : []),
    { code: 'Escape', cap: 'Esc', words: d.toProceedings, act: back, quiet: true },
  ])
  const codeName = page.data?.header.codeName ?? ''
  usePlace(
    [
      { words: w.frame.cases, to: '/cases' },
      { words: codeName, to: `/cases/${view.caseId}` },
      { words: w.cases.tabs[2]!, to: `/cases/${view.caseId}/proceedings` },
      { words: `${say(view.bodyName)}, ${w.proceedings.draft(view.draftNumber)}`, to: `/papers/${view.id}` },
    ],
    d.neverFirstPerson,
  )
  const without = sentences.filter((one) => one.marks.includes('unsourced')).length
  const differing = view.divergences.filter((one) => !one.explained).length
  const file = (format: 'pdf' | 'docx', part: 'paper' | 'annex'): string =>
    fileAddress('GET /api/papers/:paper/file', { paper: view.id }, { format, part })
  return (
    <div className="petition">
      <div className="paper-bar">
        <h1 className="unseen" lang={view.paper.language}>
          {view.paper.title}
        </h1>
        <span>
          <strong>{d.sentences(sentences.length)}</strong> {d.rest(sentences.length - without)}
        </span>
        {without > 0 && (
          <span>
            <Round of="missing" /> {d.withoutSource(without)}
          </span>
        )}
        {differing > 0 && (
          <span className="is-disputed">
            <Round of="disputed" /> {d.differing(differing)}
          </span>
        )}
        <span className="acts">
          <a className="button" href={file('docx', 'paper')} download>
            Word
          </a>
          <a className="button" href={file('pdf', 'paper')} download>
            PDF
          </a>
          {view.paper.annex && (
            <a className="button" href={file('pdf', 'annex')} download>
              {d.annexPdf}
            </a>
          )}
          {view.paper.annex && (
            <a className="button" href={file('docx', 'annex')} download>
              {d.annexWord}
            </a>
          )}
        </span>
      </div>
      <div className="desk-top">
        <Sheet view={view} at={sentence?.key ?? null} onSentence={go} />
      </div>
      <aside className="trace" aria-label={d.trace}>
        {sentence && (
          <>
            <div className="headline">
              <h2>{d.sentence(sentence.n)}</h2>
              <span>
                <kbd>J</kbd> <kbd>K</kbd>
              </span>
            </div>
            {how && open ? (
              <SettleForm key={`${sentence.key}${how}`} paper={view.id} sentence={sentence} how={how} close={() => setHow(null)} />
            ) : (
              open && (
                <div className="bar">
                  <button type="button" className="button" onClick={() => setHow('strike')}>
                    {d.strike} <kbd>S</kbd>
                  </button>
                  <button type="button" className="button" onClick={() => setHow('word')}>
                    {d.wordOtherwise} <kbd>W</kbd>
                  </button>
                </div>
              )
            )}
            {page.data ? (
              <Traced view={view} page={page.data} sentence={sentence} />
            ) : (
              <Trace view={view} page={undefined} sentence={sentence} kindName={plain} />
            )}
          </>
        )}
        <ToSettle view={view} go={go}>
          {page.data && <LeftOutList view={view} page={page.data} />}
        </ToSettle>
        <section className="part" aria-label={w.proceedings.releaseGate}>
          <h2>{w.proceedings.releaseGate}</h2>
          <ReleaseGate paperId={view.id} reading />
        </section>
      </aside>
    </div>
  )
}

const Traced = ({ view, page, sentence }: { view: PaperView; page: CasePage; sentence: Sentence }) => {
  const vocabulary = useAsk('GET /api/vocabulary/:situation', { situation: page.record.situation }, null)
  return <Trace view={view} page={page} sentence={sentence} kindName={useKindName(vocabulary.data)} />
}
