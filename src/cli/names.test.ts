import { Readable, Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { run } from './names.ts'

const shell = async (argv: string[], text = ''): Promise<{ code: number; printed: string }> => {
  let printed = ''
  const out = new Writable({
    write: (chunk, _, done) => {
      printed += chunk
      done()
    },
  })
  const code = await run(argv, out, Readable.from([text]))
  return { code, printed }
}

test('compare reads two names a line and prints one JSON object a line', async () => {
  const { code, printed } = await shell(['compare', '--json'], '최영옥\tChoe Yong Ok\r\n\nKim Song Chol\tKim Yong Chol\n')
  const rows = printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(code).toBe(0)
  expect(rows.map((row) => row.answer)).toEqual(['same', 'different'])
  expect(Object.keys(rows[0])).toEqual(['a', 'b', 'answer', 'reason'])
})

test('a line without two names is refused with its number', async () => {
  await expect(shell(['compare'], '최영옥\tChoe Yong Ok\nonly one\n')).rejects.toMatchObject({ code: 'bad-file', place: { line: 2 } })
  await expect(shell(['compare', '/no/such/file'])).rejects.toMatchObject({ code: 'bad-file' })
})

test('a line that is not UTF-8 is refused, not compared as rubbish', async () => {
  await expect(shell(['compare'], '\ufffd迵\tKim Yong Chol\n')).rejects.toMatchObject({ code: 'bad-file', place: { line: 1 } })
})

test('explain shows the readings of a name', async () => {
  const { printed } = await shell(['explain', 'Cui', 'Yongyu'])
  expect(printed).toContain('pinyin of 최')
})
