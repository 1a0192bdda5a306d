/** Lays estimates out as rows with whiskers on one axis, so that a reader sees how far the models disagree before reading a number. */
import type { Estimates, Model } from './estimate.ts'

/** Positions are shares of the drawing's width, 0 to 1; the axis starts at the people seen, for nobody can be fewer. */
export type PlotRow = {
  label: string
  point: number
  low: number
  high: number
  estimate: number
  low95: number
  high95: number
  cut: boolean
  tone: 'log-linear' | 'latent class' | 'bootstrap'
}
export type EstimatePlot = { observed: number; ticks: readonly { at: number; value: number }[]; rows: readonly PlotRow[] }

/** The notable models first, then the best by BIC up to `most` rows. A whisker that leaves the axis is marked cut. */
export const plotOf = (estimates: Estimates, most = 12): EstimatePlot => {
  const { notable } = estimates
  const known = estimates.models.filter((model) => model.estimate !== null)
  const names = new Set([notable.bestBic, notable.bestAic, notable.bestPairs, notable.stepwise, notable.independent])
  const chosen: Model[] = known.filter((model) => names.has(model.terms) || model.kind === 'latent class')
  for (const model of known) if (chosen.length < most && !chosen.includes(model)) chosen.push(model)
  const rows = chosen.map((model) => ({
    label: model.terms,
    estimate: model.estimate!,
    low95: model.low95!,
    high95: model.high95!,
    tone: model.kind as PlotRow['tone'],
  }))
  const { bootstrap } = estimates
  if (bootstrap)
    rows.push({
      label: `${notable.stepwise} bootstrap`,
      estimate: bootstrap.point,
      low95: bootstrap.low95,
      high95: bootstrap.high95,
      tone: 'bootstrap',
    })
  rows.sort((a, b) => a.estimate - b.estimate)
  const largest = Math.max(...rows.map((row) => row.estimate))
  const top = Math.min(Math.max(...rows.map((row) => row.high95)), largest * 1.6)
  const step = niceStep((top - estimates.observed) / 5)
  const low = Math.floor(estimates.observed / step) * step
  const high = Math.ceil(top / step) * step
  const place = (value: number): number => Math.min(1, Math.max(0, (value - low) / (high - low)))
  const ticks: { at: number; value: number }[] = []
  for (let value = low; value <= high + step / 2; value += step) ticks.push({ at: place(value), value })
  return {
    observed: place(estimates.observed),
    ticks,
    rows: rows.map((row) => ({
      ...row,
      point: place(row.estimate),
      low: place(row.low95),
      high: place(row.high95),
      cut: row.high95 > high,
    })),
  }
}

/** 1, 2 or 5 times a power of ten. */
const niceStep = (raw: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(raw, 1)))
  const times = raw / power
  return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10)
}

/** The same drawing as a picture for a report: no outside font, no script, colours that hold on white and in grey print. */
export const svgOf = (plot: EstimatePlot, title: string): string => {
  const left = 190
  const width = 560
  const rowHeight = 26
  const height = 56 + plot.rows.length * rowHeight + 34
  const x = (at: number): string => (left + at * width).toFixed(1)
  const colour = { 'log-linear': '#1f4e79', 'latent class': '#8a4b08', bootstrap: '#4a4a4a' }
  const foot = 44 + plot.rows.length * rowHeight
  const lines = plot.ticks.map(
    ({ at, value }) =>
      `<line x1="${x(at)}" x2="${x(at)}" y1="40" y2="${foot}" stroke="#ddd"/><text x="${x(at)}" y="${foot + 18}" text-anchor="middle">${value.toLocaleString('en')}</text>`,
  )
  const rows = plot.rows.map((row, i) => {
    const y = 54 + i * rowHeight
    const tone = colour[row.tone]
    const end = row.cut ? `<path d="M${x(row.high)} ${y - 5} l7 5 l-7 5 z" fill="${tone}"/>` : ''
    const words = `${row.label}: ${Math.round(row.estimate).toLocaleString('en')} (${Math.round(row.low95).toLocaleString('en')} to ${Math.round(row.high95).toLocaleString('en')})`
    return `<g><title>${escaped(words)}</title><text x="${left - 10}" y="${y + 4}" text-anchor="end">${escaped(row.label)}</text><line x1="${x(row.low)}" x2="${x(row.high)}" y1="${y}" y2="${y}" stroke="${tone}" stroke-width="2"/>${end}<circle cx="${x(row.point)}" cy="${y}" r="5" fill="${tone}"/></g>`
  })
  const seen = `<line x1="${x(plot.observed)}" x2="${x(plot.observed)}" y1="36" y2="${foot}" stroke="#a00" stroke-dasharray="4 3"/><text x="${x(plot.observed)}" y="32" fill="#a00">seen</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + width + 40} ${height}" role="img" font-family="Noto Sans, sans-serif" font-size="12"><title>${escaped(title)}</title><text x="8" y="18" font-size="14">${escaped(title)}</text>${lines.join('')}${seen}${rows.join('')}</svg>\n`
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)
