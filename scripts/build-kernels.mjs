// Compiles kernels/*.ts (AssemblyScript) to WebAssembly and writes it as base64 into src/domain/linkage/kernels; `--check` only compares.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const kernels = { overlap: 'compares encodings bit by bit', link: 'compares records field by field' }

/** The module's text, from source; the same source gives the same bytes. */
export const kernelText = (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'kernel-'))
  const wasm = join(folder, `${name}.wasm`)
  try {
    execFileSync(
      process.execPath,
      [
        join(root, 'node_modules/assemblyscript/bin/asc.js'),
        join('kernels', `${name}.ts`),
        '--outFile',
        wasm,
        '-O3',
        '--noAssert',
        '--runtime',
        'stub',
        '--use',
        'abort=',
        '--importMemory',
        '--sharedMemory',
        '--maximumMemory',
        '65536',
        '--initialMemory',
        '1',
        '--enable',
        'threads,bulk-memory',
        '--noExportMemory',
      ],
      { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
    )
    const lines = readFileSync(wasm)
      .toString('base64')
      .match(/.{1,120}/g)
    return `/** The compiled kernel that ${kernels[name]}; source in kernels/${name}.ts, written by scripts/build-kernels.mjs. */\nexport const ${name}Kernel: string = [\n${lines.map((line) => `  '${line}',`).join('\n')}\n].join('')\n`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const kernelNames = Object.keys(kernels)
export const kernelFile = (name) => join(root, 'src/domain/linkage/kernels', `${name}.ts`)

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'))
  let stale = 0
  for (const name of wanted.length > 0 ? wanted : kernelNames) {
    const text = kernelText(name)
    if (!process.argv.includes('--check')) writeFileSync(kernelFile(name), text)
    else if (readFileSync(kernelFile(name), 'utf8') !== text) {
      console.log(`${name}: the committed kernel is not what its source compiles to`)
      stale++
    }
  }
  process.exitCode = stale ? 1 : 0
}
