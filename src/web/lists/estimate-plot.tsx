/** Estimates drawn one a line: a point and its interval on one axis that begins near the people seen, for nobody can be fewer. */
import { useId, useSyncExternalStore } from 'react'
import type { PlotView } from '../../domain/documents/lists-api.ts'
import { useWords } from '../words/words.tsx'

/** On a narrow screen the same drawing is made narrower, not smaller: its letters must be read. */
const narrow = matchMedia('(max-width: 640px)')
const rowHeight = 24
const top = 34

const listen = (tell: () => void): (() => void) => {
  narrow.addEventListener('change', tell)
  return () => narrow.removeEventListener('change', tell)
}

export const EstimatePlot = ({ id, plot, observed }: { id: string; plot: PlotView; observed: number }) => {
  const { w, locale } = useWords()
  const l = w.lists
  const key = useId()
  const [left, width] = useSyncExternalStore(listen, () => narrow.matches) ? [104, 210] : [150, 470]
  const x = (at: number): number => left + at * width
  const foot = top + plot.rows.length * rowHeight + 6
  const longest = Math.floor((left - 12) / 6.2)
  const label = (text: string): string => {
    const words = text.replace(/^latent class/, l.latentClass).replace(/ bootstrap$/, '*')
    return words.length > longest ? `${words.slice(0, longest - 1)}…` : words
  }
  return (
    <figure className="estimate-plot">
      <svg viewBox={`0 0 ${left + width + 30} ${foot + 26}`} role="img" aria-labelledby={`${key}-title ${key}-desc`}>
        <title id={`${key}-title`}>{l.plotTitle(id)}</title>
        <desc id={`${key}-desc`}>{l.plotDesc(plot.rows.length, observed.toLocaleString(locale))}</desc>
        {/* Where room is short every second figure is enough; the lines stay. */}
        {plot.ticks.map(({ at, value }, n) => (
          <g key={value}>
            <line x1={x(at)} x2={x(at)} y1={top - 8} y2={foot} className="tick-line" />
            <text x={x(at)} y={foot + 16} textAnchor="middle">
              {left < 150 && plot.ticks.length > 4 && n % 2 === 1 ? '' : value.toLocaleString(locale)}
            </text>
          </g>
        ))}
        <line x1={x(plot.observed)} x2={x(plot.observed)} y1={top - 12} y2={foot} className="seen-line" />
        <text x={x(plot.observed)} y={top - 18} textAnchor="middle" className="seen-word">
          {l.plotSeen}
        </text>
        {plot.rows.map((row, n) => {
          const y = top + 8 + n * rowHeight
          return (
            <g key={`${row.label}${row.tone}`} className={`tone-${row.tone.replace(' ', '-')}`}>
              <text x={left - 10} y={y + 4} textAnchor="end" className="row-label">
                {label(row.label)}
              </text>
              <line x1={x(row.low)} x2={x(row.high)} y1={y} y2={y} />
              {row.cut && <path d={`M${x(row.high)} ${y - 5} l8 5 l-8 5 z`} />}
              {row.tone === 'latent class' ? (
                <rect x={x(row.point) - 4.5} y={y - 4.5} width="9" height="9" />
              ) : row.tone === 'bootstrap' ? (
                <path d={`M${x(row.point)} ${y - 6} l6 6 l-6 6 l-6 -6 z`} />
              ) : (
                <circle cx={x(row.point)} cy={y} r="4.5" />
              )}
            </g>
          )
        })}
      </svg>
      <figcaption className="second">
        {l.plotMarks} {plot.rows.some((row) => row.cut) && l.plotCut}
      </figcaption>
    </figure>
  )
}
