import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Instant } from '../basics/clock.ts'
import type { AccountId, MemberId, OfficeId } from '../basics/id.ts'
import { type Actor, can, type Grant, mayDo, mustBeAllowed, type Resource, type Role, type Standing, type Verb, whyNot } from './may.ts'

const now = '2026-11-24T01:55:00.000Z' as Instant
const office = randomUUID() as OfficeId
const elsewhere = randomUUID() as OfficeId
const account = randomUUID() as AccountId
const roles: Role[] = ['administrator', 'caseworker', 'lawyer', 'reviewer', 'interpreter', 'auditor']
const standings: Standing[] = ['lead', 'member', 'reader', 'interpreter']
const verbs = Object.keys(mayDo) as Verb[]
const actor = (...held: Role[]): Actor => ({ member: randomUUID() as MemberId, office, roles: held })
const grant = (standing: Standing, over: Partial<Grant> = {}): Grant => ({
  standing,
  until: null,
  account: standing === 'interpreter' ? account : null,
  ...over,
})
const onCase = (given: Grant | null, of: AccountId | null = account): Resource => ({ kind: 'case', office, grant: given, account: of })
const inOffice: Resource = { kind: 'office', office }

/** Written by hand from the sentences of the design, not from the table: role and standing → every act of a case they may do. */
const readsCase =
  'case.open case.history team.read person.read consent.read fact.read exhibit.read assessment.read paper.read filing.read account.read'
const deskWork =
  'case.change person.record person.merge.ask consent.record authority.record custody.record transfer.record account.record account.attest account.correct account.translate span.seal fact.record fact.change exhibit.add assessment.make paper.draft release.ask filing.log'
const seconds = 'person.merge.confirm authority.confirm'
const leads = 'case.close case.erase team.change match.answer'
const lawyerOnly = 'sealed-span.read finding.draft exclusion.read'
const expected: Record<string, string> = {
  'caseworker lead': `${readsCase} ${deskWork} ${seconds} ${leads}`,
  'caseworker member': `${readsCase} ${deskWork} ${seconds}`,
  'caseworker reader': `${readsCase} ${seconds}`,
  'lawyer lead': `${readsCase} ${deskWork} ${seconds} ${leads} ${lawyerOnly} hold.set hold.confirm release.confirm`,
  'lawyer member': `${readsCase} ${deskWork} ${seconds} ${lawyerOnly} hold.confirm release.confirm`,
  'lawyer reader': `${readsCase} ${seconds} hold.confirm release.confirm`,
  'reviewer lead': `${readsCase} ${seconds} finding.review hold.confirm release.confirm`,
  'reviewer member': `${readsCase} ${seconds} finding.review hold.confirm release.confirm`,
  'reviewer reader': `${readsCase} ${seconds} finding.review hold.confirm release.confirm`,
  'interpreter interpreter': 'account.read account.attest account.translate',
}
const expectedOffice: Record<Role, string> = {
  administrator:
    'office.read settings.read settings.change member.list member.invite member.change member.remove member.opened member.reset member.reset.confirm lead.replace seal backup.make backup.read recovery.renew passphrase.change audit.export law.read lists.compare',
  caseworker:
    'office.read member.list seal today.read figures.read lists.compare law.read search.people calendar.feed case.create case.list group.import',
  lawyer:
    'office.read member.list seal today.read figures.read lists.compare law.read search.people calendar.feed case.create case.list group.import',
  reviewer: 'office.read member.list seal today.read figures.read lists.compare law.read search.people calendar.feed case.list',
  interpreter: 'office.read law.read case.list',
  auditor: 'office.read settings.read member.list member.opened member.reset.confirm seal backup.read audit.read audit.export law.read',
}

describe('who may do what', () => {
  it('is what the hand-written table says, for every role, standing and act', () => {
    let cells = 0
    for (const role of roles)
      for (const standing of standings)
        for (const verb of verbs) {
          const should = (expected[`${role} ${standing}`] ?? '').split(' ').includes(verb)
          expect([role, standing, verb, can(actor(role), verb, onCase(grant(standing)), now)]).toEqual([role, standing, verb, should])
          cells++
        }
    for (const role of roles)
      for (const verb of verbs) {
        expect([role, verb, can(actor(role), verb, inOffice, now)]).toEqual([role, verb, expectedOffice[role].split(' ').includes(verb)])
        cells++
      }
    expect(cells).toBe(roles.length * verbs.length * 5)
  })
  it('is nothing at all of a case for who is not on its team, and reads like no such case', () => {
    for (const role of roles) for (const verb of verbs) expect(whyNot(actor(role), verb, onCase(null), now)).toBe('not-found')
  })
  it('gives an administrator and an auditor no case even when somebody put them on the team', () => {
    for (const role of ['administrator', 'auditor'] as const)
      for (const standing of standings) for (const verb of verbs) expect(can(actor(role), verb, onCase(grant(standing)), now)).toBe(false)
  })
  it('ends with the grant: an instant before it carries, at it no more', () => {
    const until = '2026-11-24T02:00:00.000Z' as Instant
    const held = onCase(grant('lead', { until }))
    expect(can(actor('lawyer'), 'case.open', held, '2026-11-24T01:59:59.999Z' as Instant)).toBe(true)
    expect(whyNot(actor('lawyer'), 'case.open', held, until)).toBe('not-found')
    expect(can(actor('lawyer'), 'case.open', onCase(grant('lead', { until: 'no date' as Instant })), now)).toBe(false)
  })
  it('shows an interpreter one account: no other, no case, and not because another role is missing', () => {
    const other = randomUUID() as AccountId
    expect(can(actor('interpreter'), 'account.read', onCase(grant('interpreter')), now)).toBe(true)
    expect(whyNot(actor('interpreter'), 'account.read', onCase(grant('interpreter'), other), now)).toBe('not-found')
    expect(whyNot(actor('interpreter'), 'account.read', onCase(grant('interpreter'), null), now)).toBe('not-found')
    expect(whyNot(actor('interpreter'), 'account.read', onCase(grant('interpreter', { account: null })), now)).toBe('not-found')
    expect(can(actor('interpreter'), 'account.read', onCase(grant('lead')), now)).toBe(false)
    expect(can(actor('interpreter', 'lawyer'), 'fact.read', onCase(grant('interpreter')), now)).toBe(false)
  })
  it('never reaches another office', () => {
    for (const role of roles)
      for (const verb of verbs) {
        expect(whyNot(actor(role), verb, { kind: 'case', office: elsewhere, grant: grant('lead'), account }, now)).toBe('not-found')
        expect(whyNot(actor(role), verb, { kind: 'office', office: elsewhere }, now)).toBe('not-found')
      }
  })
  it('is refused for a member without a role and for an act that does not exist', () => {
    for (const verb of verbs) {
      expect(can(actor(), verb, inOffice, now)).toBe(false)
      expect(can(actor(), verb, onCase(grant('lead')), now)).toBe(false)
    }
    for (const verb of ['case.steal', 'toString', '__proto__', 'constructor'])
      expect(can(actor(...roles), verb as Verb, onCase(grant('lead')), now)).toBe(false)
    expect(() => mustBeAllowed(actor('auditor'), 'settings.change', inOffice, now)).toThrow(
      expect.objectContaining({ code: 'not-yours-to-do' }),
    )
  })
})
