/** What each field of a pair says, how the two agree, and what that weighs: the sum can be checked by hand. */
import type { LinkedPair, LinkedRow } from '../../domain/documents/lists-api.ts'
import { useWords } from '../words/words.tsx'

const signed = (weight: number): string => (weight > 0 ? `+${weight.toFixed(1)}` : weight.toFixed(1).replace('-', '−'))

export const PairFields = ({ pair, start }: { pair: LinkedPair; start: number }) => {
  const { w, date, term } = useWords()
  const l = w.lists
  const said = (row: LinkedRow, field: string): string => {
    const value = row[field as 'family' | 'given' | 'birth' | 'sex' | 'place'] ?? ''
    if (value === '') return ''
    return field === 'birth' ? date.partial(value) : field === 'sex' ? term(w.terms.sex, value) : value
  }
  return (
    <table className="rows fields">
      <thead>
        <tr>
          <th scope="col">{l.field}</th>
          <th scope="col">{l.first}</th>
          <th scope="col">{l.second}</th>
          <th scope="col">{l.agree}</th>
          <th scope="col" className="number">
            {l.weight}
          </th>
        </tr>
      </thead>
      <tbody>
        {pair.fields.map(({ name, kind, level, weight }) => (
          <tr key={name} className={level === 0 ? 'none' : undefined}>
            <th scope="row">{term(l.fields, name)}</th>
            <td>{said(pair.a, name)}</td>
            <td>{said(pair.b, name)}</td>
            <td>{l.levels[kind][level]}</td>
            <td className="number">{level === 0 ? '0' : signed(weight)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row" colSpan={4}>
            {l.startWeight}
          </th>
          <td className="number">{signed(start)}</td>
        </tr>
        <tr>
          <th scope="row" colSpan={4}>
            {l.sum}
          </th>
          <td className="number">
            <strong>{signed(pair.weight)}</strong>
          </td>
        </tr>
      </tbody>
    </table>
  )
}
