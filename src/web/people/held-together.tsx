/** Asks plainly, of people whom a custody or an announced transfer does not name, whether they are held together; what was answered can be answered otherwise. */
import { useEffect, useRef, useState } from 'react'
import type { CasePage } from '../../domain/documents/desk-api.ts'
import type { Together } from '../../domain/protection/held-together.ts'
import { useAct } from '../ask.ts'
import { useAuthorityName, useCaseId, usePersonName } from '../cases/case-context.ts'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'

/** A custody as where and since when; a told transfer by its own words. */
const useDanger = (page: CasePage) => {
  const { w, date } = useWords()
  const authorityName = useAuthorityName()
  const name = usePersonName(page.record.persons)
  const names = (persons: readonly string[], most = 3): string => {
    const all = persons.map((id) => name(page.record.persons.find((one) => one.id === id)))
    const first = all.slice(0, most).join(', ')
    return all.length > most ? w.people.andMore(first, all.length - most) : first
  }
  const where = (one: Together): string => {
    const custody = page.record.custodies.find((period) => period.id === one.of)
    const fact = page.record.facts.find((other) => other.id === one.of)
    if (custody)
      return [custody.place, authorityName(custody.authority), date.partial(custody.period)]
        .filter((part) => part !== null && part !== '')
        .join(', ')
    const words = fact?.summary ?? fact?.spans[0]?.quote
    return [fact?.label, words && `“${words}”`].filter(Boolean).join(' ')
  }
  return { names, where }
}

const Question = ({ page, one }: { page: CasePage; one: Together }) => {
  const { w } = useWords()
  const p = w.people
  const caseId = useCaseId()
  const { names, where } = useDanger(page)
  const answer = useAct('POST /api/cases/:case/held-together')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const meant = one.ask.filter((person) => !left.has(person))
  const say = (held: boolean): void => {
    if (meant.length === 0 || answer.busy) return
    // Those left out come next: they are ticked again.
    void answer.act({ case: caseId }, { answers: [{ of: one.of, persons: meant, held }] }).then((done) => done && setLeft(new Set()))
  }
  const turn = (person: string): void =>
    setLeft((before) => new Set(before.has(person) ? [...before].filter((other) => other !== person) : [...before, person]))
  const who = names([...one.named, ...one.joined])
  const ask = one.kind === 'custody' ? p.askCustody : p.askTransfer
  return (
    <fieldset className="together" data-danger={one.kind}>
      <legend>{ask(one.ask.length, who, where(one))}</legend>
      <p className="second">
        {names(one.ask)}. {p.notCounted}
      </p>
      {one.ask.length > 1 && (
        <details>
          <summary>{p.whoIsMeant(meant.length)}</summary>
          {one.ask.map((person) => (
            <label key={person} className="tick">
              <input type="checkbox" checked={!left.has(person)} onChange={() => turn(person)} /> {names([person])}
            </label>
          ))}
        </details>
      )}
      <Refused of={answer.refused} />
      <div className="bar">
        <button type="button" className="button" aria-disabled={answer.busy || meant.length === 0} onClick={() => say(true)}>
          {one.kind === 'custody' ? p.yesTogether : p.yesConcerns}
        </button>
        <button type="button" className="button" aria-disabled={answer.busy || meant.length === 0} onClick={() => say(false)}>
          {one.kind === 'custody' ? p.notTogether : p.notConcerns}
        </button>
      </div>
    </fieldset>
  )
}

export const AskTogether = ({ page }: { page: CasePage }) => {
  const { w } = useWords()
  const open = page.together.filter((one) => one.ask.length > 0)
  const asked = open.reduce((sum, one) => sum + one.ask.length, 0)
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(asked)
  // People have just been added: the question is where the hand is.
  useEffect(() => {
    if (asked > before.current) heading.current?.focus()
    before.current = asked
  }, [asked])
  if (open.length === 0) return null
  return (
    <section aria-labelledby="held-together" className="warned measure">
      <h3 id="held-together" ref={heading} tabIndex={-1}>
        {w.people.askTogether}
      </h3>
      {open.map((one) => (
        <Question key={one.of} page={page} one={one} />
      ))}
    </section>
  )
}

export const AnsweredTogether = ({ page }: { page: CasePage }) => {
  const { w } = useWords()
  const p = w.people
  const caseId = useCaseId()
  const { names, where } = useDanger(page)
  const answer = useAct('POST /api/cases/:case/held-together')
  const answered = page.together.filter((one) => one.joined.length + one.apart.length > 0)
  if (answered.length === 0) return null
  const line = (one: Together, persons: readonly string[], held: boolean) =>
    persons.length > 0 && (
      <li key={`${one.of}${held}`}>
        {(held ? p.joinedBy : p.apartFrom)(where(one), names(persons))}{' '}
        <button
          type="button"
          className="link"
          onClick={() => void answer.act({ case: caseId }, { answers: [{ of: one.of, persons: [...persons], held: !held }] })}
        >
          {p.otherwise}
        </button>
      </li>
    )
  return (
    <details className="part measure">
      <summary>{p.answered}</summary>
      <Refused of={answer.refused} />
      <ul className="lines">{answered.flatMap((one) => [line(one, one.joined, true), line(one, one.apart, false)])}</ul>
    </details>
  )
}
