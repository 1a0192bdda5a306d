/** Takes in a file as evidence: hashed in the clear, locked to the case while it streams in, never rendered here; and gives it out again. */
import { z } from 'zod'
import { Refusal, refuse } from '../basics/refusal.ts'
import type { Exhibit } from '../domain/testimony/fact.ts'
import { takeTurn } from '../store/cases.ts'
import { getRow, insertRow } from '../store/sealed-rows.ts'
import { decryptFile, encryptFile } from '../vault/files.ts'
import { newId } from '../vault/new-id.ts'
import { type Act, caseAct, parsed } from './action.ts'
import type { ExhibitBody } from './case-record.ts'
import { id, partialDate, someWords } from './inputs.ts'

const mostBytes = 2 * 1024 ** 3

const given = { case: z.string(), title: someWords(300), receivedFrom: someWords(300), receivedOn: partialDate }
const file = z.custom<ReadableStream<Uint8Array>>((value) => value instanceof ReadableStream, 'a file expected')

/** Whether this member may add one, before a byte is taken: an upload holds no transaction while it streams. */
const receive = caseAct({
  name: 'receive-exhibit',
  may: 'exhibit.add',
  reads: true,
  ofNobody: true,
  input: z.object(given),
  do: async (acting): Promise<{ answer: string }> => ({
    answer: acting.desk.example ? refuse('not-in-the-example') : acting.key.blobKey().recipient,
  }),
})

const keep = caseAct({
  name: 'add-exhibit',
  may: 'exhibit.add',
  input: z.object({ ...given, exhibit: id<'exhibit'>(), sha256: z.string().length(64), bytes: z.int().min(0) }),
  do: async (acting, { case: _case, exhibit, ...file }): Promise<{ answer: Exhibit; object: string; details: { sha256: string } }> => {
    takeTurn(acting.tx, acting.desk.office, acting.caseId)
    const taken = await acting.tx.one<{ last: number | null }>(
      'select max(number) as last from exhibit where office_id = $1 and case_id = $2',
      [acting.desk.office, acting.caseId],
    )
    const number = (taken?.last ?? 0) + 1
    const body: ExhibitBody = { label: `E${number}`, ...file }
    await insertRow(acting.tx, acting.key, 'exhibit', exhibit, body, acting.now, {
      number,
      padded_bytes: Math.ceil(file.bytes / 65_536) * 65_536,
    })
    return { answer: { ...body, id: exhibit }, object: exhibit, details: { sha256: file.sha256 } }
  },
})

/** Nothing stands in the case until every byte is on the disk; what was written for a refused one is taken away again. */
const add = async (desk: Parameters<typeof keep>[0], session: Parameters<typeof keep>[1], raw: unknown): Promise<Exhibit> => {
  const { bytes: stream, ...about } = raw as { bytes: unknown }
  const recipient = await receive(desk, session, about)
  const exhibit = newId<'exhibit'>()
  const { stream: sealed, passed } = await encryptFile([recipient], parsed(file, stream).pipeThrough(limited(mostBytes)))
  try {
    await desk.blobs.write(exhibit, sealed)
    const { sha256, size } = await passed
    return await keep(desk, session, { ...about, exhibit, sha256, bytes: size })
  } catch (error) {
    await desk.blobs.remove(exhibit)
    throw error
  }
}
export const addExhibit: Act<Exhibit> = Object.assign(add, { reads: false })

export type OpenedExhibit = { title: string; bytes: number; stream: ReadableStream<Uint8Array> }

/** The line that says who opened it is written before the first byte leaves. */
export const readExhibit = caseAct({
  name: 'read-exhibit',
  may: 'exhibit.read',
  reads: true,
  input: z.object({ case: z.string(), exhibit: id<'exhibit'>() }),
  do: async (acting, { exhibit }): Promise<{ answer: OpenedExhibit; object: string }> => {
    const row = await getRow<ExhibitBody>(acting.tx, acting.key, 'exhibit', exhibit)
    const { stream } = await decryptFile(acting.key.blobKey().identity, acting.desk.blobs.read(exhibit))
    return { answer: { title: row.body.title, bytes: row.body.bytes, stream }, object: exhibit }
  },
})

const limited = (most: number): TransformStream<Uint8Array, Uint8Array> => {
  let size = 0
  return new TransformStream({
    transform: (chunk, out) => {
      size += chunk.length
      if (size > most) out.error(new Refusal('too-large', { limit: '2 GiB' }))
      else out.enqueue(chunk)
    },
  })
}
