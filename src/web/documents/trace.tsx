/** What one sentence rests on: its facts, the words they come from, consent for this recipient, the rules relied on, what was sent before. */
import { useNavigate } from '@tanstack/react-router'
import type { CasePage, PaperView } from '../../domain/documents/desk-api.ts'
import type { Sentence } from '../../domain/documents/paper.ts'
import type { Span } from '../../domain/testimony/account.ts'
import { useAuthorityName, usePersonName } from '../cases/case-context.ts'
import { Plus } from '../frame/glyphs.tsx'
import { Citations } from '../law/citations.tsx'
import { paragraphsOf, piecesOf } from '../testimony/spans.ts'
import { useWords } from '../words/words.tsx'

const Quote = ({ page, spans, account }: { page: CasePage; spans: readonly Span[]; account: string }) => {
  const { w, date } = useWords()
  const name = usePersonName(page.record.persons)
  const n = page.record.accounts.findIndex((one) => one.id === account)
  const from = page.record.accounts[n]
  if (!from) return null
  const touched = paragraphsOf(from.text).filter((one) => spans.some((span) => span.start < one.end && span.end > one.start))
  const marks = spans.map((span) => ({ ...span, id: `${span.start}`, label: '', adverse: false, contradicted: false }))
  const translated =
    from.translations
      .at(-1)
      ?.text.split('\n')
      .filter((line) => line.trim() !== '') ?? []
  const all = paragraphsOf(from.text)
  return (
    <div className="quote">
      <p className="second headline">
        <span>
          {from.hand === 'first'
            ? w.documents.wordsOf(name(page.record.persons.find((one) => one.id === from.speaker)))
            : w.terms.hand[from.hand]}
          , A{n + 1} {touched.map((one) => `¶${one.n}`).join(' ')}
        </span>
        <span>{date.partial(from.takenOn)}</span>
      </p>
      {touched.map((one) => (
        <div key={one.start}>
          <p className="quote-words" lang={from.language}>
            {piecesOf(one, marks, from.sealedSpans).map((piece) =>
              piece.sealed ? (
                <span key={piece.start} className="is-sealed">
                  …
                </span>
              ) : piece.marks.length > 0 ? (
                <mark key={piece.start}>{from.text.slice(piece.start, piece.end)}</mark>
              ) : (
                <span key={piece.start}>{from.text.slice(piece.start, piece.end)}</span>
              ),
            )}
          </p>
          {translated.length === all.length && <p className="second">{translated[one.n - 1]}</p>}
        </div>
      ))}
    </div>
  )
}

type Props = { view: PaperView; page: CasePage | undefined; sentence: Sentence; kindName: (kind: string) => string }

export const Trace = ({ view, page, sentence, kindName }: Props) => {
  const { w, say, date, term } = useWords()
  const authorityName = useAuthorityName()
  const d = w.documents
  const navigate = useNavigate()
  const facts = sentence.facts.map((id) => page?.record.facts.find((one) => one.id === id || one.label === id))
  const spans = facts.flatMap((fact) => fact?.spans ?? [])
  const before = view.divergences.filter((one) => one.key === sentence.key)
  const consent = view.gates.find((gate) => gate.id.includes('consent')) ?? view.gates.find((gate) => gate.id.includes('authority'))
  return (
    <>
      <p className="trace-sentence" lang={view.paper.language}>
        {sentence.text}
      </p>
      {sentence.marks.length > 0 && <p className="second">{sentence.marks.map((mark) => w.terms.mark[mark]).join('. ')}</p>}
      <section>
        <h3>{w.testimony.facts}</h3>
        {facts.length === 0 && <p className="none">{w.law.none}</p>}
        <ul>
          {facts.map((fact, n) => (
            <li key={sentence.facts[n]}>
              <button
                type="button"
                className="link"
                onClick={() =>
                  fact && void navigate({ to: '/cases/$caseId', params: { caseId: view.caseId }, state: { fact: fact.id } as never })
                }
              >
                <strong>{fact?.label ?? sentence.facts[n]}</strong>
              </button>{' '}
              {fact && (
                <>
                  <Plus adverse={fact.adverse} />{' '}
                  {[fact.summary ?? kindName(fact.kind), authorityName(fact.actor), fact.date ? date.partial(fact.date) : null]
                    .filter(Boolean)
                    .join(', ')}
                  . <span className="second">{term(w.terms.standing, fact.standing)}</span>
                </>
              )}
            </li>
          ))}
        </ul>
      </section>
      {page &&
        [...new Set(spans.map((span) => span.account))].map((account) => (
          <Quote key={account} page={page} account={account} spans={spans.filter((span) => span.account === account)} />
        ))}
      {consent && (
        <section>
          <h3>{d.consent}</h3>
          <p>
            {w.terms.gate[consent.state]}: {say(consent.words)}
          </p>
        </section>
      )}
      <section>
        <h3>{d.rules}</h3>
        <Citations of={sentence.citations} titles={view.sources} />
        {sentence.signedBy && <p>{d.signedBy(sentence.signedBy)}</p>}
      </section>
      <section>
        <h3>{d.sentBefore}</h3>
        {before.length === 0 ? (
          <p className="second">{d.noDifference}</p>
        ) : (
          before.map((one) => (
            <p key={one.topic}>
              {d.beforeWas(one.beforeTo, date.day(one.beforeOn), one.before.replace(/\.$/, ''), one.now.replace(/\.$/, ''))}
              {one.explained && <span className="under">{one.explained}</span>}
            </p>
          ))
        )}
      </section>
    </>
  )
}
