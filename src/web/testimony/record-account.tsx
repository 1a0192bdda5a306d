/** Recording one account, in the words and language in which it is given; it is kept as typed and can be changed until it is attested. */
import { type FormEvent, useState } from 'react'
import type { CaseRecord } from '../../domain/law/case-record.ts'
import type { Account } from '../../domain/testimony/account.ts'
import { useAct } from '../ask.ts'
import { usePersonName } from '../cases/case-context.ts'
import { answersOf, ChoiceField, DateField, Field, TextField } from '../frame/field.tsx'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'
import { useWarnings, Warnings } from './warnings.tsx'

/** A text area for what a person said: composing is watched, nothing is trimmed, corrected or completed. */
export const AccountArea = ({
  label,
  hint,
  language,
  text,
  onText,
}: {
  label: string
  hint: string
  language: string
  text: string
  onText: (text: string) => void
}) => {
  const [composing, setComposing] = useState(false)
  const warnings = useWarnings(text, composing)
  return (
    <>
      <div className="is-wide">
        <Warnings text={text} found={warnings} />
      </div>
      <Field label={label} hint={hint} wide>
        {(id, hintId) => (
          <textarea
            id={id}
            className="account"
            lang={language}
            spellCheck={false}
            autoCorrect="off"
            autoCapitalize="off"
            aria-describedby={hintId}
            value={text}
            required
            onCompositionStart={() => setComposing(true)}
            onCompositionEnd={() => setComposing(false)}
            onChange={(event) => onText(event.currentTarget.value)}
          />
        )}
      </Field>
    </>
  )
}

const tags = ['ko', 'zh', 'en'] as const

export const RecordAccount = ({
  caseId,
  record,
  today,
  done,
}: {
  caseId: string
  record: CaseRecord
  today: string
  done: (account: string | null) => void
}) => {
  const { w } = useWords()
  const t = w.testimony
  const name = usePersonName(record.persons)
  const keep = useAct('POST /api/cases/:case/accounts')
  const [language, setLanguage] = useState<string>('ko')
  const [text, setText] = useState('')
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const { must, one } = answersOf(event.currentTarget)
    const answer = await keep.act(
      { case: caseId },
      {
        speaker: must('speaker'),
        takenOn: must('takenOn').trim(),
        zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        language: one('other') ?? language,
        hand: must('hand') as Account['hand'],
        interpreterCode: one('interpreterCode'),
        circumstances: one('circumstances'),
        text,
      },
    )
    if (answer) done(answer.id)
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="form is-bare">
      <h3>{t.recordAccount}</h3>
      <ChoiceField label={t.speaker} name="speaker" choices={record.persons.map((one) => [one.id, name(one)] as const)} required />
      <ChoiceField
        label={t.hand}
        name="hand"
        choices={(['first', 'second', 'public-source'] as const).map((one) => [one, w.terms.hand[one]] as const)}
        value="first"
      />
      <DateField label={t.takenOn} name="takenOn" value={today} hint={w.frame.dateHint} required />
      <ChoiceField
        label={t.language}
        name="language"
        choices={[...tags.map((tag) => [tag, w.terms.language[tag]] as const), ['', w.terms.otherLanguage] as const]}
        value={language}
        onChange={setLanguage}
      />
      {language === '' && <TextField label={t.languageTag} name="other" hint={t.languageTagHint} required />}
      <TextField label={t.interpreter} name="interpreterCode" hint={t.interpreterHint} />
      <TextField label={t.circumstances} name="circumstances" hint={t.circumstancesHint} wide />
      <AccountArea label={t.account} hint={t.accountHint} language={language || 'und'} text={text} onText={setText} />
      <Refused of={keep.refused} />
      <div className="bar">
        <button type="button" className="button" onClick={() => done(null)}>
          {w.frame.cancel}
        </button>
        <button type="submit" className="button is-main" aria-disabled={keep.busy}>
          {t.keepAccount}
        </button>
      </div>
    </form>
  )
}
