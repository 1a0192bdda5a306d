/** Identifiers: random UUIDs, each kind with its own type so that a person is never passed where a case is meant. */
import { refuse } from './refusal.ts'

declare const kind: unique symbol
export type Id<K extends string> = string & { readonly [kind]: K }
export type OfficeId = Id<'office'>
export type MemberId = Id<'member'>
export type CaseId = Id<'case'>
export type PersonId = Id<'person'>
export type AccountId = Id<'account'>
export type FactId = Id<'fact'>
export type ExhibitId = Id<'exhibit'>
export type CustodyId = Id<'custody'>
export type FindingId = Id<'finding'>
export type DocumentId = Id<'document'>
export type FilingId = Id<'filing'>

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Reads a UUID that came from outside. Refuses with not-found: a malformed id and a foreign one must look the same. */
export const idFrom = <K extends string>(value: unknown): Id<K> =>
  typeof value === 'string' && uuid.test(value) ? (value as Id<K>) : refuse('not-found')
