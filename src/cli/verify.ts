/** Checks an exported log without server or database, and says what was changed and where the first wrong entry stands. */
// Independent on purpose: nothing of the vault is imported, so that a fault there cannot hide itself here. Only node:crypto and reading.
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const kinds = {
  altered: 'An entry was changed after it was written.',
  deleted: 'An entry is missing from the middle of the log.',
  inserted: 'Two different entries claim one place.',
  duplicated: 'An entry stands in the log twice.',
  reordered: 'Entries stand in another order than they were written.',
  truncated: 'The log ends before a signed head says it does.',
  rewritten: 'The entries fit each other but not the signed head: they were written anew without the key.',
  're-signed': 'A head that was kept earlier is not part of this log: it was written anew and signed with the key.',
  'forked-heads': 'The key has signed two different logs of the same length.',
  'replayed-head': 'The head is older than the log: what follows it is not signed.',
  'bad-signature': 'The signature of the head is not valid.',
  'other-key': 'A kept head was signed by another key than this export shows.',
  'details-changed': 'The details beside an entry are not those it was written with.',
  'file-changed': 'A file is not the one whose hash was taken.',
  unreadable: 'The export is incomplete or is not an export of a log.',
} as const
export type Kind = keyof typeof kinds
/** seq is the first wrong entry, to the last it can be; both null when no entry is at fault. */
export type Verdict = { ok: true; entries: number; origin: string } | { ok: false; kind: Kind; seq: number | null; to: number | null }
export type Export = {
  log: string
  head: string
  publicKey: string
  heads: string[]
  kept: string[]
  openings: string
  files: { name: string; sha256: string }[]
}

type Entry = Record<'action' | 'actor' | 'at' | 'details' | 'hash' | 'object' | 'outcome' | 'prev', string> & { seq: number }
type Head = { size: number; root: string }

const bad = (kind: Kind, seq: number | null = null, to: number | null = seq): Verdict => ({ ok: false, kind, seq, to })
const sha256 = (...parts: (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** RFC 8785 for what a log holds. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const record = value as Record<string, unknown>
  const parts = Object.keys(record)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(record[name])}`)
  return `{${parts.join(',')}}`
}

/** Null unless the line is a canonical entry whose own hash is right. */
const entryFrom = (line: string): Entry | null => {
  try {
    const entry = JSON.parse(line) as Entry
    if (Object.keys(entry).join() !== 'action,actor,at,details,hash,object,outcome,prev,seq' || canonical(entry) !== line) return null
    if (!Number.isSafeInteger(entry.seq) || entry.seq < 1 || !/^[0-9a-f]{64}$/.test(entry.prev)) return null
    const { hash, prev, ...rest } = entry
    return sha256('article33|log|v1\n', Buffer.from(prev, 'hex'), canonical(rest)).toString('hex') === hash ? entry : null
  } catch {
    return null
  }
}

/** What the lines alone show: each by itself, their numbers, and the chain. */
const chainFault = (entries: (Entry | null)[]): Verdict | null => {
  const at = new Map<number, number[]>()
  for (const [index, entry] of entries.entries()) if (entry) at.set(entry.seq, [...(at.get(entry.seq) ?? []), index])
  let stop = entries.length
  let fault: Verdict | null = null
  for (const [index, entry] of entries.entries()) {
    if (entry?.seq === index + 1) continue
    stop = index
    fault = entry ? misplaced(entries, at, index, entry) : bad('altered', index + 1)
    break
  }
  let prev = '0'.repeat(64)
  for (let index = 0; index < stop; index++) {
    const entry = entries[index]!
    if (entry.prev !== prev) {
      // Either this entry lies about what came before it, or the one before is not what it was: the entry after tells.
      const after = entries[index + 1]
      const self = index === 0 || (after !== undefined && after?.prev !== entry.hash)
      const seq = self ? index + 1 : index
      return fault && !fault.ok && fault.seq !== null && fault.seq <= seq ? fault : bad('altered', seq)
    }
    prev = entry.hash
  }
  return fault
}

const misplaced = (entries: (Entry | null)[], at: Map<number, number[]>, index: number, entry: Entry): Verdict => {
  const expected = index + 1
  const twin = at.get(entry.seq)!.find((other) => other !== index)
  if (twin !== undefined) {
    const same = entries[twin]!.hash === entry.hash
    return same ? bad('duplicated', expected) : bad('inserted', Math.min(expected, entry.seq))
  }
  if (!at.has(expected)) return bad('deleted', expected)
  // Numbered past the end while nothing is missing: it was put in. Otherwise it was moved.
  return entry.seq > entries.length ? bad('inserted', expected) : bad('reordered', expected)
}

/** RFC 6962 roots of the first n entries, for each n asked, in one pass. */
const rootsAt = (entries: Entry[], sizes: Set<number>): Map<number, string> => {
  const found = new Map<number, string>()
  const stack: Buffer[] = []
  const note = (size: number) => {
    if (!sizes.has(size)) return
    const root = stack.length === 0 ? sha256() : stack.slice(0, -1).reduceRight((right, left) => sha256('\x01', left, right), stack.at(-1)!)
    found.set(size, root.toString('base64'))
  }
  note(0)
  for (const [index, entry] of entries.entries()) {
    let hash = sha256('\x00', Buffer.from(entry.hash, 'hex'))
    for (let size = index; size % 2 === 1; size = (size - 1) / 2) hash = sha256('\x01', stack.pop()!, hash)
    stack.push(hash)
    note(index + 1)
  }
  return found
}

/** A verifier key name+id+base64(1 ‖ key) as C2SP signed-note has it; null when malformed. */
const keyFrom = (text: string): { name: string; id: string; key: Buffer } | null => {
  const found = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]{44})$/.exec(text.trim())
  const bytes = Buffer.from(found?.[3] ?? '', 'base64')
  if (!found || bytes.length !== 33 || bytes[0] !== 1) return null
  const id = sha256(`${found[1]}\n`, bytes).subarray(0, 4).toString('hex')
  return id === found[2] ? { name: found[1]!, id, key: bytes.subarray(1) } : null
}

const headFrom = (note: string, key: { name: string; id: string; key: Buffer }): Head | null => {
  const found = /^([^\s+]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n\n— (\S+) ([A-Za-z0-9+/]+={0,2})\n$/.exec(note)
  if (!found || found[1] !== key.name || found[4] !== key.name) return null
  const signed = Buffer.from(found[5]!, 'base64')
  if (signed.length !== 68 || signed.toString('base64') !== found[5] || signed.subarray(0, 4).toString('hex') !== key.id) return null
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key.key])
  const text = Buffer.from(note.slice(0, note.indexOf('\n\n') + 1), 'utf8')
  const right = verifySignature(null, text, createPublicKey({ key: spki, format: 'der', type: 'spki' }), signed.subarray(4))
  return right ? { size: Number(found[2]), root: found[3]! } : null
}

export const verifyExport = (given: Export): Verdict => {
  const lines = given.log.split('\n')
  const last = lines.pop()
  const parsed = lines.map(entryFrom)
  // A last line without its line break was cut or changed.
  if (last !== '') parsed.push(null)
  const chain = chainFault(parsed)
  if (chain) return chain
  const entries = parsed as Entry[]
  const n = entries.length
  const key = keyFrom(given.publicKey)
  const head = key && headFrom(given.head, key)
  if (!key || !head) return bad('bad-signature')
  const own = given.heads.map((note) => headFrom(note, key))
  if (own.includes(null)) return bad('bad-signature')
  const kept = given.kept.map((note) => headFrom(note, key))
  if (kept.includes(null)) return bad('other-key')
  return (
    headFault(entries, head, own as Head[], kept as Head[]) ?? besideFault(entries, given) ?? { ok: true, entries: n, origin: key.name }
  )
}

/** What the signed heads show, the export's own and those kept elsewhere. */
const headFault = (entries: Entry[], head: Head, own: Head[], kept: Head[]): Verdict | null => {
  const n = entries.length
  const all = [head, ...own, ...kept].sort((a, b) => a.size - b.size)
  const roots = rootsAt(entries, new Set(all.map((one) => one.size)))
  const holds = (one: Head): boolean => roots.get(one.size) === one.root
  const lastGood = (heads: Head[], below: number): number =>
    Math.max(0, ...heads.filter((one) => one.size < below && holds(one)).map((one) => one.size))
  for (const [at, one] of all.entries()) {
    const next = all[at + 1]
    if (next?.size === one.size && next.root !== one.root) return bad('forked-heads', 1, one.size)
  }
  for (const one of all) {
    if (one.size > n) return bad('truncated', n + 1, one.size)
    // Who has the key can sign every head of the export anew; then only heads kept elsewhere bound the place.
    const signedAnew = holds(head)
    if (!holds(one)) return bad(signedAnew ? 're-signed' : 'rewritten', lastGood(signedAnew ? kept : all, one.size) + 1, one.size)
  }
  return head.size < n ? bad('replayed-head', head.size + 1, n) : null
}

/** What lies beside the log: opened details and files. */
const besideFault = (entries: Entry[], given: Export): Verdict | null => {
  const lines = given.openings.split('\n').filter(Boolean)
  const mentioned = new Map<string, number>()
  for (const line of lines) {
    const opening = openingFrom(line)
    const entry = entries[(opening?.seq ?? 0) - 1]
    if (!opening || !entry) return bad('details-changed')
    const text = canonical(opening.details)
    if (sha256(Buffer.from(opening.salt, 'hex'), text).toString('hex') !== entry.details) return bad('details-changed', opening.seq)
    for (const hash of text.match(/\b[0-9a-f]{64}\b/g) ?? []) if (!mentioned.has(hash)) mentioned.set(hash, opening.seq)
  }
  const changed = given.files.find((file) => file.name !== file.sha256)
  return changed ? bad('file-changed', mentioned.get(changed.name) ?? null) : null
}

const openingFrom = (line: string): { seq: number; salt: string; details: unknown } | null => {
  try {
    const opening = JSON.parse(line)
    return Object.keys(opening).join() === 'details,salt,seq' && /^([0-9a-f]{2})+$/.test(opening.salt) && canonical(opening) === line
      ? opening
      : null
  } catch {
    return null
  }
}

const read = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '')
const hashOfFile = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

/** A folder with log.jsonl, head.note, public-key.txt and perhaps heads/, openings.jsonl, files/ (each named by its SHA-256); or the log.jsonl in it. */
export const readExport = async (path: string, keptPaths: readonly string[], keyPath: string | null): Promise<Export | null> => {
  if (!existsSync(path)) return null
  const folder = statSync(path).isDirectory() ? path : dirname(path)
  const logPath = folder === path ? join(path, 'log.jsonl') : path
  if (!existsSync(logPath)) return null
  const list = (name: string): string[] => (existsSync(join(folder, name)) ? readdirSync(join(folder, name)).sort() : [])
  const files: Export['files'] = []
  for (const name of list('files')) files.push({ name, sha256: await hashOfFile(join(folder, 'files', name)) })
  return {
    log: read(logPath),
    head: read(join(folder, 'head.note')),
    publicKey: read(keyPath ?? join(folder, 'public-key.txt')),
    heads: list('heads').map((name) => read(join(folder, 'heads', name))),
    kept: keptPaths.map(read),
    openings: read(join(folder, 'openings.jsonl')),
    files,
  }
}

const usage = `article33 verify FOLDER_OR_LOG [--head FILE]… [--key FILE] [--json]
Checks an exported log. Give every head you kept from earlier: only they show a log that was cut short or signed anew.
Ends with 0 when nothing was changed, 1 when something was, 2 when it cannot be read.`

/** Answers the exit code; `out` takes one line at a time. */
export const run = async (argv: readonly string[], out: (line: string) => void): Promise<number> => {
  const kept: string[] = []
  let path: string | null = null
  let keyPath: string | null = null
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at]!
    if (word === '--head' && argv[at + 1]) kept.push(argv[++at]!)
    else if (word === '--key' && argv[at + 1]) keyPath = argv[++at]!
    else if (word !== '--json' && !word.startsWith('-') && path === null) path = word
    else if (word !== '--json') {
      out(usage)
      return word === '--help' || word === '-h' ? 0 : 2
    }
  }
  if (path === null) {
    out(usage)
    return 2
  }
  const missing = [...kept, ...(keyPath ? [keyPath] : [])].find((file) => !existsSync(file))
  const given = missing ? null : await readExport(path, kept, keyPath)
  const verdict = given ? verifyExport(given) : bad('unreadable')
  if (argv.includes('--json')) out(JSON.stringify(verdict))
  else if (verdict.ok) {
    out(
      `OK: ${verdict.entries} entries of ${verdict.origin}, chained, counted and signed; ${kept.length} kept ${kept.length === 1 ? 'head' : 'heads'} agree.`,
    )
    if (kept.length === 0)
      out('No kept head was given: a log that was cut short or signed anew with the key cannot be told from an honest one.')
  } else {
    const place =
      verdict.seq === null
        ? ''
        : verdict.seq === verdict.to
          ? ` at entry ${verdict.seq}`
          : ` between entries ${verdict.seq} and ${verdict.to}`
    out(`BAD: ${verdict.kind}${place}. ${kinds[verdict.kind]}${missing ? ` Not found: ${missing}` : ''}`)
  }
  return verdict.ok ? 0 : verdict.kind === 'unreadable' ? 2 : 1
}
