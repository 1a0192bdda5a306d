/** The signs of the desk. Round: what is shown of an element. Square: how sure a source is. Triangle: danger. Arrow: a way that may be taken. */
import type { ReactNode } from 'react'
import type { Certainty as Sureness } from '../../basics/source.ts'
import type { Answer } from '../../domain/law/assessment.ts'
import type { Opening } from '../../domain/proceedings/readiness.ts'
import type { Urgency } from '../../domain/protection/today.ts'
import { useWords } from '../words/words.tsx'

const Sign = ({ className, children }: { className: string; children: ReactNode }) => (
  <svg className={`glyph ${className}`} viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" focusable="false">
    {children}
  </svg>
)
const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 } as const

export type Roundness = Answer | 'not-bound'
const rounds: Record<Roundness, ReactNode> = {
  shown: (
    <>
      <circle cx="7" cy="7" r="6.5" fill="currentColor" />
      <path d="M4 7.2 6.2 9.4 10.2 4.9" fill="none" stroke="var(--on-fill)" strokeWidth="1.6" />
    </>
  ),
  contradicted: (
    <>
      <circle cx="7" cy="7" r="5.75" {...line} />
      <path d="M4.8 4.8 9.2 9.2M9.2 4.8 4.8 9.2" {...line} />
    </>
  ),
  disputed: (
    <>
      <circle cx="7" cy="7" r="5.75" {...line} />
      <path d="M7 1.5a5.5 5.5 0 0 1 0 11Z" fill="currentColor" />
    </>
  ),
  missing: <circle cx="7" cy="7" r="5.75" {...line} strokeDasharray="2.4 2.1" />,
  'not-reached': <path d="M2.5 7h9" {...line} />,
  'not-in-issue': <path d="M2.5 7h2M6 7h2M9.5 7h2" {...line} />,
  'not-bound': <path d="M1.5 3h11v8h-11ZM1.5 11 12.5 3" {...line} />,
}
export const Round = ({ of }: { of: Roundness }) => <Sign className={`is-${of}`}>{rounds[of]}</Sign>

const squares: Record<Sureness, ReactNode> = {
  verified: <path d="M2.5 2.5h9v9h-9Z" fill="currentColor" />,
  partial: (
    <>
      <path d="M3 3h8v8H3Z" {...line} strokeWidth="1.2" />
      <path d="M3 3v8h8Z" fill="currentColor" />
    </>
  ),
  unverified: <path d="M3 3h8v8H3Z" {...line} strokeWidth="1.2" strokeDasharray="1.6 1.4" />,
}
/** Always sign and word together: how sure the desk is of a source. */
export const Certainty = ({ of, bare = false }: { of: Sureness; bare?: boolean }) => {
  const { w } = useWords()
  return (
    <span className="sure">
      <Sign className="square">{squares[of]}</Sign>
      {bare ? <span className="unseen">{w.terms.certainty[of]}</span> : w.terms.certainty[of]}
    </span>
  )
}

export const Danger = ({ of, words }: { of: Urgency | null; words: string }) => (
  <span className={`danger is-${of ?? 'watch'}`}>
    <Sign className="triangle">
      {of === 'imminent' ? (
        <>
          <path d="M7 .8 13.6 13H.4Z" fill="currentColor" />
          <path d="M7 5v4M7 10.2v1.5" stroke="var(--on-fill)" strokeWidth="1.5" />
        </>
      ) : (
        <path d="M7 2 12.7 12.2H1.3Z" {...line} {...(of === null ? { strokeDasharray: '2 1.8' } : {})} />
      )}
    </Sign>
    {words}
  </span>
)

const arrows: Record<Opening | 'sent', ReactNode> = {
  ready: <path d="M1 2.5h8L13.4 7 9 11.5H1Z" fill="currentColor" />,
  lacks: <path d="M1.5 3h7L12.5 7l-4 4h-7ZM4 7h4" {...line} />,
  'open-if': <path d="M1.5 3h7L12.5 7l-4 4h-7Z" {...line} strokeDasharray="2.2 1.6" />,
  arguable: <path d="M1.5 3h7L12.5 7l-4 4h-7ZM3.6 7.6c.9-1.4 1.8-1.4 2.6-.6s1.700.8 2.500-.6" {...line} />,
  sent: <path d="M1.500 3h7L12.500 7l-4 4h-7ZM3.800 7l1.600 1.600 3-3.200" {...line} />,
  'not-open': <path d="M1.500 3h11v8h-11ZM1.500 11 12.500 3" {...line} />,
}
export const Way = ({ of, words }: { of: Opening | 'sent'; words: string }) => (
  <span className={`way is-${of}`}>
    <Sign className="arrow">{arrows[of]}</Sign>
    {words}
  </span>
)

export const Plus = ({ adverse }: { adverse: boolean }) => {
  const { w } = useWords()
  return (
    <span className={adverse ? 'sign against' : 'sign for'}>
      <span aria-hidden="true">{adverse ? '−' : '+'}</span>
      <span className="unseen">{adverse ? w.terms.against : w.terms.for}</span>
    </span>
  )
}

export const Brand = () => (
  <span className="brand">
    <svg viewBox="0 0 18 14" width="18" height="14" aria-hidden="true" focusable="false">
      <path d="M1.5 0v14M17 7H5M9 2.500 4.500 7 9 11.500" {...line} strokeWidth="2" />
    </svg>
    Article 33
  </span>
)
