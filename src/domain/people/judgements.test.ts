import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldJudgements, type JudgementAct, type Verdict } from './judgements.ts'

const judge = (id: string, a: string, b: string, verdict: Verdict, by = 'm1'): JudgementAct => ({
  id,
  act: 'judge',
  a,
  b,
  verdict,
  by,
  reason: 'r',
})
const confirm = (of: string, by = 'm2'): JudgementAct => ({ id: `c-${of}-${by}`, act: 'confirm', of, by })
const revoke = (of: string): JudgementAct => ({ id: `x-${of}`, act: 'revoke', of, by: 'm3', reason: 'wrong' })

test('one person alone merges nobody, and nobody confirms their own judgement', () => {
  const fold = foldJudgements([judge('1', 'a', 'b', 'same'), confirm('1', 'm1')])
  expect(fold.clusterOf.get('a')).toBeUndefined()
  expect(fold.ignored).toEqual([{ id: 'c-1-m1', why: 'not-a-second-person' }])
})

test('two people merge, and a revocation undoes the merge without loss', () => {
  const merged = [judge('1', 'a', 'b', 'same'), confirm('1'), judge('2', 'b', 'c', 'same'), confirm('2')]
  expect(foldJudgements(merged).members.get('a')).toEqual(['a', 'b', 'c'])
  const undone = foldJudgements([...merged, revoke('2')])
  expect(undone.members.get('a')).toEqual(['a', 'b'])
  expect(undone.edges.find((edge) => edge.id === '2')).toMatchObject({ revoked: true, by: 'm1', confirmedBy: 'm2' })
})

test('a chain that a confirmed difference contradicts is shown, with the chain', () => {
  const fold = foldJudgements([
    judge('1', 'a', 'b', 'same'),
    confirm('1'),
    judge('2', 'b', 'c', 'same'),
    confirm('2'),
    judge('3', 'a', 'c', 'different'),
    confirm('3'),
  ])
  expect(fold.contradictions.map((one) => one.chain)).toEqual([['a', 'b', 'c']])
})

test('revoking an edge gives the clusters there would be had it never been made', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const edge = fc.record({ a: key, b: key, verdict: fc.constantFrom<Verdict>('same', 'different', 'unsure') })
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 8 }), fc.nat(), (drawn, at) => {
      const pairs = drawn.map(({ a, b, verdict }, number) => [judge(`${number}`, a, b, verdict), confirm(`${number}`)])
      if (pairs.length === 0) return
      const gone = at % pairs.length
      const undone = foldJudgements([...pairs.flat(), revoke(`${gone}`)])
      const never = foldJudgements(pairs.filter((_, number) => number !== gone).flat())
      expect([...undone.clusterOf]).toEqual([...never.clusterOf])
    }),
    { seed: 33 },
  )
})
