/** `overlap A B`: says how many people two lists of encodings have in common, and nothing about which. */
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { refuse } from '../basics/refusal.ts'
import { smallest } from '../domain/figures/disclosure.ts'
import { countedOverlap } from '../formats/count-overlap.ts'

const usage = `article33 overlap A B [--threshold 0.6] [--threads N] [--json]
A and B were written by encode with one key. Counts of fewer than ${smallest} people are not shown, nor any that would give them away.
`

export const run = async (argv: string[], out: NodeJS.WritableStream): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      threshold: { type: 'string', default: '0.6' },
      threads: { type: 'string', default: `${Math.min(8, availableParallelism())}` },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const [first, second] = positionals
  if (values.help || first === undefined || second === undefined) {
    out.write(usage)
    return values.help ? 0 : 2
  }
  const threshold = Number(values.threshold)
  if (!(threshold >= 0.5 && threshold <= 1))
    refuse('bad-input', { field: '--threshold', reason: 'write a number from 0.5 to 1; below that strangers match' })
  let last = ''
  const progress = (share: number): void => {
    const line = `comparing … ${Math.round(share * 10) * 10} %`
    if (line !== last && !values.json) process.stderr.write(`${line}\n`)
    last = line
  }
  const answer = await countedOverlap(first, second, threshold, Math.max(1, Number(values.threads) || 1), progress)
  const words = (count: number | null): string => (count === null ? 'not shown' : count.toLocaleString('en'))
  out.write(
    values.json
      ? `${JSON.stringify(answer)}\n`
      : `${first}: ${words(answer.a.people)} people, of whom also in the other: ${words(answer.a.alsoInB)}\n${second}: ${words(answer.b.people)} people, of whom also in the other: ${words(answer.b.alsoInA)}\nAlike at Dice ${threshold} or more; a count that would point at fewer than ${smallest} people is not shown.\n`,
  )
  return 0
}
