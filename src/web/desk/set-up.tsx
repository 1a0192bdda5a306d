/** First set-up in six steps, or the worked example at once. What is shown once stays on the screen until it is confirmed. */
import './set-up.css'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { DeskApi } from '../../domain/documents/desk-api.ts'
import { useAct } from '../ask.ts'
import { answersOf, TextField } from '../frame/field.tsx'
import { LeaveNow } from '../frame/frame.tsx'
import { Brand } from '../frame/glyphs.tsx'
import { Refused } from '../frame/refused.tsx'
import { SecretField } from '../frame/secret-field.tsx'
import { useWords } from '../words/words.tsx'
import { Authenticator } from './authenticator.tsx'
import { Languages } from './door.tsx'
import { Kit } from './kit.tsx'
import { LawStep, SecondPerson } from './last-steps.tsx'

type Made = DeskApi['POST /api/set-up']['out']
type First = DeskApi['POST /api/set-up']['in']

export const SetUp = ({ begun, done }: { begun: () => void; done: () => void }) => {
  const { w, locale } = useWords()
  const d = w.desk
  const client = useQueryClient()
  const setUp = useAct('POST /api/set-up')
  const example = useAct('POST /api/set-up/example')
  const signIn = useAct('POST /api/sign-in')
  const [step, setStep] = useState(1)
  const [first, setFirst] = useState<Pick<First, 'organisation' | 'member'> | null>(null)
  const [own, setOwn] = useState(false)
  const [differ, setDiffer] = useState(false)
  const [made, setMade] = useState<Made | null>(null)

  const name = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const { must } = answersOf(event.currentTarget)
    setFirst({
      organisation: must('organisation').trim(),
      member: { name: must('name').trim(), signInName: must('signInName').trim(), password: must('password') },
    })
    setStep(2)
  }
  const make = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const { must } = answersOf(event.currentTarget)
    if (own && must('passphrase') !== must('again')) return setDiffer(true)
    setDiffer(false)
    if (!first) return
    begun()
    const answer = await setUp.act({}, { ...first, language: locale, passphrase: own ? must('passphrase') : null })
    if (!answer) return done()
    setMade(answer)
    setStep(3)
  }
  const check = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (!first) return
    const { must } = answersOf(event.currentTarget)
    const state = await signIn.act(
      {},
      { signInName: first.member.signInName, password: first.member.password, code: must('code').replace(/\s/g, '') },
    )
    if (state) setStep(5)
  }
  const finish = (): void => {
    void client.invalidateQueries()
    done()
  }
  return (
    <div className="set-up">
      <aside className="no-print">
        <Brand />
        <ol>
          {d.steps.map(([title, second], n) => (
            <li key={title} aria-current={step === n + 1 ? 'step' : undefined} className={step > n + 1 ? 'is-done' : undefined}>
              <span className="mark">{step > n + 1 ? '✓' : n + 1}</span>
              <div>
                <strong>{title}</strong>
                <span className="under">{second}</span>
              </div>
            </li>
          ))}
        </ol>
      </aside>
      <main>
        <div className="headline no-print">
          <p className="second">{d.firstSetUp}</p>
          <div className="bar">
            <Languages />
            <LeaveNow />
          </div>
        </div>
        {step === 1 && (
          <>
            <h1>{d.thisDesk}</h1>
            <p className="body">{d.thisDeskBody}</p>
            <form onSubmit={name} className="form is-bare measure part">
              <TextField label={d.organisation} name="organisation" wide required value={first?.organisation ?? null} autoFocus />
              <TextField label={d.yourName} name="name" required value={first?.member.name ?? null} />
              <TextField label={d.signInName} name="signInName" autoComplete="username" required value={first?.member.signInName ?? null} />
              <SecretField label={d.password} name="password" autoComplete="new-password" hint={d.passwordHint} least={12} />
              <div className="bar">
                <button type="submit" className="button is-main">
                  {d.next}
                </button>
              </div>
            </form>
            <section className="part measure">
              <h2>{d.orExample}</h2>
              <p className="body">{d.exampleBody}</p>
              <div className="bar">
                <button type="button" className="button" onClick={() => void example.act({}, null)} aria-disabled={example.busy}>
                  {example.busy ? d.opening : d.openExample}
                </button>
              </div>
              <Refused of={example.refused} />
            </section>
          </>
        )}
        {step === 2 && (
          <>
            <h1>{d.passphrase}</h1>
            <p className="body">{d.passphraseBody}</p>
            <form onSubmit={(event) => void make(event)} className="form is-bare measure part">
              <fieldset>
                <legend>{d.whoChooses}</legend>
                <label className="tick">
                  <input type="radio" name="own" checked={!own} onChange={() => setOwn(false)} /> {d.sixWords}
                </label>
                <label className="tick">
                  <input type="radio" name="own" checked={own} onChange={() => setOwn(true)} /> {d.ownPassphrase}
                </label>
              </fieldset>
              {own && <SecretField label={d.passphrase} name="passphrase" autoComplete="new-password" hint={d.ownHint} />}
              {own && <SecretField label={d.again} name="again" autoComplete="new-password" />}
              {differ && <p className="warned">{d.differ}</p>}
              <Refused of={setUp.refused} />
              <div className="bar">
                <button type="button" className="button" onClick={() => setStep(1)}>
                  {d.back}
                </button>
                <button type="submit" className="button is-main" aria-disabled={setUp.busy}>
                  {setUp.busy ? d.making : d.makeDesk}
                </button>
              </div>
            </form>
          </>
        )}
        {step === 3 && made && first && (
          <Kit
            words={made.recoveryWords}
            passphrase={own ? null : made.passphrase}
            organisation={first.organisation}
            logHead={made.logHead}
            done={() => setStep(4)}
          />
        )}
        {step === 4 && made && (
          <>
            <h1>{d.steps[3]?.[0]}</h1>
            <Authenticator uri={made.totpUri} secret={made.totpSecret} codes={made.recoveryCodes} />
            <form onSubmit={(event) => void check(event)} className="form is-bare measure part">
              <TextField label={d.codeNow} name="code" autoComplete="one-time-code" hint={d.codeNowHint} required autoFocus />
              <Refused of={signIn.refused} />
              <div className="bar">
                <button type="submit" className="button is-main" aria-disabled={signIn.busy}>
                  {d.checkCode}
                </button>
              </div>
            </form>
          </>
        )}
        {step === 5 && <LawStep next={() => setStep(6)} />}
        {step === 6 && <SecondPerson done={finish} />}
      </main>
    </div>
  )
}
