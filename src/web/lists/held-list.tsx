/** Choosing a list, and what the desk recognised in it: its sheet, its columns, how many people; every guess can be put right. */
import { type FormEvent, useId, useRef, useState } from 'react'
import { type LinkMeaning, type ListSlot, type ListsState, linkMeanings } from '../../domain/documents/lists-api.ts'
import { useAsk } from '../ask.ts'
import { call } from '../call.ts'
import { ChoiceField } from '../frame/field.tsx'
import { FileButton } from '../frame/file-button.tsx'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'
import { sendList, useListAct } from './use-lists.ts'
import { Told } from './working.tsx'

type Props = { state: ListsState; slot: ListSlot; hint: string; accept: string; under?: 'h1' | 'h2' }

/** Another list, or the same read otherwise, throws away what was judged of it. */
const judgedOf = ({ linked }: ListsState, slot: ListSlot): number =>
  linked && (slot === 'first' || slot === 'second') ? linked.judged.same + linked.judged.different + linked.judged.unsure : 0

/** Asks before judgements are lost; the safe answer has the focus. */
const Lose = ({ judged, go, leave, words }: { judged: number; go: () => void; leave: () => void; words: string }) => {
  const { w } = useWords()
  return (
    <fieldset
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        leave()
      }}
    >
      <legend>{w.lists.replaceAsk(judged)}</legend>
      <div className="bar">
        {/* biome-ignore lint/a11y/noAutofocus: the question was opened by this very hand; the safe answer has the focus */}
        <button type="button" className="button" autoFocus onClick={leave}>
          {w.frame.cancel}
        </button>
        <button type="button" className="button" onClick={go}>
          {words}
        </button>
      </div>
    </fieldset>
  )
}

export const HeldListField = ({ state, slot, hint, accept, under = 'h2' }: Props) => {
  const { w } = useWords()
  const l = w.lists
  const id = useId()
  const desk = useAsk('GET /api/state', {}, null)
  const { run, busy, refused } = useListAct()
  const input = useRef<HTMLInputElement>(null)
  const held = state.lists[slot]
  const [waits, setWaits] = useState<File | null>(null)
  const judged = judgedOf(state, slot)
  const Heading = under === 'h1' ? 'h2' : 'h3'
  const leave = (): void => {
    setWaits(null)
    if (input.current) input.current.value = ''
    input.current?.focus()
  }
  const choose = async (given?: File): Promise<void> => {
    const file = given ?? input.current?.files?.[0]
    if (!file) return
    if (judged > 0 && !given) return setWaits(file)
    setWaits(null)
    input.current?.focus()
    await run(() => sendList(slot, file))
    // The same file may be chosen again after it was mended.
    if (input.current) input.current.value = ''
  }
  return (
    <section className="held" aria-labelledby={`${id}-name`}>
      <Heading id={`${id}-name`} className="held-name">
        <label htmlFor={id}>{l.slot[slot]}</label>
      </Heading>
      {desk.data?.example ? (
        <p className="second">{l.exampleTakesNone}</p>
      ) : (
        <>
          <FileButton
            id={id}
            ref={input}
            accept={accept}
            chosen={() => void choose()}
            describedBy={`${id}-hint`}
            taken={held !== null}
            namedElsewhere
          />
          <p className="hint" id={`${id}-hint`}>
            {hint}
          </p>
        </>
      )}
      {waits && <Lose judged={judged} words={l.readSo} go={() => void choose(waits)} leave={leave} />}
      <div role="status">
        {busy && <p className="second">{l.working.look} …</p>}
        {held && !busy && (
          <p>
            <strong>{l.held(held.name, held.looked?.people ?? null)}</strong>
            {held.looked?.encoding && <span className="second"> {l.readAs[held.looked.encoding]}</span>}
          </p>
        )}
      </div>
      <Refused of={refused} />
      {held?.looked && <Recognised key={`${held.name}${held.sheet}${state.version}`} state={state} slot={slot} />}
    </section>
  )
}

const Recognised = ({ state, slot }: { state: ListsState; slot: ListSlot }) => {
  const { w } = useWords()
  const l = w.lists
  const { run, busy, refused } = useListAct()
  const held = state.lists[slot]!
  const [waits, setWaits] = useState<(() => void) | null>(null)
  const judged = judgedOf(state, slot)
  const { sheets, heads, columns, fault } = held.looked!
  const read = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const sheet = given.get('sheet') === null ? held.sheet : String(given.get('sheet'))
    const chosen: Partial<Record<LinkMeaning, string | null>> = {}
    for (const meaning of linkMeanings) {
      const value = String(given.get(meaning) ?? '')
      if (value !== '') chosen[meaning] = value === leftOut ? null : value
    }
    // Another sheet has other headings: nothing that was said of the first holds for it.
    const columnsOf = sheet === (held.sheet ?? sheets[0] ?? null) ? chosen : {}
    const go = (): void => void run(() => call('POST /api/lists/files/:slot/read', { slot }, { sheet, columns: columnsOf }))
    if (judged > 0) setWaits(() => go)
    else go()
  }
  return (
    <>
      <Told of={fault} />
      <details open={fault !== null}>
        <summary>{l.columns}</summary>
        <form className="form is-bare" onSubmit={read}>
          {sheets.length > 1 && (
            <ChoiceField label={l.sheet} name="sheet" value={held.sheet ?? sheets[0]!} choices={sheets.map((one) => [one, one] as const)} />
          )}
          {linkMeanings.map((meaning) => (
            <ChoiceField
              key={meaning}
              label={l.meaning[meaning]}
              name={meaning}
              value=""
              empty={l.asRecognised(columns[meaning]?.join(', ') ?? '')}
              choices={[...heads.filter(Boolean).map((head) => [head, head] as const), [leftOut, l.leaveOut] as const]}
            />
          ))}
          <p className="hint">{l.columnsHint}</p>
          <Refused of={refused} />
          {waits ? (
            <Lose judged={judged} words={l.readSo} go={waits} leave={() => setWaits(null)} />
          ) : (
            <div className="bar">
              <button type="submit" className="button" aria-disabled={busy}>
                {l.readSo}
              </button>
            </div>
          )}
        </form>
      </details>
    </>
  )
}
const leftOut = '\u0000'

/** The invented lists, for a newcomer and for the worked example. */
export const Invented = ({ of }: { of: 'link' | 'overlap' | 'estimate' }) => {
  const { w } = useWords()
  const { run, busy, refused } = useListAct()
  return (
    <>
      <button
        type="button"
        className="button"
        aria-disabled={busy}
        onClick={() => void (busy || run(() => call('POST /api/lists/invented', {}, { for: of })))}
      >
        {w.lists.openInvented}
      </button>
      <Refused of={refused} />
    </>
  )
}
