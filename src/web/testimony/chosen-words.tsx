/** The words a fact rests on. Nothing can be written in the field; selecting inside it, by keyboard too, takes fewer or more of them. */
import { useId, useMemo } from 'react'
import type { Account } from '../../domain/testimony/account.ts'
import { useWords } from '../words/words.tsx'
import { paragraphsOf, type Range } from './spans.ts'

/** A field marked readonly has no cursor in some browsers, so that no key could select in it: this one refuses what is typed instead. */
const refuseWriting = (field: HTMLTextAreaElement | null): (() => void) | undefined => {
  if (!field) return undefined
  const refuse = (event: Event): void => event.preventDefault()
  for (const kind of ['beforeinput', 'drop']) field.addEventListener(kind, refuse)
  return () => {
    for (const kind of ['beforeinput', 'drop']) field.removeEventListener(kind, refuse)
  }
}

export const ChosenWords = ({ account, range, onRange }: { account: Account; range: Range; onRange: (range: Range) => void }) => {
  const { w } = useWords()
  const id = useId()
  const around = useMemo(() => {
    const touched = paragraphsOf(account.text).filter((one) => one.start < range.end && one.end > range.start)
    return { start: touched[0]?.start ?? range.start, end: touched.at(-1)?.end ?? range.end }
  }, [account.text, range])
  return (
    <div className="field is-wide">
      <label htmlFor={id}>
        {w.testimony.words} “{account.text.slice(range.start, range.end)}”
      </label>
      <textarea
        id={id}
        ref={refuseWriting}
        aria-readonly
        inputMode="none"
        onChange={() => {}}
        rows={2}
        className="words-chosen"
        lang={account.language}
        value={account.text.slice(around.start, around.end)}
        aria-describedby={`${id}-hint`}
        onSelect={(event) => {
          const { selectionStart, selectionEnd } = event.currentTarget
          if (selectionEnd > selectionStart) onRange({ start: around.start + selectionStart, end: around.start + selectionEnd })
        }}
      />
      <p className="hint" id={`${id}-hint`}>
        {w.testimony.wordsHint}
      </p>
    </div>
  )
}
