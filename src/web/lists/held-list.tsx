/** Choosing a list, and what the desk recognised in it: its sheet, its columns, how many people; every guess can be put right. */
import { type FormEvent, useId, useRef } from 'react'
import { type LinkMeaning, type ListSlot, type ListsState, linkMeanings } from '../../domain/documents/lists-api.ts'
import { useAsk } from '../ask.ts'
import { call } from '../call.ts'
import { ChoiceField } from '../frame/field.tsx'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'
import { sendList, useListAct } from './use-lists.ts'
import { Told } from './working.tsx'

type Props = { state: ListsState; slot: ListSlot; hint: string; accept: string }

export const HeldListField = ({ state, slot, hint, accept }: Props) => {
  const { w } = useWords()
  const l = w.lists
  const id = useId()
  const desk = useAsk('GET /api/state', {}, null)
  const { run, busy, refused } = useListAct()
  const input = useRef<HTMLInputElement>(null)
  const held = state.lists[slot]
  const choose = async (): Promise<void> => {
    const file = input.current?.files?.[0]
    if (!file) return
    await run(() => sendList(slot, file))
    // The same file may be chosen again after it was mended.
    if (input.current) input.current.value = ''
  }
  return (
    <section className="held" aria-labelledby={`${id}-name`}>
      <h3 id={`${id}-name`}>
        <label htmlFor={id}>{l.slot[slot]}</label>
      </h3>
      {desk.data?.example ? (
        <p className="second">{l.exampleTakesNone}</p>
      ) : (
        <>
          <input id={id} ref={input} type="file" accept={accept} onChange={() => void choose()} aria-describedby={`${id}-hint`} />
          <p className="hint" id={`${id}-hint`}>
            {hint}
          </p>
        </>
      )}
      <div role="status">
        {busy && <p className="second">{l.working.look} …</p>}
        {held && !busy && (
          <p>
            <strong>{l.held(held.name, held.looked?.people ?? null)}</strong>
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
    void run(() => call('POST /api/lists/files/:slot/read', { slot }, { sheet, columns: columnsOf }))
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
          <div className="bar">
            <button type="submit" className="button" aria-disabled={busy}>
              {l.readSo}
            </button>
          </div>
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
