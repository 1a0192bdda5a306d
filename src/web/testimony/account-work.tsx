/** What may be done with an account: change it until it is attested, then only correct, translate or seal parts of it, each with its reason. */
import { type FormEvent, useRef, useState } from 'react'
import type { Account } from '../../domain/testimony/account.ts'
import { useAct } from '../ask.ts'
import { answersOf, TextField } from '../frame/field.tsx'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'
import { AccountArea } from './record-account.tsx'
import type { Range } from './spans.ts'
import { asksOnce, Insist, WatchedField } from './warnings.tsx'

type Own = { caseId: string; account: Account; close: () => void }

const submitting = (event: FormEvent<HTMLFormElement>, then: () => void): void => {
  event.preventDefault()
  then()
}

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
  const seal = (insisted: boolean): void =>
    void keep().then((done) => (done ? attest.act({ case: caseId, account: account.id }, { insisted }) : null))
  const asking = asksOnce(attest.refused)
  return (
    <form
      className="form is-bare"
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <AccountArea label={t.underWork} hint={t.underWorkHint} language={account.language} text={text} onText={setText} />
      {asking ? (
        <Insist text={text} back={attest.clear} insist={() => seal(true)} busy={attest.busy} />
      ) : (
        <Refused of={save.refused ?? attest.refused} />
      )}
      <div className="bar">
        <button type="submit" className="button" aria-disabled={save.busy}>
          {t.keepChanges}
        </button>
        <button type="button" className="button is-main" aria-disabled={attest.busy} onClick={() => seal(false)}>
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
  const form = useRef<HTMLFormElement>(null)
  const [text, setText] = useState('')
  const keep = async (insisted: boolean): Promise<void> => {
    const { must } = answersOf(form.current!)
    const body = { reason: must('reason'), start: range?.start ?? null, end: range?.end ?? null, text: must('text'), insisted }
    if (await correct.act({ case: caseId, account: account.id }, body)) close()
  }
  return (
    <form ref={form} onSubmit={(event) => submitting(event, () => void keep(false))} className="form">
      <h3>{t.correctAccount}</h3>
      <p className="second">{range ? `“${account.text.slice(range.start, range.end)}”` : t.wholeAccount}</p>
      <WatchedField label={t.correctText} name="text" language={account.language} required onText={setText} />
      <TextField label={t.reason} name="reason" hint={t.reasonHint} wide required />
      {asksOnce(correct.refused) ? (
        <Insist text={text} back={correct.clear} insist={() => void keep(true)} busy={correct.busy} />
      ) : (
        <Refused of={correct.refused} />
      )}
      <Ends words={t.keepCorrection} close={close} busy={correct.busy} />
    </form>
  )
}

export const Translate = ({ caseId, account, close }: Own) => {
  const { w } = useWords()
  const t = w.testimony
  const translate = useAct('POST /api/cases/:case/accounts/:account/translations')
  const form = useRef<HTMLFormElement>(null)
  const [text, setText] = useState('')
  const keep = async (insisted: boolean): Promise<void> => {
    const { must } = answersOf(form.current!)
    const body = { language: must('language').trim(), translatorCode: must('translatorCode').trim(), text: must('text'), insisted }
    if (await translate.act({ case: caseId, account: account.id }, body)) close()
  }
  return (
    <form ref={form} onSubmit={(event) => submitting(event, () => void keep(false))} className="form">
      <h3>{t.addTranslation}</h3>
      <TextField label={t.languageTag} name="language" value="en" hint={t.languageTagHint} required />
      <TextField label={t.translator} name="translatorCode" hint={t.interpreterHint} required />
      <WatchedField label={t.translation} name="text" rows={8} hint={t.translationHint} required onText={setText} />
      {asksOnce(translate.refused) ? (
        <Insist text={text} back={translate.clear} insist={() => void keep(true)} busy={translate.busy} />
      ) : (
        <Refused of={translate.refused} />
      )}
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
