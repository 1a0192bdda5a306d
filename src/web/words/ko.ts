import { en, refusalsEn } from './en.ts'
export const ko: typeof en = en
export const refusalsKo = refusalsEn
