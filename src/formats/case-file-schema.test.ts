import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { caseFileSchema, vocabularyPage } from './case-file-schema.ts'
import { readPack } from './pack.ts'

const pack = readPack('packs', 'china-dprk')
const schema = `${JSON.stringify(caseFileSchema(pack), null, 1)}\n`
// UPDATE_DOCS=1 npx vitest run src/formats/case-file-schema.test.ts writes both files anew.
if (process.env['UPDATE_DOCS']) {
  writeFileSync('docs/case-file.schema.json', schema)
  writeFileSync('docs/vocabulary.md', vocabularyPage(pack))
}

test('the published schema is the one the reader follows', () => {
  expect(readFileSync('docs/case-file.schema.json', 'utf8')).toBe(schema)
})

test('the printed vocabulary is that of the pack', () => {
  expect(readFileSync('docs/vocabulary.md', 'utf8')).toBe(vocabularyPage(pack))
})
