/** A start that cannot go well: one clear line, what to do about it, an exit code that is not 0, and nothing broken. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { article33, type Desk, deskFolder, freePort, startDesk } from './journeys/desk.ts'

/** What was wrong in the first line, what to do in the second; never the inside of the program. */
const isClear = ({ said, code }: { said: string; code: number | null }, what: RegExp): void => {
  const lines = said.trim().split('\n')
  expect(code).not.toBe(0)
  expect(lines[0]).toMatch(what)
  expect(lines.length).toBeLessThanOrEqual(2)
  expect(said).not.toMatch(/^\s+at |Error:|undefined|\{\w+\}/m)
}

describe('beside a desk that runs', () => {
  let desk: Desk
  let port: number
  beforeAll(async () => {
    desk = await startDesk({ screens: false })
    port = Number(new URL(desk.address).port)
  })
  afterAll(async () => {
    await desk?.stop()
  })
  const state = async (): Promise<number> => (await fetch(`${desk.address}/api/state`)).status

  test('a second start on the same data folder names the first and leaves it alone', async () => {
    const second = await article33(['start', '--data', join(desk.folder, 'data'), '--port', String(await freePort())])
    isClear(second, /already/i)
    expect(second.said).toContain(desk.address)
    expect(await state()).toBe(200)
  })

  test('a taken port is named, and nothing is made in the data folder that was asked for', async () => {
    const folder = deskFolder()
    isClear(await article33(['start', '--data', join(folder, 'data'), '--port', String(port)]), new RegExp(`Port ${port} is taken`))
    rmSync(folder, { recursive: true, force: true })
    expect(await state()).toBe(200)
  })

  test('data of another PostgreSQL version is refused and left untouched', async () => {
    const data = join(desk.folder, 'data')
    const file = join(data, 'cluster', 'PG_VERSION')
    const was = readFileSync(file, 'utf8')
    await desk.halt()
    writeFileSync(file, '13\n')
    isClear(await article33(['start', '--data', data, '--port', String(await freePort())]), /13/)
    expect(readFileSync(file, 'utf8')).toBe('13\n')
    expect(was).not.toBe('13\n')
  })
})

test('a port held by another program is named', async () => {
  const folder = deskFolder()
  const other = createServer()
  const port = await new Promise<number>((done) => other.listen(0, '127.0.0.1', () => done((other.address() as { port: number }).port)))
  isClear(await article33(['start', '--data', join(folder, 'data'), '--port', String(port)]), new RegExp(`Port ${port} is taken`))
  await new Promise((done) => other.close(done))
  rmSync(folder, { recursive: true, force: true })
})

test('a data folder that cannot be reached is named with the reason', async () => {
  const folder = deskFolder()
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  const answer = await article33(['start', '--data', join(file, 'data'), '--port', String(await freePort())])
  isClear(answer, /data/)
  expect(answer.said).toContain(join(file, 'data'))
  rmSync(folder, { recursive: true, force: true })
})

test.each([
  [['start', '--port', 'eighty'], /port/],
  [['start', '--tls-cert', 'only.pem'], /tls-key/],
  [['begin'], /begin/],
  [['start', '--loud'], /loud/],
] as const)('%s is refused in words', async (words, what) => {
  const { said, code } = await article33(words)
  expect(code).not.toBe(0)
  expect(said).toMatch(what)
  expect(said).not.toMatch(/^\s+at /m)
})
