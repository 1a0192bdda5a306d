/** What may be done with an account: change it until it is attested, then only correct, translate or seal parts of it, each with its reason. */
import { type FormEvent, useState } from 'react'
import type { Account } from '../../domain/testimony/account.ts'
import { useAct } from '../ask.ts'
import { answersOf, TextField, WordsField } from '../frame/field.tsx'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'
import { AccountArea } from './record-account.tsx'
import type { Range } from './spans.ts'

type Own = { caseId: string; account: Account; close: () => void }

const Ends = ({ words, close, busy }: { words: string; close: () => void; busy: boolean }) => {
  const { w } = useWords()
  return (
    <div className="bar">
      <button type="button" className="button" onClick={close}>
        {w.frame.cancel}
      </button>
      <button type="submit" className="button is-main" aria-disabled={busy}>
        {words}
      </button>
    </div>
  )
}

export const UnderWork = ({ caseId, account, version }: { caseId: string; account: Account; version: number }) => {
  const { w } = useWords()
  const t = w.testimony
  const save = useAct('POST /api/cases/:case/accounts/:account')
  const attest = useAct('POST /api/cases/:case/accounts/:account/attest')
  const [text, setText] = useState(account.text)
  const [kept, setKept] = useState({ text: account.text, version })
  const keep = async (): Promise<boolean> => {
    if (text === kept.text) return true
    const answer = await save.act({ case: caseId, account: account.id }, { text, rowVersion: Math.max(kept.version, version) })
    if (answer) setKept({ text, version: answer.rowVersion })
    return answer !== null
  }
  return (
    <form
      className="form is-bare"
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <AccountArea label={t.underWork} hint={t.underWorkHint} language={account.language} text={text} onText={setText} />
      <Refused of={save.refused ?? attest.refused} />
      <div className="bar">
        <button type="submit" className="button" aria-disabled={save.busy}>
          {t.keepChanges}
        </button>
        <button
          type="button"
          className="button is-main"
          aria-disabled={attest.busy}
          onClick={() => void keep().then((done) => (done ? attest.act({ case: caseId, account: account.id }, null) : null))}
        >
          {t.attest}
        </button>
        <span className="second">{t.attestMeans}</span>
      </div>
    </form>
  )
}

export const Correct = ({ caseId, account, range, close }: Own & { range: Range | null }) => {
  const { w } = useWords()
  const t = w.testimony
  const correct = useAct('POST /api/cases/:case/accounts/:account/corrections')
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const { must } = answersOf(event.currentTarget)
    if (
      await correct.act(
        { case: caseId, account: account.id },
        { reason: must('reason'), start: range?.start ?? null, end: range?.end ?? null, text: must('text') },
      )
    )
      close()
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="form">
      <h3>{t.correctAccount}</h3>
      <p className="second">{range ? `“${account.text.slice(range.start, range.end)}”` : t.wholeAccount}</p>
      <WordsField label={t.correctText} name="text" language={account.language} required />
      <TextField label={t.reason} name="reason" hint={t.reasonHint} wide required />
      <Refused of={correct.refused} />
      <Ends words={t.keepCorrection} close={close} busy={correct.busy} />
    </form>
  )
}

export const Translate = ({ caseId, account, close }: Own) => {
  const { w } = useWords()
  const t = w.testimony
  const translate = useAct('POST /api/cases/:case/accounts/:account/translations')
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const { must } = answersOf(event.currentTarget)
    if (
      await translate.act(
        { case: caseId, account: account.id },
        { language: must('language').trim(), translatorCode: must('translatorCode').trim(), text: must('text') },
      )
    )
      close()
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="form">
      <h3>{t.addTranslation}</h3>
      <TextField label={t.languageTag} name="language" value="en" hint={t.languageTagHint} required />
      <TextField label={t.translator} name="translatorCode" hint={t.interpreterHint} required />
      <WordsField label={t.translation} name="text" rows={8} hint={t.translationHint} required />
      <Refused of={translate.refused} />
      <Ends words={t.keepTranslation} close={close} busy={translate.busy} />
    </form>
  )
}

export const SealSpan = ({ caseId, account, range, close }: Own & { range: Range }) => {
  const { w } = useWords()
  const t = w.testimony
  const seal = useAct('POST /api/cases/:case/accounts/:account/sealed-spans')
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (await seal.act({ case: caseId, account: account.id }, { ...range, reason: answersOf(event.currentTarget).must('reason') })) close()
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="form">
      <h3>{t.sealWords}</h3>
      <p className="second">“{account.text.slice(range.start, range.end)}”</p>
      <TextField label={t.reason} name="reason" hint={t.sealHint} wide required autoFocus />
      <Refused of={seal.refused} />
      <Ends words={t.seal} close={close} busy={seal.busy} />
    </form>
  )
}
