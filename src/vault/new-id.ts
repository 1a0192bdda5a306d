/** Random identifiers and secrets for the machine itself. Version 4: version 7 would give away the millisecond that stored times are rounded to hide. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { Id } from '../basics/id.ts'

export const newId = <K extends string>(): Id<K> => randomUUID() as Id<K>

/** 192 random bits in hex, for the passwords of the database's own roles. */
export const newMachineSecret = (): string => randomBytes(24).toString('hex')
