/** A field that finds one of many by typing, in the screen's language or English; safe while a syllable is being composed. */
import { type KeyboardEvent, useId, useState } from 'react'
import { currentAtFirst, foundOptions, type Option } from './found-options.ts'

type Props = {
  label: string
  options: readonly Option[]
  value: string | null
  onChoose: (value: string) => void
  none: string
  /** Said when nothing is named so and the words stand only in details: an arrow comes before Enter. */
  onlyInDetails: string
  autoFocus?: boolean
}

export const Combobox = ({ label, options, value, onChoose, none, onlyInDetails, autoFocus = false }: Props) => {
  const id = useId()
  const chosen = options.find((option) => option.value === value)
  const [typed, setTyped] = useState<string | null>(null)
  const [at, setAt] = useState(-1)
  const every = (text: string) => foundOptions(options, text).slice(0, 60)
  const found = typed === null ? [] : every(typed)
  const open = typed !== null
  const unnamed = open && typed.trim() !== '' && found.length > 0 && !found[0]?.named
  const told = open && found.length === 0 ? none : unnamed ? onlyInDetails : ''
  const choose = (option: Option): void => {
    onChoose(option.value)
    setTyped(null)
  }
  const down = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      if (!open) {
        setTyped('')
        setAt(0)
      } else setAt((n) => Math.max(0, Math.min(found.length - 1, n + step)))
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      // Nothing is current: the list stays, so that what was typed is not lost and nothing is taken unseen.
      if (found[at]) choose(found[at].option)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      setTyped(null)
    }
  }
  return (
    <div className="field combobox">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        aria-activedescendant={open && found[at] ? `${id}-${at}` : undefined}
        // biome-ignore lint/a11y/noAutofocus: opened by a key, the writer goes on here
        autoFocus={autoFocus}
        value={typed ?? chosen?.words ?? ''}
        onChange={(event) => {
          const text = event.currentTarget.value
          setTyped(text)
          setAt(currentAtFirst(every(text), text))
        }}
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={down}
        onBlur={() => setTyped(null)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the list of a combobox, as ARIA names it */}
      <ul id={`${id}-list`} role="listbox" aria-label={label} className={open ? 'options' : 'options is-closed'}>
        {told && (
          <li className="second" aria-hidden="true">
            {told}
          </li>
        )}
        {found.map(({ option }, n) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
          <li
            key={option.value}
            id={`${id}-${n}`}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: an option of a combobox, as ARIA names it
            role="option"
            tabIndex={-1}
            aria-selected={n === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
            ref={(li) => {
              if (n === at && open) li?.scrollIntoView({ block: 'nearest' })
            }}
          >
            {option.words} <span className="second">{option.second}</span>
          </li>
        ))}
      </ul>
      <span className="unseen" role="status">
        {told}
      </span>
    </div>
  )
}
