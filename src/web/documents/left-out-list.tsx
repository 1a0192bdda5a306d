/** What this paper does not tell, each fact with its kind and the reason, so that nothing goes missing in silence. */
import type { CasePage, PaperView } from '../../domain/documents/desk-api.ts'
import type { LeftOut } from '../../domain/documents/paper.ts'
import { useAsk } from '../ask.ts'
import { useKindName } from '../testimony/facts-table.tsx'
import { useWords } from '../words/words.tsx'

export const LeftOutList = ({ view, page }: { view: PaperView; page: CasePage }) => {
  const { w, term } = useWords()
  const kindName = useKindName(useAsk('GET /api/vocabulary/:situation', { situation: page.record.situation }, null).data)
  if (view.paper.withheld.length === 0) return null
  const what = (one: LeftOut): string => {
    if (one.reason === 'third-person') return w.papers.nameOf(term(w.terms.personRole, one.what.replace('name of a ', '')))
    const fact = page.record.facts.find((other) => other.id === one.fact)
    return fact ? `${one.what} ${kindName(fact.kind)}` : one.what
  }
  return (
    <details>
      <summary>{w.documents.withheld(view.paper.withheld.length)}</summary>
      <ul className="lines">
        {view.paper.withheld.map((one) => (
          <li key={`${one.fact}${one.what}`}>
            {what(one)}
            <span className="under">
              {one.reason ? w.papers.leftOut[one.reason] : one.why} {one.goes === 'annex' && w.papers.inAnnex}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
