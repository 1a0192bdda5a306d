/** How many there are, those on no list included: every model with its fit and its interval, a drawing, and the refusals with their reasons. */
import type { EstimatedSet } from '../../domain/documents/lists-api.ts'
import { useAsk } from '../ask.ts'
import { call } from '../call.ts'
import { Refused } from '../frame/refused.tsx'
import { useKeys } from '../keys.ts'
import { useWords } from '../words/words.tsx'
import { EstimatePlot } from './estimate-plot.tsx'
import { HeldListField, Invented } from './held-list.tsx'
import { ModelTable } from './model-table.tsx'
import { useListAct, useLists } from './use-lists.ts'
import { Needs, Told, Working } from './working.tsx'

export const HowMany = () => {
  const { w } = useWords()
  const l = w.lists
  const state = useLists().data!
  const { run, busy, refused } = useListAct()
  const ready = state.lists.histories !== null && state.working === null && !busy
  const start = (): void => {
    if (ready) void run(() => call('POST /api/lists/estimate', {}, null))
  }
  useKeys(ready ? [{ code: 'KeyN', cap: 'N', words: l.estimate, act: start }] : [])
  return (
    <div className="part">
      <p className="body">{l.manyBody}</p>
      <HeldListField state={state} slot="histories" under="h1" hint={l.historiesHint} accept=".yaml,.yml,.json,.csv,.txt" />
      <div className="bar">
        <button type="button" className="button is-main" aria-disabled={!ready} onClick={start}>
          {l.estimate} <kbd>N</kbd>
        </button>
        <Invented of="estimate" />
        <Needs words={state.lists.histories === null ? l.needs.estimate : null} />
      </div>
      <Refused of={refused} />
      <Working state={state} kind="estimate" />
      {state.estimated && <Sets version={state.version} />}
    </div>
  )
}

const Sets = ({ version }: { version: number }) => {
  const sets = useAsk('GET /api/lists/estimates', {}, { version })
  return (
    <>
      <Refused of={sets.error} />
      {sets.data?.map((set) => (
        <OneSet key={set.id} set={set} />
      ))}
    </>
  )
}

const OneSet = ({ set }: { set: EstimatedSet }) => {
  const { w, locale } = useWords()
  const l = w.lists
  const whole = (value: number): string => Math.round(value).toLocaleString(locale)
  const { estimates, plot } = set
  const id = set.id.replace(/^set (\d+)$/, (_, at: string) => l.setName(at))
  return (
    <section className="part estimated" aria-label={id}>
      <h2>{id}</h2>
      {!estimates && (
        <>
          <p className="body">{l.refusedSet}</p>
          <Told of={set.refused} />
        </>
      )}
      {estimates && (
        <>
          <p className="body">
            {l.seen(estimates.observed, estimates.lists.length, estimates.lists.map((name, i) => `${i + 1} ${name}`).join(', '))}
          </p>
          {estimates.range && (
            <p className="body">{l.near(estimates.range.models, whole(estimates.range.low), whole(estimates.range.high))}</p>
          )}
          {estimates.bootstrap && (
            <p className="body">
              {l.bootstrap(whole(estimates.bootstrap.low95), whole(estimates.bootstrap.high95), estimates.bootstrap.failed)}
            </p>
          )}
          {estimates.latent && (estimates.latent.agreement > 1.05 || estimates.latent.hills.length > 1) && (
            <p className="body">
              {l.chainsDisagree(estimates.latent.chains.map(whole).join(', '))}{' '}
              {estimates.latent.hills
                .map((hill) => l.hill(whole(hill.median), whole(hill.low95), whole(hill.high95), hill.share))
                .join(' ')}{' '}
              {estimates.latent.hills.length > 1 && l.hillsMoved(estimates.latent.moves.up, estimates.latent.moves.down)}
            </p>
          )}
          {estimates.search === 'by steps' && <p className="body">{l.bySteps}</p>}
          {plot && <EstimatePlot id={id} plot={plot} observed={estimates.observed} />}
          <ModelTable estimates={estimates} />
        </>
      )}
    </section>
  )
}
