/** Account and facts side by side: select words, press F, name the fact; press A for one that speaks against. */
import './testimony.css'
import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { CasePage } from '../../domain/documents/desk-api.ts'
import type { Fact } from '../../domain/testimony/fact.ts'
import { useAsk } from '../ask.ts'
import { useCase, useCaseId, usePersonName } from '../cases/case-context.ts'
import { usePlace } from '../frame/place.ts'
import { useRows } from '../frame/rows.ts'
import { useKeys } from '../keys.ts'
import { useWords } from '../words/words.tsx'
import { AccountText } from './account-text.tsx'
import { Correct, SealSpan, Translate, UnderWork } from './account-work.tsx'
import { AddExhibit, ExhibitSheet } from './exhibits.tsx'
import { type Draft, FactForm } from './fact-form.tsx'
import { FactsTable, useKindName } from './facts-table.tsx'
import { RecordAccount } from './record-account.tsx'
import { paragraphsOf, type Range, selectionIn } from './spans.ts'
import { StruckFacts } from './struck-facts.tsx'

type Work = 'record' | 'exhibit' | 'correct' | 'translate' | 'seal' | null

export const AccountAndFacts = () => {
  const page = useCase()
  return page.data ? <Both page={page.data} /> : null
}

/** The number the next fact gets: one that was struck keeps its own. */
const nextNumber = ({ record, struck }: CasePage): string =>
  `F${Math.max(0, ...[...record.facts, ...struck.map((one) => one.fact)].map((fact) => Number(fact.label.slice(1)))) + 1}`

const Both = ({ page }: { page: CasePage }) => {
  const { w, date } = useWords()
  const t = w.testimony
  const caseId = useCaseId()
  const name = usePersonName(page.record.persons)
  const { record, header, counts, versions, struck } = page
  const vocabulary = useAsk('GET /api/vocabulary/:situation', { situation: record.situation }, null)
  const kindName = useKindName(vocabulary.data)
  const [sourceId, setSource] = useState<string | null>(null)
  const [draft, setDraft] = useState<Draft | null>(null)
  const [work, setWork] = useState<Work>(null)
  const [chosen, setChosen] = useState<Range | null>(null)
  const [paragraph, setParagraph] = useState(0)
  const [translation, setTranslation] = useState(true)
  const root = useRef<HTMLDivElement>(null)
  const rows = useRows('facts', record.facts.length, null)
  const asked = useRouterState({ select: (router) => (router.location.state as { fact?: string }).fact ?? null })
  // Another tab may have led here by a fact's number.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time one is led here
  useEffect(() => {
    const n = record.facts.findIndex((one) => one.id === asked)
    if (n >= 0) rows.go(n)
  }, [asked])
  // A fact just kept becomes the current one as soon as it has come back.
  const [follow, setFollow] = useState<string | null>(null)
  const followed = record.facts.findIndex((one) => one.id === follow)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the fact is there
  useEffect(() => {
    if (followed < 0) return
    rows.go(followed)
    setFollow(null)
  }, [followed])
  const current = record.facts[rows.at] ?? null
  const source =
    record.accounts.find((one) => one.id === sourceId) ??
    (record.exhibits.some((one) => one.id === sourceId) ? null : (record.accounts[0] ?? null))
  const exhibit = source ? null : (record.exhibits.find((one) => one.id === sourceId) ?? null)
  const attested = source?.attestedAt !== null && source !== null

  // Moving through the facts carries the account along: its source, its paragraph.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another fact becomes current
  useEffect(() => {
    const span = current?.spans[0]
    if (!span || draft) return
    if (record.accounts.some((one) => one.id === span.account)) setSource(span.account)
    const text = record.accounts.find((one) => one.id === span.account)?.text ?? ''
    setParagraph(
      Math.max(
        0,
        paragraphsOf(text).findIndex((one) => one.start <= span.start && span.start < one.end),
      ),
    )
  }, [current?.id])

  const begin = (adverse: boolean): void => {
    setWork(null)
    if (!source) {
      if (exhibit) setDraft({ fact: null, account: null, exhibit: exhibit.id, range: null, adverse })
      return
    }
    const range = selectionIn(root.current, source.text) ?? paragraphsOf(source.text)[paragraph] ?? null
    if (!range) return
    setChosen(range)
    setDraft({ fact: null, account: source.id, exhibit: null, range, adverse })
  }
  const correctFact = (fact: Fact): void => {
    const span = fact.spans[0]
    setChosen(span ?? null)
    setDraft({ fact, account: span?.account ?? null, exhibit: fact.exhibit, range: span ?? null, adverse: fact.adverse })
  }
  const close = (): void => {
    setDraft(null)
    setChosen(null)
    setWork(null)
  }
  const start = (next: Work): void => {
    if (next === 'correct' || next === 'seal') setChosen(selectionIn(root.current, source?.text ?? ''))
    setDraft(null)
    setWork(next)
  }
  const nextContradiction = (): void => {
    const clashing = record.facts.flatMap((fact, n) => (record.contradictions.some((one) => one.between.includes(fact.id)) ? [n] : []))
    const next = clashing.find((n) => n > rows.at) ?? clashing[0]
    if (next !== undefined) rows.go(next)
  }
  useKeys([
    ...(source || exhibit
      ? [
          { code: 'KeyF', cap: 'F', words: source ? t.keyF : t.nameFromExhibit, act: () => begin(false) },
          { code: 'KeyA', cap: 'A', words: t.keyA, act: () => begin(true) },
        ]
      : []),
    ...(source ? [{ code: 'KeyT', cap: 'T', words: t.keyT, act: () => setTranslation(!translation) }] : []),
    ...(current ? [{ code: 'KeyE', cap: 'E', words: t.keyE, act: () => correctFact(current) }] : []),
    ...(counts.contradictions > 0 ? [{ code: 'KeyC', cap: 'C', words: t.keyC(counts.contradictions), act: nextContradiction }] : []),
    { code: 'KeyN', cap: 'N', words: t.keyN, act: () => start('record') },
    { code: 'Escape', cap: 'Esc', words: w.keys.back, act: close, quiet: true },
  ])
  usePlace(
    [
      { words: w.frame.cases, to: '/cases' },
      { words: header.codeName, to: `/cases/${caseId}` },
    ],
    t.note(counts.facts, counts.contradictions),
  )

  const today = new Date().toISOString().slice(0, 10)
  const speaker = record.persons.find((one) => one.id === source?.speaker)
  return (
    <div className="columns">
      <section aria-label={t.account}>
        <h2 className="unseen">{t.account}</h2>
        <div className="sources">
          {record.accounts.map((one, n) => (
            <button
              key={one.id}
              type="button"
              data-thing={one.id}
              aria-pressed={one === source && work !== 'record'}
              onClick={() => {
                close()
                setSource(one.id)
                setParagraph(0)
              }}
            >
              A{n + 1} {name(record.persons.find((two) => two.id === one.speaker))}
            </button>
          ))}
          {record.exhibits.map((one) => (
            <button
              key={one.id}
              type="button"
              data-thing={one.id}
              aria-pressed={one === exhibit}
              onClick={() => {
                close()
                setSource(one.id)
              }}
            >
              {one.label} {one.title}
            </button>
          ))}
          <button type="button" onClick={() => start('record')}>
            + {t.recordAccount}
          </button>
          <button type="button" onClick={() => start('exhibit')}>
            + {t.addExhibit}
          </button>
        </div>
        {work === 'record' && (
          <RecordAccount
            caseId={caseId}
            record={record}
            today={today}
            done={(id) => {
              close()
              if (id) setSource(id)
            }}
          />
        )}
        {work === 'exhibit' && (
          <AddExhibit
            caseId={caseId}
            today={today}
            done={(id) => {
              close()
              if (id) setSource(id)
            }}
          />
        )}
        {work !== 'record' && !source && !exhibit && <p className="body part">{t.noAccount}</p>}
        {work !== 'record' && source && (
          <>
            <p className="circumstances">
              {[
                w.terms.language[source.language as 'ko'] ?? source.language,
                w.terms.hand[source.hand],
                name(speaker),
                source.circumstances && (w.people.written[source.circumstances] ?? source.circumstances),
                date.partial(source.takenOn),
                source.interpreterCode ? t.interpretedBy(source.interpreterCode) : t.noInterpreter,
                attested ? t.attestedOn(date.instant(source.attestedAt!)) : t.notAttested,
              ]
                .filter((one): one is string => Boolean(one))
                .map((one) => one.replace(/\.$/, ''))
                .join('. ')}
            </p>
            {!attested && <UnderWork key={source.id} caseId={caseId} account={source} version={versions[source.id] ?? 1} />}
            {attested && (
              <AccountText
                account={source}
                facts={record.facts}
                contradictions={record.contradictions}
                current={current}
                chosen={chosen}
                paragraph={paragraph}
                translation={translation}
                root={root}
                onFact={(id) => rows.go(record.facts.findIndex((one) => one.id === id))}
                onParagraph={setParagraph}
              />
            )}
            {attested && (
              <div className="bar">
                <button type="button" className="button" onClick={() => start('correct')}>
                  {t.correctAccount}
                </button>
                <button type="button" className="button" onClick={() => start('translate')}>
                  {t.addTranslation}
                </button>
                <button type="button" className="button" onClick={() => start('seal')}>
                  {t.sealWords}
                </button>
              </div>
            )}
            {work === 'correct' && <Correct caseId={caseId} account={source} range={chosen} close={close} />}
            {work === 'translate' && <Translate caseId={caseId} account={source} close={close} />}
            {work === 'seal' &&
              (chosen ? (
                <SealSpan caseId={caseId} account={source} range={chosen} close={close} />
              ) : (
                <p className="warned">{t.selectFirst}</p>
              ))}
            {source.corrections.length > 0 && (
              <section className="part">
                <h3>{t.corrections}</h3>
                <ul className="lines corrections">
                  {source.corrections.map((one) => (
                    <li key={one.at}>
                      {one.span && <span className="second">“{one.span.quote}” → </span>}
                      <span lang={source.language}>{one.text}</span>
                      <span className="under">{t.correctedBy(one.by, date.instant(one.at), one.reason)}</span>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
        {exhibit && <ExhibitSheet caseId={caseId} exhibit={exhibit} />}
      </section>
      <section aria-label={t.facts}>
        <h2 className="unseen">{t.facts}</h2>
        {draft ? (
          <FactForm
            key={draft.fact?.id ?? 'new'}
            caseId={caseId}
            record={record}
            draft={draft}
            number={nextNumber(page)}
            close={close}
            kept={(fact) => {
              close()
              setFollow(fact)
            }}
            onRange={(range) => {
              setChosen(range)
              setDraft({ ...draft, range })
            }}
          />
        ) : (
          (attested || exhibit) && (
            <div className="bar">
              <button type="button" className="button is-main" onMouseDown={(event) => event.preventDefault()} onClick={() => begin(false)}>
                {source ? t.nameWords : t.nameFromExhibit} <kbd>F</kbd>
              </button>
              <button type="button" className="button" onMouseDown={(event) => event.preventDefault()} onClick={() => begin(true)}>
                {t.nameAgainst} <kbd>A</kbd>
              </button>
              {source && <span className="second">{t.selectHow}</span>}
            </div>
          )
        )}
        <FactsTable caseId={caseId} record={record} vocabulary={vocabulary.data} rows={rows} onCorrect={correctFact} />
        <StruckFacts caseId={caseId} struck={struck} kindName={kindName} />
      </section>
    </div>
  )
}
