/** Takes the log out so that anybody can verify it: only ids, acts and commitments, nothing that a person said. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { refuse } from '../basics/refusal.ts'
import { findHeadNote, logPage } from '../store/audit.ts'
import { snapshot, withKeeper } from '../store/keeper.ts'
import { findDeskRecord } from '../store/vault-record.ts'
import { newMachineSecret } from '../vault/new-id.ts'
import { dataFolderOf, teamKeeper } from './data-folder.ts'
import { projectRoot } from './project-root.ts'

const pageSize = 2_000

export const run = async (argv: string[], out: NodeJS.WritableStream): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { to: { type: 'string' }, data: { type: 'string' } },
  })
  if (positionals.length !== 1 || positionals[0] !== 'export' || !values.to)
    return refuse('bad-command', { reason: 'log export needs --to FOLDER' })
  const to = resolve(values.to)
  if (existsSync(to)) refuse('file-exists', { file: to })
  const say = (line: string) => void out.write(`${line}\n`)
  const half = `${to}.half`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { recursive: true, mode: 0o700 })
  try {
    const entries = await withKeeper(
      { dataFolder: dataFolderOf(values.data), projectRoot: projectRoot(), server: teamKeeper(), randomWord: newMachineSecret, say },
      (logIn) =>
        snapshot(logIn, async (tx) => {
          const record = (await findDeskRecord(tx)) ?? refuse('not-set-up')
          const lines = await open(join(half, 'log.jsonl'), 'w', 0o600)
          let after = 0
          try {
            for (;;) {
              const page = await logPage(tx, record.office, after, pageSize)
              if (page.length === 0) break
              await lines.write(page.map(({ line }) => `${line}\n`).join(''))
              after = page.at(-1)!.seq
            }
          } finally {
            await lines.close()
          }
          writeFileSync(join(half, 'head.note'), (await findHeadNote(tx, record.office)) ?? '', { mode: 0o600 })
          writeFileSync(join(half, 'public-key.txt'), `${record.logPublicKey}\n`, { mode: 0o600 })
          return after
        }),
    )
    renameSync(half, to)
    say(
      `${entries} entries in ${to}.\nVerify them anywhere: ./article33 verify ${to} --head A-HEAD-KEPT-EARLIER. Keep head.note: it is the head of today.`,
    )
    return 0
  } finally {
    rmSync(half, { recursive: true, force: true })
  }
}
