/** Starts the Typst compiler with our fonts once per process; nothing is fetched from a network and no file but ours is read. */
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { setFlagsFromString } from 'node:v8'
import {
  type InitOutput,
  initSync,
  type TypstCompiler,
  TypstCompilerBuilder,
  TypstFontResolverBuilder,
} from '@myriaddreamin/typst-ts-web-compiler'

export type Typesetter = {
  pdf(template: string, inputs: Readonly<Record<string, string>>): Promise<Uint8Array>
  /** Has one of our fonts a picture of this letter? Answers from the fonts of normal weight; asked first, it reads them once. */
  canPrint(codePoint: number): boolean
  /** From now on each paper is set from the state of this moment: what was set before is forgotten, and slows nothing down. */
  rememberState(): void
  /** Bytes it holds. Memory that one paper needed is never given back: a process that lives long must end its thread in time. */
  bytesHeld(): number
}

// Order matters for nothing but memory; which font comes first for which language is the template's decision.
const fonts = [
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  '@expo-google-fonts/noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf',
  '@expo-google-fonts/noto-sans-kr/700Bold/NotoSansKR_700Bold.ttf',
]
/** Twenty megabytes that only papers with Chinese characters need. */
const chineseFonts = [
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
]

let running: Promise<Typesetter> | null = null

/** The same typesetter for every caller of the process. A failed start is tried again by the next caller. */
export const typesetter = (): Promise<Typesetter> => {
  running ??= start().catch((error: unknown) => {
    running = null
    throw error
  })
  return running
}

const start = async (): Promise<Typesetter> => {
  const { resolve } = createRequire(import.meta.url)
  const readFonts = (names: readonly string[]) => Promise.all(names.map((font) => readFile(resolve(font))))
  const first = readFonts(fonts)
  const program = initSync({ module: await compiledOnce(await readFile(resolve('@myriaddreamin/typst-ts-web-compiler/wasm'))) })
  const compilerWith = async (fontFiles: readonly Uint8Array[]): Promise<TypstCompiler> => {
    const builder = new TypstCompilerBuilder()
    // The dummy model refuses every file and every package: a template can reach only what it is given.
    builder.set_dummy_access_model()
    for (const font of fontFiles) {
      const before = program.memory.buffer.byteLength
      await builder.add_raw_font(font)
      unchanging.push(...placeOf(font, program.memory, before))
    }
    return builder.build()
  }
  const unchanging: Stretch[] = []
  const usual = await compilerWith(await first)
  let chinese: Promise<TypstCompiler> | null = null
  let asItWas: (() => void) | null = null
  let printable: Set<number> | null = null
  const remember = () => {
    asItWas = rememberedState(program, unchanging)
  }
  const withChinese = async (): Promise<TypstCompiler> => {
    const compiler = await compilerWith(await readFonts([...fonts, ...chineseFonts]))
    if (asItWas) remember()
    return compiler
  }
  return {
    pdf: async (template, inputs) => {
      const needed = Object.values(inputs).some((text) => /\p{Script=Han}/u.test(text))
      if (needed)
        chinese ??= withChinese().catch((error: unknown) => {
          chinese = null
          throw error
        })
      // Nobody sets a paper while fonts are being loaded: putting the state back would take half of them away.
      const loaded = await (needed ? chinese : chinese?.catch(() => null))
      try {
        return compile(needed && loaded ? loaded : usual, template, inputs)
      } finally {
        asItWas?.()
      }
    },
    canPrint: (codePoint) => {
      printable ??= lettersOf([...fonts, ...chineseFonts].filter((font) => font.includes('Regular')).map((font) => resolve(font)))
      return printable.has(codePoint)
    },
    rememberState: remember,
    bytesHeld: () => program.memory.buffer.byteLength,
  }
}

/** Left to itself the runtime compiles this large program a second time, better, and takes the second core for seconds while the first papers are set. */
const compiledOnce = (bytes: Uint8Array<ArrayBuffer>): Promise<WebAssembly.Module> => {
  for (const flag of ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering']) setFlagsFromString(flag)
  return WebAssembly.compile(bytes)
}

type Stretch = readonly [from: number, to: number]
/** Where a font came to lie: looked for in the memory that was added for it; none when it lies elsewhere. */
const placeOf = (font: Uint8Array, memory: WebAssembly.Memory, before: number): Stretch[] => {
  const since = Math.max(0, before - 1024 * 1024)
  const from = Buffer.from(memory.buffer, since).indexOf(font.subarray(0, 256))
  const [begins, ends] = [since + from, since + from + font.length]
  if (from < 0 || ends > memory.buffer.byteLength || Buffer.from(memory.buffer, begins, font.length).compare(font) !== 0) return []
  return [[begins, ends]]
}

const room = 16 * 1024 * 1024
/** Takes its memory as it is now, but for fonts, which never change; the answer puts it back so. Room is made first, so that a usual paper needs no new memory. */
const rememberedState = (
  { memory, __wbindgen_export: take, __wbindgen_export4: giveBack }: InitOutput,
  unchanging: readonly Stretch[],
): (() => void) => {
  const at = take(room, 1)
  giveBack(at, room, 1)
  const size = memory.buffer.byteLength
  // What the allocator notes about free room stands at its two ends.
  const edge = 4096
  const still = [...unchanging, [at + edge, at + room - edge] as const].sort((a, b) => a[0] - b[0])
  const pieces: { from: number; bytes: Uint8Array }[] = []
  let from = 0
  for (const [begins, ends] of [...still, [size, size] as const]) {
    if (begins > from) pieces.push({ from, bytes: new Uint8Array(memory.buffer, from, begins - from).slice() })
    from = Math.max(from, ends)
  }
  return () => {
    const now = new Uint8Array(memory.buffer)
    for (const piece of pieces) now.set(piece.bytes, piece.from)
    now.fill(0, size)
  }
}

const lettersOf = (fontFiles: readonly string[]): Set<number> => {
  const letters = new Set<number>()
  const resolver = new TypstFontResolverBuilder()
  for (const file of fontFiles) {
    const { info } = resolver.get_font_info(readFileSync(file)) as { info: readonly { coverage: readonly number[] }[] }
    for (const { coverage } of info) {
      // Runs in turn: so many letters that the font lacks, then so many that it has.
      let codePoint = 0
      coverage.forEach((run, i) => {
        if (i % 2 === 1) for (let n = 0; n < run; n += 1) letters.add(codePoint + n)
        codePoint += run
      })
    }
  }
  resolver.free()
  return letters
}

const main = '/paper.typ'
const diagnosticsAsLines = 2

const compile = (compiler: TypstCompiler, template: string, inputs: Readonly<Record<string, string>>): Uint8Array => {
  compiler.add_source(main, template)
  const answer = compiler.compile(main, Object.entries(inputs), 'pdf', diagnosticsAsLines) as {
    result?: Uint8Array
    diagnostics?: string[]
  }
  if (answer.result) return answer.result
  // Only the place in the template is told: a message could quote the paper, and errors reach logs.
  const places = (answer.diagnostics ?? []).map((line) => /paper\.typ:\d+:\d+/.exec(String(line))?.[0]).filter(Boolean)
  throw new Error(`The typesetter gave no document (${places.join(', ') || 'no place given'}).`)
}
