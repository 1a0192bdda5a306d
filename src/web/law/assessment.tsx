/** The assessment: for each legal element what is shown, contradicted, disputed or missing. Nothing is scored; a person decides. */
import './assessment.css'
import { Link } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import type { Day } from '../../basics/clock.ts'
import type { Locale } from '../../basics/text.ts'
import type { CasePage } from '../../domain/documents/desk-api.ts'
import { useAsk } from '../ask.ts'
import { useCase, useCaseId, usePersonName, useSituation, useStateName } from '../cases/case-context.ts'
import { languages } from '../desk/door.tsx'
import { Round } from '../frame/glyphs.tsx'
import { useLedTo } from '../frame/lead.tsx'
import { usePlace } from '../frame/place.ts'
import { Refused } from '../frame/refused.tsx'
import { useRows } from '../frame/rows.ts'
import { useKeys } from '../keys.ts'
import { useKindName } from '../testimony/facts-table.tsx'
import { useWords } from '../words/words.tsx'
import { Binds } from './binds.tsx'
import { type Assessed, ElementTable } from './element-table.tsx'
import { FindingForm, Findings } from './findings.tsx'
import { countsOf, groupsOf, statesOf, testsOf } from './lines.ts'
import { Profiles } from './profiles.tsx'

const Arguments = lazy(() => import('./argument.tsx'))

export const AssessmentTab = () => {
  const page = useCase()
  const [asOf, setAsOf] = useState<Day | null>(null)
  const assessed = useAsk('GET /api/cases/:case/assessment', { case: useCaseId() }, { asOf })
  if (!page.data || !assessed.data) return <Refused of={assessed.error} />
  return <Assessment page={page.data} assessed={assessed.data} setAsOf={setAsOf} refused={<Refused of={assessed.error} />} />
}

const Assessment = ({
  page,
  assessed,
  setAsOf,
  refused,
}: {
  page: CasePage
  assessed: Assessed
  setAsOf: (day: Day) => void
  refused: ReactNode
}) => {
  const { w, say, date, locale } = useWords()
  const l = w.law
  const caseId = useCaseId()
  const { record, header } = page
  const { assessment } = assessed
  const name = usePersonName(record.persons)
  const stateName = useStateName(useSituation(record.situation))
  const vocabulary = useAsk('GET /api/vocabulary/:situation', { situation: record.situation }, null)
  const kindName = useKindName(vocabulary.data)
  const persons = record.persons.filter((one) => assessment.lines.some((line) => line.person === one.id))
  // One may have been led here for a finding on somebody else of the group.
  const led = useLedTo()
  const [personId, setPerson] = useState<string | null>(assessed.findings.find((one) => one.id === led)?.person ?? null)
  const person = persons.find((one) => one.id === personId) ?? persons.find((one) => one.role === 'self') ?? persons[0]
  const own = assessment.lines.filter((line) => line.person === person?.id)
  const tests = testsOf(own)
  const [testId, setTest] = useState<string | null>(null)
  const test = tests.includes(testId ?? '') ? testId! : (tests[0] ?? '')
  // As many as there are digit keys: those that were reached; the choice below has every test.
  const reached = tests.filter((id) =>
    own.some((line) => line.test === id && line.answer !== 'not-reached' && line.answer !== 'not-in-issue'),
  )
  const first = (reached.length > 0 ? reached : tests).slice(0, 9)
  const strip = first.includes(test) || test === '' ? first : [...first, test]
  const lines = own.filter((line) => line.test === test)
  const groups = groupsOf(lines)
  const flat = groups.flatMap((group) => group.rows)
  const [ask, setAsk] = useState<Locale>(locale)
  const [finding, setFinding] = useState(false)
  const [aloud, setAloud] = useState(false)
  const asOfField = useRef<HTMLInputElement>(null)
  const rows = useRows(
    'elements',
    flat.length,
    (n) => document.querySelector<HTMLButtonElement>(`[data-rows="elements"] [data-row="${n}"] .factlinks button`)?.click(),
    l.openFacts,
  )
  const show = (element: string): string => (assessed.elements[element] ? say(assessed.elements[element]!.show) : element)
  const testName = (id: string): string => {
    const known = Object.values(assessed.elements).find((one) => one.test === id)
    return known ? say(known.testName) : id
  }
  const shortName = (id: string): string => {
    const known = Object.values(assessed.elements).find((one) => one.test === id)
    return known?.testShort ? say(known.testShort) : testName(id).replace(/ ?[(（].*$/, '')
  }
  const choose = (id: string): void => {
    setTest(id)
    rows.go(0)
  }
  // The strip of tests may be longer than the screen: the chosen one is kept in sight.
  useEffect(() => {
    if (test) document.querySelector('.tests .is-here')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [test])
  useKeys([
    ...first.map((id, n) => ({
      code: `Digit${n + 1}`,
      cap: n === 0 ? '1…' : `${n + 1}`,
      words: l.test,
      act: () => {
        setTest(id)
        rows.go(0)
      },
      quiet: n > 0,
    })),
    { code: 'KeyN', cap: 'N', words: l.finding, act: () => setFinding(true) },
    { code: 'KeyR', cap: 'R', words: l.readAloud, act: () => setAloud(!aloud) },
    { code: 'KeyD', cap: 'D', words: l.otherDate, act: () => asOfField.current?.focus() },
    { code: 'Escape', cap: 'Esc', words: w.keys.back, act: () => setFinding(false), inFields: true, quiet: true },
  ])
  usePlace(
    [
      { words: w.frame.cases, to: '/cases' },
      { words: header.codeName, to: `/cases/${caseId}` },
    ],
    l.noScore,
  )
  const current = flat[rows.at]
  return (
    <div data-test={test}>
      <nav className="tabs tests" aria-label={l.tests}>
        {strip.map((id) => (
          <button
            key={id}
            type="button"
            aria-pressed={id === test}
            aria-current={id === test ? 'page' : undefined}
            className={id === test ? 'is-here' : undefined}
            onClick={() => {
              setTest(id)
              rows.go(0)
            }}
          >
            {shortName(id)}
            <span className="counts">
              {countsOf(own.filter((line) => line.test === id)).map((one) => (
                <span key={one.answer}>
                  <Round of={one.answer} /> {one.n} <span className="unseen">{w.terms.answer[one.answer]}</span>
                </span>
              ))}
            </span>
          </button>
        ))}
      </nav>
      <div className="law-bar">
        <div className="field test-choice">
          <label htmlFor="law-test">{l.tests}</label>
          <select id="law-test" value={test} onChange={(event) => choose(event.currentTarget.value)}>
            {tests.map((id) => (
              <option key={id} value={id}>
                {testName(id)}
              </option>
            ))}
          </select>
        </div>
        {persons.length > 1 && (
          <div className="field">
            <label htmlFor="law-person">{l.person}</label>
            <select id="law-person" value={person?.id} onChange={(event) => setPerson(event.currentTarget.value)}>
              {persons.map((one) => (
                <option key={one.id} value={one.id}>
                  {name(one)}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="field">
          <label htmlFor="law-ask">{l.askIn}</label>
          <select id="law-ask" value={ask} onChange={(event) => setAsk(event.currentTarget.value as Locale)}>
            {languages.map(([code, words]) => (
              <option key={code} value={code}>
                {words}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="law-as-of">{l.lawAsOf}</label>
          <input
            id="law-as-of"
            ref={asOfField}
            type="date"
            value={assessment.asOf}
            onChange={(event) => event.currentTarget.value && setAsOf(event.currentTarget.value as Day)}
          />
        </div>
        <p className="second">
          {l.pack(assessment.packVersion)}{' '}
          <Link to="/settings" hash="look-again">
            {l.again.title}
          </Link>
        </p>
      </div>
      {refused}
      <h2 className="test-name">{testName(test)}</h2>
      <div className="law-scroll">
        {own.length === 0 && <p className="body part">{l.nothingToAssess}</p>}
        {aloud ? (
          <ol className="prose part">
            {flat.map((row) => (
              <li key={`${row.element}${row.custody}`}>
                {l.sentence(
                  show(row.element),
                  row.lines.map((line) => (line.state ? `${stateName(line.state)}: ` : '') + w.terms.answer[line.answer]).join('; '),
                  row.lines.flatMap((line) => line.for).length,
                  row.lines.flatMap((line) => line.against).length,
                )}
              </li>
            ))}
          </ol>
        ) : (
          <ElementTable
            caseId={caseId}
            record={record}
            assessed={assessed}
            groups={groups}
            states={statesOf(lines)}
            rows={rows}
            stateName={stateName}
            kindName={kindName}
            ask={ask}
          />
        )}
      </div>
      <div className="law-below">
        <div className="two">
          <section aria-labelledby="finding">
            <h2 id="finding">{l.findings}</h2>
            {finding && current ? (
              <FindingForm
                key={current.element}
                caseId={caseId}
                row={current}
                title={show(current.element)}
                stateName={stateName}
                close={() => setFinding(false)}
              />
            ) : (
              <div className="bar">
                <button type="button" className="button" onClick={() => setFinding(true)}>
                  {l.newFindingShort} <kbd>N</kbd>
                </button>
                <button type="button" className="link" onClick={() => setAloud(!aloud)}>
                  {aloud ? l.asTable : l.readAloudInOrder}
                </button>
              </div>
            )}
            <Findings
              caseId={caseId}
              findings={assessed.findings.filter((one) => one.person === person?.id)}
              reviews={assessed.reviews}
              moved={assessed.moved ?? []}
              labelOf={(id) => record.facts.find((one) => one.id === id)?.label ?? null}
              packVersion={assessment.packVersion}
              show={show}
              stateName={stateName}
            />
            <h2 className="part">{l.profiles}</h2>
            {person && <Profiles caseId={caseId} assessed={assessed} record={record} person={person.id} kindName={kindName} />}
          </section>
          <section aria-labelledby="binds">
            <h2 id="binds">
              {l.bindsWhom} <small>{l.onDay(date.day(assessment.asOf))}</small>
            </h2>
            <Binds rows={assessed.binds} stateName={stateName} />
            <h2 className="part">
              {l.openQuestions} <small>{l.settleMost}</small>
            </h2>
            <ol className="prose">
              {assessment.openQuestions
                .filter((one) => one.person === person?.id)
                .map((one) => (
                  <li key={one.element} lang={ask}>
                    {one.words[ask] || one.words.en} <span className="second">{show(one.element)}</span>
                  </li>
                ))}
            </ol>
          </section>
        </div>
        {person && (
          <section aria-labelledby="argument" className="part">
            <h2 id="argument">{l.argument}</h2>
            <Suspense fallback={null}>
              <Arguments
                caseId={caseId}
                record={record}
                arguments={assessed.arguments ?? []}
                person={person.id}
                titles={assessed.sources}
                short={assessed.shortSources}
                kindName={kindName}
              />
            </Suspense>
          </section>
        )}
      </div>
    </div>
  )
}
