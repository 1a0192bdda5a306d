/** A page before the desk opens: the brand, the language, Leave now, one thing to do. */
import type { ReactNode } from 'react'
import type { Locale } from '../../basics/text.ts'
import { LeaveNow } from '../frame/frame.tsx'
import { Brand } from '../frame/glyphs.tsx'
import { prefer } from '../preferences.ts'
import { useWords } from '../words/words.tsx'

export const languages: readonly (readonly [Locale, string])[] = [
  ['en', 'English'],
  ['ko', '한국어'],
  ['zh', '中文'],
]

export const Languages = () => {
  const { locale } = useWords()
  return (
    <div className="languages">
      {languages.map(([code, words]) => (
        <button
          key={code}
          type="button"
          className="link"
          lang={code}
          aria-pressed={locale === code}
          onClick={() => prefer({ language: code })}
        >
          {words}
        </button>
      ))}
    </div>
  )
}

export const Door = ({ title, foot, children }: { title: string; foot?: ReactNode; children: ReactNode }) => (
  <div className="door">
    <header>
      <Brand />
      <Languages />
      <LeaveNow />
    </header>
    <main>
      <div className="one">
        <h1>{title}</h1>
        {children}
      </div>
    </main>
    <footer>{foot}</footer>
  </div>
)
