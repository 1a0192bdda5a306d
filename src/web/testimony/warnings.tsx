/** What must not be known is looked for while one writes, after a short pause and never in the middle of a syllable. */
import { useEffect, useRef, useState } from 'react'
import type { Warning } from '../../domain/documents/testimony-api.ts'
import { call } from '../call.ts'
import { useWords } from '../words/words.tsx'

export const useWarnings = (text: string, composing: boolean): readonly Warning[] => {
  const [warnings, setWarnings] = useState<readonly Warning[]>([])
  const asked = useRef('')
  useEffect(() => {
    if (composing || text === asked.current) return
    const timer = setTimeout(() => {
      asked.current = text
      if (text.trim() === '') return setWarnings([])
      void call('POST /api/must-not-be-known', {}, { text }).then(
        (found) => asked.current === text && setWarnings(found),
        () => {},
      )
    }, 450)
    return () => clearTimeout(timer)
  }, [text, composing])
  return warnings
}

export const Warnings = ({ text, found }: { text: string; found: readonly Warning[] }) => {
  const { w, say } = useWords()
  return (
    <div aria-live="polite">
      {found.length > 0 && (
        <div className="warned is-wide">
          <strong>{w.testimony.mustNotBeKnown}</strong>
          <ul>
            {found.map((one) => (
              <li key={`${one.start}-${one.end}`}>
                <mark>{text.slice(one.start, one.end)}</mark> {say(one.why)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
