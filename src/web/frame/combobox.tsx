/** A field that finds one of many by typing, in the screen's language or English; safe while a syllable is being composed. */
import { type KeyboardEvent, useId, useState } from 'react'

export type Option = { value: string; words: string; second: string; search: string }
type Props = {
  label: string
  options: readonly Option[]
  value: string | null
  onChoose: (value: string) => void
  none: string
  autoFocus?: boolean
}

export const Combobox = ({ label, options, value, onChoose, none, autoFocus = false }: Props) => {
  const id = useId()
  const chosen = options.find((option) => option.value === value)
  const [typed, setTyped] = useState<string | null>(null)
  const [at, setAt] = useState(0)
  const wanted = (typed ?? '').toLocaleLowerCase().split(/\s+/).filter(Boolean)
  // Words that begin as typed come before words that merely contain it.
  const distance = (option: Option): number => {
    const words = option.words.toLocaleLowerCase()
    const first = wanted[0] ?? ''
    return words.startsWith(first) ? 0 : words.includes(` ${first}`) ? 1 : option.search.includes(` ${first}`) ? 2 : 3
  }
  const found =
    typed === null
      ? []
      : options
          .filter((option) => wanted.every((word) => option.search.includes(word)))
          .sort((a, b) => distance(a) - distance(b))
          .slice(0, 60)
  const open = typed !== null
  const choose = (option: Option | undefined): void => {
    if (option) onChoose(option.value)
    setTyped(null)
  }
  const down = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      if (!open) setTyped('')
      else setAt((n) => Math.max(0, Math.min(found.length - 1, n + step)))
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      choose(found[at])
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
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={down}
        onBlur={() => setTyped(null)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the list of a combobox, as ARIA names it */}
      <ul id={`${id}-list`} role="listbox" aria-label={label} className={open ? 'options' : 'options is-closed'}>
        {open && found.length === 0 && <li className="second">{none}</li>}
        {found.map((option, n) => (
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
    </div>
  )
}
