// Makes GLOSSARY.md from packs/law/glossary.yaml; a test keeps the two equal.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const head = `# Words

One word for one thing, in three languages; the field's own. The data is \`packs/law/glossary.yaml\`; this page is made from it (\`node scripts/glossary.mjs\`) and kept equal by a test. Korean and Chinese wording waits for a native legal reader.

Words of the desk itself: **case file** (what one office keeps of one matter) · **account** (what a person said, in their words) · **fact** (what happened, drawn from words or an exhibit) · **standing** (accepted, benefit of the doubt, disputed, not accepted, open) · **finding** (a named officer's conclusion on one element) · **paper** (a document for a body) · **gate** (what must pass before a paper leaves) · **filing** (a paper that left) · **card** (what Today needs of a case) · **seal** (drop every key).
`

export const glossary = () => {
  const { terms } = parse(readFileSync(join(root, 'packs', 'law', 'glossary.yaml'), 'utf8'))
  const cell = (value) => String(value ?? '').replaceAll('|', '\\|')
  return [...new Set(terms.map((term) => term.area))].reduce((page, area) => {
    const rows = terms
      .filter((term) => term.area === area)
      .map((term) => `| ${[term.en, term.ko, term.zh, term.def].map(cell).join(' | ')} |\n`)
    return `${page}\n## ${area}\n\n| English | 한국어 | 中文 | meaning |\n| --- | --- | --- | --- |\n${rows.join('')}`
  }, head)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(join(root, 'GLOSSARY.md'), glossary())
