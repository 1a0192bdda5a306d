import { en, refusalsEn } from './en.ts'
export const zh: typeof en = en
export const refusalsZh = refusalsEn
