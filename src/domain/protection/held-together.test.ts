import { describe, expect, it } from 'vitest'
import type { Day } from '../../basics/clock.ts'
import type { CaseRecord } from '../law/case-record.ts'
import { heldTogether } from './held-together.ts'

const today = '2026-11-24' as Day
const record = (custodies: { id: string; persons: string[]; state?: string; period?: string }[], transfers: string[][] = []): CaseRecord =>
  ({
    states: { origin: 'OOO', concerned: ['HHH'], transit: [] },
    persons: ['one', 'two', 'three'].map((id) => ({ id, role: 'self' })).concat({ id: 'aunt', role: 'uncle-aunt' }),
    custodies: custodies.map((one) => ({ state: 'HHH', period: '2026-11-01/..', ...one })),
    facts: transfers.map((about, n) => ({ id: `t${n}`, kind: 'removal-announced', about, standing: 'open', attrs: {} })),
  }) as unknown as CaseRecord
const answer = (of: string, person: string, held: boolean) => ({ of, person: person as never, held })

describe('whether people are held together', () => {
  it('is asked of everybody concerned whom the custody does not name, and of no relative', () => {
    expect(heldTogether(record([{ id: 'c', persons: ['one'] }]), [], today)).toMatchObject([
      { kind: 'custody', of: 'c', named: ['one'], ask: ['two', 'three'] },
    ])
  })
  it('is not asked when the custody names nobody, ended, or is of the State of origin', () => {
    for (const one of [
      { id: 'c', persons: [] },
      { id: 'c', persons: ['one'], period: '2026-01/2026-02' },
      { id: 'c', persons: ['one'], state: 'OOO' },
    ])
      expect(heldTogether(record([one]), [], today)).toEqual([])
  })
  it('is not asked of who is held in another custody', () => {
    const both = record([
      { id: 'c', persons: ['one'] },
      { id: 'd', persons: ['two', 'three'] },
    ])
    expect(heldTogether(both, [], today)).toEqual([])
  })
  it('is asked of an announced transfer by itself', () => {
    expect(heldTogether(record([{ id: 'c', persons: ['one', 'two', 'three'] }], [['one']]), [], today)).toMatchObject([
      { kind: 'transfer', of: 't0', ask: ['two', 'three'] },
    ])
  })
  it('stays answered either way, and shows what was answered so that it can be changed', () => {
    const asked = heldTogether(
      record([{ id: 'c', persons: ['one', 'two'] }]),
      [answer('c', 'two', true), answer('c', 'three', false)],
      today,
    )
    expect(asked).toEqual([{ kind: 'custody', of: 'c', named: ['one'], joined: ['two'], apart: ['three'], ask: [] }])
  })
})
