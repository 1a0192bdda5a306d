/** The command line: one word says what is to be done; every refusal says what was wrong and what to do. */
import { Refusal } from '../basics/refusal.ts'
import { help } from './help.ts'

type Command = (argv: string[], out: NodeJS.WritableStream) => Promise<number>
const commands: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./start.ts')).run as Command,
  serve: async () => (await import('./serve.ts')).run as Command,
  seal: async () => (await import('./seal.ts')).run,
  assess: async () => (await import('./assess.ts')).run,
  law: async () => (await import('./law.ts')).run,
  'check-pack': async () => (await import('./check-pack.ts')).run,
  petition: async () => (await import('./petition.ts')).run,
  log: async () => (await import('./log.ts')).run,
  verify: async () => lineWise((await import('./verify.ts')).run),
  backup: async () => (await import('./backup.ts')).run,
  restore: async () => (await import('./restore.ts')).run,
  names: async () => (await import('./names.ts')).run as Command,
  link: async () => (await import('./link.ts')).run,
  encode: async () => (await import('./encode.ts')).run,
  overlap: async () => (await import('./overlap.ts')).run,
  estimate: async () => (await import('./estimate.ts')).run,
}

/** The verifier speaks line by line and knows no stream: it stands alone on purpose. */
const lineWise =
  (run: (argv: readonly string[], out: (line: string) => void) => Promise<number>): Command =>
  (argv, out) =>
    run(argv, (line) => void out.write(`${line}\n`))

/** Answers the exit code: 0 done, 2 something is lacking or refused, 70 the machine failed. */
export const main = async (argv: string[]): Promise<number> => {
  const [word, ...rest] = argv
  if (!word || word === '--help' || word === 'help' || rest.includes('--help')) {
    process.stdout.write(help(word && word in commands ? word : rest[0] && rest[0] in commands ? rest[0] : null))
    return word ? 0 : 2
  }
  const load = commands[word]
  if (!load) {
    process.stderr.write(`There is no command “${word}”.\n\n${help(null)}`)
    return 2
  }
  // Who reads our output may have seen enough (| head): that is no failure of ours.
  process.stdout.on('error', (error: { code?: string }) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  try {
    return await (await load())(rest, process.stdout)
  } catch (error) {
    process.stderr.write(`${told(error)}\n`)
    return error instanceof Refusal ? 2 : 70
  }
}

const told = (error: unknown): string => {
  if (error instanceof Refusal) {
    const { file, line, column } = error.place ?? {}
    const where = file ? `${file}${line ? `:${line}${column ? `:${column}` : ''}` : ''}: ` : ''
    return `${where}${error.message}\n${error.todo}`
  }
  if ((error as { code?: string }).code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return `${(error as Error).message.split('.')[0]}.\nSee ./article33 --help.`
  return `Something went wrong: ${(error as Error).stack ?? String(error)}`
}
