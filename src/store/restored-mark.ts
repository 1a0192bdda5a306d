/** What restoring leaves in the data folder until the desk is next unlocked: only then can the log take a line. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** size and head: length of the restored log and its newest hash, in hex. made: when the backup was. */
export type RestoredMark = { made: string; size: number; head: string }
const path = (dataFolder: string): string => join(dataFolder, 'restored.json')

export const leaveRestoredMark = (dataFolder: string, mark: RestoredMark): void =>
  writeFileSync(path(dataFolder), JSON.stringify(mark), { mode: 0o600, flush: true })

export const findRestoredMark = (dataFolder: string): RestoredMark | null =>
  existsSync(path(dataFolder)) ? (JSON.parse(readFileSync(path(dataFolder), 'utf8')) as RestoredMark) : null

export const dropRestoredMark = (dataFolder: string): void => rmSync(path(dataFolder), { force: true })
