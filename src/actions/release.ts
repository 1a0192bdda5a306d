/** The second door: whatever leaves the house passes authority, audience, a second person and comparison with what was sent before. */
import { z } from 'zod'
import { dayIn } from '../basics/clock.ts'
import { Refusal, refuse } from '../basics/refusal.ts'
import type { PaperView } from '../domain/documents/desk-api.ts'
import { changeRow, getRow, insertRow, markRow } from '../store/sealed-rows.ts'
import { digestOf } from '../vault/digest.ts'
import { encryptFile } from '../vault/files.ts'
import type { Verb } from '../vault/may.ts'
import { newId } from '../vault/new-id.ts'
import type { Act, ActingOnCase, Done } from './action.ts'
import { id } from './inputs.ts'
import { paperAct } from './paper-act.ts'
import { notesOf, paperView } from './paper-view.ts'
import { type FilingEventBody, type FrozenFile, type PaperBody, withNotes } from './papers.ts'

/** Every exit is an act made here: search for `release(` and you see them all. Nothing passes while a gate blocks. */
export const release = <I extends { paper: string }, O>(spec: {
  name: string
  may: Verb
  input: z.ZodType<I>
  do(acting: ActingOnCase, input: I): Promise<Done<O>>
}): Act<O> =>
  paperAct({
    ...spec,
    do: async (acting, input: I) => {
      const view = await paperView(acting, input.paper)
      if (view.status === 'released') refuse('released-already')
      const blocking = view.gates.filter((gate) => gate.state !== 'passed' && gate.id !== 'second-person')
      if (blocking.length > 0) throw new Refusal('gate-closed', { gates: blocking.map((gate) => gate.id).join(', ') })
      return spec.do(acting, input)
    },
  })

/** The first of two: says that the paper is ready to be read by another. */
export const askRelease = release({
  name: 'ask-release',
  may: 'release.ask',
  input: z.object({ paper: id<'paper'>() }),
  do: async (acting, { paper }): Promise<Done<PaperView>> => {
    const { session } = acting
    await markRow(acting.tx, acting.key, 'paper', paper, {
      status: 'asked',
      asked_by: session.member,
      asked_session: session.id,
      asked_authenticator: session.authenticator,
    })
    return { answer: await paperView(acting, paper), object: paper }
  },
})

/** The second: another member, another session, another authenticator. The files are frozen with their hash; the database refuses the first person once more. */
export const releasePaper = release({
  name: 'release-paper',
  may: 'release.confirm',
  input: z.object({ paper: id<'paper'>() }),
  do: async (acting, { paper: paperId }): Promise<Done<PaperView>> => {
    const { session, tx, key, now } = acting
    const row = await getRow<PaperBody>(tx, key, 'paper', paperId)
    if (row.clear.status !== 'asked') refuse('not-asked-yet')
    if (
      session.member === row.clear.asked_by ||
      session.member === row.clear.author_id ||
      session.id === row.clear.asked_session ||
      session.authenticator === row.clear.asked_authenticator
    )
      refuse('needs-second-person')
    const paper = { ...withNotes(row.body.paper, await notesOf(acting, paperId)), status: 'released' as const }
    const hash = digestOf(JSON.stringify(paper))
    const files = await freeze(acting, paper, hash)
    await changeRow(tx, key, 'paper', paperId, row.rowVersion, { ...row.body, paper, files } satisfies PaperBody, session.member, now, {
      status: 'released',
      released_by: session.member,
      released_session: session.id,
      released_authenticator: session.authenticator,
      released_at: now,
      hash,
    })
    const event: FilingEventBody = { kind: 'released', on: dayIn(now, 'UTC'), words: null, at: now, by: session.member }
    await insertRow(tx, key, 'filing_event', newId(), event, now, { paper_id: paperId, kind: 'released', on_day: event.on })
    return {
      answer: await paperView(acting, paperId),
      object: paperId,
      details: { hash, files: Object.fromEntries(Object.entries(files).map(([kind, file]) => [kind, file!.sha256])) },
    }
  },
})

const freeze = async (acting: ActingOnCase, paper: PaperBody['paper'], hash: string): Promise<PaperBody['files']> => {
  const options = { draft: false, hash, madeOn: dayIn(acting.now, 'UTC') }
  const { renderer } = acting.desk
  const kept: Record<string, FrozenFile> = {}
  for (const kind of ['pdf', 'docx', 'annexPdf', 'annexDocx'] as const) {
    const bytes = await renderer[kind](paper, options)
    if (!bytes) continue
    const blob = newId<'blob'>()
    const { stream } = await encryptFile([acting.key.blobKey().recipient], new Blob([new Uint8Array(bytes)]).stream())
    await acting.desk.blobs.write(blob, stream)
    kept[kind] = { blob, sha256: digestOf(bytes) }
  }
  return kept
}
