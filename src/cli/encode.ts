/** `encode LIST --key KEY --out OUT`: turns a list of people into encodings that a partner with the same key can compare with theirs. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { refuse } from '../basics/refusal.ts'
import { encodedList } from '../formats/encode-list.ts'
import { encodingKeyFrom, newEncodingKey } from '../vault/encoding.ts'
import { listOf, listOptions } from './list-options.ts'

const usage = `article33 encode LIST --key KEY --out OUT [--sheet NAME] [--column MEANING=HEADING]…
article33 encode --new-key KEY
The key (64 hexadecimal digits) is made once and given to the partner by another way than the encodings; whoever holds it can test guesses.
Without it an encoding still tells how alike two persons are. Never send encodings to anyone who may have, or may get, the key and should not have the list.
`

export const run = async (argv: string[], out: NodeJS.WritableStream): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      key: { type: 'string' },
      out: { type: 'string' },
      'new-key': { type: 'string' },
      ...listOptions,
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values['new-key'] !== undefined) {
    if (existsSync(values['new-key']))
      refuse('bad-input', { field: '--new-key', reason: 'there is a file of that name already; a key is never overwritten' })
    writeFileSync(values['new-key'], `${newEncodingKey().toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
    out.write(`${values['new-key']} holds a new key. Give it to the partner in person or by another channel than the encodings.\n`)
    return 0
  }
  const [file] = positionals
  if (values.help || file === undefined || values.key === undefined || values.out === undefined) {
    out.write(usage)
    return values.help ? 0 : 2
  }
  const { file: bytes, people, leftOut } = encodedList(listOf(file, 'a', values), keyIn(values.key), told)
  writeFileSync(values.out, bytes, { mode: 0o600 })
  out.write(
    `${people.toLocaleString('en')} people encoded into ${values.out}; ${leftOut.toLocaleString('en')} left out, for they have no name or no year of birth.\n`,
  )
  return 0
}

let last = ''
const told = (step: string, share: number): void => {
  const line = `${step} … ${Math.round(share * 20) * 5} %`
  if (line !== last) process.stderr.write(`${line}\n`)
  last = line
}

const keyIn = (file: string): Buffer => {
  let text = ''
  try {
    text = readFileSync(file, 'utf8').trim()
  } catch {
    refuse('bad-file', { reason: 'the key cannot be opened' }, { file })
  }
  return (
    encodingKeyFrom(text) ??
    refuse('bad-file', { reason: 'a key is 64 hexadecimal digits or more drawn by chance: make one with encode --new-key' }, { file })
  )
}
