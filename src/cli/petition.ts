/** `petition CASE.yaml --to …`: writes the papers of one plain case file, marked DRAFT, and says what each body still lacks or why its door is not open. */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { type Day, dayIn, machineClock } from '../basics/clock.ts'
import { refuse } from '../basics/refusal.ts'
import { readersSentence } from '../domain/documents/check-release.ts'
import { compose } from '../domain/documents/compose.ts'
import type { Paper } from '../domain/documents/paper.ts'
import { sentencesOf } from '../domain/documents/sentences.ts'
import { assess } from '../domain/law/assess.ts'
import type { Person, StateCode } from '../domain/people/person.ts'
import { readersOf } from '../domain/proceedings/audience.ts'
import { type BodiesPack, type Body, bodyOf } from '../domain/proceedings/bodies.ts'
import { readiness } from '../domain/proceedings/readiness-of.ts'
import { renderAnnexDocx, renderDocx } from '../formats/docx.ts'
import { keptBodies, keptPapers } from '../formats/kept-papers.ts'
import { createRenderer, type Renderer } from '../formats/renderer.ts'
import { type Unprintable, unprintableIn } from '../formats/unprintable-letters.ts'
import { dayFrom } from './assess.ts'
import { caseAtHand, packsFolder, tellingFaults } from './case-at-hand.ts'
import { dashed, planFor } from './petition-plan.ts'
import { projectRoot } from './project-root.ts'

const usage = `article33 petition CASE.yaml --to BODY,BODY --out FOLDER [--states AAA,BBB] [--as-of DATE]
Writes PDF and DOCX marked DRAFT (the confidential annex as files of its own) and readiness.json.
The file is described in docs/case-file.md. Bodies: `

export const run = async (argv: string[], out: NodeJS.WritableStream): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { to: { type: 'string', multiple: true }, out: { type: 'string' }, states: { type: 'string' }, 'as-of': { type: 'string' } },
  })
  const say = (line: string): void => void out.write(`${line}\n`)
  const bodies = keptBodies(packsFolder(), kept())
  const [file] = positionals
  if (file === undefined || values.out === undefined || values.to === undefined) {
    say(usage + bodies.bodies.map((one) => dashed(one.id)).join(', '))
    return 2
  }
  const folder = values.out
  const renderer = typesetterBeside()
  const done = tellingFaults(out, async () => {
    const wanted = listOf(values.to!.join(',')).map(
      (id) =>
        bodyOf(bodies, id) ??
        refuse('bad-input', {
          field: '--to',
          reason: `there is no body “${id}”${meant(id, bodies)}; known are ${bodies.bodies.map((one) => dashed(one.id)).join(', ')}`,
        }),
    )
    const { record: read, pack } = caseAtHand(file)
    const record = { ...read, asOf: values['as-of'] === undefined ? read.asOf : dayFrom(values['as-of']) }
    say(`${record.codeName}${record.fictional ? ' (fictional)' : ''} · as of ${record.asOf} · law pack ${pack.version}`)
    const assessment = assess(record, pack)
    const rows = readiness(record, assessment, pack, bodies, record.asOf)
    const papersPack = keptPapers(packsFolder(), record.situation, kept())
    const asked = values.states === undefined ? null : listOf(values.states).map((state) => state.toUpperCase())
    await mkdir(folder, { recursive: true })
    const madeOn = dayIn(machineClock.now(), 'UTC')
    const written: Written[] = []
    const plans = wanted.map((body) => ({ body, plan: planFor(body, rows, record.persons, asked, record.states) }))
    let lacking = plans.some((one) => one.plan.lacking)
    for (const { plan } of plans) for (const line of plan.lines) say(line)
    // All are begun before the first is awaited: the typesetter's thread and this one then work side by side.
    const begun = plans.flatMap(({ body, plan }) =>
      plan.papers.map((part) => {
        const persons = part.persons.map((one) => one.id)
        const options = { body: body.id, states: part.states, persons, language: 'en', draftNumber: 1, today: record.asOf }
        const paper = compose(record, assessment, rows, pack, bodies, papersPack, options)
        const files = writePaper(renderer, folder, part.name, paper, madeOn)
        // Each is awaited in its turn below; one that fails meanwhile must not end the process unheard.
        files.catch(() => undefined)
        return { body, part, paper, files }
      }),
    )
    for (const { body, part, paper, files } of begun) {
      const unprintable = await unprintableIn(paper, renderer.withoutPicture)
      written.push({ ...report(body, part.states, part.persons, paper, await files), unprintable })
      lacking ||= unprintable.length > 0
      const sentence = readersSentence(bodies, readersOf(record, body, part.states), pack, paper)
      say(`  written: ${part.name} (${(await files).length} files)${sentence ? ` · ${sentence.en}` : ''}`)
      for (const one of unprintable)
        say(
          `    cannot be printed: ${one.letter} in ${[...one.facts, ...one.sentences.map((n) => `sentence ${n}`)].join(', ') || 'a heading'}`,
        )
    }
    await writeFile(
      join(folder, 'readiness.json'),
      `${JSON.stringify({ case: record.codeName, fictional: record.fictional, situation: record.situation, asOf: record.asOf, packVersion: pack.version, allReady: !lacking, requested: wanted.map((one) => one.id), papers: written, bodies: rows }, null, 2)}\n`,
    )
    say(`  written: readiness.json (every body, State and person)`)
    say(
      lacking
        ? 'Something is lacking: see above. The papers are drafts and must not be sent.'
        : 'All that was asked for is ready to be reviewed. The papers are drafts; release takes two people at the desk.',
    )
    return lacking ? 2 : 0
  })
  return done.finally(() => renderer.close())
}

const kept = (): string => join(projectRoot(), 'dist', 'packs')
/** A treaty’s short name, or a word of a body’s, stands for what begins with it. */
const meant = (id: string, bodies: BodiesPack): string => {
  const word = dashed(id.toLowerCase().replaceAll('_', '-'))
  const near = bodies.bodies
    .map((one) => dashed(one.id))
    .filter((one) => word.length > 1 && (one.startsWith(word) || one.split('-').includes(word) || word.startsWith(one)))
  return near.length > 0 ? ` (did you mean ${near.join(' or ')}?)` : ''
}

const listOf = (text: string): string[] => text.split(/[,\s]+/).filter(Boolean)

/** The typesetter warms up in a thread of its own while the file is read; the word processor's files are made here meanwhile. */
const typesetterBeside = (): Renderer => {
  const worker = join(projectRoot(), 'dist', 'cli', 'render-worker.js')
  return createRenderer({ workers: 1, workerUrl: existsSync(worker) ? pathToFileURL(worker) : null })
}

const writePaper = async (renderer: Renderer, folder: string, name: string, paper: Paper, madeOn: Day): Promise<string[]> => {
  const options = { draft: true, madeOn }
  const made = await Promise.all(
    [
      [`${name}.pdf`, renderer.pdf(paper, options)] as const,
      [`${name}-confidential-annex.pdf`, renderer.annexPdf(paper, options)] as const,
      [`${name}.docx`, renderDocx(paper, options)] as const,
      [`${name}-confidential-annex.docx`, renderAnnexDocx(paper, options)] as const,
    ].map(async ([file, bytes]) => [file, await bytes] as const),
  )
  const files = made.flatMap(([file, bytes]) => (bytes === null ? [] : [{ file, bytes }]))
  await Promise.all(files.map(({ file, bytes }) => writeFile(join(folder, file), bytes)))
  return files.map(({ file }) => file)
}

type Written = {
  body: string
  states: readonly StateCode[]
  persons: readonly string[]
  files: readonly string[]
  toComplete: readonly { sentence: number; text: string }[]
  withheld: Paper['withheld']
  /** Letters without a picture in our fonts, each with the facts and sentences it stands in. */
  unprintable: readonly Unprintable[]
}

const report = (
  body: Body,
  states: readonly StateCode[],
  persons: readonly Person[],
  paper: Paper,
  files: readonly string[],
): Omit<Written, 'unprintable'> => ({
  body: body.id,
  states,
  persons: persons.map((one) => one.id),
  files,
  toComplete: sentencesOf(paper)
    .filter(({ sentence }) => sentence.marks.includes('unsourced'))
    .map(({ sentence }) => ({ sentence: sentence.n, text: sentence.text })),
  withheld: paper.withheld,
})
