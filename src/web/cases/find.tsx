/** Find a person or a case by name in any script, among the cases one may open. What was looked for stays out of the address. */
import { useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { SearchCandidate } from '../../domain/documents/desk-api.ts'
import { useAct } from '../ask.ts'
import { usePlace } from '../frame/place.ts'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'
import { Candidates } from './candidates.tsx'

export const FindScreen = () => {
  const { w } = useWords()
  const text = useRouterState({ select: (router) => (router.location.state as { find?: string }).find ?? '' })
  const { act, refused } = useAct('POST /api/search')
  const [found, setFound] = useState<readonly SearchCandidate[] | null>(null)
  usePlace(
    [
      { words: w.frame.cases, to: '/cases' },
      { words: w.frame.findTitle, to: '/find' },
    ],
    w.cases.noScore,
  )
  useEffect(() => {
    if (text.trim() !== '') void act({}, { text, birth: null, sex: null }).then(setFound)
  }, [text, act])
  return (
    <div className="page">
      <h1>
        {w.frame.findTitle} <small>{text}</small>
      </h1>
      {text === '' && <p className="body">{w.frame.findHow}</p>}
      <Refused of={refused} />
      {found && <Candidates found={found} />}
    </div>
  )
}
