/** The words in which Today says what is due that no pack names: a second person, the end of a consent. */
import type { Words } from '../../basics/text.ts'

export const dueWords = {
  secondPerson: (body: Words): Words => ({
    en: `Second person for: ${body.en}`,
    ko: `두 번째 사람의 확인: ${body.ko}`,
    zh: `第二人确认：${body.zh}`,
  }),
  reviewer: (element: Words, more: number): Words =>
    more === 0
      ? { en: `Reviewer for a finding: ${element.en}`, ko: `판단의 검토 서명: ${element.ko}`, zh: `认定待复核签署：${element.zh}` }
      : {
          en: `Reviewer for ${more + 1} findings, first: ${element.en}`,
          ko: `판단 ${more + 1}건의 검토 서명, 먼저: ${element.ko}`,
          zh: `${more + 1}项认定待复核签署，先看：${element.zh}`,
        },
  findingTakesTwo: {
    en: 'A finding stands when another person has signed it',
    ko: '판단은 다른 사람이 서명해야 섭니다',
    zh: '认定须由另一人签署方可成立',
  } satisfies Words,
  secondForAuthority: {
    en: 'Second person for: acting without authority',
    ko: '두 번째 사람의 확인: 위임 없이 행동함',
    zh: '第二人确认：无授权而行动',
  } satisfies Words,
  authorityTakesTwo: {
    en: 'Where the person cannot be reached, two people record why',
    ko: '본인과 연락할 수 없을 때는 두 사람이 그 이유를 기록합니다',
    zh: '无法联系本人时，由两人记录理由',
  } satisfies Words,
  twoPeople: { en: 'Release takes two people', ko: '제출에는 두 사람이 필요합니다', zh: '发出需要两个人' } satisfies Words,
  transferExpected: { en: 'Transfer expected, as told', ko: '전해 들은 이송 예정일', zh: '据告知的预计移送日' } satisfies Words,
  consentEnds: { en: 'Consent ends', ko: '동의 기간 만료', zh: '同意到期' } satisfies Words,
  endTheySet: (on: string): Words => ({
    en: `The end set when it was given on ${on}`,
    ko: `${on}에 동의할 때 정한 기한`,
    zh: `${on}同意时所定的期限`,
  }),
  body: (name: Words, clock: { name: string; words?: Words | null }): Words => {
    const bare = clock.name.replaceAll(/[_-]/g, ' ')
    const said = clock.words ?? { en: bare, ko: bare, zh: bare }
    return { en: `${name.en}: ${said.en}`, ko: `${name.ko}: ${said.ko}`, zh: `${name.zh}：${said.zh}` }
  },
  ready: (name: Words): Words => ({ en: `${name.en} is ready to draft`, ko: `${name.ko}: 작성 가능`, zh: `${name.zh}：可以起草` }),
  lacks: (name: Words, field: Words): Words => ({
    en: `${name.en} lacks: ${field.en}`,
    ko: `${name.ko}에 부족한 것: ${field.ko}`,
    zh: `${name.zh}尚缺：${field.zh}`,
  }),
  askWhere: {
    en: 'Ask who saw them last, and in whose custody',
    ko: '마지막으로 본 사람과 구금 주체를 확인하세요',
    zh: '询问谁最后见过、由谁羁押',
  } satisfies Words,
  noRule: { en: 'No rule sets a date', ko: '기한을 정한 규칙이 없습니다', zh: '没有规则规定日期' } satisfies Words,
} as const
