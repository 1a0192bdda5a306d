/** How far the work is, and the button that stops it; or why the last work was refused. */
import type { ListsState, ListWorkKind, ToldRefusal } from '../../domain/documents/lists-api.ts'
import { call, Refused as Refusal } from '../call.ts'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'
import { useListAct } from './use-lists.ts'

export const Told = ({ of }: { of: ToldRefusal | null }) => {
  const place = of && of.line !== null ? { line: of.line } : null
  return <Refused of={of && new Refusal(422, { code: of.code, what: of.code, todo: '', place, values: of.values })} />
}

/** Why a button waits, beside it. */
export const Needs = ({ words }: { words: string | null }) => (words === null ? null : <span className="second">{words}</span>)

export const Working = ({ state, kind }: { state: ListsState; kind: ListWorkKind }) => {
  const { w } = useWords()
  const l = w.lists
  const { run } = useListAct()
  const { working } = state
  return (
    <>
      <div role="status">
        {working?.kind === kind && (
          <div className="working">
            <span>
              {l.working[kind]}: {(l.step as Readonly<Record<string, string>>)[working.step] ?? working.step}
            </span>
            <progress max={1} value={working.share} aria-label={l.working[kind]} />
            <button type="button" className="button" onClick={() => void run(() => call('POST /api/lists/stop', {}, null))}>
              {l.stopped}
            </button>
          </div>
        )}
      </div>
      <Told of={state.refused?.kind === kind ? state.refused : null} />
    </>
  )
}
