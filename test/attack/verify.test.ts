/** Fourteen ways to falsify a log, twenty of each, against two verifiers that share no code; and honest logs, which neither may accuse. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '../../src/basics/clock.ts'
import { readExport, run, type Verdict, verifyExport } from '../../src/cli/verify.ts'
import {
  type AuditEntry,
  type ChainedEntry,
  chained,
  detailsCommitment,
  genesis,
  leafOf,
  logLine,
  publicKeyText,
  signHead,
} from '../../src/vault/audit.ts'
import { merkleRoot } from '../../src/vault/merkle.ts'
import type { OpenVault } from '../../src/vault/open-vault.ts'
import { createRoot } from '../../src/vault/root.ts'

const seed = 20261124
let state = seed
const chance = (below: number): number => {
  state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
  return ((state ^ (state >>> 13)) >>> 0) % below
}
const between = (low: number, high: number) => low + chance(high - low + 1)

let vault: OpenVault
const root = mkdtempSync(join(tmpdir(), 'verify-test-'))
beforeAll(async () => {
  ;({ vault } = await createRoot({ passphrase: 'seven lamps over a quiet river', cost: { memory: 1024, passes: 1 } }))
})
afterAll(() => rmSync(root, { recursive: true }))

type Made = { entries: ChainedEntry[]; openings: string[]; files: Map<string, Uint8Array>; heads: string[]; head: string; kept: string[] }
const headOf = (entries: readonly ChainedEntry[]) => signHead(vault, { size: entries.length, root: merkleRoot(entries.map(leafOf)) })
const rechained = (entries: readonly AuditEntry[]): ChainedEntry[] => {
  let prev = genesis
  return entries.map((entry) => {
    const next = chained(prev, entry)
    prev = next.hash
    return next
  })
}

/** An honest log: every eighth entry adds a file, every fourth has opened details; a head every 32 entries, one of them kept elsewhere. */
const honest = (size: number): Made => {
  const openings: string[] = []
  const files = new Map<string, Uint8Array>()
  const plain: AuditEntry[] = Array.from({ length: size }, (_, at) => {
    const seq = at + 1
    let details: string | null = null
    if (seq % 4 === 1) {
      const bytes = Buffer.from(`evidence ${seq} ${chance(1e9)}`)
      const hash = createHash('sha256').update(bytes).digest('hex')
      if (seq % 8 === 1) files.set(hash, bytes)
      const salt = createHash('sha256').update(`salt ${seq}`).digest()
      const opened = seq % 8 === 1 ? { sha256: hash, size: bytes.length } : { fields: ['names', '생년월일'], note: `n${chance(1e6)}` }
      details = detailsCommitment(salt, opened)
      openings.push(
        `{"details":${seq % 8 === 1 ? `{"sha256":"${hash}","size":${bytes.length}}` : JSON.stringify(opened)},"salt":"${salt.toString('hex')}","seq":${seq}}`,
      )
    }
    const action = ['case.open', 'person.read', 'fact.record', 'session.end'][chance(4)]!
    return {
      seq,
      at: new Date(Date.UTC(2026, 10, 24, 1, 0, seq)).toISOString() as Instant,
      actor: `m${chance(5)}`,
      action,
      object: `c${chance(9)}`,
      outcome: chance(9) ? 'done' : 'refused',
      details,
    }
  })
  const entries = rechained(plain)
  const heads = Array.from({ length: Math.floor(size / 32) }, (_, at) => headOf(entries.slice(0, (at + 1) * 32)))
  return {
    entries,
    openings,
    files,
    heads,
    head: headOf(entries),
    kept: size === 0 ? [] : [headOf(entries.slice(0, Math.ceil(size * 0.8)))],
  }
}

type Laid = { folder: string; kept: string[] }
let count = 0
const lay = (made: Made, log = made.entries.map((entry) => `${logLine(entry)}\n`).join('') as string | Uint8Array): Laid => {
  const folder = join(root, String(count++))
  for (const name of ['', 'heads', 'files', 'kept']) mkdirSync(join(folder, name), { recursive: true })
  const write = (name: string, bytes: string | Uint8Array) => writeFileSync(join(folder, name), bytes)
  write('log.jsonl', log)
  write('head.note', made.head)
  write('public-key.txt', `${publicKeyText(vault.origin, vault.logPublicKey)}\n`)
  write('openings.jsonl', made.openings.map((line) => `${line}\n`).join(''))
  for (const [at, note] of made.heads.entries()) write(`heads/${String(at).padStart(4, '0')}.note`, note)
  for (const [name, bytes] of made.files) write(`files/${name}`, bytes)
  const kept = made.kept.map((note, at) => {
    write(`kept/${at}.note`, note)
    return join(folder, 'kept', `${at}.note`)
  })
  return { folder, kept }
}
const judge = async (laid: Laid): Promise<Verdict> => verifyExport((await readExport(laid.folder, laid.kept, null))!)

/** What a mutation must be called, and where; for root-level kinds the place must lie in the range answered. */
type Case = { laid: Laid; kind: string; seq: number | null; exact: boolean }
const lines = (made: Made) => made.entries.map(logLine)
const firstDifference = (a: readonly string[], b: readonly string[]) => a.findIndex((line, at) => line !== b[at]) + 1 || b.length + 1
const byLines = (made: Made, kind: string, changed: string[]): Case => ({
  laid: lay(made, changed.map((line) => `${line}\n`).join('')),
  kind,
  seq: firstDifference(changed, lines(made)),
  exact: true,
})
const changedAt = (made: Made, seq: number) =>
  rechained(made.entries.map((entry) => (entry.seq === seq ? { ...entry, actor: 'someone else' } : entry)))

const mutations: Record<string, (made: Made) => Case> = {
  'bit flip': (made) => {
    const bytes = Buffer.from(
      lines(made)
        .map((line) => `${line}\n`)
        .join(''),
    )
    const at = chance(bytes.length)
    const seq = bytes.subarray(0, at).filter((byte) => byte === 10).length + 1
    bytes[at]! ^= 1 << chance(8)
    return { laid: lay(made, bytes), kind: 'altered', seq, exact: true }
  },
  delete: (made) => byLines(made, 'deleted', lines(made).toSpliced(chance(made.entries.length - 1), 1)),
  insert: (made) => {
    const at = chance(made.entries.length)
    const forged = chained(at === 0 ? genesis : made.entries[at - 1]!.hash, {
      ...made.entries[at]!,
      seq: chance(3) ? at + 1 : 1e6,
      actor: 'forger',
    })
    return byLines(made, 'inserted', lines(made).toSpliced(at, 0, logLine(forged)))
  },
  duplicate: (made) =>
    byLines(made, 'duplicated', lines(made).toSpliced(chance(made.entries.length + 1), 0, lines(made)[chance(made.entries.length)]!)),
  swap: (made) => {
    const all = lines(made)
    const a = chance(all.length - 1)
    const b = between(a + 1, all.length - 1)
    return byLines(made, 'reordered', all.with(a, all[b]!).with(b, all[a]!))
  },
  reorder: (made) => {
    const all = lines(made)
    const from = chance(all.length - 1)
    const [moved] = all.splice(from, 1)
    return byLines(made, 'reordered', all.toSpliced(between(from + 1, all.length), 0, moved!))
  },
  truncate: (made) => {
    const left = chance(made.entries.length)
    return {
      laid: lay(
        made,
        lines(made)
          .slice(0, left)
          .map((line) => `${line}\n`)
          .join(''),
      ),
      kind: 'truncated',
      seq: left + 1,
      exact: true,
    }
  },
  'truncate with an older head': (made) => {
    const left = chance(Math.ceil(made.entries.length * 0.8))
    const entries = made.entries.slice(0, left)
    return {
      laid: lay({
        ...made,
        entries,
        head: headOf(entries),
        heads: made.heads.slice(0, Math.floor(left / 32)),
        openings: [],
        files: new Map(),
      }),
      kind: 'truncated',
      seq: left + 1,
      exact: true,
    }
  },
  'rewrite and rechain': (made) => {
    const seq = between(1, made.entries.length)
    return { laid: lay({ ...made, entries: changedAt(made, seq) }), kind: 'rewritten', seq, exact: false }
  },
  'rewrite and sign anew': (made) => {
    const seq = between(1, Math.ceil(made.entries.length * 0.8))
    const entries = changedAt(made, seq)
    const heads = made.heads.map((_, at) => headOf(entries.slice(0, (at + 1) * 32)))
    // A kept head as long as one signed anew would be a fork by its definition.
    const size = Math.ceil(made.entries.length * 0.8)
    return {
      laid: lay({ ...made, entries, heads: heads.filter((_, at) => (at + 1) * 32 !== size), head: headOf(entries) }),
      kind: 're-signed',
      seq,
      exact: false,
    }
  },
  'two heads of one length': (made) => {
    const seq = between(1, made.entries.length)
    return { laid: lay({ ...made, kept: [...made.kept, headOf(changedAt(made, seq))] }), kind: 'forked-heads', seq, exact: false }
  },
  'checkpoint replay': (made) => {
    const size = chance(made.entries.length)
    return { laid: lay({ ...made, head: headOf(made.entries.slice(0, size)) }), kind: 'replayed-head', seq: size + 1, exact: false }
  },
  'signature flip': (made) => {
    const bytes = Buffer.from(made.head)
    bytes[chance(bytes.length)]! ^= 1 << chance(8)
    return {
      laid: lay({ ...made, head: bytes.toString('latin1') === made.head ? '' : bytes.toString('utf8') }),
      kind: 'bad-signature',
      seq: null,
      exact: true,
    }
  },
  'details changed': (made) => {
    const at = chance(made.openings.length)
    const seq = (JSON.parse(made.openings[at]!) as { seq: number }).seq
    const openings = made.openings.with(
      at,
      made.openings[at]!.replace(/"(size|note)":("n)?/, (whole) => `${whole}9`),
    )
    return { laid: lay({ ...made, openings }), kind: 'details-changed', seq, exact: true }
  },
  'file changed': (made) => {
    const [name, bytes] = [...made.files][chance(made.files.size)]!
    const changed = Buffer.from(bytes)
    changed[chance(changed.length)]! ^= 1 << chance(8)
    const seq = made.openings
      .map((line) => JSON.parse(line) as { seq: number; details: { sha256?: string } })
      .find((one) => one.details.sha256 === name)!.seq
    return { laid: lay({ ...made, files: new Map(made.files).set(name, changed) }), kind: 'file-changed', seq, exact: true }
  },
}

const python = async (all: readonly Laid[]): Promise<[string, number | null][]> => {
  const child = spawn('python3', [join(import.meta.dirname, 'verify.py')], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(all.map((laid) => `${JSON.stringify(laid)}\n`).join(''))
  const answers: [string, number | null][] = []
  for await (const line of createInterface({ input: child.stdout })) answers.push(JSON.parse(line))
  return answers
}
const short = (verdict: Verdict): [string, number | null] => (verdict.ok ? ['ok', verdict.entries] : [verdict.kind, verdict.seq])

describe('an exported log', () => {
  it.each(Object.keys(mutations))('falsified by %s is found out 20 of 20 times, named and placed, by both verifiers', async (name) => {
    const cases = Array.from({ length: 20 }, () => mutations[name]!(honest(between(5, 70))))
    const second = await python(cases.map((one) => one.laid))
    for (const [at, one] of cases.entries()) {
      const verdict = await judge(one.laid)
      expect([name, at, verdict.ok ? 'ok' : verdict.kind]).toEqual([name, at, one.kind])
      if (verdict.ok) continue
      if (one.exact) expect([name, at, verdict.seq]).toEqual([name, at, one.seq])
      else {
        expect(verdict.seq).toBeLessThanOrEqual(one.seq!)
        expect(verdict.to).toBeGreaterThanOrEqual(one.seq!)
      }
      expect([name, at, second[at]]).toEqual([name, at, short(verdict)])
    }
  })
  it('left as it was is accused 0 of 50 times, by either verifier', async () => {
    const all = [0, 1, 2, 3, 16, 17, 300, ...Array.from({ length: 43 }, () => chance(120))].map((size) => lay(honest(size)))
    const second = await python(all)
    for (const [at, laid] of all.entries()) {
      const verdict = await judge(laid)
      expect(verdict.ok).toBe(true)
      expect(second[at]).toEqual(short(verdict))
    }
  })
  it('shows what a kept head is for: without one, cutting short under an older head and signing anew pass unseen', async () => {
    for (const name of ['truncate with an older head', 'rewrite and sign anew']) {
      const { laid } = mutations[name]!({ ...honest(40), openings: [], files: new Map() })
      expect([name, (await judge(laid)).ok]).toEqual([name, false])
      expect([name, (await judge({ ...laid, kept: [] })).ok]).toEqual([name, true])
    }
  })
  it('is reported in one plain line with an exit code', async () => {
    const say = async (...argv: string[]) => {
      const said: string[] = []
      return [await run(argv, (line) => said.push(line)), said.join('\n')] as const
    }
    const good = lay(honest(20))
    expect(await say(good.folder, '--head', good.kept[0]!)).toEqual([
      0,
      expect.stringMatching(/^OK: 20 entries of article33\/[0-9a-f]{16}, .*1 kept head agree\.$/),
    ])
    expect(await say(join(good.folder, 'log.jsonl'))).toEqual([0, expect.stringContaining('No kept head was given')])
    const cut = lay({ ...honest(20) }, '')
    expect(await say(cut.folder)).toEqual([1, expect.stringMatching(/^BAD: truncated between entries 1 and \d+\./)])
    const gone = mutations.delete!(honest(20))
    expect(await say(gone.laid.folder)).toEqual([1, `BAD: deleted at entry ${gone.seq}. An entry is missing from the middle of the log.`])
    expect((await say(join(root, 'nowhere')))[0]).toBe(2)
    expect((await say(good.folder, '--head', join(root, 'nowhere')))[1]).toContain('unreadable')
    expect((await say())[0]).toBe(2)
    expect(JSON.parse((await say(gone.laid.folder, '--json'))[1])).toMatchObject({ ok: false, kind: 'deleted' })
  })
})
