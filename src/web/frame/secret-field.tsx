/** A field for a password or a passphrase, with a button that shows what was typed to who sits before the screen, and hides it again. */
import { type ReactNode, useState } from 'react'
import { useWords } from '../words/words.tsx'
import { Field } from './field.tsx'

export const SecretField = ({
  label,
  name,
  hint,
  autoComplete,
  autoFocus = false,
  least,
}: {
  label: string
  name: string
  hint?: ReactNode
  autoComplete: 'new-password' | 'current-password'
  autoFocus?: boolean
  /** Fewest characters, said by the browser in the reader's language before anything is sent. */
  least?: number
}) => {
  const { w } = useWords()
  const [shown, setShown] = useState(false)
  return (
    <Field label={label} hint={hint} wide>
      {(id, hintId) => (
        <span className="secret">
          <input
            id={id}
            name={name}
            type={shown ? 'text' : 'password'}
            required
            minLength={least}
            autoComplete={autoComplete}
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            // biome-ignore lint/a11y/noAutofocus: the page has one thing to do
            autoFocus={autoFocus}
            aria-describedby={hint === undefined ? undefined : hintId}
          />
          {/* The name says what pressing does; which field is meant is told by aria-controls and by the order. */}
          <button type="button" className="button" aria-controls={id} aria-describedby={`${id}-of`} onClick={() => setShown(!shown)}>
            {shown ? w.frame.hideTyped : w.frame.showTyped}
          </button>
          <span id={`${id}-of`} hidden>
            {label}
          </span>
        </span>
      )}
    </Field>
  )
}
