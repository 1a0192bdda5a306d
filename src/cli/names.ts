/** `names compare` tells for two writings per line whether they are one name; `names explain` shows every reading of one. */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { refuse } from '../basics/refusal.ts'
import { comparePersonNames } from '../domain/people/compare-names.ts'
import { explainName } from '../domain/people/explain-name.ts'

export const help = `names compare [FILE] [--json]   two names per line, separated by a tab; without FILE from standard input
names explain NAME [--json]     every way the name can be read
`

/** Writes to `out`; answers the exit code. A line without exactly two names is refused with its number. */
export const run = async (argv: string[], out: Writable, input?: Readable): Promise<number> => {
  const json = argv.includes('--json')
  const words = argv.filter((word) => word !== '--json')
  const unknown = words.find((word) => word.startsWith('--') && word !== '--help')
  if (unknown !== undefined) return refuse('bad-input', { field: unknown, reason: 'this option is not known here' })
  const [act, ...rest] = words
  if (act === 'compare' && rest.length <= 1) return compare(rest[0] ?? null, json, out, input ?? process.stdin)
  if (act === 'explain' && rest.length > 0) return explain(rest.join(' '), json, out)
  out.write(help)
  return words.length === 0 || words.includes('--help') ? 0 : 1
}

const compare = async (file: string | null, json: boolean, out: Writable, input: Readable): Promise<number> => {
  const source = file === null || file === '-' ? input : createReadStream(file, 'utf8')
  const failed = new Promise<never>((_, reject) => source.once('error', reject))
  failed.catch(() => undefined)
  try {
    await Promise.race([failed, compareLines(source, file, json, out)])
  } catch (error) {
    if (file !== null && (error as NodeJS.ErrnoException).code !== undefined && !('status' in (error as object)))
      return refuse('bad-file', { reason: `${(error as NodeJS.ErrnoException).code}` }, { file })
    throw error
  }
  return 0
}

const compareLines = async (source: Readable, file: string | null, json: boolean, out: Writable): Promise<void> => {
  let line = 0
  for await (const raw of createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++
    const text = line === 1 ? raw.replace(/^\uFEFF/, '') : raw
    if (text.trim() === '') continue
    if (text.includes('\ufffd'))
      return refuse(
        'bad-file',
        { reason: `line ${line} is not written in UTF-8; save the file as UTF-8 (not EUC-KR, GBK or UTF-16)` },
        { ...(file === null ? {} : { file }), line },
      )
    const fields = text.split('\t')
    const [a, b] = fields
    if (fields.length !== 2 || a === undefined || b === undefined || a.trim() === '' || b.trim() === '')
      return refuse(
        'bad-file',
        {
          reason: `line ${line} has ${fields.length === 2 ? 'an empty name' : fields.length === 1 ? '1 column' : `${fields.length} columns`}; two names with one tab between them are needed`,
        },
        { ...(file === null ? {} : { file }), line },
      )
    const { answer, reason } = comparePersonNames(a, b)
    out.write(json ? `${JSON.stringify({ a, b, answer, reason: reason.en })}\n` : `${answer}\t${a}\t${b}\t${reason.en}\n`)
  }
}

const explain = (name: string, json: boolean, out: Writable): number => {
  const explained = explainName(name)
  if (json) {
    out.write(`${JSON.stringify(explained)}\n`)
    return 0
  }
  for (const { writing, order, share, slots } of explained.readings) {
    out.write(`${writing}: ${order}, ${share >= 0.5 ? 'likely' : share >= 0.1 ? 'possible' : 'unlikely'}\n`)
    for (const slot of slots) {
      const syllables = [...new Set(slot.ways.map((way) => way.hangul))]
      const ways =
        syllables
          .map((hangul) =>
            slot.ways
              .filter((way) => way.hangul === hangul)
              .map((way) => way.says.en.replace(new RegExp(` of ${hangul}$`), ''))
              .join(', ')
              .concat(` of ${hangul}`),
          )
          .join('; ') || 'as written'
      out.write(`  ${slot.place === 'family' ? 'family' : 'given '} ${slot.text}: ${ways}\n`)
    }
  }
  if (explained.readings.length === 0) out.write('nothing to read\n')
  else out.write(`search keys: ${explained.keys.join(', ')}\n`)
  return 0
}
