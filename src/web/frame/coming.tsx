/** A workspace that holds nothing yet says in one sentence what will live there. */
import { Link } from '@tanstack/react-router'
import { useWords } from '../words/words.tsx'
import { usePlace } from './place.ts'

export const Coming = ({ of }: { of: 'accountability' | 'figures' | 'advocacy' }) => {
  const { w } = useWords()
  usePlace([{ words: w.frame[of], to: `/${of}` }])
  return (
    <div className="page">
      <h1>{w.frame[of]}</h1>
      <p className="body">
        {w.frame.nothingYet} {w.coming[of]}
      </p>
      <p>
        <Link to="/">{w.coming.back}</Link>
      </p>
    </div>
  )
}
