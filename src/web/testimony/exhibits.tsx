/** Exhibits: from whom and when they were received, their hash; uploaded as raw bytes with progress and Stop. */
import { type FormEvent, useState } from 'react'
import type { Exhibit } from '../../domain/testimony/fact.ts'
import { useAsk, useUpload } from '../ask.ts'
import { fileAddress } from '../call.ts'
import { answersOf, DateField, Field, TextField } from '../frame/field.tsx'
import { FileButton } from '../frame/file-button.tsx'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'

const size = (bytes: number, number: (n: number) => string): string =>
  bytes < 1024 * 1024 ? `${number(Math.ceil(bytes / 1024))} kB` : `${number(Math.round(bytes / 1024 / 1024))} MB`

export const ExhibitSheet = ({ caseId, exhibit }: { caseId: string; exhibit: Exhibit }) => {
  const { w, date, term } = useWords()
  const t = w.testimony
  const hands = useAsk('GET /api/cases/:case/history', { case: caseId }, { object: exhibit.id })
  return (
    <div className="part">
      <h3>
        {exhibit.label} {exhibit.title}
      </h3>
      <ul className="lines">
        <li>{t.received(exhibit.receivedFrom, date.partial(exhibit.receivedOn))}</li>
        <li>
          {size(exhibit.bytes, date.number)}. SHA-256 <span className="mono hash">{exhibit.sha256}</span>
        </li>
      </ul>
      <div className="bar">
        <a
          className="button"
          href={fileAddress('GET /api/cases/:case/exhibits/:exhibit', { case: caseId, exhibit: exhibit.id }, null)}
          download
          // The line stands in the log before the first byte leaves; the browser does not say when it came.
          onClick={() => [1_000, 4_000].map((later) => setTimeout(() => void hands.refetch(), later))}
        >
          {t.download}
        </a>
        <span className="second">{t.opensAreLogged}</span>
      </div>
      <h4>{t.throughWhoseHands}</h4>
      <Refused of={hands.error} />
      <ul className="lines">
        {(hands.data ?? []).map((line) => (
          <li key={line.seq}>
            <time dateTime={line.at}>{date.instant(line.at)}</time> {line.by}, {term(w.acts, line.act)}
            {line.outcome === 'refused' && `: ${w.cases.refused}`}
          </li>
        ))}
      </ul>
    </div>
  )
}

export const AddExhibit = ({ caseId, today, done }: { caseId: string; today: string; done: (exhibit: string | null) => void }) => {
  const { w, date } = useWords()
  const t = w.testimony
  const { send, sent, refused, stop } = useUpload(caseId)
  const [file, setFile] = useState<File | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const { must } = answersOf(event.currentTarget)
    const kept = file && (await send(file, must('title').trim(), must('receivedFrom').trim(), must('receivedOn').trim()))
    if (kept) done(kept.id)
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="form">
      <h3>{t.addExhibit}</h3>
      <Field label={t.file}>{(id) => <FileButton id={id} required chosen={setFile} />}</Field>
      <TextField label={t.exhibitTitle} name="title" hint={t.exhibitTitleHint} required />
      <TextField label={t.receivedFrom} name="receivedFrom" hint={t.interpreterHint} required />
      <DateField label={t.receivedOn} name="receivedOn" value={today} hint={w.frame.dateHint} required />
      <Refused of={refused} />
      {sent && (
        <p role="status">
          {t.sentOf(size(sent.bytes, date.number), size(sent.of, date.number))}{' '}
          <progress className="file-progress" value={sent.bytes} max={sent.of} aria-label={t.file} />{' '}
          <button type="button" className="button" onClick={stop}>
            {w.frame.stop}
          </button>
        </p>
      )}
      <div className="bar">
        <button type="button" className="button" onClick={() => done(null)}>
          {w.frame.cancel}
        </button>
        <button type="submit" className="button is-main" aria-disabled={sent !== null}>
          {t.upload}
        </button>
      </div>
    </form>
  )
}
