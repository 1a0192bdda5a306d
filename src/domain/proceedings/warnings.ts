/** What stands beside an open door: the same matter elsewhere, a second person still missing, a consent about to end. Warnings never lock. */
import type { Words } from '../../basics/text.ts'
import { authorityFor, consentFault, consentsOf } from './authority.ts'
import type { BodiesPack } from './bodies.ts'
import { closedReason } from './closed-reason.ts'
import type { Asked } from './on-file.ts'

export const standingWarnings = (asked: Asked, bodies: BodiesPack, ofBody: readonly Words[]): Words[] => [
  ...ofBody,
  ...sameMatter(asked, bodies),
  ...(authorityFor(asked.record, asked.person.id, asked.body, asked.today).state === 'unconfirmed' ? [secondPerson] : []),
  ...consentEnds(asked),
]

const secondPerson: Words = {
  en: 'A second person must confirm why this is sent without the person’s own word.',
  ko: '본인의 말 없이 보내는 이유를 다른 한 사람이 확인해야 합니다.',
  zh: '未得到本人表示而提交的理由须由另一人确认。',
}

const sameMatter = ({ record, body, person }: Asked, bodies: BodiesPack): Words[] => {
  const others = record.otherProcedures
  if (others === null || others === 'none') return []
  return others
    .filter(
      (one) =>
        one.person === person.id && one.status !== 'withdrawn' && body.sameMatter.blocks.includes(one.procedure.replaceAll('-', '_')),
    )
    .map((one) => {
      const name = bodies.bodies.find((other) => other.id === one.procedure.replaceAll('-', '_'))?.name
      return closedReason(bodies, 'same-matter', { body: name ?? one.procedure })
    })
}

const consentEnds = ({ record, person, today, body }: Asked): Words[] => {
  if (body.recipient === null) return []
  const fault = consentFault(record, person.id, today)
  if (fault === 'expired')
    return [
      {
        en: 'The consent has expired; ask again before release.',
        ko: '동의 기간이 끝났습니다. 보내기 전에 다시 확인하십시오.',
        zh: '同意已过期；发送前须重新征询。',
      },
    ]
  if (fault === 'withdrawn') return [{ en: 'The consent was withdrawn.', ko: '동의가 철회되었습니다.', zh: '同意已撤回。' }]
  const ends = consentsOf(record, person.id, today)[0]?.expires
  // Thirty-one days: enough to ask again by a safe way before the paper stalls.
  const soon = ends ? (Date.parse(ends) - Date.parse(today)) / 86_400_000 <= 31 : false
  return soon ? [{ en: `The consent ends on ${ends}.`, ko: `동의는 ${ends}에 끝납니다.`, zh: `同意于${ends}到期。` }] : []
}
