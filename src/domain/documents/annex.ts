/** The confidential annex: for the body alone, as a file of its own. It holds the source, the particulars and the facts that no Government may read. */

import { mandatesAnnex, submitterPart } from './frame-parts.ts'
import { narrative } from './narrative.ts'
import type { Block, Paper, Section } from './paper.ts'
import { personAnnex } from './person-part.ts'
import { profileSentences } from './risk-part.ts'
import { line, listWords, paragraph, say } from './sentences.ts'
import { stateName, type Writing } from './writing.ts'

export const annexOf = (w: Writing): Paper['annex'] => {
  if (w.governments.length === 0 || w.body.recipient === null || w.body.hasAnnex === false) return null
  const facts = w.facts.filter((fact) => w.placed.get(fact.id)?.where === 'annex')
  const recipient = w.papers.recipients[w.body.id] ?? w.body.name.en
  const frame = { frame: true, marks: ['annex-only'] as const }
  const argued = [...profileSentences(w, 'annex'), ...mandatesAnnex(w)]
  const sections: Section[] = [
    section('Use of this annex', paragraph([say('annex:intro', line(w, 'annex-intro', { recipient }), frame), ...never(w)])),
    section('Source', submitterPart(w, true)),
    section(w.persons.length > 1 ? 'Particulars of the persons concerned' : 'Particulars of the person concerned', personAnnex(w)),
    section(
      'Facts for the recipient alone',
      facts.length > 0 ? [...paragraph([say('annex:facts', line(w, 'annex-facts'), frame)]), ...narrative(w, 'annex', facts, true)] : [],
    ),
    section('Why these facts matter', paragraph(argued)),
  ]
    .filter((one) => one.blocks.length > 0)
    // Lettered when it is known which parts there are: an annex that goes from B to D looks as if a part were missing.
    .map((one, i) => ({ ...one, heading: `${String.fromCharCode(65 + i)}. ${one.heading}` }))
  return { title: `Confidential annex. ${w.papers.titles[w.body.id] ?? w.body.name.en}`, sections }
}

const section = (heading: string, blocks: Block[]): Section => ({ heading, level: 1, blocks })

/** The State of origin is named as the one that must not learn, unless it is itself addressed. */
const never = (w: Writing) => {
  const frame = { frame: true, marks: ['annex-only'] as const }
  const origin = w.record.states.origin
  return [
    ...(w.governments.includes(origin) || w.record.consents.length === 0
      ? []
      : [say('annex:origin', line(w, 'annex-origin', { State: listWords([stateName(w, origin)]) }), frame)]),
    say('annex:never', line(w, 'annex-never'), frame),
  ]
}
