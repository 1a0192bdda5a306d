import { expect, test } from 'vitest'
import { linkForReview } from './link-review.ts'
import { lookAtList } from './look-at-list.ts'
import { runListJob } from './run-list-job.ts'

const [first, second] = [{ file: 'examples/lists/first.csv' }, { file: 'examples/lists/second.csv' }]

test('the weight of every pair is the sum of what its fields speak for, so that a reader can check it', async () => {
  const review = await linkForReview(first, second, 1, () => {})
  const width = review.fields.length
  expect(review.a.length).toBeGreaterThan(40)
  for (let i = 0; i < review.a.length; i++) {
    const sum = review.weights.slice(i * width, (i + 1) * width).reduce((all, one) => all + one, review.start)
    expect(Math.abs(sum - review.weight[i]!)).toBeLessThan(1e-3)
    expect([review.rows[review.a[i]!]!.list, review.rows[review.b[i]!]!.list]).toEqual(['a', 'b'])
    if (i > 0) expect(review.weight[i]!).toBeLessThanOrEqual(review.weight[i - 1]!)
  }
})

test('a list that cannot be used says what was recognised and what is wrong', () => {
  expect(lookAtList(second)).toMatchObject({
    people: 100,
    fault: null,
    columns: { name: ['about_you/full_name'], birth: ['about_you/date_of_birth'] },
  })
  const bad = lookAtList({ file: { name: 'x.csv', bytes: Buffer.from('name,birth\nKim,1990\nPak,31/12/1990\n') } })
  expect(bad).toMatchObject({ heads: ['name', 'birth'], people: null, fault: { code: 'bad-file', line: 3 } })
})

test('work that was stopped gives no answer', async () => {
  const stop = new AbortController()
  stop.abort()
  const work = runListJob({ kind: 'look', list: first }, { workerUrl: null, progress: () => {}, signal: stop.signal })
  await expect(work).rejects.toThrow()
})
