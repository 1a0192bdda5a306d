/** Language, light or dark, density, single keys: kept in this browser only, and nothing about anyone with them. */
import { languages } from '../desk/door.tsx'
import { type Preferences, prefer, usePreferences } from '../preferences.ts'
import { useWords } from '../words/words.tsx'

const Choice = <K extends keyof Preferences>({
  name,
  label,
  choices,
}: {
  name: K
  label: string
  choices: readonly (readonly [Preferences[K], string])[]
}) => {
  const current = usePreferences()
  return (
    <fieldset>
      <legend>{label}</legend>
      {choices.map(([value, words]) => (
        <label key={String(value)} className="tick">
          <input
            type="radio"
            name={name}
            checked={current[name] === value}
            onChange={() => prefer({ [name]: value } as Partial<Preferences>)}
          />{' '}
          {words}
        </label>
      ))}
    </fieldset>
  )
}

export const Appearance = () => {
  const { w } = useWords()
  const s = w.settings
  return (
    <section className="part" aria-labelledby="appearance">
      <h2 id="appearance">
        {s.appearance} <small>{s.appearanceWhere}</small>
      </h2>
      <div className="form is-bare measure">
        <Choice name="language" label={s.language} choices={languages} />
        <Choice
          name="ground"
          label={s.ground}
          choices={[
            ['light', s.light],
            ['dark', s.dark],
            ['system', s.system],
          ]}
        />
        <Choice
          name="density"
          label={s.density}
          choices={[
            ['dense', s.dense],
            ['roomy', s.roomy],
          ]}
        />
        <Choice
          name="keys"
          label={s.keys}
          choices={[
            [true, s.keysOn],
            [false, s.keysOff],
          ]}
        />
      </div>
    </section>
  )
}
