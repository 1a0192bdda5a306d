/** Written with the expected findings at hand and changed since, so it is part of what is in-sample: how the elements of decided cases (cases/elements.yaml) are read from the engine's lines. Nothing here knows a case. */
import type { Answer, Assessment, Line } from '../../src/domain/law/assessment.ts'
import type { CaseRecord } from '../../src/domain/law/case-record.ts'

/** met, not met, open (not enough facts), not reached; missed = the engine has no counterpart. */
export type Scored = 'met' | 'not-met' | 'open' | 'not-reached' | 'missed'
export type Reading = { scored: Scored; lines: readonly Line[] }

const ofAnswer: Record<Answer, Scored> = {
  shown: 'met',
  contradicted: 'not-met',
  missing: 'open',
  disputed: 'open',
  'not-reached': 'not-reached',
  'not-in-issue': 'not-reached',
}

/** Elements of the cases that are the same as one of the engine's, under another name. inverse: found means the engine's condition is contradicted. */
const renamed: Record<string, { el: string; inverse?: boolean }> = {
  'cat3.past_torture_proved': { el: 'cat3.indications' },
  'cat3.security_exception': { el: 'cat3.absolute', inverse: true },
  'nonref.substantial_grounds': { el: 'nonref_rc33.threat' },
  'wgad.any': { el: 'liberty.arbitrary' },
  'rok_nationality.class_framework': { el: 'rok_nationality.uk' },
  'rok_nationality.us_s302_disregard_applies': { el: 'rok_nationality.us' },
  'exclusion.one_f_b': { el: 'exclusion.threshold' },
  'liberty.discrimination_noncitizen': { el: 'wgad.V' },
}

/** A finding about one ground of several is read from the line of that ground, by the words in which the ground is named. */
const groundOf: readonly (readonly [RegExp, string])[] = [
  [/conver|relig|faith|church|bapti|belief/i, 'religion'],
  [/politic|opinion|activis|dissent/i, 'political'],
  [/social group|gender|family|clan/i, 'psg'],
  [/ethnic|race|racial/i, 'race'],
  [/national/i, 'nationality'],
]

/** Several lines of one element: what any of them shows stands, else what any contradicts. */
const together = (all: readonly Scored[]): Scored =>
  (['met', 'not-met', 'open', 'not-reached'] as const).find((one) => all.includes(one)) ?? 'missed'
const inverse: Record<Scored, Scored> = { met: 'not-met', 'not-met': 'met', open: 'open', 'not-reached': 'not-reached', missed: 'missed' }

export const readFinding = (assessment: Assessment, record: CaseRecord, element: string, about: string | null): Reading => {
  const ground = about !== null && !/^[A-Z]{3}$/.test(about) && element === 'nonref.breach' ? groundIn(about) : undefined
  if (ground === null) return { scored: 'missed', lines: [] }
  if (element === 'refugee.status') return status(assessment, record)
  if (element === 'cat3.breach') return cat3Breach(assessment)
  const name = ground ? `${element}_on_${ground}` : (renamed[element]?.el ?? element)
  const lines = linesOf(assessment, record, name, about)
  const scored = together(lines.map((line) => ofAnswer[line.answer]))
  return { scored: renamed[element]?.inverse ? inverse[scored] : scored, lines }
}

const groundIn = (words: string): string | null => groundOf.find(([pattern]) => pattern.test(words))?.[1] ?? null

/** The person the case is about first; a State named in the finding narrows lines that are given per State. */
const linesOf = (assessment: Assessment, record: CaseRecord, element: string, about: string | null): Line[] => {
  const first = record.persons.find((one) => one.role === 'self')!.id
  const lines = assessment.lines.filter((line) => line.element === element && line.person === first)
  return about !== null && record.states.concerned.includes(about)
    ? lines.filter((line) => line.state === null || line.state === about)
    : lines
}

/** The product gives no status; for scoring only, it is read from the elements that make or break it. Where they do not, nobody has decided it. */
const status = (assessment: Assessment, record: CaseRecord): Reading => {
  const lines = ['refugee.fear_wellfounded', 'refugee.nexus', 'refugee.each_nationality'].flatMap((element) =>
    linesOf(assessment, record, element, null),
  )
  const all = lines.map((line) => ofAnswer[line.answer])
  return {
    scored: all.includes('not-met') ? 'not-met' : all.length > 0 && all.every((one) => one === 'met') ? 'met' : 'not-reached',
    lines,
  }
}

/** A removal and grounds; not reached when the person is out of the State's hands by own will. */
const cat3Breach = (assessment: Assessment): Reading => {
  const of = (element: string): Line[] => assessment.lines.filter((line) => line.element === element)
  const lines = [...of('cat3.removal'), ...of('cat3.grounds')]
  if (
    of('admissibility.victim_at_risk_from_respondent').some((line) => line.answer === 'contradicted') &&
    !of('cat3.removal').some((line) => line.answer === 'shown')
  )
    return { scored: 'not-reached', lines }
  const grounds = together(of('cat3.grounds').map((line) => ofAnswer[line.answer]))
  const removal = together(of('cat3.removal').map((line) => ofAnswer[line.answer]))
  return { scored: grounds === 'not-met' ? 'not-met' : grounds === 'met' && removal === 'met' ? 'met' : 'open', lines }
}
