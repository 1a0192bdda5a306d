/** The few words a printed paper adds by itself (draft mark, page x of y, certainty), in the language of the document and not of the screen. */
import type { Certainty } from '../basics/source.ts'
import type { Locale } from '../basics/text.ts'

export type PaperWords = {
  draft: (draftNumber: number) => string
  fictional: string
  annexMark: string
  annexTo: string
  inAnnex: string
  certainty: Readonly<Record<Certainty, string>>
  readOn: (day: string) => string
  lawNotVerified: string
  /** Instead of the address, where a source was cited in full before. */
  citedAbove: string
  /** The parts around the two numbers, so that each renderer can put a live field between them. */
  page: readonly [before: string, between: string, after: string]
  contentHash: string
  madeOn: (day: string) => string
}

const en: PaperWords = {
  draft: (n) => `DRAFT ${n} – not released`,
  fictional: 'FICTIONAL EXAMPLE – no such person or case exists',
  annexMark: 'CONFIDENTIAL ANNEX – for the body alone',
  annexTo: 'Annex to',
  inAnnex: '[Given in the confidential annex.]',
  certainty: { verified: 'verified', partial: 'partly verified', unverified: 'unverified' },
  readOn: (day) => `read ${day}`,
  lawNotVerified: 'the law stated here is unverified',
  citedAbove: 'cited above',
  page: ['Page ', ' of ', ''],
  contentHash: 'Content SHA-256',
  madeOn: (day) => `Made on ${day}`,
}

const ko: PaperWords = {
  draft: (n) => `초안 ${n} – 제출되지 않음 (DRAFT)`,
  fictional: '가상의 예 – 실재하지 않는 사람과 사건',
  annexMark: '비공개 부속서 – 해당 기구만 열람 (CONFIDENTIAL ANNEX)',
  annexTo: '본문',
  inAnnex: '[비공개 부속서에 기재함.]',
  certainty: { verified: '확인됨', partial: '일부 확인됨', unverified: '확인되지 않음' },
  readOn: (day) => `${day} 열람`,
  lawNotVerified: '여기에 적힌 법은 확인되지 않음',
  citedAbove: '앞서 인용',
  page: ['', ' / ', '쪽'],
  contentHash: '내용 SHA-256',
  madeOn: (day) => `${day} 작성`,
}

const zh: PaperWords = {
  draft: (n) => `草稿 ${n} – 未发出 (DRAFT)`,
  fictional: '虚构示例 – 人物与案件均不存在',
  annexMark: '保密附件 – 仅供该机构阅读 (CONFIDENTIAL ANNEX)',
  annexTo: '所附文件',
  inAnnex: '[见保密附件。]',
  certainty: { verified: '已核实', partial: '部分核实', unverified: '未核实' },
  readOn: (day) => `${day}查阅`,
  lawNotVerified: '此处所述法律未经核实',
  citedAbove: '同前引',
  page: ['第 ', ' 页，共 ', ' 页'],
  contentHash: '内容 SHA-256',
  madeOn: (day) => `${day}制作`,
}

const dictionaries: Readonly<Record<Locale, PaperWords>> = { en, ko, zh }

/** Any BCP 47 language; one without a dictionary gets the English words, which the bodies read. */
export const wordsLocale = (language: string): Locale => {
  const primary = language.toLowerCase().split('-')[0]
  return primary === 'ko' || primary === 'zh' ? primary : 'en'
}
export const paperWords = (language: string): PaperWords => dictionaries[wordsLocale(language)]

const months = 'January February March April May June July August September October November December'.split(' ')

/** 2015-03-14 → 14 March 2015; 2015-03 and 2015 as far as they go; anything else as it stands, since a date is never made more exact than it was. */
export const printedDay = (text: string, locale: Locale): string => {
  const [, year, month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(\d{2}))?$/.exec(text) ?? []
  if (!year) return text
  if (locale === 'ko') return [`${year}년`, month && `${Number(month)}월`, day && `${Number(day)}일`].filter(Boolean).join(' ')
  if (locale === 'zh') return [`${year}年`, month && `${Number(month)}月`, day && `${Number(day)}日`].filter(Boolean).join('')
  return [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(' ')
}
