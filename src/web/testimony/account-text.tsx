/** The account as it was given: original words large, facts underlined and numbered, translation only under the current paragraph. */
import { type RefObject, useMemo } from 'react'
import type { Account } from '../../domain/testimony/account.ts'
import type { Contradiction, Fact } from '../../domain/testimony/fact.ts'
import { useWords } from '../words/words.tsx'
import { type Marked, type Piece, paragraphsOf, piecesOf, type Range } from './spans.ts'

type Props = {
  account: Account
  facts: readonly Fact[]
  contradictions: readonly Contradiction[]
  current: Fact | null
  chosen: Range | null
  paragraph: number
  translation: boolean
  root: RefObject<HTMLDivElement | null>
  onFact: (id: string) => void
  onParagraph: (n: number) => void
}

const Words = ({
  piece,
  text,
  current,
  chosen,
  onFact,
}: {
  piece: Piece
  text: string
  current: Fact | null
  chosen: Range | null
  onFact: (id: string) => void
}) => {
  const { w } = useWords()
  const adverse = piece.marks.some((mark) => mark.adverse)
  const classes = [
    piece.marks.length > 0 ? (adverse ? 'said against' : 'said for') : '',
    piece.marks.some((mark) => mark.id === current?.id) ? 'is-current' : '',
    chosen && piece.start >= chosen.start && piece.end <= chosen.end ? 'is-chosen' : '',
    piece.sealed ? 'is-sealed' : '',
  ]
    .filter(Boolean)
    .join(' ')
  return (
    <>
      <span data-start={piece.start} className={classes || undefined}>
        {text.slice(piece.start, piece.end)}
      </span>
      {piece.sealEnds && piece.sealed && <span className="seal-note">{w.testimony.sealedBecause(piece.sealed.reason)}</span>}
      {piece.ends.map((mark) => (
        <button
          key={mark.id}
          type="button"
          className={mark.adverse ? 'number against' : 'number for'}
          onClick={() => onFact(mark.id)}
          aria-label={w.testimony.fact(mark.label)}
        >
          {mark.label.replace(/^\D+/, '')}
          {mark.contradicted && <span title={w.testimony.contradicted}> ≠</span>}
        </button>
      ))}
    </>
  )
}

export const AccountText = ({
  account,
  facts,
  contradictions,
  current,
  chosen,
  paragraph,
  translation,
  root,
  onFact,
  onParagraph,
}: Props) => {
  const { w } = useWords()
  const marks = useMemo<readonly Marked[]>(
    () =>
      facts.flatMap((fact) =>
        fact.spans
          .filter((span) => span.account === account.id)
          .map((span) => ({
            start: span.start,
            end: span.end,
            id: fact.id,
            label: fact.label,
            adverse: fact.adverse,
            contradicted: contradictions.some((one) => one.between.includes(fact.id)),
          })),
      ),
    [facts, contradictions, account.id],
  )
  const paragraphs = paragraphsOf(account.text)
  const said = account.translations.at(-1)
  const translated = said?.text.split('\n').filter((line) => line.trim() !== '') ?? []
  const whole = translated.length !== paragraphs.length
  // The chosen words are a mark of their own, so that they stay visible while the form has the focus.
  const cutAt: readonly Marked[] = chosen ? [...marks, { ...chosen, id: '', label: '', adverse: false, contradicted: false }] : marks
  return (
    <div className="account-text" lang={account.language} ref={root}>
      {paragraphs.map((one, n) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys move through facts, which carry their paragraph along
        // biome-ignore lint/a11y/noStaticElementInteractions: pointing at a paragraph only makes it the current one
        <div key={one.start} className={n === paragraph ? 'para is-current' : 'para'} onClick={() => onParagraph(n)}>
          <span className="para-n">{one.n}</span>
          <p>
            {piecesOf(one, cutAt, account.sealedSpans).map((piece) => (
              <Words
                key={piece.start}
                piece={{ ...piece, marks: piece.marks.filter((mark) => mark.id), ends: piece.ends.filter((mark) => mark.id) }}
                text={account.text}
                current={current}
                chosen={chosen}
                onFact={onFact}
              />
            ))}
          </p>
          {translation && said && n === paragraph && (
            <div className="translation" lang={said.language}>
              {whole ? said.text : translated[n]}{' '}
              <span className="second">
                {w.testimony.translatedBy(said.translatorCode)}
                {said.checkedBy ? `, ${w.testimony.checkedBy(said.checkedBy)}` : `, ${w.testimony.notChecked}`}
              </span>
            </div>
          )}
        </div>
      ))}
    </div>
  )
}
