/** "The law pack has changed": stands on Today until the member has looked at what it did to their cases. */
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Today } from '../../domain/protection/today.ts'
import { useAct } from '../ask.ts'
import { useWords } from '../words/words.tsx'

export const LawNotice = ({ of }: { of: Today['law'] }) => {
  const { w } = useWords()
  const t = w.today.law
  const client = useQueryClient()
  const { act: note } = useAct('POST /api/law/looked-again/seen')
  const looking = of !== null && of.progress !== null
  useEffect(() => {
    if (!looking) return
    const again = setInterval(() => void client.invalidateQueries({ queryKey: ['GET /api/today'] }), 1_500)
    return () => clearInterval(again)
  }, [looking, client])
  const nothing = of !== null && of.progress === null && of.cases === 0
  // Nothing of theirs moved: nobody need be called.
  useEffect(() => {
    if (nothing) void note({}, null)
  }, [nothing, note])
  if (of === null || nothing) return null
  return (
    <p className="warned law-notice" role="status">
      <strong>{t.pack}</strong> {of.progress ? t.looking(of.progress.done, of.progress.of) : t.moved(of.lines, of.findings, of.cases)}{' '}
      <Link to="/settings" state={{ thing: 'look-again', led: Date.now() } as never}>
        {t.look}
      </Link>
    </p>
  )
}
