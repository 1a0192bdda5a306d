import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleHash, sampleMadeOn, samplePaper } from '../../test/data/sample-paper.ts'
import { renderDocx } from './docx.ts'
import { renderPdf } from './pdf.ts'
import { warmUp } from './render-job.ts'
import { createRenderer } from './renderer.ts'

const options = { draft: true, hash: sampleHash, madeOn: sampleMadeOn }
const same = (a: Uint8Array, b: Uint8Array) => expect(Buffer.compare(Buffer.from(a), Buffer.from(b))).toBe(0)
let folder: string
let workerUrl: URL

beforeAll(async () => {
  // Inside the project, as dist/ is, so that the bundle finds its packages and fonts.
  folder = mkdtempSync(fileURLToPath(new URL('../../node_modules/.render-worker-', import.meta.url)))
  const outfile = join(folder, 'render-worker.mjs')
  const entry = fileURLToPath(new URL('./render-worker.ts', import.meta.url))
  await build({ entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', packages: 'external', outfile, logLevel: 'error' })
  workerUrl = pathToFileURL(outfile)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the bundled thread makes the same bytes as this one, one document after another', async () => {
  const renderer = createRenderer({ workers: 1, workerUrl })
  try {
    const made = await Promise.all([
      renderer.pdf(samplePaper, options),
      renderer.docx(samplePaper, options),
      renderer.annexPdf({ ...samplePaper, annex: null }, options),
    ])
    same(made[0], await renderPdf(samplePaper, options))
    same(made[1], await renderDocx(samplePaper, options))
    expect(made[2]).toBeNull()
    expect(
      Buffer.from((await renderer.annexDocx(samplePaper, options))!)
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  } finally {
    await renderer.close()
  }
  await expect(renderer.pdf(samplePaper, options)).rejects.toThrow('closed')
})

test('a paper with Chinese letters between two without changes not a byte of theirs, set in turn or all at once', async () => {
  await warmUp()
  const plain = { ...samplePaper, title: 'Plain', head: [], sections: [], annex: null }
  const chinese = { ...plain, title: '崔永玉与发送国' }
  const alone = await renderPdf(plain, options)
  const [before, between, after] = await Promise.all([renderPdf(plain, options), renderPdf(chinese, options), renderPdf(plain, options)])
  same(before, alone)
  same(after, alone)
  same(await renderPdf(plain, options), alone)
  same(await renderPdf(chinese, options), between)
  expect(between.length).not.toBe(alone.length)
})

test('a document that fails is told to its caller and the next one is made', async () => {
  const renderer = createRenderer({ workers: 1, workerUrl })
  try {
    await expect(renderer.pdf({ ...samplePaper, sections: null as never }, options)).rejects.toThrow()
    expect((await renderer.pdf(samplePaper, options)).length).toBeGreaterThan(1000)
  } finally {
    await renderer.close()
  }
})

test('a thread is replaced when a document takes too long and when it holds too much', async () => {
  const stuck = join(folder, 'stuck.mjs')
  writeFileSync(
    stuck,
    "import { parentPort, threadId } from 'node:worker_threads'\nparentPort.on('message', ({ paper }) => { if (paper.title === 'stuck') for (;;); parentPort.postMessage({ bytes: new Uint8Array([threadId]), worn: paper.title === 'last' }) })\n",
  )
  const renderer = createRenderer({ workers: 1, workerUrl: pathToFileURL(stuck), timeLimitMs: 1500 })
  try {
    await expect(renderer.pdf({ ...samplePaper, title: 'stuck' }, options)).rejects.toThrow('too long')
    const thread = (await renderer.pdf(samplePaper, options))[0]
    // A thread that has grown too large makes way for another after its document is handed over.
    expect((await renderer.pdf({ ...samplePaper, title: 'last' }, options))[0]).toBe(thread)
    expect((await renderer.pdf(samplePaper, options))[0]).not.toBe(thread)
  } finally {
    await renderer.close()
  }
})

test('a thread that cannot start refuses its documents and does not start for ever', async () => {
  const renderer = createRenderer({ workers: 1, workerUrl: pathToFileURL(join(folder, 'missing.mjs')) })
  await expect(renderer.pdf(samplePaper, options)).rejects.toThrow('thread')
  await renderer.close()
})

test('without a thread the documents are made here', async () => {
  const renderer = createRenderer({ workers: 0, workerUrl: null })
  same(await renderer.docx(samplePaper, options), await renderDocx(samplePaper, options))
  await renderer.close()
})
