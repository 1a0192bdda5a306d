/** The authority that holds somebody: one of the situation's list by its words in any language, or as it is typed where the list has none. */
import { useId, useState } from 'react'
import { useAsk } from '../ask.ts'
import { Field } from '../frame/field.tsx'
import { useWords } from '../words/words.tsx'

/** situation null = of any. */
export const AuthorityField = ({
  label,
  name,
  situation,
  value = null,
}: {
  label: string
  name: string
  situation: string | null
  value?: string | null
}) => {
  const { say } = useWords()
  const list = useId()
  const [written, setTyped] = useState<string | null>(null)
  const situations = useAsk('GET /api/situations', {}, null).data ?? []
  const known = Object.entries(
    Object.assign({}, ...situations.filter((one) => situation === null || one.id === situation).map((one) => one.authorities ?? {})),
  ) as [code: string, words: Parameters<typeof say>[0]][]
  const standing = known.find(([one]) => one === value)?.[1]
  const typed = written ?? (standing ? say(standing) : (value ?? ''))
  const meant = typed.trim().toLocaleLowerCase()
  const code = known.find(([, words]) => Object.values(words).some((one) => one.toLocaleLowerCase() === meant))?.[0]
  return (
    <Field label={label}>
      {(id) => (
        <>
          <input
            id={id}
            type="text"
            list={list}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <datalist id={list}>
            {known.map(([one, words]) => (
              <option key={one} value={say(words)} />
            ))}
          </datalist>
          <input type="hidden" name={name} value={code ?? typed.trim()} />
        </>
      )}
    </Field>
  )
}
