/** Every model tried, best fit first, with its estimate, its interval and what must be said about it. */
import { useState } from 'react'
import type { EstimatesView, ModelView } from '../../domain/documents/lists-api.ts'
import { useWords } from '../words/words.tsx'

const most = 12

export const ModelTable = ({ estimates }: { estimates: EstimatesView }) => {
  const { w, locale } = useWords()
  const l = w.lists
  const [all, setAll] = useState(false)
  const { models, notable } = estimates
  const names = Object.entries(notable) as [keyof typeof notable, string | null][]
  const shown = all
    ? models
    : models.filter((model, n) => n < most || model.kind === 'latent class' || names.some(([, terms]) => terms === model.terms))
  const whole = (value: number | null): string => (value === null ? l.noNumber : Math.round(value).toLocaleString(locale))
  const fine = (value: number | null): string => value?.toFixed(2) ?? ''
  const why = (model: ModelView): string =>
    [
      ...names.filter(([, terms]) => terms === model.terms && model.kind === 'log-linear').map(([name]) => l.notable[name]),
      ...(model.why ? [l.caution[model.why]] : []),
    ].join('; ')
  return (
    <>
      <h3>{l.tried(models.length)}</h3>
      <p className="second">{l.modelHow}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard */}
      <section className="scrolls" tabIndex={0} aria-label={l.tried(models.length)}>
        <table className="rows models">
          <thead>
            <tr>
              <th scope="col">{l.model}</th>
              <th scope="col" className="number">
                {l.estimateHead}
              </th>
              <th scope="col">{l.interval}</th>
              {l.fit.map((measure) => (
                <th key={measure} scope="col" className="number">
                  {measure}
                </th>
              ))}
              <th scope="col">
                <span className="unseen">{l.agree}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((model) => (
              <tr key={`${model.kind} ${model.terms}`}>
                <th scope="row">{model.terms.replace(/^latent class/, l.latentClass)}</th>
                <td className="number">{whole(model.estimate)}</td>
                <td>{model.low95 === null ? '' : l.to(whole(model.low95), whole(model.high95))}</td>
                <td className="number">{fine(model.aic)}</td>
                <td className="number">{fine(model.bic)}</td>
                <td className="number">{fine(model.deviance)}</td>
                <td className="number">{model.df ?? ''}</td>
                <td>{why(model)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {shown.length < models.length && (
        <div className="bar">
          <button type="button" className="button" onClick={() => setAll(true)}>
            {l.allModels(models.length)}
          </button>
        </div>
      )}
    </>
  )
}
