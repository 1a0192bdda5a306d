/** Gives out a paper as a file: a draft is marked as one on every page; what was released comes out byte for byte as it was frozen. */
import { z } from 'zod'
import { dayIn } from '../basics/clock.ts'
import { refuse } from '../basics/refusal.ts'
import { allRows, getRow } from '../store/sealed-rows.ts'
import { digestOf } from '../vault/digest.ts'
import { decryptFile } from '../vault/files.ts'
import { id } from './inputs.ts'
import { paperAct } from './paper-act.ts'
import { type PaperBody, type PaperNoteBody, withNotes } from './papers.ts'

export type PrintedFile = { name: string; format: 'pdf' | 'docx'; bytes: Uint8Array }

export const printPaper = paperAct({
  name: 'print-paper',
  may: 'paper.read',
  reads: true,
  input: z.object({ paper: id<'paper'>(), format: z.enum(['pdf', 'docx']), part: z.enum(['paper', 'annex']) }),
  do: async (acting, { paper: paperId, format, part }): Promise<{ answer: PrintedFile; object: string; details: string }> => {
    const row = await getRow<PaperBody>(acting.tx, acting.key, 'paper', paperId)
    const released = row.clear.status === 'released'
    // The file's name says neither who nor where: it stays behind on desks and in download folders.
    const name = `${row.body.body}${part === 'annex' ? '-annex' : ''}-${released ? String(row.clear.hash).slice(0, 8) : `draft-${row.clear.draft_number}`}.${format}`
    const kind = part === 'annex' ? (format === 'pdf' ? 'annexPdf' : 'annexDocx') : format
    if (released) {
      const file = row.body.files[kind] ?? refuse('not-found')
      const { stream } = await decryptFile(acting.key.blobKey().identity, acting.desk.blobs.read(file.blob))
      return { answer: { name, format, bytes: new Uint8Array(await new Response(stream).arrayBuffer()) }, object: paperId, details: name }
    }
    const notes = (await allRows<PaperNoteBody>(acting.tx, acting.key, 'paper_note'))
      .filter((note) => note.clear.paper_id === paperId)
      .map((note) => note.body)
    const paper = withNotes(row.body.paper, notes)
    const bytes = await acting.desk.renderer[kind](paper, {
      draft: true,
      hash: digestOf(JSON.stringify(paper)),
      madeOn: dayIn(acting.now, 'UTC'),
    })
    return { answer: { name, format, bytes: bytes ?? refuse('not-found') }, object: paperId, details: name }
  },
})
