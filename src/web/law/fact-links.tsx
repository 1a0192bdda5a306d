/** Facts by their numbers, each leading to its words in the account. */
import { useNavigate } from '@tanstack/react-router'
import { Fragment, useState } from 'react'
import type { Fact } from '../../domain/testimony/fact.ts'
import { scriptOf } from '../people/script-of.ts'
import { useWords } from '../words/words.tsx'

/** A summary stands in its lawyer's language: on a screen in another one the kind of the fact says more. */
const readsIn = (language: string, text: string): boolean =>
  scriptOf(text) === (language === 'ko' ? 'hangul' : language === 'zh' ? 'hanja' : 'latin')

/** So many stand in a cell at once; the rest opens in place. */
const atOnce = 5

export const FactLinks = ({
  ids,
  facts,
  caseId,
  kindName,
  against = false,
}: {
  ids: readonly string[]
  facts: readonly Fact[]
  caseId: string
  kindName: (kind: string) => string
  against?: boolean
}) => {
  const { w, locale } = useWords()
  const navigate = useNavigate()
  const [all, setAll] = useState(false)
  if (ids.length === 0) return <span className="none">{w.law.none}</span>
  return (
    <span className={against ? 'factlinks is-against' : 'factlinks'}>
      {ids.slice(0, all ? ids.length : atOnce).map((id, n) => {
        const fact = facts.find((one) => one.id === id)
        return (
          <Fragment key={id}>
            {n > 0 && '; '}
            <button
              type="button"
              className="link"
              onClick={() => void navigate({ to: '/cases/$caseId', params: { caseId }, state: { fact: id } as never })}
            >
              {fact?.label ?? id}
            </button>{' '}
            {fact && (fact.summary && readsIn(locale, fact.summary) ? fact.summary : kindName(fact.kind))}
          </Fragment>
        )
      })}
      {ids.length > atOnce && !all && (
        <>
          {'; '}
          <button type="button" className="link" onClick={() => setAll(true)}>
            {w.law.more(ids.length - atOnce)}
          </button>
        </>
      )}
    </span>
  )
}
