/** The recovery kit: twenty-four words shown once, printed or copied by hand, checked by two of them. */
import { useMemo, useState } from 'react'
import { useWords } from '../words/words.tsx'

type Props = { words: readonly string[]; passphrase: string | null; organisation: string; logHead: string; done: () => void }

/** Two places of the list, different, chosen anew each time the page stands. */
const twoPlaces = (count: number): readonly [number, number] => {
  const random = crypto.getRandomValues(new Uint32Array(2))
  const first = random[0]! % count
  const second = (first + 1 + (random[1]! % (count - 1))) % count
  return first < second ? [first, second] : [second, first]
}

export const Kit = ({ words, passphrase, organisation, logHead, done }: Props) => {
  const { w, date } = useWords()
  const d = w.desk
  const places = useMemo(() => twoPlaces(words.length), [words.length])
  const [typed, setTyped] = useState<readonly [string, string]>(['', ''])
  const right = places.every((place, n) => typed[n]!.trim().toLowerCase() === words[place])
  return (
    <>
      <h1>{d.kitTitle}</h1>
      <p className="body">{d.kitBody}</p>
      {passphrase && (
        <p className="passphrase">
          {d.yourPassphrase} <strong>{passphrase}</strong>
        </p>
      )}
      <section className="kit" aria-label={d.kit}>
        <div className="headline">
          <h2>
            {d.kit}, {organisation}
          </h2>
          <span className="second">{d.madeOn(date.instant(new Date().toISOString()))}</span>
        </div>
        <ol>
          {words.map((word, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice, its place is what tells it apart
            <li key={`${n}-${word}`}>
              <span className="second">{n + 1}</span> {word}
            </li>
          ))}
        </ol>
        <div className="kit-foot">
          <p>
            <strong>{d.keep}</strong>
            <br />
            {d.keepBody}
          </p>
          <p>
            <strong>{d.toOpen}</strong>
            <br />
            {d.toOpenBody}
          </p>
          <p>
            <strong>{d.firstLogHead}</strong>
            <br />
            <span className="mono">{logHead.slice(0, 16)}</span> {d.firstLogHeadBody}
          </p>
        </div>
      </section>
      <div className="stepped no-print">
        {places.map((place, n) => (
          <div className="field" key={place}>
            <label htmlFor={`word-${n}`}>{d.wordFromPaper(place + 1)}</label>
            <input
              id={`word-${n}`}
              value={typed[n]}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setTyped(n === 0 ? [event.currentTarget.value, typed[1]] : [typed[0], event.currentTarget.value])}
            />
          </div>
        ))}
        <button type="button" className="button" onClick={() => print()}>
          {d.printKit}
        </button>
        <button
          type="button"
          className="button is-main"
          aria-disabled={!right}
          aria-describedby="kit-waits"
          onClick={() => right && done()}
        >
          {d.onPaper}
        </button>
      </div>
      <p className="second no-print" id="kit-waits">
        {d.kitWaits}
      </p>
    </>
  )
}
