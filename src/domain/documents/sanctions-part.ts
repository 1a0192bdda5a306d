/** Parts of a dossier on a person or entity: who is named and by what public sources, what is attributed to whom, how reliable each point is, and what speaks against it. */
import type { Fact } from '../testimony/fact.ts'
import { authorityWords } from './fact-values.ts'
import type { Block, Sentence } from './paper.ts'
import { line, listWords, paragraph, say } from './sentences.ts'
import { upperFirst } from './template.ts'
import type { Writing } from './writing.ts'

const told = (w: Writing): Fact[] =>
  w.facts.filter((fact) => w.placed.get(fact.id)?.where === 'main' && w.papers.sets.conduct?.includes(fact.kind))

/** An authority is named as the sources name it. That an authority acted shows nothing yet of the person named: that is asked for. */
export const responsibilityPart = (w: Writing): Block[] => {
  const byAuthority = new Map<string, Fact[]>()
  for (const fact of told(w)) {
    const who = authorityWords(w, fact, fact.attrs.authority)
    if (who) byAuthority.set(who, [...(byAuthority.get(who) ?? []), fact])
  }
  const items: Sentence[][] = [...byAuthority].map(([who, facts]) => [
    say(
      `responsible:${who}`,
      line(w, 'responsible', { Who: upperFirst(who), list: listWords([...new Set(facts.map((fact) => label(w, fact)))]) }),
      {
        facts: facts.map((fact) => fact.id),
      },
    ),
  ])
  const link = w.record.given.responsibility
  const linked = w.record.statements.some((one) => one.for === 'responsibility' || one.for === `${w.body.id}.responsibility`)
  return [
    ...(items.length > 0 ? [{ kind: 'list' as const, ordered: false, items }] : []),
    ...(linked || link ? [] : paragraph([say('responsible:link', line(w, 'responsible-link'), {})])),
  ]
}

const label = (w: Writing, fact: Fact): string => (w.kinds.get(fact.kind)?.label.en ?? fact.kind).toLowerCase()

/** One row a fact: what, from whom, how it stands. A number for reliability is never given. */
export const evidenceTable = (w: Writing): Block[] => {
  const facts = told(w)
  if (facts.length === 0) return []
  const rows = facts.map((fact) => {
    const key = `evidence:${fact.id}`
    const rests = { facts: [fact.id], frame: true }
    return [
      say(`${key}:what`, upperFirst(label(w, fact)), rests),
      say(`${key}:source`, sourceOf(w, fact), rests),
      say(`${key}:hand`, w.papers.words.hand?.[fact.hand] ?? fact.hand, rests),
      say(`${key}:standing`, w.papers.words.standing?.[fact.standing] ?? fact.standing, rests),
    ]
  })
  return [{ kind: 'table', head: ['Conduct', 'Source', 'Hand', 'Standing on the file'], rows }]
}

/** The witness stays a letter. */
export const sourceOf = (w: Writing, fact: Fact): string => {
  const publics = fact.publicSources.flatMap((id) => w.record.sources.filter((one) => one.id === id).map((one) => one.title))
  const exhibit = w.record.exhibits.find((one) => one.id === fact.exhibit)
  const span = fact.spans[0]
  return (
    [span ? `statement ${span.account}` : null, exhibit ? `exhibit ${exhibit.label}` : null, ...publics].filter(Boolean).join('; ') ||
    'the file'
  )
}

/** Disputed points and adverse facts, said in the open: a dossier that hides them is worth nothing in court. */
export const againstPart = (w: Writing): Block[] => {
  const doubted = told(w).filter((fact) => fact.standing === 'disputed' || fact.standing === 'open')
  return paragraph([
    doubted.length > 0
      ? say('against', line(w, 'against', { list: listWords([...new Set(doubted.map((fact) => label(w, fact)))]) }), {
          facts: doubted.map((fact) => fact.id),
        })
      : say('against', line(w, 'against-none'), { frame: true }),
  ])
}
