/** Takes in a file as evidence: hashed in the clear, locked to the case while it streams in, never rendered here; and gives it out again. */
import { z } from 'zod'
import { Refusal, refuse } from '../basics/refusal.ts'
import type { Exhibit } from '../domain/testimony/fact.ts'
import { takeTurn } from '../store/cases.ts'
import { getRow, insertRow } from '../store/sealed-rows.ts'
import { decryptFile, encryptFile } from '../vault/files.ts'
import { newId } from '../vault/new-id.ts'
import { caseAct } from './action.ts'
import type { ExhibitBody } from './case-record.ts'
import { id, partialDate, someWords } from './inputs.ts'

const mostBytes = 2 * 1024 ** 3

export const addExhibit = caseAct({
  name: 'add-exhibit',
  may: 'exhibit.add',
  input: z.object({ case: z.string(), title: someWords(300), receivedFrom: someWords(300), receivedOn: partialDate, bytes: z.custom<ReadableStream<Uint8Array>>((value) => value instanceof ReadableStream, 'a file expected') }),
  do: async (acting, given): Promise<{ answer: Exhibit; object: string; details: { sha256: string } }> => {
    if (acting.desk.example) refuse('not-in-the-example')
    const exhibitId = newId<'exhibit'>()
    const { stream, passed } = await encryptFile([acting.key.blobKey().recipient], given.bytes.pipeThrough(limited(mostBytes)))
    await acting.desk.blobs.write(exhibitId, stream)
    const { sha256, size } = await passed
    await takeTurn(acting.tx, acting.desk.office, acting.caseId)
    const taken = await acting.tx.one<{ last: number | null }>('select max(number) as last from exhibit where office_id = $1 and case_id = $2', [acting.desk.office, acting.caseId])
    const number = (taken?.last ?? 0) + 1
    const body: ExhibitBody = { label: `E${number}`, title: given.title, receivedFrom: given.receivedFrom, receivedOn: given.receivedOn, sha256, bytes: size }
    await insertRow(acting.tx, acting.key, 'exhibit', exhibitId, body, acting.now, { number, padded_bytes: Math.ceil(size / 65_536) * 65_536 })
    return { answer: { ...body, id: exhibitId }, object: exhibitId, details: { sha256 } }
  },
})

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
