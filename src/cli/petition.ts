/** `petition CASE.yaml --to …`: writes the papers of one plain case file, marked DRAFT, and says what each body still lacks or why its door is not open. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Day, dayIn, machineClock } from '../basics/clock.ts'
import { refuse } from '../basics/refusal.ts'
import { compose } from '../domain/documents/compose.ts'
import type { Paper } from '../domain/documents/paper.ts'
import { sentencesOf } from '../domain/documents/sentences.ts'
import { assess } from '../domain/law/assess.ts'
import type { Person, StateCode } from '../domain/people/person.ts'
import { audienceOf, audienceSentence } from '../domain/proceedings/audience.ts'
import { type Body, bodyOf } from '../domain/proceedings/bodies.ts'
import type { BodyReadiness } from '../domain/proceedings/readiness.ts'
import { readiness } from '../domain/proceedings/readiness-of.ts'
import { readBodiesPack } from '../formats/bodies-pack.ts'
import { renderAnnexDocx, renderDocx } from '../formats/docx.ts'
import { readPapersPack } from '../formats/papers-pack.ts'
import { renderAnnexPdf, renderPdf } from '../formats/pdf.ts'
import { dayFrom } from './assess.ts'
import { caseAtHand, packsFolder, tellingFaults } from './case-at-hand.ts'

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
  const bodies = readBodiesPack(packsFolder())
  const [file] = positionals
  if (file === undefined || values.out === undefined || values.to === undefined) {
    say(usage + bodies.bodies.map((one) => dashed(one.id)).join(', '))
    return 2
  }
  const folder = values.out
  return tellingFaults(out, async () => {
    const wanted = listOf(values.to!.join(',')).map(
      (id) =>
        bodyOf(bodies, id) ??
        refuse('bad-input', {
          field: '--to',
          reason: `there is no body “${id}”; known are ${bodies.bodies.map((one) => dashed(one.id)).join(', ')}`,
        }),
    )
    const { record: read, pack } = caseAtHand(file)
    const record = { ...read, asOf: values['as-of'] === undefined ? read.asOf : dayFrom(values['as-of']) }
    say(`${record.codeName}${record.fictional ? ' (fictional)' : ''} · as of ${record.asOf} · law pack ${pack.version}`)
    const assessment = assess(record, pack)
    const rows = readiness(record, assessment, pack, bodies, record.asOf)
    const papersPack = readPapersPack(packsFolder(), record.situation)
    const asked = values.states === undefined ? null : listOf(values.states).map((state) => state.toUpperCase())
    await mkdir(folder, { recursive: true })
    const madeOn = dayIn(machineClock.now(), 'UTC')
    const written: Written[] = []
    let lacking = false
    for (const body of wanted) {
      const plan = planFor(body, rows, record.persons, asked)
      for (const line of plan.lines) say(line)
      lacking ||= plan.lacking
      for (const part of plan.papers) {
        const paper = compose(record, assessment, rows, pack, bodies, papersPack, {
          body: body.id,
          states: part.states,
          persons: part.persons.map((one) => one.id),
          language: 'en',
          draftNumber: 1,
          today: record.asOf,
        })
        const files = await writePaper(folder, part.name, paper, madeOn)
        written.push(report(body, part.states, part.persons, paper, files))
        const sentence = audienceSentence(bodies, audienceOf(body, part.states), pack.states)
        say(`  written: ${files.join(', ')}${sentence ? ` · ${sentence.en}` : ''}`)
      }
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
}

const listOf = (text: string): string[] => text.split(/[,\s]+/).filter(Boolean)
const dashed = (id: string): string => id.replaceAll('_', '-')

type Part = { name: string; states: StateCode[]; persons: Person[] }
type Plan = { lines: string[]; lacking: boolean; papers: Part[] }

/** One paper for all persons whose door is open, or one per person where the body's form asks for it. A closed door is named with its reason and gets no paper. */
const planFor = (body: Body, rows: readonly BodyReadiness[], people: readonly Person[], asked: readonly StateCode[] | null): Plan => {
  const selves = people.filter((one) => one.role === 'self')
  const own = rows.filter(
    (row) =>
      row.body === body.id &&
      row.state !== null &&
      (asked === null || asked.includes(row.state)) &&
      (body.forChildren || selves.some((one) => one.id === row.person)),
  )
  const states = [...new Set(own.map((row) => row.state!))]
  const open = own.filter((row) => row.opening !== 'not-open')
  const lines = states.flatMap((state) =>
    stateLines(
      body,
      state,
      own.filter((row) => row.state === state),
      selves,
    ),
  )
  for (const state of (asked ?? []).filter((one) => !states.includes(one)))
    lines.push(`${dashed(body.id)} · ${state}: nothing is known of this body for this State`)
  const closed = states.filter((state) => !open.some((row) => row.state === state))
  // Unasked States that are closed are told, not counted: nobody asked for a paper against them.
  const lacking =
    open.length === 0 ||
    open.some((row) => row.lacks.length > 0) ||
    (asked !== null && (closed.length > 0 || asked.some((state) => !states.includes(state))))
  const openStates = states.filter((state) => !closed.includes(state))
  const persons = people.filter((one) => open.some((row) => row.person === one.id))
  const name = dashed(body.id)
  if (openStates.length === 0) return { lines, lacking, papers: [] }
  if (body.addressed === 'addressee')
    return {
      lines,
      lacking,
      papers: openStates.map((state) => ({
        name: openStates.length > 1 ? `${name}-${state.toLowerCase()}` : name,
        states: [state],
        persons,
      })),
    }
  if (body.formKind === 'per-person' && persons.length > 1)
    return {
      lines,
      lacking,
      papers: persons.map((person) => ({ name: `${name}-person-${selves.indexOf(person) + 1}`, states: openStates, persons: [person] })),
    }
  return { lines, lacking, papers: [{ name, states: openStates, persons }] }
}

/** Persons who share an answer are told in one line. */
const stateLines = (body: Body, state: StateCode, rows: readonly BodyReadiness[], selves: readonly Person[]): string[] => {
  const groups = new Map<string, BodyReadiness[]>()
  for (const row of rows) groups.set(answerOf(row), [...(groups.get(answerOf(row)) ?? []), row])
  return [...groups].flatMap(([answer, same]) => {
    const who =
      selves.length > 1 && same.length < selves.length
        ? ` · ${same.map((row) => row.person).join(', ')}`
        : selves.length > 1
          ? ` · all ${same.length}`
          : ''
    return [`${dashed(body.id)} · ${state}${who}: ${answer}`, ...(same[0]?.warnings ?? []).map((words) => `    note: ${words.en}`)]
  })
}

const answerOf = (row: BodyReadiness): string => {
  const reason = row.reason ? ` — ${row.reason.en}` : ''
  const lacks = row.lacks.length > 0 ? ` lacks: ${row.lacks.map((one) => one.field).join('; ')}` : ''
  if (row.opening === 'not-open') return `not open (${row.code})${reason}`
  return `${row.opening === 'lacks' ? '' : row.opening}${lacks}${reason}`.trim()
}

const writePaper = async (folder: string, name: string, paper: Paper, madeOn: Day): Promise<string[]> => {
  const options = { draft: true, madeOn }
  const made: [string, Uint8Array | null][] = [
    [`${name}.pdf`, await renderPdf(paper, options)],
    [`${name}.docx`, await renderDocx(paper, options)],
    [`${name}-confidential-annex.pdf`, await renderAnnexPdf(paper, options)],
    [`${name}-confidential-annex.docx`, await renderAnnexDocx(paper, options)],
  ]
  const files = made.filter((one): one is [string, Uint8Array] => one[1] !== null)
  await Promise.all(files.map(([file, bytes]) => writeFile(join(folder, file), bytes)))
  return files.map(([file]) => file)
}

type Written = {
  body: string
  states: readonly StateCode[]
  persons: readonly string[]
  files: readonly string[]
  toComplete: readonly { sentence: number; text: string }[]
  withheld: Paper['withheld']
}

const report = (body: Body, states: readonly StateCode[], persons: readonly Person[], paper: Paper, files: readonly string[]): Written => ({
  body: body.id,
  states,
  persons: persons.map((one) => one.id),
  files,
  toComplete: sentencesOf(paper)
    .filter(({ sentence }) => sentence.marks.includes('unsourced'))
    .map(({ sentence }) => ({ sentence: sentence.n, text: sentence.text })),
  withheld: paper.withheld,
})
