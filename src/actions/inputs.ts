/** The parts from which the inputs of acts are made; each refuses with the field and what to write instead. */
import { z } from 'zod'
import type { Day, Instant } from '../basics/clock.ts'
import { idFrom } from '../basics/id.ts'
import { type PartialDate, partialDateFrom } from '../basics/partial-date.ts'

/** Nothing is trimmed or normalised that a person said; lengths are generous and bounded. */
export const words = (most = 2_000) => z.string().max(most)
export const someWords = (most = 2_000) => z.string().min(1).max(most)
export const id = <K extends string>() => z.string().transform((value) => idFrom<K>(value))
/** Ids that point into the same case; malformed ones read like unknown ones. */
export const shortText = z.string().min(1).max(200)
export const partialDate = z
  .string()
  .max(60)
  .transform((value): PartialDate => partialDateFrom(value))
export const day = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a day such as 2026-11-24 expected')
  .transform((value) => value as Day)
export const instant = z.iso.datetime().transform((value) => new Date(value).toISOString() as Instant)
/** ISO 3166-1 alpha-3. */
export const state = z.string().regex(/^[A-Z]{3}$/, 'a three-letter State code expected')
export const sex = z.enum(['F', 'M', 'X', 'unknown'])
export const tri = z.enum(['yes', 'no', 'unknown', 'refused', 'not-asked'])
export const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as ko expected')
export const script = z.enum(['hangul', 'hanja', 'latin', 'cyrillic', 'other'])
export const hand = z.enum(['first', 'second', 'public-source'])
export const span = z.object({ account: id<'account'>(), start: z.int().min(0), end: z.int().min(1), quote: z.string().min(1).max(20_000) })
