/** One attribute of a fact in the field its vocabulary type asks for: a list, a person, a State, a date, or words. */
import type { CaseRecord } from '../../domain/law/case-record.ts'
import type { Vocabulary } from '../../domain/testimony/vocabulary.ts'
import { useChoiceWords, usePersonName, useSituation, useStateName } from '../cases/case-context.ts'
import { ChoiceField, DateField, TextField } from '../frame/field.tsx'
import { useWords } from '../words/words.tsx'

type Props = { attribute: string; type: string; vocabulary: Vocabulary; record: CaseRecord; value: string | null }

export const AttributeField = ({ attribute, type, vocabulary, record, value }: Props) => {
  const { w, term } = useWords()
  const name = usePersonName(record.persons)
  const situation = useSituation(record.situation)
  const stateName = useStateName(situation)
  const choiceWords = useChoiceWords(vocabulary)
  const label = term(w.attributes, attribute)
  const field = `attr.${attribute}`
  const empty = w.terms.noneChosen
  const choices = vocabulary.choices[type]
  if (choices)
    return (
      <ChoiceField
        label={label}
        name={field}
        choices={choices.map((one) => [one, choiceWords(type, one)] as const)}
        value={value}
        empty={empty}
      />
    )
  if (type === 'tri') return <ChoiceField label={label} name={field} choices={Object.entries(w.terms.tri)} value={value} empty={empty} />
  if (type === 'person')
    return (
      <ChoiceField
        label={label}
        name={field}
        choices={record.persons.map((one) => [one.id, name(one)] as const)}
        value={value}
        empty={empty}
      />
    )
  if (type === 'state')
    return (
      <ChoiceField
        label={label}
        name={field}
        choices={situation?.states.map((one) => [one.code, stateName(one.code)] as const) ?? []}
        value={value}
        empty={empty}
      />
    )
  if (type === 'exhibit')
    return (
      <ChoiceField
        label={label}
        name={field}
        choices={record.exhibits.map((one) => [one.id, `${one.label} ${one.title}`] as const)}
        value={value}
        empty={empty}
      />
    )
  if (type === 'date' || type === 'interval')
    return <DateField label={label} name={field} value={value} hint={type === 'date' ? w.frame.dateHint : w.frame.rangeHint} />
  if (type === 'duration') return <TextField label={label} name={field} value={value} hint={w.testimony.durationHint} />
  const hint =
    type === 'count'
      ? w.testimony.countHint
      : type === 'place'
        ? w.cases.coarse
        : type === 'language'
          ? w.testimony.languageTagHint
          : undefined
  return <TextField label={label} name={field} value={value} hint={hint} />
}
