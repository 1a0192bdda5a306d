/** Lines about reading are committed before the answer leaves, many readers to one commit, so that nobody reads unlogged and nobody queues behind one disk sync each. */
import type { Instant } from '../basics/clock.ts'
import type { OfficeId } from '../basics/id.ts'
import { appendLines, type LogLine } from '../store/audit.ts'
import type { Database } from '../store/database.ts'
import type { OpenVault } from '../vault/open-vault.ts'

export type ReadLog = { note(line: LogLine): Promise<void> }

export const openReadLog = (database: Database, vault: OpenVault, office: OfficeId, now: () => Instant): ReadLog => {
  let waiting: { line: LogLine; done: () => void; failed: (error: unknown) => void }[] = []
  let writing = false
  const write = async (): Promise<void> => {
    if (writing) return
    writing = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      try {
        await database.transaction({ office, member: null }, (tx) =>
          appendLines(
            tx,
            vault,
            office,
            batch.map((entry) => entry.line),
            now(),
          ),
        )
        for (const entry of batch) entry.done()
      } catch (error) {
        for (const entry of batch) entry.failed(error)
      }
    }
    writing = false
  }
  return {
    note: (line) =>
      new Promise<void>((done, failed) => {
        waiting.push({ line, done, failed })
        void write()
      }),
  }
}
