/** One person at a time with another organisation: a question to give, or one that came to compare. Yes, possible or no, and nothing more. */
import { type FormEvent, useRef, useState } from 'react'
import type { KnownElsewhere } from '../../domain/documents/same-person-api.ts'
import type { CaseRecord } from '../../domain/law/case-record.ts'
import { useAct } from '../ask.ts'
import { usePersonName } from '../cases/case-context.ts'
import { answersOf, ChoiceField, Field, TextField } from '../frame/field.tsx'
import { FileButton } from '../frame/file-button.tsx'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'

export const KnowBoth = ({ caseId, record, close }: { caseId: string; record: CaseRecord; close: () => void }) => {
  const { w } = useWords()
  const o = w.same.outside
  const name = usePersonName(record.persons)
  const ask = useAct('POST /api/cases/:case/persons/:person/ask-organisation')
  const answer = useAct('POST /api/cases/:case/persons/:person/answer-organisation')
  const file = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const asking = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value') === 'ask'
    const { must } = answersOf(event.currentTarget)
    const ids = { case: caseId, person: must('person') }
    ask.clear()
    answer.clear()
    setSaid('')
    if (asking) {
      const made = await ask.act(ids, { key: must('key') })
      if (made) {
        give(made.file, `${o.fileName}.a33`)
        setSaid(o.asked(made.key))
      }
      return
    }
    const came = file.current?.files?.[0]
    if (!came) return setSaid(o.noFile)
    const heard = await answer.act(ids, { key: must('key'), file: base64Of(await came.arrayBuffer()) })
    if (heard) setSaid(o.answers[heard.answer satisfies KnownElsewhere])
  }
  return (
    <form
      onSubmit={(event) => void submit(event)}
      className="form"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        document.getElementById('main')?.focus({ preventScroll: true })
        close()
      }}
    >
      <h3>{o.title}</h3>
      <p className="body is-wide">{o.body}</p>
      <p className="body second is-wide">{o.leaks}</p>
      <ChoiceField label={o.who} name="person" choices={record.persons.map((one) => [one.id, name(one)] as const)} required />
      <TextField label={o.key} name="key" type="password" hint={o.keyHint} required />
      <Field label={o.came} hint={o.answerNote}>
        {(id, hintId) => <FileButton id={id} ref={file} accept=".a33" describedBy={hintId} />}
      </Field>
      <Refused of={ask.refused ?? answer.refused} />
      <p role="status" className={said === '' ? 'unseen' : 'warned is-wide'}>
        {said}
      </p>
      <div className="bar">
        <button type="submit" name="act" value="ask" className="button" aria-disabled={ask.busy} title={o.askNote}>
          {o.ask}
        </button>
        <button type="submit" name="act" value="answer" className="button" aria-disabled={answer.busy}>
          {o.answer}
        </button>
        <button type="button" className="button" onClick={close}>
          {w.frame.close}
        </button>
      </div>
    </form>
  )
}

/** The file is given to the person who asked and to nobody else; the browser keeps it where it keeps what one downloads. */
const give = (base64: string, fileName: string): void => {
  const address = URL.createObjectURL(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  URL.revokeObjectURL(address)
}

/** A question is some hundred bytes; a larger file is sent as it is and refused by the desk. */
const base64Of = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes.slice(0, 6_000))))
