/** The paper as a sheet: numbered sentences; dotted differs from what was sent, dashed has no source. */
import { Fragment, type ReactNode } from 'react'
import type { PaperView } from '../../domain/documents/desk-api.ts'
import type { Block, Section, Sentence } from '../../domain/documents/paper.ts'
import { useWords } from '../words/words.tsx'

type Props = { view: PaperView; at: string | null; onSentence: (key: string) => void }

export const Sheet = ({ view, at, onSentence }: Props) => {
  const { w } = useWords()
  const d = w.documents
  const { paper } = view
  const say = (sentences: readonly Sentence[]): ReactNode =>
    sentences.map((one) => {
      const differs = view.divergences.some((other) => other.key === one.key && !other.explained)
      const classes = [
        'sentence',
        one.key === at ? 'is-current' : '',
        differs ? 'is-differing' : '',
        one.marks.includes('unsourced') ? 'is-unsourced' : '',
        view.stale.includes(one.key) ? 'is-stale' : '',
      ]
        .filter(Boolean)
        .join(' ')
      return (
        <Fragment key={one.key}>
          {/* biome-ignore lint/a11y/useSemanticElements: a real button is a box and would break the lines of a paragraph */}
          <span
            role="button"
            tabIndex={one.key === at ? 0 : -1}
            className={classes}
            data-sentence={one.key}
            aria-pressed={one.key === at}
            onClick={() => onSentence(one.key)}
            onKeyDown={(event) => event.key === ' ' && onSentence(one.key)}
          >
            <sup>{one.n}</sup>
            {one.text}
          </span>{' '}
        </Fragment>
      )
    })
  const block = (one: Block, n: number): ReactNode => {
    if (one.kind === 'paragraph') return <p key={n}>{say(one.sentences)}</p>
    if (one.kind === 'quote')
      return (
        <blockquote key={n} lang={one.language}>
          {say(one.sentences)}
        </blockquote>
      )
    if (one.kind === 'list') {
      const items = one.items.map((item) => <li key={item[0]?.key}>{say(item)}</li>)
      return one.ordered ? <ol key={n}>{items}</ol> : <ul key={n}>{items}</ul>
    }
    return (
      <div className="sheet-table" key={n}>
        <table>
          <thead>
            <tr>
              {one.head.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {one.rows.map((row, at) => (
              <tr key={row[0]?.key ?? at}>
                {row.map((sentence) => (
                  <td key={sentence.key}>{say([sentence])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )
  }
  const section = (one: Section, n: number) => {
    const Heading = one.level === 1 ? 'h3' : one.level === 2 ? 'h4' : 'h5'
    return (
      <section key={`${one.heading}${n}`}>
        <Heading>{one.heading}</Heading>
        {one.blocks.map(block)}
      </section>
    )
  }
  return (
    <article className="sheet" lang={paper.language}>
      <p className="sheet-mark" lang={w.documents.tag}>
        {paper.status === 'released' ? d.released(view.releasedHash?.slice(0, 12) ?? '') : d.draftMark(paper.draftNumber)}
        {paper.fictional && ` · ${w.cases.invented}`}
      </p>
      <h2>{paper.title}</h2>
      <dl className="sheet-head">
        {paper.head.map((pair) => (
          <div key={pair.label}>
            <dt>{pair.label}</dt>
            <dd>{say(pair.sentences)}</dd>
          </div>
        ))}
      </dl>
      {paper.sections.map(section)}
      {paper.annex && (
        <div className="annex">
          <p className="sheet-mark" lang={w.documents.tag}>
            {d.annexMark}
          </p>
          <h2>{paper.annex.title}</h2>
          {paper.annex.sections.map(section)}
        </div>
      )}
    </article>
  )
}
