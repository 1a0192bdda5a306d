/** The bar below: the keys that work here, and one plain note about this screen; and the list of all keys behind "?". */
import { useEffect, useRef, useState } from 'react'
import { type Key, useKeys, useShownKeys } from '../keys.ts'
import { usePreferences } from '../preferences.ts'
import { useWords } from '../words/words.tsx'

const distinct = (keys: readonly Key[]): readonly Key[] =>
  keys.filter((key, n) => keys.findIndex((other) => other.cap === key.cap && other.after === key.after) === n)
const caps = (key: Key): readonly string[] => (key.after ? [key.after.replace('Key', ''), key.cap] : [key.cap])

/** In the bar words run on as in a sentence. */
const lower = (words: string): string => (/^\p{Lu}\p{Ll}/u.test(words) ? words[0]!.toLocaleLowerCase() + words.slice(1) : words)

/** J and K stand first and together, all keys last, the rest as the screen gave them. */
const rank = (key: Key): number => (key.cap === 'J' ? 0 : key.cap === 'K' ? 1 : key.cap === '↵' ? 2 : key.cap === '?' ? 9 : 5)

export const KeyBar = ({ note }: { note: string }) => {
  const { w } = useWords()
  const { keys } = usePreferences()
  const shown = [...distinct([...useShownKeys()].reverse().flat())].filter((key) => !key.quiet).sort((a, b) => rank(a) - rank(b))
  const next = shown.find((key) => key.cap === 'J')
  const previous = shown.find((key) => key.cap === 'K')
  return (
    <footer className="keybar">
      {keys && (
        <ul className="keys" aria-label={w.keys.here}>
          {next && previous && (
            <li>
              <kbd>J</kbd>
              <kbd>K</kbd> {lower(next.words)}, {lower(previous.words)}
            </li>
          )}
          {shown
            .filter((key) => key !== next && key !== previous)
            .map((key) => (
              <li key={caps(key).join()}>
                {caps(key).map((cap) => (
                  <kbd key={cap}>{cap}</kbd>
                ))}{' '}
                {lower(key.words)}
              </li>
            ))}
        </ul>
      )}
      <span className="note">{note}</span>
    </footer>
  )
}

export const AllKeys = () => {
  const { w } = useWords()
  const [open, setOpen] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  useKeys([{ code: 'Slash', shift: true, cap: '?', words: w.keys.all, act: () => setOpen(true) }])
  useEffect(() => {
    if (open) dialog.current?.showModal()
  }, [open])
  return open ? (
    <dialog ref={dialog} className="dialog" aria-labelledby="all-keys" onClose={() => setOpen(false)}>
      <h2 id="all-keys">{w.keys.all}</h2>
      <p className="second">{w.keys.sleep}</p>
      <dl className="pairs">
        {w.keys.table.map(([cap, words]) => (
          <div key={cap}>
            <dt>
              <kbd>{cap}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" className="button">
          {w.frame.close} <kbd>Esc</kbd>
        </button>
      </form>
    </dialog>
  ) : null
}
