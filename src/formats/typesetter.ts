/** Starts the Typst compiler with our fonts once per process; nothing is fetched from a network and no file but ours is read. */
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initSync, type TypstCompiler, TypstCompilerBuilder, TypstFontResolverBuilder } from '@myriaddreamin/typst-ts-web-compiler'

export type Typesetter = {
  pdf(template: string, inputs: Readonly<Record<string, string>>): Uint8Array
  /** Has one of our fonts a picture of this letter? Answers from the fonts of normal weight; asked first, it reads them once. */
  canPrint(codePoint: number): boolean
  /** Bytes it holds. It remembers every paper it has set and has no way to forget: a process that lives long must end its thread in time. */
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
  const { memory } = initSync({ module: await WebAssembly.compile(await readFile(resolve('@myriaddreamin/typst-ts-web-compiler/wasm'))) })
  const builder = new TypstCompilerBuilder()
  // The dummy model refuses every file and every package: a template can reach only what it is given.
  builder.set_dummy_access_model()
  for (const font of await Promise.all(fontFiles)) await builder.add_raw_font(font)
  const compiler = await builder.build()
  let printable: Set<number> | null = null
  return {
    pdf: (template, inputs) => compile(compiler, template, inputs),
    canPrint: (codePoint) => {
      printable ??= lettersOf(fonts.filter((font) => font.includes('Regular')).map((font) => resolve(font)))
      return printable.has(codePoint)
    },
    bytesHeld: () => memory.buffer.byteLength,
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
