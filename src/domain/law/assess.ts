/** Assesses a case: per element, person, State and custody what is shown, contradicted, disputed or missing. It never finds: a named officer does. */
import type { Day } from '../../basics/clock.ts'
import type { PersonId } from '../../basics/id.ts'
import type { Answer, Assessment, Line, ProfileMatch } from './assessment.ts'
import { Assessor } from './assessor.ts'
import type { LawRecord } from './case-record.ts'
import { CaseView } from './case-view.ts'
import { type CompiledPack, compiledPack } from './compiled-pack.ts'
import { openQuestions } from './open-questions.ts'
import type { LawPack } from './pack.ts'

/** elements = only these lines are given (what they are drawn from is read), without profiles and questions. */
export type AssessOptions = { asOf?: Day; persons?: readonly PersonId[]; elements?: ReadonlySet<string> }

/** Law and facts of one day: asOf, or the day of the record. Pure; the same record and pack give the same answer. */
export const assess = (record: LawRecord, pack: LawPack, options: AssessOptions = {}): Assessment => {
  const compiled = compiledPack(pack)
  const asOf = options.asOf ?? record.asOf
  const { elements } = options
  const view = new CaseView(record, compiled.kinds, asOf, options.persons ?? null)
  const desk = new Assessor(view, compiled)
  const lines: Line[] = []
  const profiles: ProfileMatch[] = []
  for (const person of view.persons) {
    for (const one of compiled.bearings)
      if (!elements || elements.has(one.bearing.element))
        for (const unit of view.units(one.spread, person)) lines.push(desk.line(one, unit))
    if (!elements) profiles.push(...desk.profilesOf(person))
  }
  return {
    asOf,
    packVersion: pack.version,
    situation: pack.situation,
    forum: record.forum,
    lines,
    profiles,
    openQuestions: elements ? [] : openQuestions(compiled, lines),
  }
}

export type PlacedAnswer = Pick<Line, 'element' | 'person' | 'state' | 'custody' | 'answer'>

/** The answers alone, in the order of assess: for looking at many cases, where nobody reads what stands beside them. */
export const answersOf = (view: CaseView, compiled: CompiledPack, elements: ReadonlySet<string> | null): PlacedAnswer[] => {
  const desk = new Assessor(view, compiled)
  const answers: PlacedAnswer[] = []
  for (const person of view.persons)
    for (const one of compiled.bearings) {
      const { element } = one.bearing
      if (elements !== null && !elements.has(element)) continue
      for (const unit of view.units(one.spread, person)) {
        const answer: Answer = desk.answer(one, unit)
        answers.push({ element, person: person.id, state: unit.state, custody: unit.custody?.id ?? null, answer })
      }
    }
  return answers
}
