/** Comparing lists that may not be shared: one key, my encodings, theirs, and counts; with what an encoding leaks, said plainly. */
import { type FormEvent, useState } from 'react'
import { call, Refused as Refusal } from '../call.ts'
import { answersOf, Field } from '../frame/field.tsx'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'
import { HeldListField, Invented } from './held-list.tsx'
import { tables } from './link-two.tsx'
import { useListAct, useLists } from './use-lists.ts'
import { Needs, Working } from './working.tsx'

export const CompareHidden = () => {
  const { w } = useWords()
  const l = w.lists
  const state = useLists().data!
  const [key, setKey] = useState('')
  const [keyRefused, setKeyRefused] = useState<Refusal | null>(null)
  const encode = useListAct()
  const count = useListAct()
  const makeKey = async (): Promise<void> => {
    try {
      setKeyRefused(null)
      setKey((await call('POST /api/lists/encoding-key', {}, null)).key)
    } catch (error) {
      setKeyRefused(error instanceof Refusal ? error : null)
    }
  }
  const idle = state.working === null
  const mayEncode = idle && state.lists.own !== null && !state.lists.own.looked?.fault && key.trim() !== ''
  const mayCount = idle && state.lists.mine !== null && state.lists.theirs !== null
  const encodeOwn = (): void => {
    if (mayEncode) void encode.run(() => call('POST /api/lists/encode', {}, { key: key.trim() }))
  }
  const countThem = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const threshold = Number(answersOf(event.currentTarget).must('threshold'))
    if (mayCount) void count.run(() => call('POST /api/lists/overlap', {}, { threshold }))
  }
  return (
    <div className="part">
      <p className="body">{l.hiddenBody}</p>
      <div className="bar">
        <Invented of="overlap" />
      </div>
      <section className="part" aria-labelledby="key-step">
        <h2 id="key-step">{l.keyHead}</h2>
        <div className="form is-bare measure">
          <Field label={l.key} hint={l.keyHint} wide>
            {(id, hintId) => (
              <input
                id={id}
                value={key}
                onChange={(event) => setKey(event.currentTarget.value)}
                autoComplete="off"
                spellCheck={false}
                className="mono"
                aria-describedby={hintId}
              />
            )}
          </Field>
        </div>
        <div className="bar">
          <button type="button" className="button" onClick={() => void makeKey()}>
            {l.makeKey}
          </button>
        </div>
        <Refused of={keyRefused} />
      </section>
      <section className="part" aria-labelledby="encode-step">
        <h2 id="encode-step">{l.encodeHead}</h2>
        <HeldListField state={state} slot="own" hint={l.listHint} accept={tables} />
        <div className="bar">
          <button type="button" className="button" aria-disabled={!mayEncode} onClick={encodeOwn}>
            {l.encode}
          </button>
          <Needs words={!idle || mayEncode ? null : l.needs.encode} />
          {state.encoded && (
            <>
              <span>{l.encoded(state.encoded.people, state.encoded.leftOut)}</span>
              <a className="button" href="/api/lists/encodings" download>
                {l.takeEncodings}
              </a>
            </>
          )}
        </div>
        <Refused of={encode.refused} />
        <Working state={state} kind="encode" />
      </section>
      <section className="part" aria-labelledby="count-step">
        <h2 id="count-step">{l.countHead}</h2>
        <div className="pairs-of-lists">
          <HeldListField state={state} slot="mine" hint={l.encHint} accept=".enc,application/octet-stream" />
          <HeldListField state={state} slot="theirs" hint={l.encHint} accept=".enc,application/octet-stream" />
        </div>
        <form className="form is-bare measure" onSubmit={countThem}>
          <Field label={l.threshold} wide>
            {(id) => (
              <select id={id} name="threshold" defaultValue="0.6">
                {l.thresholds.map(([at, words]) => (
                  <option key={at} value={String(at)}>
                    {words}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <div className="bar">
            <button type="submit" className="button is-main" aria-disabled={!mayCount}>
              {l.count}
            </button>
            <Needs words={!idle || mayCount ? null : l.needs.count} />
          </div>
        </form>
        <Refused of={count.refused} />
        <Working state={state} kind="overlap" />
        <Counts state={state} />
      </section>
      <Leaks />
    </div>
  )
}

const Counts = ({ state }: { state: NonNullable<ReturnType<typeof useLists>['data']> }) => {
  const { w, locale } = useWords()
  const l = w.lists
  const { overlap } = state
  if (!overlap) return null
  const words = (count: number | null): string => (count === null ? l.notShown : count.toLocaleString(locale))
  return (
    <section aria-live="polite">
      <table className="rows measure">
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{l.title}</span>
            </th>
            <th scope="col">{l.peopleOn}</th>
            <th scope="col">{l.alsoOther}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{l.ofMine}</th>
            <td>{words(overlap.a.people)}</td>
            <td>{words(overlap.a.alsoInB)}</td>
          </tr>
          <tr>
            <th scope="row">{l.ofTheirs}</th>
            <td>{words(overlap.b.people)}</td>
            <td>{words(overlap.b.alsoInA)}</td>
          </tr>
        </tbody>
      </table>
      <p className="second">{l.smallCells(overlap.suppressedBelow)}</p>
    </section>
  )
}

const Leaks = () => {
  const { w } = useWords()
  const l = w.lists
  return (
    <section className="part" aria-labelledby="leaks">
      <h2 id="leaks">{l.leaksHead}</h2>
      <p className="body">{l.leaksBody}</p>
      <table className="rows stacks">
        <thead>
          <tr>
            {l.leakHeads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {l.leaks.map(([who, what, measured]) => (
            <tr key={who}>
              <th scope="row">{who}</th>
              <td data-label={l.leakHeads[1]}>{what}</td>
              <td data-label={l.leakHeads[2]}>{measured}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="body">{l.leaksSo}</p>
    </section>
  )
}
