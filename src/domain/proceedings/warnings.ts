/** What stands beside an open door: the same matter elsewhere, a second person still missing, a consent about to end. Warnings never lock. */
import type { Words } from '../../basics/text.ts'
import { authorityFor, consentFault, consentsOf } from './authority.ts'
import type { BodiesPack } from './bodies.ts'
import { closedReason, countWords, fillWords } from './closed-reason.ts'
import type { Asked } from './on-file.ts'
import type { BodyReadiness } from './readiness.ts'

/** A door that is closed anyway is not warned about twice. */
export const standingWarnings = (asked: Asked, bodies: BodiesPack, closed: boolean, ofBody: readonly Words[]): Words[] => [
  ...ofBody,
  ...(closed ? [] : sameMatter(asked, bodies)),
  ...(authorityFor(asked.record, asked.person.id, asked.body, asked.today).state === 'unconfirmed' ? [secondPerson] : []),
  ...consentEnds(asked),
]

const secondPerson: Words = {
  en: 'A second person must confirm why this is sent without the person’s own word.',
  ko: '본인의 말 없이 보내는 이유를 다른 한 사람이 확인해야 합니다.',
  zh: '未得到本人表示而提交的理由须由另一人确认。',
}

type Elsewhere = { id: string; since: string | null; reference: string | null; pending: boolean }

/** What is pending or decided elsewhere, from the record of filings and from facts that tell of one. A withdrawn request no longer stands in the way. */
const filedElsewhere = ({ record, person, facts }: Asked): Elsewhere[] => {
  const others = record.otherProcedures
  const filed =
    others === null || others === 'none'
      ? []
      : others
          .filter((one) => one.person === person.id && one.status !== 'withdrawn')
          .map((one) => ({
            id: idOf(one.procedure),
            since: one.filedOn as string,
            reference: one.reference ?? null,
            pending: one.status === 'pending',
          }))
  const told = facts
    .filter((fact) => fact.kind === 'same-matter-filed' && !/withdrawn/i.test(fact.attrs.status ?? ''))
    .flatMap((fact) =>
      fact.attrs.body ? [{ id: idOf(fact.attrs.body), since: fact.date as string | null, reference: null, pending: true }] : [],
    )
  return [...filed, ...told.filter((one) => !filed.some((other) => other.id === one.id))]
}

const idOf = (text: string): string => text.replaceAll('-', '_')

const sameMatter = (asked: Asked, bodies: BodiesPack): Words[] => {
  const { blocks, unsure = [] } = asked.body.sameMatter
  const words = bodies.sameMatterWords
  return filedElsewhere(asked).flatMap((one) => {
    const name = withDay(bodies, one)
    if (blocks.some((id) => covers(id, one.id))) return [closedReason(bodies, 'same-matter', { body: name })]
    if (!words) return []
    if (unsure.some((id) => covers(id, one.id))) return [fillWords(words.unsure, { body: name })]
    const home = bodies.elsewhere?.find((other) => other.id === one.id)?.home ?? false
    return home && one.pending && needsExhaustion(asked) ? [fillWords(words.home, { body: name })] : []
  })
}

/** A complaint under a treaty asks for remedies at home; a Working Group or a special procedure does not. */
const needsExhaustion = ({ body }: Asked): boolean =>
  body.treaty?.accepts != null || body.closed.some((rule) => rule.code === 'not-exhausted')

/** The reason says since when, and by which reference, so that it can be checked before anybody chooses. */
const withDay = (bodies: BodiesPack, { id, since, reference }: Elsewhere): Words | string => {
  const name = nameOf(bodies, id)
  if (since === null || !bodies.sameMatterWords) return name
  const { sinceReference, since: plain } = bodies.sameMatterWords
  return fillWords(reference ? sinceReference : plain, { body: name, day: since, reference: reference ?? '' })
}

/** A file may name the group alone: “wgeid” is any of its procedures. */
const covers = (body: string, filed: string): boolean => body === filed || body.startsWith(`${filed}_`)

const nameOf = (bodies: BodiesPack, id: string): Words | string =>
  bodies.bodies.find((other) => other.id === id)?.name ??
  bodies.bodies.find((other) => other.id.startsWith(`${id}_`))?.name ??
  bodies.elsewhere?.find((one) => one.id === id)?.name ??
  id.replaceAll('_', ' ')

/** Before anything is sent: two doors that stand open for the same person and exclude each other are named beside each other. Nothing is locked. */
export const withChoices = (rows: readonly BodyReadiness[], bodies: BodiesPack): BodyReadiness[] =>
  rows.map((row) => {
    const blocks = bodies.bodies.find((one) => one.id === row.body)?.sameMatter.blocks ?? []
    const open = blocks.filter((id) =>
      rows.some((other) => other.body === id && other.person === row.person && other.opening !== 'not-open'),
    )
    if (row.opening === 'not-open' || open.length === 0 || !bodies.sameMatterWords) return row
    const choose = fillWords(bodies.sameMatterWords.choose, { body: countWords(open.map((id) => wordsOf(nameOf(bodies, id)))) })
    return { ...row, warnings: [...row.warnings, choose] }
  })

const wordsOf = (name: Words | string): Words => (typeof name === 'string' ? { en: name, ko: name, zh: name } : name)

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
