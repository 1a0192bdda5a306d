/** Gathers the faults of a file so that a person mends them in one go, each with file, line and reason. */
import { Refusal } from '../basics/refusal.ts'

export type Fault = { file: string; line: number; field: string; reason: string }

/** The refusal of a whole file: place names the first fault, faults lists all. */
export class BadFile extends Refusal {
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    const first = faults[0]!
    const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''
    super(
      'bad-file',
      { reason: `${first.file}:${first.line}: ${first.reason}${more}` },
      { file: first.file, line: first.line, field: first.field },
    )
    this.name = 'BadFile'
    this.faults = faults
  }
}

export type FaultList = {
  /** Runs one reading; a refusal is kept and null given, so that the rest can still be read. */
  attempt<T>(read: () => T): T | null
  /** The readings of all parts that could be read. */
  each<A, T>(parts: readonly A[], read: (part: A) => T): T[]
  /** Throws BadFile when anything was refused. */
  refuseIfAny(): void
}

export const faultList = (): FaultList => {
  const faults: Fault[] = []
  const attempt = <T>(read: () => T): T | null => {
    try {
      return read()
    } catch (error) {
      if (error instanceof BadFile) faults.push(...error.faults)
      else if (error instanceof Refusal)
        faults.push({
          file: error.place?.file ?? '',
          line: error.place?.line ?? 1,
          field: error.place?.field ?? '',
          reason: error.values['reason'] ?? error.message,
        })
      else throw error
      return null
    }
  }
  return {
    attempt,
    each: (parts, read) => parts.flatMap((part) => attempt(() => [read(part)]) ?? []),
    refuseIfAny: () => {
      if (faults.length > 0) throw new BadFile([...faults].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line))
    },
  }
}
