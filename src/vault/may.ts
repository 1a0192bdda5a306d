/** Who may do what: one table, read aloud, and one function that answers from it; what is not in the table is not allowed. */
import type { Instant } from '../basics/clock.ts'
import type { AccountId, MemberId, OfficeId } from '../basics/id.ts'
import { Refusal, type RefusalCode } from '../basics/refusal.ts'

export type Role = 'administrator' | 'caseworker' | 'lawyer' | 'reviewer' | 'interpreter' | 'auditor'
/** How a member stands to one case. interpreter: to one account of it and to nothing else. */
export type Standing = 'lead' | 'member' | 'reader' | 'interpreter'

/** A member may hold several roles in a small office; each act needs one that includes it. */
export type Actor = { member: MemberId; office: OfficeId; roles: readonly Role[] }

/** Membership of a case's team. It carries up to `until` and not at it; null = until it is ended. account: only for an interpreter. */
export type Grant = { standing: Standing; until: Instant | null; account: AccountId | null }

/** What the act touches. Office acts have no case; for case acts grant null means this member is not on the team. account: the account concerned. */
export type Resource =
  | { kind: 'office'; office: OfficeId }
  | { kind: 'case'; office: OfficeId; grant: Grant | null; account: AccountId | null }

type Row = { at: 'office' | 'case'; roles: readonly Role[]; standings: readonly Standing[] }
const office = (...roles: Role[]): Row => ({ at: 'office', roles, standings: [] })
const desk: readonly Role[] = ['caseworker', 'lawyer']
const readers: readonly Role[] = ['caseworker', 'lawyer', 'reviewer']
/** The lead and the members of the team whose role is named. */
const team = (roles: readonly Role[]): Row => ({ at: 'case', roles, standings: ['lead', 'member'] })
/** The lead alone. */
const lead = (roles: readonly Role[]): Row => ({ at: 'case', roles, standings: ['lead'] })
/** Everyone on the team, also who only reads. */
const anyone = (roles: readonly Role[]): Row => ({ at: 'case', roles, standings: ['lead', 'member', 'reader'] })
/** The same, and the interpreter of this one account. */
const withInterpreter = (row: Row): Row => ({ ...row, roles: [...row.roles, 'interpreter'], standings: [...row.standings, 'interpreter'] })

export const mayDo = {
  // the office
  'office.read': office('administrator', 'caseworker', 'lawyer', 'reviewer', 'interpreter', 'auditor'),
  'settings.read': office('administrator', 'auditor'),
  'settings.change': office('administrator'),
  'member.list': office('administrator', 'caseworker', 'lawyer', 'reviewer', 'auditor'),
  'member.invite': office('administrator'),
  'member.change': office('administrator'),
  'member.remove': office('administrator'),
  'member.opened': office('administrator', 'auditor'), // kinds, counts, days and codes; words only of cases that are the reader's own
  'member.reset': office('administrator'), // two administrators, or one and an auditor: the action asks for the second
  'member.reset.confirm': office('administrator', 'auditor'),
  'lead.replace': office('administrator'), // by the case's code name; it opens nothing of the case
  seal: office('administrator', 'caseworker', 'lawyer', 'reviewer', 'auditor'), // whoever sees the danger first
  'backup.make': office('administrator'),
  'backup.read': office('administrator', 'auditor'),
  'recovery.renew': office('administrator'),
  'passphrase.change': office('administrator'),
  'audit.read': office('auditor'),
  'audit.export': office('auditor', 'administrator'), // commitments only, nothing in the clear
  'today.read': office('caseworker', 'lawyer', 'reviewer'), // shows only the member's own cases
  'figures.read': office('caseworker', 'lawyer', 'reviewer'),
  'lists.compare': office('administrator', 'caseworker', 'lawyer', 'reviewer'), // files of one's own, of people outside this desk; it opens nothing of a case
  'law.read': office('administrator', 'caseworker', 'lawyer', 'reviewer', 'interpreter', 'auditor'),
  'search.people': office('caseworker', 'lawyer', 'reviewer'), // a hit in a case not theirs goes to that case's lead
  'calendar.feed': office('caseworker', 'lawyer', 'reviewer'),
  'case.create': office('caseworker', 'lawyer'),
  'case.list': office('caseworker', 'lawyer', 'reviewer', 'interpreter'), // shows only the member's own cases
  'group.import': office('caseworker', 'lawyer'),
  // a case and its team
  'case.open': anyone(readers),
  'case.change': team(desk),
  'case.close': lead(desk),
  'case.history': anyone(readers),
  'case.erase': lead(desk),
  'hold.set': lead(['lawyer']),
  'hold.confirm': anyone(['lawyer', 'reviewer']),
  'team.read': anyone(readers),
  'team.change': lead(desk),
  'match.answer': lead(desk), // another office member's search touched this case
  // people, authority, consent
  'person.read': anyone(readers),
  'person.record': team(desk),
  'person.merge.ask': team(desk),
  'person.merge.confirm': anyone(readers),
  'consent.read': anyone(readers),
  'consent.record': team(desk),
  'authority.record': team(desk),
  'authority.confirm': anyone(readers),
  'custody.record': team(desk),
  'transfer.record': team(desk),
  // the account and what is drawn from it
  'account.read': withInterpreter(anyone(readers)),
  'account.record': team(desk),
  'account.attest': withInterpreter(team(desk)),
  'account.correct': team(desk),
  'account.translate': withInterpreter(team(desk)),
  'span.seal': team(desk),
  'sealed-span.read': team(['lawyer']),
  'fact.read': anyone(readers),
  'fact.record': team(desk),
  'fact.change': team(desk),
  'exhibit.read': anyone(readers),
  'exhibit.add': team(desk),
  // the law
  'assessment.read': anyone(readers),
  'assessment.make': team(desk),
  'finding.draft': team(['lawyer']),
  'finding.review': anyone(['reviewer']),
  'exclusion.read': team(['lawyer']),
  // what leaves the house
  'paper.read': anyone(readers),
  'paper.draft': team(desk),
  'release.ask': team(desk),
  'release.confirm': anyone(['lawyer', 'reviewer']), // another person than the one who asked: the door and the database both look
  'filing.read': anyone(readers),
  'filing.log': team(desk),
} as const satisfies Record<string, Row>

export type Verb = keyof typeof mayDo

/** Null when allowed. Who is not on the team of a case hears that there is no such record, whatever the role: existence is itself a secret. */
export const whyNot = (actor: Actor, verb: Verb, resource: Resource, now: Instant): RefusalCode | null => {
  const row: Row | null = Object.hasOwn(mayDo, verb) ? mayDo[verb] : null
  if (resource.office !== actor.office) return 'not-found'
  if (resource.kind === 'case' && !carries(resource.grant, now)) return 'not-found'
  if (!row || row.at !== resource.kind) return 'not-yours-to-do'
  if (resource.kind === 'office') return actor.roles.some((role) => row.roles.includes(role)) ? null : 'not-yours-to-do'
  const grant = resource.grant!
  if (grant.standing === 'interpreter') {
    // One account only; another account of the same case is as unknown as another case.
    if (resource.account === null) return row.standings.includes('interpreter') ? 'not-found' : 'not-yours-to-do'
    if (grant.account === null || grant.account !== resource.account) return 'not-found'
    return actor.roles.includes('interpreter') && row.standings.includes('interpreter') ? null : 'not-yours-to-do'
  }
  const roles = actor.roles.filter((role) => role !== 'interpreter' && row.roles.includes(role))
  return roles.length > 0 && row.standings.includes(grant.standing) ? null : 'not-yours-to-do'
}

export const can = (actor: Actor, verb: Verb, resource: Resource, now: Instant): boolean => whyNot(actor, verb, resource, now) === null

export const mustBeAllowed = (actor: Actor, verb: Verb, resource: Resource, now: Instant): void => {
  const code = whyNot(actor, verb, resource, now)
  if (code) throw new Refusal(code)
}

const carries = (grant: Grant | null, now: Instant): boolean =>
  grant !== null && (grant.until === null || Date.parse(now) < Date.parse(grant.until))
