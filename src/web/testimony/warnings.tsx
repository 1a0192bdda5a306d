/** What must not be known is looked for while one writes, after a short pause and never in the middle of a syllable. */
import { useEffect, useId, useRef, useState } from 'react'
import type { Warning } from '../../domain/documents/testimony-api.ts'
import { call, type Refused } from '../call.ts'
import { Field } from '../frame/field.tsx'
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

const Found = ({ text, found }: { text: string; found: readonly Warning[] }) => {
  const { say } = useWords()
  return (
    <ul>
      {found.map((one) => (
        <li key={`${one.start}-${one.end}-${one.why.en}`}>
          <mark>{text.slice(one.start, one.end)}</mark> {say(one.why)}
        </li>
      ))}
    </ul>
  )
}

export const Warnings = ({ text, found }: { text: string; found: readonly Warning[] }) => {
  const { w } = useWords()
  return (
    <div aria-live="polite">
      {found.length > 0 && (
        <div className="warned is-wide">
          <strong>{w.testimony.mustNotBeKnown}</strong>
          <Found text={text} found={found} />
          <p>{w.testimony.keptIfKept}</p>
        </div>
      )}
    </div>
  )
}

/** Asked once, before words that must not be known become part of what never changes. The first button, which has the focus, leads back to the words. */
export const Insist = ({ text, back, insist, busy }: { text: string; back: () => void; insist: () => void; busy: boolean }) => {
  const { w } = useWords()
  const t = w.testimony
  const id = useId()
  const [found, setFound] = useState<readonly Warning[]>([])
  const place = useRef<HTMLDivElement>(null)
  const toWords = (): void => {
    place.current?.closest('form')?.querySelector('textarea')?.focus()
    back()
  }
  useEffect(() => {
    void call('POST /api/must-not-be-known', {}, { text }).then(setFound, () => {})
  }, [text])
  return (
    <div
      ref={place}
      role="alertdialog"
      aria-labelledby={id}
      aria-describedby={`${id}-means`}
      className="warned is-wide"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        toWords()
      }}
    >
      <strong id={id}>{t.insistQuestion}</strong>
      <Found text={text} found={found} />
      <p id={`${id}-means`}>{t.insistMeans}</p>
      <div className="bar">
        {/* biome-ignore lint/a11y/noAutofocus: the question follows an act of this very hand; the safe answer has the focus */}
        <button type="button" className="button is-main" autoFocus onClick={toWords}>
          {t.backToWords}
        </button>
        <button type="button" className="button" aria-disabled={busy} onClick={insist}>
          {t.insistKeep}
        </button>
      </div>
    </div>
  )
}

/** Whether an act was refused only to ask once. */
export const asksOnce = (refused: Refused | null): boolean => refused?.answer.code === 'insist-once'

/** Words typed into a form that are looked through while they are typed. */
export const WatchedField = ({
  value: first,
  onText,
  ...field
}: {
  label: string
  name: string
  hint?: string
  value?: string
  rows?: number
  language?: string
  required?: boolean
  onText?: (text: string) => void
}) => {
  const [text, setText] = useState(first ?? '')
  const [composing, setComposing] = useState(false)
  const found = useWarnings(text, composing)
  return (
    <Field label={field.label} hint={field.hint} wide>
      {(id, hintId) => (
        <>
          <textarea
            id={id}
            name={field.name}
            rows={field.rows ?? 3}
            lang={field.language}
            required={field.required}
            value={text}
            aria-describedby={field.hint === undefined ? undefined : hintId}
            onCompositionStart={() => setComposing(true)}
            onCompositionEnd={() => setComposing(false)}
            onChange={(event) => {
              setText(event.currentTarget.value)
              onText?.(event.currentTarget.value)
            }}
          />
          <Warnings text={text} found={found} />
        </>
      )}
    </Field>
  )
}
