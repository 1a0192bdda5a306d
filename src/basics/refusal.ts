/** A refusal tells a person what was wrong and what to do; it is the only error that leaves the house. */
import { refusals } from './refusals.ts'

export type RefusalCode = keyof typeof refusals

/** Where in a file or form the fault lies: line and column count from 1; field is a dotted path. */
export type RefusalPlace = { file?: string; line?: number; column?: number; field?: string }

export class Refusal extends Error {
  readonly code: RefusalCode
  readonly status: number
  readonly todo: string
  readonly place: RefusalPlace | null
  /** Fill-ins of the sentence; never personal data: they reach logs and answers. */
  readonly values: Readonly<Record<string, string>>

  constructor(code: RefusalCode, values: Record<string, string> = {}, place: RefusalPlace | null = null) {
    const entry = refusals[code]
    super(fill(entry.what, values))
    this.name = 'Refusal'
    this.code = code
    this.status = entry.status
    this.todo = fill(entry.todo, values)
    this.place = place
    this.values = values
  }
}

export const refuse = (code: RefusalCode, values: Record<string, string> = {}, place: RefusalPlace | null = null): never => {
  throw new Refusal(code, values, place)
}

const fill = (sentence: string, values: Record<string, string>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
