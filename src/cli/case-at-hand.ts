/** Opens a plain case file for the shell: reads its situation, that pack, and the file itself. Needs no server and no vault. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { refuse } from '../basics/refusal.ts'
import type { CaseRecord } from '../domain/law/case-record.ts'
import type { LawPack } from '../domain/law/pack.ts'
import { readCaseFile, situationOf } from '../formats/case-file.ts'
import { BadFile } from '../formats/faults.ts'
import { keptPack } from '../formats/kept-pack.ts'
import { projectRoot } from './project-root.ts'

export const packsFolder = (): string => join(projectRoot(), 'packs')

/** Kept beside the built program; packs/ is read again as soon as one of its files changes. */
export const packAtHand = (situation: string): LawPack => keptPack(packsFolder(), situation, join(projectRoot(), 'dist', 'packs'))

export const caseAtHand = (file: string): { record: CaseRecord; pack: LawPack } => {
  if (!existsSync(file)) return refuse('bad-file', { reason: 'there is no such file' }, { file })
  const text = readFileSync(file, 'utf8')
  const pack = packAtHand(situationOf(text, file))
  return { record: readCaseFile(text, file, pack).record, pack }
}

/** All faults of a file, one a line, as an editor can jump to them. */
export const faultLines = (error: BadFile): string => error.faults.map((one) => `${one.file}:${one.line}: ${one.reason}`).join('\n')

/** Runs one command; a bad file is told fault by fault and answers 2. */
export const tellingFaults = async (out: NodeJS.WritableStream, run: () => Promise<number>): Promise<number> => {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof BadFile)) throw error
    out.write(`${faultLines(error)}\n${error.faults.length === 1 ? 'One fault' : `${error.faults.length} faults`}. ${error.todo}\n`)
    return 2
  }
}
