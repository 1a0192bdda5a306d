/** Naming a fact above the table, never in a dialog: its kind from the vocabulary, who, where, when, for or against, its standing. */
import { type FormEvent, useState } from 'react'
import type { PartialDate } from '../../basics/partial-date.ts'
import type { CaseRecord } from '../../domain/law/case-record.ts'
import { type Fact, type Standing, standings } from '../../domain/testimony/fact.ts'
import type { Vocabulary } from '../../domain/testimony/vocabulary.ts'
import { useAct, useAsk } from '../ask.ts'
import { AuthorityField } from '../cases/authority-field.tsx'
import { useChoiceWords, usePersonName } from '../cases/case-context.ts'
import { Combobox } from '../frame/combobox.tsx'
import { answersOf, ChoiceField, DateField, TextField, Tick } from '../frame/field.tsx'
import { Refused } from '../frame/refused.tsx'
import { plain, useWords } from '../words/words.tsx'
import { AttributeField } from './attribute-field.tsx'
import { ChosenWords } from './chosen-words.tsx'
import type { Range } from './spans.ts'

export type Draft = { fact: Fact | null; account: string | null; exhibit: string | null; range: Range | null; adverse: boolean }
type Props = {
  caseId: string
  record: CaseRecord
  draft: Draft
  number: string
  close: () => void
  kept: (fact: string) => void
  onRange: (range: Range) => void
}

/** Every kind has these in the vocabulary; the form asks for them once, as its own fields, the chosen words and the standing. */
const said: readonly string[] = ['actor', 'victim', 'place', 'date', 'certainty', 'words']

export const FactForm = ({ caseId, record, draft, number, close, kept, onRange }: Props) => {
  const { w, say, term, date } = useWords()
  const t = w.testimony
  const name = usePersonName(record.persons)
  const old = draft.fact
  const vocabulary = useAsk('GET /api/vocabulary/:situation', { situation: record.situation }, null)
  const kindName = (id: string): string => {
    const found = vocabulary.data?.kinds.find((one) => one.id === id)
    return found ? say(found.label) : plain(id)
  }
  const keep = useAct('POST /api/cases/:case/facts')
  const change = useAct('POST /api/cases/:case/facts/:fact')
  const [kind, setKind] = useState<string | null>(old?.kind ?? null)
  const [standing, setStanding] = useState<string>(old?.standing ?? 'open')
  const [unnamed, setUnnamed] = useState(false)
  const choiceWords = useChoiceWords(vocabulary.data ?? undefined)
  /** “beating” finds the kind that has it among its choices, though its name says otherwise. */
  const choicesOf = (attrs: Readonly<Record<string, string>>): string =>
    Object.entries(attrs)
      .filter(([attribute]) => !said.includes(attribute) && attribute !== 'authority')
      .flatMap(([, type]) => (vocabulary.data?.choices[type] ?? []).map((one) => `${plain(one)} ${choiceWords(type, one)}`))
      .join(' ')
  const options = (vocabulary.data?.kinds ?? []).map((one) => {
    const group = vocabulary.data?.groups.find((other) => other.id === one.group)
    return {
      value: one.id,
      words: say(one.label),
      second: group ? say(group.label) : '',
      also: [one.label.en, ...Object.values(one.everyday ?? {}).flat()],
      hidden: `${plain(one.id)} ${group?.label.en ?? ''} ${one.definition} ${choicesOf(one.attrs)}`,
    }
  })
  const chosen = vocabulary.data?.kinds.find((one) => one.id === kind)
  const account = record.accounts.find((one) => one.id === draft.account)
  const selves = record.persons.filter((one) => one.role === 'self')
  const self = selves[0]
  /** What happened to a whole group is told once. */
  const tickAll = (button: HTMLElement): void => {
    for (const tick of button.closest('fieldset')?.querySelectorAll<HTMLInputElement>('input[name=about]') ?? [])
      tick.checked = selves.some((one) => one.id === tick.value)
  }
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const { one, many, must } = answersOf(event.currentTarget)
    if (!kind) return setUnnamed(true)
    const { range } = draft
    const attrs = Object.keys(chosen?.attrs ?? {}).flatMap((attribute) =>
      one(`attr.${attribute}`) ? [[attribute, one(`attr.${attribute}`)!] as const] : [],
    )
    const body: Omit<Fact, 'id' | 'label'> = {
      kind,
      about: many('about') as unknown as Fact['about'],
      spans:
        account && range
          ? [
              { account: account.id, start: range.start, end: range.end, quote: account.text.slice(range.start, range.end) },
              ...(old?.spans.slice(1) ?? []),
            ]
          : (old?.spans ?? []),
      exhibit: (draft.exhibit ?? old?.exhibit ?? null) as Fact['exhibit'],
      publicSources: old?.publicSources ?? [],
      actor: one('actor'),
      place: one('place'),
      date: one('date') as PartialDate | null,
      attrs: Object.fromEntries(attrs),
      adverse: must('adverse') === 'yes',
      standing: standing as Standing,
      disputedPart: standing === 'disputed' ? one('disputedPart') : null,
      twin: one('twin') as Fact['twin'],
      custody: one('custody') as Fact['custody'],
      hand: account?.hand ?? old?.hand ?? 'first',
      summary: one('summary'),
      sealed: many('sealed').length > 0,
      note: one('note'),
    }
    const answer = old
      ? await change.act({ case: caseId, fact: old.id }, { ...body, reason: must('reason') })
      : await keep.act({ case: caseId }, body)
    if (answer) kept(answer.id)
  }
  const source = account
    ? `A${record.accounts.indexOf(account) + 1}`
    : (record.exhibits.find((one) => one.id === (draft.exhibit ?? old?.exhibit))?.label ?? '')
  return (
    <form
      onSubmit={(event) => void submit(event)}
      className="form fact-form"
      aria-label={old ? t.correctFact(old.label) : t.newFact}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
          event.stopPropagation()
          close()
        }
      }}
    >
      <h3>
        {old ? t.correctFact(old.label) : t.newFact} <span className="second">{source && t.from(source)}</span>
      </h3>
      {account && draft.range && <ChosenWords account={account} range={draft.range} onRange={onRange} />}
      <Combobox
        label={t.kind}
        options={options}
        value={kind}
        onChoose={setKind}
        none={t.noKind}
        onlyInDetails={t.kindOnlyInDetails}
        autoFocus={!old}
      />
      {unnamed && !kind && <p className="warned">{t.nameKind}</p>}
      <TextField label={t.summary} name="summary" value={old?.summary ?? null} hint={t.summaryHint} />
      {chosen && (
        <p className="second is-wide">
          <span lang="en">{chosen.definition}</span>
          {chosen.sensitive ? ` ${t.sensitive}` : ''}
          {chosen.third ? ` ${t.third}` : ''}
        </p>
      )}
      <fieldset>
        <legend>{t.pointsWhere}</legend>
        <label className="tick">
          <input type="radio" name="adverse" value="no" defaultChecked={!(old?.adverse ?? draft.adverse)} />{' '}
          <span className="sign for">+</span> {w.terms.for}
        </label>
        <label className="tick">
          <input type="radio" name="adverse" value="yes" defaultChecked={old?.adverse ?? draft.adverse} />{' '}
          <span className="sign against">−</span> {w.terms.against}
        </label>
      </fieldset>
      <fieldset>
        <legend>{t.about}</legend>
        {selves.length > 1 && (
          <button type="button" className="link" onClick={(event) => tickAll(event.currentTarget)}>
            {t.everyone(selves.length)}
          </button>
        )}
        {record.persons.map((person) => (
          <Tick
            key={person.id}
            name="about"
            value={person.id}
            label={name(person)}
            checked={old ? old.about.includes(person.id) : record.persons.length === 1 || person === self}
          />
        ))}
      </fieldset>
      <AuthorityField label={t.actor} name="actor" situation={record.situation} value={old?.actor ?? null} />
      <TextField label={t.place} name="place" value={old?.place ?? null} hint={w.cases.coarse} />
      <DateField label={t.date} name="date" value={old?.date ?? null} hint={w.frame.dateHint} />
      <ChoiceField
        label={t.standing}
        name="standing"
        choices={standings.map((one) => [one, w.terms.standing[one]] as const)}
        value={standing}
        onChange={setStanding}
      />
      {standing === 'disputed' && (
        <TextField label={t.disputedPart} name="disputedPart" value={old?.disputedPart ?? null} hint={t.disputedPartHint} />
      )}
      {chosen && <Attributes chosen={chosen.attrs} vocabulary={vocabulary.data!} record={record} old={old} key={chosen.id} />}
      <ChoiceField
        label={t.custody}
        name="custody"
        choices={record.custodies.map((one) => [one.id, [one.place ?? one.state, date.partial(one.period)].join(', ')] as const)}
        value={old?.custody ?? null}
        empty={w.terms.noneChosen}
      />
      <ChoiceField
        label={t.twin}
        name="twin"
        choices={record.facts
          .filter((one) => one.id !== old?.id)
          .map((one) => [one.id, `${one.label} ${one.summary ?? kindName(one.kind)}`] as const)}
        value={old?.twin ?? null}
        empty={w.terms.noneChosen}
        hint={t.twinHint}
      />
      <TextField label={t.noteField} name="note" value={old?.note ?? null} />
      <fieldset>
        <Tick name="sealed" label={t.sealFact} checked={old?.sealed ?? false} />
      </fieldset>
      {old && <TextField label={t.reason} name="reason" wide required hint={t.reasonHint} />}
      <Refused of={keep.refused ?? change.refused} />
      <div className="bar">
        <button type="button" className="button" onClick={close}>
          {w.frame.cancel} <kbd>Esc</kbd>
        </button>
        <button type="submit" className="button is-main" aria-disabled={keep.busy || change.busy}>
          {old ? t.keepCorrection : t.keepAs(number)} <kbd>↵</kbd>
        </button>
        <span className="unseen">{term(w.terms.standing, standing)}</span>
      </div>
    </form>
  )
}

const Attributes = ({
  chosen,
  vocabulary,
  record,
  old,
}: {
  chosen: Readonly<Record<string, string>>
  vocabulary: Vocabulary
  record: CaseRecord
  old: Fact | null
}) => (
  <>
    {Object.entries(chosen)
      .filter(([attribute]) => !said.includes(attribute) || old?.attrs[attribute])
      .map(([attribute, type]) => (
        <AttributeField
          key={attribute}
          attribute={attribute}
          type={type}
          vocabulary={vocabulary}
          record={record}
          value={old?.attrs[attribute] ?? null}
        />
      ))}
  </>
)
