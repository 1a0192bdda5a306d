/** Starts the Typst compiler with our fonts once per process; nothing is fetched from a network and no file but ours is read. */
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { initSync, type TypstCompiler, TypstCompilerBuilder, TypstFontResolverBuilder } from '@myriaddreamin/typst-ts-web-compiler'

export type Typesetter = {
  pdf(template: string, inputs: Readonly<Record<string, string>>): Uint8Array
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
  const fontFiles = fonts.map((font) => readFile(resolve(font)))
  const { memory } = initSync({ module: await compiledOnce(await readFile(resolve('@myriaddreamin/typst-ts-web-compiler/wasm'))) })
  const builder = new TypstCompilerBuilder()
  // The dummy model refuses every file and every package: a template can reach only what it is given.
  builder.set_dummy_access_model()
  for (const font of await Promise.all(fontFiles)) await builder.add_raw_font(font)
  const compiler = await builder.build()
  let asItWas: (() => void) | null = null
  let printable: Set<number> | null = null
  return {
    pdf: (template, inputs) => {
      try {
        return compile(compiler, template, inputs)
      } finally {
        asItWas?.()
      }
    },
    canPrint: (codePoint) => {
      printable ??= lettersOf(fonts.filter((font) => font.includes('Regular')).map((font) => resolve(font)))
      return printable.has(codePoint)
    },
    rememberState: () => {
      asItWas = rememberedState(compiler, memory)
    },
    bytesHeld: () => memory.buffer.byteLength,
  }
}

/** Left to itself the runtime compiles this large program a second time, better, and takes the second core for seconds while the first papers are set. */
const compiledOnce = (bytes: Uint8Array<ArrayBuffer>): Promise<WebAssembly.Module> => {
  for (const flag of ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering']) setFlagsFromString(flag)
  return WebAssembly.compile(bytes)
}

const room = 32 * 1024 * 1024
/** Takes its memory as it is now; the answer puts it back so. Room is made first, so that a usual paper needs no new memory. */
const rememberedState = (compiler: TypstCompiler, memory: WebAssembly.Memory): (() => void) => {
  compiler.map_shadow('/room', new Uint8Array(room))
  compiler.unmap_shadow('/room')
  const state = new Uint8Array(memory.buffer).slice()
  return () => {
    const now = new Uint8Array(memory.buffer)
    now.set(state)
    now.fill(0, state.length)
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
