/** Chooses a file in the language of the screen: the browser's own button speaks the browser's, and says “no file” of a file that was taken. */
import { type Ref, useState } from 'react'
import { useWords } from '../words/words.tsx'

type Props = {
  id: string
  accept?: string
  required?: boolean
  describedBy?: string
  /** A file was taken before: the button offers another. */
  taken?: boolean
  /** The name of what was chosen stands elsewhere. */
  namedElsewhere?: boolean
  ref?: Ref<HTMLInputElement>
  chosen?: (file: File | null) => void
}

export const FileButton = ({ id, accept, required, describedBy, taken = false, namedElsewhere = false, ref, chosen }: Props) => {
  const { w } = useWords()
  const [name, setName] = useState('')
  return (
    <span className="file-button">
      <input
        id={id}
        ref={ref}
        type="file"
        className="unseen"
        accept={accept}
        required={required}
        aria-describedby={describedBy}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0] ?? null
          setName(file?.name ?? '')
          chosen?.(file)
        }}
      />
      <label htmlFor={id} className="button">
        {taken || name !== '' ? w.frame.chooseOtherFile : w.frame.chooseFile}
      </label>
      {!namedElsewhere && name !== '' && <span className="file-name">{name}</span>}
    </span>
  )
}
