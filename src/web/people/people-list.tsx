/** A list of people pasted or read from a file: looked at row by row before anything is kept; the whole batch can be taken back. */
import { type FormEvent, useState } from 'react'
import type { PeopleListPreview } from '../../domain/documents/people-list-api.ts'
import { listTextIn } from '../../domain/linkage/list-text.ts'
import { useAct } from '../ask.ts'
import { Refused as Refusal } from '../call.ts'
import { answersOf, Field, WordsField } from '../frame/field.tsx'
import { FileButton } from '../frame/file-button.tsx'
import { Refused } from '../frame/refused.tsx'
import { offerUndo } from '../frame/undo.tsx'
import { useWords } from '../words/words.tsx'

const unknownLetters = new Refusal(422, {
  code: 'bad-file',
  what: '',
  todo: '',
  place: null,
  values: { reason: 'its letters are neither UTF-8 nor Korean CP949; save it as “CSV UTF-8” or as .xlsx' },
})

type Read = { text: string; fileName: string; preview: PeopleListPreview }

export const PeopleList = ({ caseId, close }: { caseId: string; close: () => void }) => {
  const { w, say, date, term, reason } = useWords()
  const p = w.people
  const look = useAct('POST /api/cases/:case/people-list/preview')
  const keep = useAct('POST /api/cases/:case/people-list')
  const undo = useAct('POST /api/cases/:case/people-list/:batch/undo')
  const [read, setRead] = useState<Read | null>(null)
  const [file, setFile] = useState<File | null>(null)
  const [unread, setUnread] = useState(false)
  const [out, setOut] = useState<ReadonlySet<number>>(new Set())
  const faulty = [...new Set(read?.preview.errors.map((one) => one.line) ?? [])]
  const undecided = faulty.some((line) => !out.has(line))
  const preview = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const pasted = answersOf(event.currentTarget).must('text')
    // Excel in Korea saves CSV as CP949: what cannot be told is said, and never shown as broken names.
    const read = file ? listTextIn(new Uint8Array(await file.arrayBuffer())) : null
    setUnread(file !== null && read === null)
    if (file !== null && read === null) return setRead(null)
    const text = read?.text ?? pasted
    const fileName = file?.name ?? ''
    const found = await look.act({ case: caseId }, { text, fileName })
    if (found) setRead({ text, fileName, preview: found })
  }
  const accept = async (): Promise<void> => {
    if (!read || undecided) return
    const done = await keep.act({ case: caseId }, { text: read.text, fileName: read.fileName, leaveOut: [...out] })
    if (!done) return
    offerUndo(p.kept(done.persons.length), () => void undo.act({ case: caseId, batch: done.batch }, null))
    close()
  }
  const leave = (line: number): void =>
    setOut((before) => new Set(before.has(line) ? [...before].filter((one) => one !== line) : [...before, line]))
  return (
    <div className="part">
      <form onSubmit={(event) => void preview(event)} className="form">
        <h3>{p.pasteList}</h3>
        <WordsField label={p.list} name="text" rows={6} hint={p.listHint} />
        <Field label={p.orFile}>{(id) => <FileButton id={id} accept=".csv,.tsv,.txt,text/csv,text/plain" chosen={setFile} />}</Field>
        <Refused of={unread ? unknownLetters : look.refused} />
        <div className="bar">
          <button type="button" className="button" onClick={close}>
            {w.frame.cancel}
          </button>
          <button type="submit" className={read ? 'button' : 'button is-main'} aria-disabled={look.busy}>
            {p.preview}
          </button>
        </div>
      </form>
      {read && (
        <section aria-live="polite">
          <h3>{p.rowsRead(read.preview.rows.length, read.preview.errors.length)}</h3>
          {read.preview.errors.length > 0 && (
            <ul className="warned">
              {faulty.map((line) => (
                <li key={line}>
                  {read.preview.errors
                    .filter((one) => one.line === line)
                    .map((one) => `${p.rowError(one.line, one.column)} ${reason(one.reason)}`)
                    .join('. ')}{' '}
                  <label className="tick">
                    <input type="checkbox" checked={out.has(line)} onChange={() => leave(line)} /> {p.leaveOut}
                  </label>
                </li>
              ))}
            </ul>
          )}
          <table className="rows stacks">
            <thead>
              <tr>
                <th scope="col">{p.row}</th>
                <th scope="col">{p.names}</th>
                <th scope="col">{p.sex}</th>
                <th scope="col">{p.bornOrAge}</th>
                <th scope="col">{p.placeAndNote}</th>
                <th scope="col">{p.alreadyKnown}</th>
              </tr>
            </thead>
            <tbody>
              {read.preview.rows.map((row) => (
                <tr key={row.line}>
                  <td>
                    <label className="tick">
                      <input type="checkbox" checked={!out.has(row.line)} onChange={() => leave(row.line)} /> {row.line}
                    </label>
                  </td>
                  <th scope="row">{row.names.join(' · ')}</th>
                  <td>{term(w.terms.sex, row.sex)}</td>
                  <td>
                    {row.birth
                      ? date.partial(row.birth)
                      : row.ageLow !== null
                        ? p.age(row.ageLow, row.ageHigh ?? row.ageLow)
                        : w.terms.tri.unknown}
                  </td>
                  <td>{[row.place, row.note].filter(Boolean).join('. ')}</td>
                  <td>
                    {row.candidates.map((one) => (
                      <span key={one.person} className="under">
                        {one.codeName}: {one.label}. {one.reasons.map(say).join(' ')}
                      </span>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Refused of={keep.refused} />
          <div className="bar">
            <button
              type="button"
              className="button is-main"
              aria-disabled={keep.busy || undecided || read.preview.rows.length === 0}
              aria-describedby="list-waits"
              onClick={() => void accept()}
            >
              {p.keepPeople(read.preview.rows.filter((row) => !out.has(row.line)).length)}
            </button>
            <span className="second" id="list-waits">
              {p.errorsLeftOut}
            </span>
          </div>
        </section>
      )}
    </div>
  )
}
