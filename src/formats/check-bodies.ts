/** Every fault of bodies.yaml and proceedings.yaml: an unknown body, element, kind of fact, State, source, certainty or day, each where it stands. */
import type { LawPack } from '../domain/law/pack.ts'
import { phraseBook, readBody } from './bodies-pack.ts'
import type { FaultList } from './faults.ts'
import { certaintyOf, maybeDayOf } from './pack-text.ts'
import type { Placed } from './placed-yaml.ts'

/** What other parts of a pack may be named by. */
export type Known = {
  kinds: ReadonlyMap<string, { attrs: Readonly<Record<string, string>> }>
  elements: ReadonlySet<string>
  instruments: ReadonlySet<string>
  sources: ReadonlySet<string>
  states: ReadonlySet<string>
  procedures: ReadonlySet<string>
  bodies: ReadonlySet<string>
}

/** Kinds and States of every situation together: bodies are one file for all of them. */
export const knownIn = (packs: readonly LawPack[], bodies: Placed, proceedings: Placed): Known => {
  const ids = (at: Placed): string[] => at.list().flatMap((one) => (one.at('id').maybe() === null ? [] : [one.at('id').text()]))
  const instruments = new Set(packs.flatMap((pack) => pack.instruments.map((one) => one.id)))
  return {
    kinds: new Map(packs.flatMap((pack) => pack.vocabulary.kinds.map((kind) => [kind.id, kind] as const))),
    elements: new Set(packs.flatMap((pack) => pack.tests.flatMap((test) => test.elements.map((one) => `${test.id}.${one.id}`)))),
    instruments,
    sources: new Set([...packs.flatMap((pack) => Object.keys(pack.sources)), ...instruments]),
    states: new Set([...packs.flatMap((pack) => Object.keys(pack.states)), 'any', 'EU']),
    procedures: new Set([...ids(proceedings.at('procedures')), ...ids(bodies.at('elsewhere'))]),
    bodies: new Set(ids(bodies.at('bodies'))),
  }
}

export const member = (at: Placed, of: { has(key: string): boolean }, what: string): void => {
  const text = at.text()
  if (!of.has(text)) at.refuse(`there is no ${what} “${text.slice(0, 60)}”`)
}

/** Every source named under s and every certainty under v, wherever in the file they stand. */
export const checkMarks = (at: Placed, known: Known, faults: FaultList, strict: boolean): void => {
  const raw = at.raw()
  if (Array.isArray(raw)) for (const one of at.list()) checkMarks(one, known, faults, strict)
  else if (raw instanceof Object)
    for (const key of at.keys()) {
      const part = at.at(key)
      const value = part.raw()
      if (key === 's' && typeof value === 'string') faults.attempt(() => member(part, known.sources, 'source'))
      else if (key === 's' && Array.isArray(value) && value.every((one) => typeof one === 'string'))
        faults.each(part.list(), (one) => member(one, known.sources, 'source'))
      else if (key === 'v' && typeof value === 'string') {
        // Where facts are only noted (proceedings.yaml) a mark may say more in words.
        if (strict) faults.attempt(() => certaintyOf(part))
      } else checkMarks(part, known, faults, strict)
    }
}

export const checkKinds = (list: Placed, known: Known, faults: FaultList): void => {
  faults.each(list.list(), (one) => {
    if (!(one.raw() instanceof Object)) return member(one, known.kinds, 'kind of fact')
    member(one.at('f'), known.kinds, 'kind of fact')
    const { attrs } = known.kinds.get(one.at('f').text())!
    for (const key of one.at('where').keys())
      if (attrs[key] === undefined)
        one
          .at('where')
          .at(key)
          .refuse(`“${one.at('f').text()}” has no attribute “${key}”`)
  })
}

export const checkBodies = (bodies: Placed, proceedings: Placed, known: Known, faults: FaultList): void => {
  const book = phraseBook(bodies)
  const seen = new Set<string>()
  faults.attempt(() => maybeDayOf(bodies.at('as_of')))
  faults.attempt(() => maybeDayOf(proceedings.at('as_of')))
  checkMarks(bodies, known, faults, true)
  checkMarks(proceedings, known, faults, false)
  for (const key of ['sensitive_to_home', 'annex_only', 'never_outward']) checkKinds(bodies.at(key), known, faults)
  for (const at of bodies.at('bodies').list()) {
    faults.attempt(() => readBody(at, book))
    faults.attempt(() => {
      const id = at.at('id').text()
      if (seen.has(id)) at.at('id').refuse(`the body “${id}” stands here twice`)
      seen.add(id)
    })
    if (at.at('procedure').maybe() !== null) faults.attempt(() => member(at.at('procedure'), known.procedures, 'procedure'))
    if (at.has('door')) {
      const door = at.at('door')
      for (const key of ['treaty', 'protocol'])
        if (door.at(key).maybe() !== null) faults.attempt(() => member(door.at(key), known.instruments, 'instrument'))
      faults.each(door.at('any_treaty').list(), (one) => member(one, known.instruments, 'instrument'))
    }
    for (const list of [
      at.at('wants'),
      ...at
        .at('needs')
        .list()
        .flatMap((need) => [need.at('all'), need.at('any')]),
    ])
      faults.each(list.list(), (one) => {
        if (!one.text().includes('.')) member(one, known.kinds, 'kind of fact')
      })
    for (const key of ['blocks', 'unsure'])
      faults.each(at.at('same_matter').at(key).list(), (one) =>
        member(one, { has: (id) => known.bodies.has(id) || known.procedures.has(id) }, 'body'),
      )
    for (const one of at.at('opens').list()) {
      faults.attempt(() => member(one.at('state'), known.states, 'State'))
      faults.attempt(() => maybeDayOf(one.at('from')))
    }
    for (const one of at.at('clocks').list()) checkClock(one, known, faults)
    for (const one of [...at.at('closed').list(), ...at.at('warn').list()])
      for (const part of ['if', 'told'])
        for (const key of ['any', 'none', 'before']) if (one.has(part)) checkKinds(one.at(part).at(key), known, faults)
    if (at.has('mandates')) for (const one of at.at('mandates').at('by_fact').list()) checkKinds(one.at('if'), known, faults)
  }
  for (const at of proceedings.at('procedures').list()) {
    faults.each(at.at('opens').list(), (one) => member(one.at('state'), known.states, 'State'))
  }
  for (const one of proceedings.at('custody_clocks').list()) checkClock(one, known, faults)
}

const checkClock = (at: Placed, known: Known, faults: FaultList): void => {
  for (const key of ['facts', 'only_if']) checkKinds(at.at(key), known, faults)
  if (at.at('state').maybe() !== null) faults.attempt(() => member(at.at('state'), known.states, 'State'))
}
