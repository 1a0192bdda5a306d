/** Reads a condition of a pack and checks every name in it: a rule that speaks of a kind, attribute or source that does not exist is refused. */
import type { Condition } from '../domain/law/pack.ts'
import type { FactKind } from '../domain/testimony/vocabulary.ts'
import { certaintyOf, onlyKeys, textsOf } from './pack-text.ts'
import type { Placed } from './placed-yaml.ts'

export type Names = {
  kinds: ReadonlyMap<string, FactKind>
  choices: Readonly<Record<string, readonly string[]>>
  elements: ReadonlySet<string>
  instruments: ReadonlySet<string>
  sources: ReadonlySet<string>
  profiles: ReadonlySet<string>
  /** Conditions that stand for {set: name}, in all files that add to it. */
  sets: Readonly<Record<string, readonly Placed[]>>
  values: Readonly<Record<string, readonly string[]>>
}

export const readCondition = (at: Placed, names: Names): Condition => {
  const raw = at.raw()
  if (typeof raw === 'string') return { f: kindOf(at, names).id, where: null }
  const read = (one: Placed): Condition => readCondition(one, names)
  if (at.has('all')) return { all: only(at, 'all').list().map(read) }
  if (at.has('any')) return { any: only(at, 'any').list().map(read) }
  if (at.has('atLeast')) {
    onlyKeys(at, ['atLeast', 'of'])
    return { atLeast: at.at('atLeast').number() ?? at.refuse('how many is missing'), of: at.at('of').list().map(read) }
  }
  if (at.has('f')) {
    onlyKeys(at, ['f', 'where'])
    const kind = kindOf(at.at('f'), names)
    return { f: kind.id, where: at.has('where') ? readWhere(at.at('where'), kind, names) : null }
  }
  if (at.has('set')) {
    onlyKeys(at, ['set'])
    const members = names.sets[at.at('set').text()] ?? at.refuse(`there is no set “${at.at('set').text()}” in sets.yaml`)
    return { any: members.map(read) }
  }
  if (at.has('el')) {
    onlyKeys(at, ['el', 'is'])
    return { el: named(at.at('el'), names.elements, 'element'), is: at.at('is').oneOf(['shown', 'contradicted']) }
  }
  if (at.has('binds')) {
    onlyKeys(at, ['binds', 'article', 'state'])
    return {
      binds: named(at.at('binds'), names.instruments, 'instrument'),
      article: at.at('article').maybe(),
      state: at.at('state').oneOf(['respondent', 'host', 'origin']),
    }
  }
  if (at.has('forum')) {
    onlyKeys(at, ['forum'])
    return { forum: textsOf(at.at('forum')) }
  }
  if (at.has('source')) {
    onlyKeys(at, ['source', 'v'])
    return { source: named(at.at('source'), names.sources, 'source'), certainty: at.has('v') ? certaintyOf(at.at('v')) : null }
  }
  if (at.has('profile')) {
    onlyKeys(at, ['profile'])
    return { profile: at.at('profile').text() === 'any' ? 'any' : named(at.at('profile'), names.profiles, 'profile') }
  }
  return at.refuse('this is not a condition: write a kind of fact, or all, any, atLeast, f, set, el, binds, source, forum or profile')
}

/** The one field of this condition; any other beside it is a mistake that would be lost. */
const only = (at: Placed, key: string): Placed => {
  onlyKeys(at, [key])
  return at.at(key)
}

const named = (at: Placed, known: ReadonlySet<string>, what: string): string =>
  known.has(at.text()) ? at.text() : at.refuse(`there is no ${what} “${at.text()}”`)

const kindOf = (at: Placed, names: Names): FactKind => names.kinds.get(at.text()) ?? at.refuse(`there is no kind of fact “${at.text()}”`)

const readWhere = (at: Placed, kind: FactKind, names: Names): Record<string, string | readonly string[]> =>
  Object.fromEntries(
    at.keys().map((key) => {
      const type = kind.attrs[key]
      if (!type) return at.at(key).refuse(`${kind.id} has no attribute “${key}”`)
      const given = Array.isArray(at.at(key).raw()) ? textsOf(at.at(key)) : [at.at(key).text()]
      const values = given.flatMap((value) =>
        value.startsWith('@')
          ? (names.values[value.slice(1)] ?? at.at(key).refuse(`there is no set of values “${value}” in sets.yaml`))
          : [value],
      )
      const allowed = type === 'tri' ? triValues : names.choices[type]
      for (const value of values)
        if (value !== '*' && value !== '-' && allowed && !allowed.includes(value))
          at.at(key).refuse(`“${value}” is not a choice of ${key}: ${allowed.join(', ')}`)
      return [key, values.length === 1 && values[0] === '*' ? '*' : values]
    }),
  )

export const triValues: readonly string[] = ['yes', 'no', 'unknown', 'refused', 'not-asked']
