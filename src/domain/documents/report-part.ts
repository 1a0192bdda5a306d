/** Reports on a State: which Committee, what was observed before, figures that passed the gate, and an example only where consent goes further than figures. */
import { isBound } from '../law/is-bound.ts'
import { consentsOf, recipientOf, toRecipient } from '../proceedings/authority.ts'
import { narrative } from './narrative.ts'
import { cited, saidFor } from './other-parts.ts'
import type { Block } from './paper.ts'
import { line, listWords, onFileCitation, paragraph, say } from './sentences.ts'
import { stateName, type Writing } from './writing.ts'

/** The Committee that the file names, or those whose treaty binds every State of the report. */
export const committeeWords = (w: Writing): string | null => {
  const ids = w.body.treaty?.anyOf ?? []
  if (ids.length === 0) return null
  const chosen = w.record.given.committee
  const bound = ids.filter((id) => w.states.every((state) => isBound(w.pack, state, id, w.today).answer === 'bound'))
  const names = (chosen && ids.includes(chosen) ? [chosen] : bound).flatMap((id) => w.papers.committees[id] ?? [])
  if (names.length < 2) return names[0] ?? null
  return line(w, 'committee-one-of', { list: `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` })
}

export const scopePart = (w: Writing): Block[] =>
  paragraph([
    say('report:scope', line(w, 'report-scope', { States: listWords(w.states.map((state) => stateName(w, state))) }), { frame: true }),
  ])

/** Only what the pack has read of earlier observations and recommendations to this State, with its day. */
export const earlierPart = (w: Writing): Block[] => {
  const found = saidFor(w, `${w.body.id}.earlier`)
  return paragraph(
    found.length > 0
      ? found.map(({ one, key }) => say(key, one.text, cited(w, one.citations)))
      : [say('report:earlier', line(w, 'earlier-none', { States: listWords(w.states.map((state) => stateName(w, state))) }), {})],
  )
}

export const figuresPart = (w: Writing): Block[] => {
  const figures = w.record.given.figures
  return paragraph([
    figures
      ? say('report:figures', /[.!?]$/.test(figures) ? figures : `${figures}.`, {
          citations: [onFileCitation('Figures released through the gate for publication')],
        })
      : say('report:figures', line(w, 'figures-none'), {}),
  ])
}

/** “Figures only” is an answer: then no event of a person’s life stands in a report, not even without the name. */
export const examplePart = (w: Writing): Block[] => {
  const answers = w.persons.map((person) => toRecipient(consentsOf(w.record, person.id, w.today), recipientOf(w.body, null)))
  const unnamedPublic = w.facts.filter((fact) => fact.hand === 'public-source' && w.placed.get(fact.id)?.where === 'main')
  const kinds = w.papers.sets.example ?? []
  if (answers.length > 0 && answers.every((answer) => answer === 'yes')) {
    const facts = w.facts.filter((fact) => kinds.includes(fact.kind) && w.placed.get(fact.id)?.where === 'main')
    return facts.length > 0 ? narrative(w, 'example', facts) : []
  }
  if (unnamedPublic.some((fact) => kinds.includes(fact.kind)))
    return narrative(
      w,
      'example',
      unnamedPublic.filter((fact) => kinds.includes(fact.kind)),
    )
  return paragraph([say('report:no-example', line(w, 'report-no-example'), { frame: true })])
}
