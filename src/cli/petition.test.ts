import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { Refusal } from '../basics/refusal.ts'
import { run } from './petition.ts'

const folder = mkdtempSync(join(tmpdir(), 'petition-'))
afterAll(() => rmSync(folder, { recursive: true }))
const said = async (...argv: string[]): Promise<{ code: number; text: string }> => {
  let text = ''
  const out = new Writable({
    write: (chunk, _, done) => {
      text += String(chunk)
      done()
    },
  })
  return { code: await run(argv, out), text }
}

test('what is lacking is listed and answers 2; the drafts are written all the same', async () => {
  const out = join(folder, 'a')
  const { code, text } = await said('examples/heron.yaml', '--to', 'wgad,wgeid-urgent,sp_urgent_appeal', '--out', out)
  expect(code).toBe(2)
  expect(text).toMatch(/wgad · CHN: lacks: steps taken at home, or why none/)
  expect(text).toMatch(/wgeid-urgent · CHN: not open \(not-yet\)/)
  expect(readdirSync(out).sort()).toEqual(
    [
      'readiness.json',
      ...['sp-urgent-appeal', 'wgad'].flatMap((one) => [
        `${one}-confidential-annex.docx`,
        `${one}-confidential-annex.pdf`,
        `${one}.docx`,
        `${one}.pdf`,
      ]),
    ].sort(),
  )
  const report = JSON.parse(readFileSync(join(out, 'readiness.json'), 'utf8'))
  expect(report.allReady).toBe(false)
  expect(report.papers.find((one: { body: string }) => one.body === 'wgad').toComplete).toHaveLength(1)
  expect(readFileSync(join(out, 'wgad.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
})

test('when everything asked for is ready the answer is 0', async () => {
  const { code, text } = await said('examples/heron.yaml', '--to', 'sp-urgent-appeal', '--states', 'CHN', '--out', join(folder, 'b'))
  expect([code, text]).toEqual([0, expect.stringMatching(/The Government of China will read this/)])
})

test('a State asked for by name whose door is closed is no success', async () =>
  expect((await said('examples/heron.yaml', '--to', 'sp-urgent-appeal', '--states', 'CHN,PRK', '--out', join(folder, 'c'))).code).toBe(2))

test('the State of origin is written to only where the file or the caller names it', async () => {
  const file = join(folder, 'origin.yaml')
  const text = readFileSync('examples/laos-nine-2013.yaml', 'utf8')
  writeFileSync(file, text.replace(/statesConcerned: \[.*?\]/, 'statesConcerned: [LAO]'))
  const first = await said(file, '--to', 'sp-allegation-letter', '--out', join(folder, 'g'))
  expect(first.text).toMatch(/written: .*The Governments of the Lao PDR and China will read this/)
  expect(first.text).toMatch(/no paper is written to PRK, the State of origin, unless it is named/)
  const named = await said(file, '--to', 'sp-allegation-letter', '--states', 'LAO,PRK', '--out', join(folder, 'h'))
  expect(named.text).toMatch(/The Governments of the Lao PDR and the DPRK will read this/)
})

test('nothing is written for a door that is not open', async () => {
  const out = join(folder, 'd')
  await said('examples/heron.yaml', '--to', 'cat-22,ced-urgent', '--states', 'CHN', '--out', out)
  expect(readdirSync(out)).toEqual(['readiness.json'])
})

test('a letter that no font can print is named with its fact, and the answer is not 0', async () => {
  const file = join(folder, 'letters.yaml')
  writeFileSync(file, readFileSync('examples/heron.yaml', 'utf8').replace('place: Tumen, attrs', 'place: "ตูเหมิน", attrs'))
  const { code, text } = await said(file, '--to', 'sp-urgent-appeal', '--states', 'CHN', '--out', join(folder, 'i'))
  expect(code).toBe(2)
  expect(text).toMatch(/cannot be printed: ต in f36, sentence \d+/)
  const report = JSON.parse(readFileSync(join(folder, 'i', 'readiness.json'), 'utf8'))
  expect(report.papers[0].unprintable.map((one: { facts: string[] }) => one.facts)).toContainEqual(['f36'])
})

test('no file name and no property of a file carries a person’s name', async () => {
  for (const file of readdirSync(join(folder, 'a'))) expect(file).toMatch(/^[a-z-]+\.(pdf|docx|json)$/)
})

test('an unknown body is refused with those that are known', async () => {
  await expect(said('examples/heron.yaml', '--to', 'wgxx', '--out', join(folder, 'e'))).rejects.toThrow(Refusal)
})

test('a bad file is told with its line, and writes nothing', async () => {
  const bad = join(folder, 'bad.yaml')
  writeFileSync(bad, readFileSync('examples/heron.yaml', 'utf8').replace('kind: host-arrest', 'kind: host-arrested'))
  const { code, text } = await said(bad, '--to', 'wgad', '--out', join(folder, 'f'))
  expect(code).toBe(2)
  expect(text).toMatch(/bad\.yaml:\d+: .*host-arrested/)
})
