/** A labelled field, and how a form's answers are read: empty is null, account text is never trimmed here. */
import { type ReactNode, useId } from 'react'

export const Field = ({
  label,
  hint,
  wide = false,
  children,
}: {
  label: string
  hint?: ReactNode
  wide?: boolean
  children: (id: string, hintId: string) => ReactNode
}) => {
  const id = useId()
  return (
    <div className={wide ? 'field is-wide' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {children(id, `${id}-hint`)}
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

type TextProps = {
  label: string
  name: string
  hint?: ReactNode
  wide?: boolean
  value?: string | null
  required?: boolean
  type?: string
  autoComplete?: string
  language?: string
  autoFocus?: boolean
}
export const TextField = ({
  label,
  name,
  hint,
  wide,
  value,
  required = false,
  type = 'text',
  autoComplete = 'off',
  language,
  autoFocus = false,
}: TextProps) => (
  <Field label={label} hint={hint} wide={wide ?? false}>
    {(id, hintId) => (
      <input
        id={id}
        name={name}
        type={type}
        defaultValue={value ?? ''}
        required={required}
        autoComplete={autoComplete}
        lang={language}
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: a form opened by a key puts the writer in its first field
        autoFocus={autoFocus}
        aria-describedby={hint === undefined ? undefined : hintId}
      />
    )}
  </Field>
)

/** A date as far as it is known, typed as EDTF with an example beside it. */
export const DateField = ({
  label,
  name,
  hint,
  value,
  required = false,
}: {
  label: string
  name: string
  hint: string
  value?: string | null
  required?: boolean
}) => (
  <Field label={label} hint={hint}>
    {(id, hintId) => (
      <input
        id={id}
        name={name}
        defaultValue={value ?? ''}
        required={required}
        autoComplete="off"
        inputMode="text"
        pattern="[0-9X~?%\/.:TZ+\-]{4,40}"
        className="short"
        aria-describedby={hintId}
      />
    )}
  </Field>
)

type Choice = readonly [value: string, words: string]
type ChoiceProps = {
  label: string
  name: string
  choices: readonly Choice[]
  value?: string | null
  empty?: string
  hint?: ReactNode
  required?: boolean
  autoFocus?: boolean
  onChange?: (value: string) => void
}
export const ChoiceField = ({ label, name, choices, value, empty, hint, required = false, autoFocus = false, onChange }: ChoiceProps) => (
  <Field label={label} hint={hint}>
    {(id, hintId) => (
      <select
        id={id}
        name={name}
        defaultValue={value ?? ''}
        required={required}
        // biome-ignore lint/a11y/noAutofocus: a form opened by a key puts the writer in its first field
        autoFocus={autoFocus}
        onChange={onChange && ((event) => onChange(event.currentTarget.value))}
        aria-describedby={hint === undefined ? undefined : hintId}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    )}
  </Field>
)

export const WordsField = ({
  label,
  name,
  hint,
  value,
  required = false,
  rows = 3,
  language,
}: {
  label: string
  name: string
  hint?: ReactNode
  value?: string | null
  required?: boolean
  rows?: number
  language?: string
}) => (
  <Field label={label} hint={hint} wide>
    {(id, hintId) => (
      <textarea
        id={id}
        name={name}
        rows={rows}
        defaultValue={value ?? ''}
        required={required}
        lang={language}
        aria-describedby={hint === undefined ? undefined : hintId}
      />
    )}
  </Field>
)

export const Tick = ({ name, value, label, checked = false }: { name: string; value?: string; label: string; checked?: boolean }) => (
  <label className="tick">
    <input type="checkbox" name={name} value={value ?? 'yes'} defaultChecked={checked} /> {label}
  </label>
)

/** Reads a form: one(name) is the text or null when nothing stands there; many(name) is every ticked value. */
export const answersOf = (
  form: HTMLFormElement,
): { one: (name: string) => string | null; must: (name: string) => string; many: (name: string) => string[] } => {
  const given = new FormData(form)
  const must = (name: string): string => String(given.get(name) ?? '')
  return {
    must,
    one: (name) => (must(name).trim() === '' ? null : must(name).trim()),
    many: (name) =>
      given
        .getAll(name)
        .map(String)
        .filter((value) => value !== ''),
  }
}
