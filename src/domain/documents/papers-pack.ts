/** The sentences of outward papers as data: what each kind of fact says in formal English, what each part of a paper begins with, and the words for choices. */
import type { Certainty, Citation } from '../../basics/source.ts'
import type { StateCode } from '../people/person.ts'

/** A duty that a treaty lays on a State: pleaded only where it binds that State on the day, and only beside facts that call for it. */
export type Duty = {
  id: string
  instrument: string
  article: string
  /** host = the State in whose hands the person is or was; origin = the State of origin; any = both. */
  side: 'host' | 'origin' | 'any'
  kinds: readonly string[]
  /** Third person singular after “{Article}”; the second form is used as long as the article's text is unverified. */
  plain: string
  understood: string
}

/** Custom, declarations and soft law: argued apart from treaties, never as binding text. */
export type Argument = {
  id: string
  side: 'host' | 'origin' | 'any'
  bodies: readonly string[]
  kinds: readonly string[]
  text: string
  citations: readonly Citation[]
}

/** A sentence of the pack with what it rests on. states = only where one of these is addressed; null = always. A sentence without citation is a frame and asserts nothing. */
export type Said = { text: string; citations: readonly Citation[]; states: readonly StateCode[] | null }

/** One indicator of credibility: which kinds of fact speak to it, and what the officer weighs. */
export type Indicator = { id: string; label: string; for: readonly string[]; against: readonly string[]; question: string }

/** A sentence that pleads one element, once the assessment shows it. */
export type Plea = { element: string; text: string }

/** A request or question, the facts it rests on, and the facts that make it idle. */
export type Asked = { text: string; kinds: readonly string[]; unless: readonly string[] }

export type PaperPart = string

export type PapersPack = {
  language: string
  /** fact kind → sentence template. */
  facts: Readonly<Record<string, string>>
  /** choice list or attribute → value → words. */
  words: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Words where the file does not say: authority → “the authorities”. */
  fallback: Readonly<Record<string, string>>
  /** body id → title of its paper, and the recipient as a sentence names it. */
  titles: Readonly<Record<string, string>>
  recipients: Readonly<Record<string, string>>
  states: Readonly<Record<StateCode, { name: string; full: string; people: string }>>
  /** Named sets of fact kinds that a part tells together. */
  sets: Readonly<Record<string, readonly string[]>>
  /** body id → parts of each section, in the order of the outline. */
  parts: Readonly<Record<string, readonly (readonly PaperPart[])[]>>
  /** Single sentences of the frame: leads, consent, submitter … */
  lines: Readonly<Record<string, string>>
  duties: readonly Duty[]
  arguments: readonly Argument[]
  mandates: Readonly<Record<string, string>>
  /** profile id → why a State would act against this person. */
  profiles: Readonly<Record<string, string>>
  /** WGAD category → how it is pleaded. */
  categories: Readonly<Record<string, { elements: readonly string[]; text: string; certainty: Certainty; source: string }>>
  /** request id → sentence, and the kinds of fact it rests on. */
  requests: Readonly<Record<string, Asked>>
  /** body id → requests made when the file names none. */
  requestsOf: Readonly<Record<string, readonly string[]>>
  /** body id → instruments it may be asked about; absent = all that bind. */
  instrumentsOf: Readonly<Record<string, readonly string[]>>
  questions: Readonly<Record<string, Asked>>
  /** body id → questions it takes; absent = all. */
  questionsOf: Readonly<Record<string, readonly string[]>>
  /** KEY of a part said:KEY, or body.condition → sentences. */
  said: Readonly<Record<string, readonly Said[]>>
  /** instrument → the Committee that watches over it. */
  committees: Readonly<Record<string, string>>
  indicators: readonly Indicator[]
  /** body id → elements pleaded on the merits. */
  pleas: Readonly<Record<string, readonly Plea[]>>
  /** answer of an assessment line → words. */
  answers: Readonly<Record<string, string>>
  competence: string
  /** Texts on an agreement between a State and the body, each for some papers. */
  agreement: readonly { text: string; bodies: readonly string[]; states: readonly StateCode[] | null; citations: readonly Citation[] }[]
  question: { text: string; citations: readonly Citation[] } | null
  hurdles: readonly { text: string; citations: readonly Citation[] }[]
  /** source key of the packs → name as a footnote gives it. */
  sourceNames: Readonly<Record<string, string>>
}
