import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCluster } from '../../src/store/cluster.ts'
import { readArchive } from '../../src/vault/archive.ts'
import { newMachineSecret } from '../../src/vault/new-id.ts'
import { intake, someone } from '../desk.ts'
import { Needles } from './needles.ts'
import { codeOf, type Served, serveForReal, setUp } from './served.ts'

/** Each canary is unlike any other and unlike chance: found anywhere, it says which input leaked. */
const canaries = new Map<string, string | Buffer>()
const pick = (from: string, count: number): string =>
  Array.from({ length: count }, () => [...from][randomBytes(1)[0]! % [...from].length]).join('')
const made = (place: string, text: string): string => {
  canaries.set(place, text)
  return text
}
const hangul = (place: string) =>
  made(place, pick('가각간갇갈감갑값갓강개객거건걸검겁게겨격견결경계고곡곤골공과관광괴교구국군굴궁권귀규균극근글금급기긴길김', 7))
const hanja = (place: string) => made(place, pick('一七三上下不中主久乎九也了予事二云互五井亡亦京人今介', 7))
const latin = (place: string) =>
  made(
    place,
    `${pick('BCDFGHKLMNPQRSTVWXZ', 1)}${pick('aeiouy', 1)}${pick('bcdfghklmnpqrstvwxz', 9)} ${pick('bcdfghklmnpqrstvwxzaeiou', 9)}`,
  )
const digits = (place: string) => made(place, `+850 ${pick('0123456789', 4)} ${pick('0123456789', 4)} ${pick('0123456789', 4)}`)

let served: Served
let control: string
beforeAll(async () => {
  served = await serveForReal()
}, 120_000)
afterAll(async () => {
  await served?.remove()
  if (control) rmSync(control, { recursive: true, force: true })
})

/** Every address to which something can be sent, from the hand-written table; a canary goes through each, or the list below says why it takes no words. */
const addresses = readFileSync('test/attack/access-matrix.tsv', 'utf8')
  .split('\n')
  .flatMap((line) => /^(?:POST|PUT) (\/[^\t]*)/.exec(line)?.slice(0, 1) ?? [])
  .map((text) => text.trim())
const takesNoWords: readonly string[] = [
  'POST /api/set-up/example',
  'POST /api/sign-in/example',
  'POST /api/sign-out',
  'POST /api/cases/:case/team/remove',
  'POST /api/cases/:case/questions/:question/answer',
  'POST /api/duplicates',
  'POST /api/cases/:case/judgements/:judgement/confirm',
  'POST /api/cases/:case/people-list/:batch/undo',
  'POST /api/cases/:case/authorities/:authority/withdraw',
  'POST /api/cases/:case/consents/:consent/withdraw',
  'POST /api/cases/:case/held-together',
  'POST /api/law/looked-again',
  'POST /api/law/looked-again/seen',
  'POST /api/cases/:case/findings/:finding/review',
  'POST /api/settings/sessions/:session/end',
  'POST /api/settings/calendar',
  'POST /api/lists/invented',
  'POST /api/lists/link',
  'POST /api/lists/pairs/:pair',
  'POST /api/lists/encoding-key',
  'POST /api/lists/overlap',
  'POST /api/lists/estimate',
  'POST /api/lists/stop',
  'POST /api/lists/forget',
]
const used = new Set<string>()
const use = (method: string, path: string): void => {
  const plain = path.replace(/\?.*$/, '')
  for (const address of addresses) if (new RegExp(`^${address.replace(/:\w+/g, '[^/]+')}$`).test(`${method} ${plain}`)) used.add(address)
}

const ok = async (method: string, path: string, body?: unknown, more?: Parameters<Served['call']>[3]) => {
  use(method, path)
  const answer = await served.call(method, path, body, more)
  if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${answer.bytes.toString().slice(0, 300)}`)
  return answer.body
}
/** Refused input must leave no trace either. */
const refused = async (method: string, path: string, body?: unknown, more?: Parameters<Served['call']>[3]) => {
  use(method, path)
  const answer = await served.call(method, path, body, more)
  if (answer.status < 400 || answer.status >= 500) throw new Error(`${method} ${path}: ${answer.status} was to be refused`)
}

/** Done or refused: what was sent must leave no trace in the clear either way. */
const sent = async (method: string, path: string, body?: unknown, more?: Parameters<Served['call']>[3]) => {
  use(method, path)
  const answer = await served.call(method, path, body, more)
  if (answer.status >= 500) throw new Error(`${method} ${path}: ${answer.status}`)
}

const throughEveryInput = async (): Promise<string> => {
  const passphrase = made('passphrase', `${pick('bcdfghklmnpqrstvwxz', 12)} ${pick('가나다라마바사', 6)}`)
  const password = latin('password')
  const signInName = latin('sign-in name')
  const { totpSecret, recoveryCodes } = await setUp(served, {
    organisation: hangul('organisation'),
    passphrase,
    name: hangul('member'),
    signInName,
    password,
  })
  use('POST', '/api/set-up')
  canaries.set('one-time secret', totpSecret).set('printed code', recoveryCodes[0]!).set('session token', served.cookie.split('=')[1]!)
  await refused('POST', '/api/sign-in', { signInName: latin('wrong sign-in name'), password: latin('wrong password'), code: '000000' })
  await refused('POST', '/api/accept-invitation', { invitation: latin('wrong invitation'), password: 'long enough a password' })
  const invited = await ok('POST', '/api/members', {
    name: hanja('invited member'),
    signInName: latin('invited sign-in name'),
    roles: ['caseworker'],
  })
  canaries.set('invitation', invited.invitation)
  await ok('POST', '/api/accept-invitation', { invitation: invited.invitation, password: latin('invited password') })
  await ok('POST', `/api/members/${invited.member.id}/remove`, { reason: hangul('reason of removal'), successor: null })

  await ok('POST', '/api/search', { text: hangul('search term'), birth: null, sex: null })
  const { id } = await ok('POST', '/api/cases', {
    ...intake,
    codeName: latin('code name'),
    names: [
      { text: hangul('name in Hangul'), script: 'hangul' },
      { text: hanja('name in Hanja'), script: 'hanja' },
      { text: latin('name in Latin'), script: 'latin' },
    ],
    heldPlace: hangul('place'),
    heldAuthority: latin('authority'),
    transferWords: hangul('words of a transfer'),
    feared: hangul('what is feared'),
    askedBy: { basis: 'relative', words: latin('who asks') },
  })
  const at = `/api/cases/${id}`
  const self = (await ok('GET', at)).record.persons[0].id
  await refused('POST', '/api/cases', { ...intake, codeName: latin('code name of a refused case'), searched: false })
  const person = await ok('POST', `${at}/persons`, {
    ...someone(id, hangul('relative')),
    case: undefined,
    births: [{ date: '1960', source: latin('source of a birth') }],
    ageStatements: [{ low: 1, high: 2, on: null, source: latin('source of an age') }],
    nationalities: [{ state: 'PRK', standing: 'claimed', basis: hangul('basis of a nationality') }],
    specificNeeds: [hangul('specific need')],
    note: hanja('note on a person'),
  })
  await ok('POST', `${at}/persons/${person.id}`, {
    ...someone(id, hangul('changed relative')),
    case: undefined,
    reason: hangul('reason of a change'),
  })
  // Looked for with all that may be typed, judged, taken back, and asked about elsewhere under a key that is kept nowhere.
  await ok('POST', '/api/search', {
    text: hangul('name looked for'),
    birth: null,
    sex: null,
    place: latin('place looked for'),
    relative: hangul('relative looked for'),
  })
  const judgement = await ok('POST', `${at}/persons/${person.id}/judgements`, {
    otherCase: id,
    otherPerson: self,
    verdict: 'different',
    reason: hangul('reason of a judgement'),
  })
  await ok('POST', `${at}/judgements/${judgement.id}/revoke`, { reason: latin('reason of taking a judgement back') })
  const shared = randomBytes(48).toString('hex')
  canaries.set('key shared with another organisation', shared)
  await refused('POST', `${at}/persons/${self}/ask-organisation`, { key: shared })
  const list = `name,place,note\n${hangul('name in a list')},${hangul('place in a list')},${latin('note in a list')}`
  await ok('POST', `${at}/people-list/preview`, { text: list, fileName: `${latin('file name of a list')}.csv` })
  await ok('POST', `${at}/people-list`, { text: list, fileName: 'list.csv', leaveOut: [] })
  const authority = await ok('POST', `${at}/authorities`, {
    for: self,
    basis: 'unreachable-imminent-harm',
    who: null,
    evidence: digits('evidence of authority'),
    on: '2026-11-01',
    twoPersons: { reason: hangul('reason of two people'), withheld: hangul('what is withheld') },
  })
  await refused('POST', `${at}/authorities/${authority.id}/confirm`, {})
  await ok('POST', `${at}/consents`, {
    person: self,
    by: self,
    on: '2026-11-02',
    expires: null,
    recipients: {},
    transmit: {},
    publish: 'no',
    medical: 'no',
    limits: hangul('limits of consent'),
    words: null,
  })
  const held = (moved: string) => ({
    persons: [self],
    state: 'CHN',
    authority: latin(`custody authority${moved}`),
    place: hanja(`custody place${moved}`),
    period: '2026-10/..',
    sources: [latin(`custody source${moved}`)],
    note: hangul(`custody note${moved}`),
  })
  const { id: custody } = (await ok('POST', `${at}/custodies`, held(''))) as { id: string }
  await ok('POST', `${at}/custodies/${custody}`, { ...held(' after a move'), reason: latin('why the custody changed') })
  await ok('POST', `${at}/submitter`, {
    name: latin('submitter'),
    organisation: latin('submitting organisation'),
    contact: digits('contact'),
    relationship: latin('relationship'),
    agreedFor: [],
    requestedMeasures: [],
    given: { feared: hangul('given answer') },
    otherProcedures: [
      {
        procedure: latin('body of a procedure elsewhere'),
        person: self,
        filedOn: '2026-03-01',
        status: 'pending',
        reference: latin('reference of a procedure elsewhere'),
      },
    ],
    remember: true,
  })
  const story = `${hangul('account')} 그리고 ${hanja('account in Hanja')}`
  const account = (
    await ok('POST', `${at}/accounts`, {
      speaker: self,
      takenOn: '2026-11-20',
      zone: latin('zone'),
      language: 'ko',
      hand: 'first',
      interpreterCode: latin('interpreter code'),
      circumstances: hangul('circumstances'),
      text: story,
    })
  ).id
  await ok('POST', `${at}/accounts/${account}`, { text: `${story} ${hangul('changed account')}`, rowVersion: 1 })
  await ok('POST', `${at}/accounts/${account}/attest`, {})
  await ok('POST', `${at}/accounts/${account}/corrections`, {
    reason: hangul('reason of a correction'),
    start: null,
    end: null,
    text: hangul('correction'),
  })
  await ok('POST', `${at}/accounts/${account}/translations`, {
    language: 'en',
    translatorCode: latin('translator code'),
    text: latin('translation'),
  })
  await ok('POST', `${at}/accounts/${account}/sealed-spans`, { start: 0, end: 3, reason: hangul('reason of sealing') })
  await ok('POST', '/api/must-not-be-known', { text: digits('words being typed') })
  const given = {
    kind: 'host-detention',
    about: [self],
    spans: [],
    exhibit: null,
    publicSources: [latin('public source')],
    actor: latin('actor'),
    place: hangul('place of a fact'),
    date: null,
    attrs: { words: hangul('attribute') },
    adverse: false,
    standing: 'open',
    disputedPart: null,
    twin: null,
    custody: null,
    hand: 'second',
    summary: latin('summary'),
    sealed: false,
    note: hangul('note on a fact'),
  }
  const fact = await ok('POST', `${at}/facts`, given)
  const denied = await ok('POST', `${at}/facts`, { ...given, twin: fact.id })
  await ok('POST', `${at}/contradictions/${[fact.id, denied.id].sort().join('~')}/explain`, { explanation: hangul('explanation') })
  await ok('POST', `${at}/facts/${fact.id}`, { ...given, summary: latin('changed summary'), reason: hangul('reason of a changed fact') })
  await ok('POST', `${at}/facts/${fact.id}/remove`, { reason: hangul('reason of striking') })
  await ok('POST', `${at}/facts/${fact.id}/put-back`, { reason: hangul('reason of putting back') })
  await ok('POST', `${at}/facts/${fact.id}/remove`, { reason: hangul('reason of striking again') })
  const bytes = randomBytes(200_000)
  canaries.set('bytes of a file', bytes.subarray(70_000, 70_024)).set('first bytes of a file', bytes.subarray(0, 24))
  await ok('PUT', `${at}/exhibits`, undefined, {
    raw: bytes,
    headers: {
      'x-title': encodeURIComponent(hangul('title of a file')),
      'x-received-from': encodeURIComponent(latin('giver of a file')),
      'x-received-on': '2026-11',
      'content-type': 'application/octet-stream',
    },
  })
  const { assessment } = await ok('GET', `${at}/assessment`)
  const line = assessment.lines[0]
  await ok('POST', `${at}/findings`, {
    element: line.element,
    person: line.person,
    state: line.state,
    custody: line.custody,
    answer: 'left-open',
    reasons: hangul('reasons of a finding'),
  })
  const paper = await ok('POST', `${at}/papers`, { body: 'wgad', states: ['CHN'], persons: [self] })
  const key = paper.paper.sections.flatMap((section: { blocks: { sentences?: { key: string }[] }[] }) =>
    section.blocks.flatMap((block) => block.sentences ?? []),
  )[0].key
  await ok('POST', `/api/papers/${paper.id}/word`, { key, text: latin('worded sentence') })
  await ok('POST', `/api/papers/${paper.id}/explain`, { key: 'gate:annex', explanation: hangul('explained divergence') })
  await ok('POST', `/api/papers/${paper.id}/strike`, { key, reason: hangul('reason of a struck sentence') })
  // A paper that goes out by two people, and what is noted of it afterwards: sent, answered, refused.
  const memo = await ok('POST', `${at}/papers`, { body: 'legal_memo', states: ['CHN'], persons: [self] })
  const unfinished = (view: typeof memo): string[] =>
    view.paper.sections.flatMap(
      (section: { blocks: { sentences?: { key: string; marks: string[] }[]; items?: { key: string; marks: string[] }[][] }[] }) =>
        section.blocks.flatMap((block) =>
          [...(block.sentences ?? []), ...(block.items ?? []).flat()]
            .filter((one) => one.marks.includes('unsourced'))
            .map((one) => one.key),
        ),
    )
  for (const open of unfinished(memo))
    await ok('POST', `/api/papers/${memo.id}/strike`, { key: open, reason: hangul(`reason of striking ${open}`) })
  const asked = await ok('POST', `/api/papers/${memo.id}/ask`, {}).catch(async (error: unknown) => {
    throw new Error(`${error} ${JSON.stringify((await ok('GET', `/api/papers/${memo.id}`)).gates)}`)
  })
  expect(asked.status).toBe('asked')
  const mine = served.cookie
  const reader = await ok('POST', '/api/members', {
    name: hangul('second member'),
    signInName: latin('second sign-in name'),
    roles: ['reviewer'],
  })
  canaries.set('second invitation', reader.invitation)
  await ok('POST', `${at}/team`, { member: reader.member.id, role: 'reader', account: null, until: null })
  const secondPassword = latin('second password')
  served.cookie = ''
  const joined = await ok('POST', '/api/accept-invitation', { invitation: reader.invitation, password: secondPassword })
  await ok('POST', '/api/sign-in', {
    signInName: canaries.get('second sign-in name'),
    password: secondPassword,
    code: codeOf(joined.totpSecret),
  })
  canaries.set('second session token', served.cookie.split('=')[1]!)
  await ok('POST', `/api/papers/${memo.id}/release`, {})
  served.cookie = mine
  for (const kind of ['sent', 'not-sent', 'acknowledged', 'replied', 'refused'])
    await ok('POST', `/api/filings/${memo.id}/events`, {
      kind,
      on: new Date().toISOString().slice(0, 10),
      words: `${hangul(`words of ${kind}`)}, ${latin(`reference of ${kind}`)}`,
    })
  expect((await ok('GET', `${at}/proceedings`)).filings[0].events).toHaveLength(6)
  // Lists of others lie in memory alone; a key to hide them with is kept nowhere.
  const others = `name,birth,place\n${hangul('name in another’s list')},1990,${latin('place in another’s list')}`
  await sent('PUT', '/api/lists/files/left', undefined, {
    raw: Buffer.from(others),
    headers: { 'x-title': encodeURIComponent(`${latin('title of another’s list')}.csv`), 'content-type': 'application/octet-stream' },
  })
  await sent('POST', '/api/lists/files/left/read', { sheet: latin('name of a sheet'), columns: { name: latin('name of a column') } })
  const hiding = randomBytes(40).toString('hex')
  canaries.set('key to hide a list', hiding)
  await sent('POST', '/api/lists/encode', { key: hiding })
  const answering = randomBytes(44).toString('hex')
  canaries.set('key to answer another organisation', answering)
  await sent('POST', `${at}/persons/${self}/answer-organisation`, { key: answering, file: randomBytes(60).toString('base64') })
  // What is refused, malformed or not there.
  await refused('POST', `${at}/persons`, { names: [{ text: hangul('name in a refused person'), script: 'none' }] })
  await refused('GET', `/api/cases/${encodeURIComponent(hangul('id in an address'))}`)
  await refused('POST', '/api/search', undefined, {
    raw: Buffer.from(`{"text": "${hangul('broken JSON')}`),
    headers: { 'content-type': 'application/json' },
  })
  await refused('POST', '/api/search', undefined, {
    raw: Buffer.from(`text=${latin('a form')}`),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  await ok('GET', '/api/today')
  await ok('GET', `${at}/history`)
  await ok('POST', '/api/seal', {})
  await new Promise((next) => setTimeout(next, 1_500))
  for (let tries = 0; tries < 600 && (await served.call('GET', '/api/state').catch(() => null))?.body?.phase !== 'sealed'; tries++)
    await new Promise((next) => setTimeout(next, 100))
  await refused('POST', '/api/unlock', { passphrase: latin('wrong passphrase') })
  await ok('POST', '/api/unlock', { passphrase })
  expect((await served.call('POST', '/api/sign-in', { signInName, password, code: codeOf(totpSecret, Date.now() + 30_000) })).status).toBe(
    200,
  )
  return passphrase
}

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder, name))
        .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
    : []

test('more than 50 canaries go in through every input; none is in data directory, WAL, backup, output, log or temporary folder', async () => {
  await throughEveryInput()
  // An address that is added later takes part, or says that it takes no words.
  expect(addresses.filter((one) => !used.has(one) && !takesNoWords.includes(one))).toEqual([])
  expect(takesNoWords.filter((one) => !addresses.includes(one))).toEqual([])
  expect(canaries.size).toBeGreaterThanOrEqual(50)
  expect(new Set([...canaries.values()].map(String)).size).toBe(canaries.size)
  const needles = new Needles(canaries)
  // Pages are on the disk, and the WAL of the day is kept beside them.
  await served.sql('keeper', async (client) => client.query('select count(*) from person'))
  const key = served.command('backup', 'new-key')
  served.command('backup', 'make', '--to', join(served.folder, 'backup.age'), '--recipient', /age1\w+/.exec(key)![0], '--data', served.data)
  // Also for who has the offline key: inside lies ciphertext.
  const inside = new Map<string, Buffer>()
  await readArchive(
    /AGE-SECRET-KEY-1\w+/.exec(key)![0],
    () => Readable.toWeb(createReadStream(join(served.folder, 'backup.age'))) as ReadableStream<Uint8Array>,
    async (name, bytes) => {
      const parts: Uint8Array[] = []
      for await (const part of bytes) parts.push(part)
      inside.set(name, Buffer.concat(parts))
    },
  )
  served.command('log', 'export', '--to', join(served.folder, 'log'), '--data', served.data)
  const looked = (): { files: number; bytes: number; found: Set<string> } => {
    let bytes = 0
    const found = new Set<string>()
    const files = [
      ...filesIn(served.data),
      ...filesIn(served.temp),
      ...filesIn(join(served.folder, 'log')),
      join(served.folder, 'backup.age'),
    ]
    for (const file of files) {
      // The name of a file is an input too.
      for (const place of [...needles.in(Buffer.from(file)), ...needles.in(readFileSync(file))]) found.add(`${place} in ${file}`)
      bytes += statSync(file, { throwIfNoEntry: false })?.size ?? 0
    }
    for (const [name, part] of inside) for (const place of needles.in(part)) found.add(`${place} in ${name} of the opened backup`)
    for (const place of needles.in(Buffer.from(served.said()))) found.add(`${place} in the output`)
    return { files: files.length, bytes, found }
  }
  const running = looked()
  expect([...running.found]).toEqual([])
  // The exhibit, and the two files of the paper that was let go.
  expect([...inside.keys()].filter((name) => name.startsWith('blobs/'))).toHaveLength(3)
  expect(inside.get('tables/person.jsonl')!.length).toBeGreaterThan(500)
  expect(running.files).toBeGreaterThan(500)
  expect(filesIn(served.data).some((file) => file.includes('pg_wal') && statSync(file).size >= 16 * 1024 * 1024)).toBe(true)
  await served.stop()
  expect([...looked().found]).toEqual([])
  expect(served.said()).not.toMatch(/\bat .*\.ts:|TypeError/)
}, 300_000)

test('positive control: without sealing the same search finds every one of them, in rows, WAL, files and names', async () => {
  const needles = new Needles(canaries)
  control = mkdtempSync(join(tmpdir(), 'a33-control-'))
  chmodSync(control, 0o711)
  const cluster = await startCluster(join(control, 'data'), process.cwd(), newMachineSecret, () => {})
  const client = new Client({ host: cluster.socket, database: 'postgres', user: 'article33_boot', password: cluster.secrets.boot })
  await client.connect()
  await client.query('create table plain (place text, sealed bytea)')
  // Twice: in the WAL a row may lie across two pages with a page's head in the middle of a word, and hardly both of them do.
  for (const [place, value] of [...canaries, ...canaries])
    await client.query('insert into plain values ($1, $2)', [
      `row ${place.length}`,
      Buffer.from(typeof value === 'string' ? JSON.stringify({ names: [{ text: value }] }) : value),
    ])
  await client.query('checkpoint')
  await client.end()
  const inFolder = (part: string) =>
    new Set(
      filesIn(join(control, 'data'))
        .filter((file) => file.includes(part))
        .flatMap((file) => [...needles.in(readFileSync(file))]),
    )
  const all = new Set(canaries.keys())
  expect(inFolder('base')).toEqual(all)
  expect(inFolder('pg_wal')).toEqual(all)
  await cluster.stop()
  // Other clothes in which a word may lie about.
  const clothes: [string, (value: Buffer) => Buffer][] = [
    ['hex', (value) => Buffer.from(value.toString('hex').toUpperCase())],
    ['base64', (value) => Buffer.from(Buffer.concat([Buffer.from('x'), value, Buffer.from('yz')]).toString('base64'))],
    ['base64url', (value) => Buffer.from(Buffer.concat([Buffer.from('xy'), value]).toString('base64url'))],
  ]
  const words: [string, (value: string) => Buffer][] = [
    ['NFD', (value) => Buffer.from(value.normalize('NFD'))],
    ['UTF-16LE', (value) => Buffer.from(value, 'utf16le')],
    ['UTF-16BE', (value) => Buffer.from(value, 'utf16le').swap16()],
    ['URL', (value) => Buffer.from(encodeURIComponent(value))],
    ['JSON escape', (value) => Buffer.from([...value].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''))],
    ['upper case', (value) => Buffer.from(value.toUpperCase())],
  ]
  for (const [name, dress] of clothes)
    for (const [place, value] of canaries)
      expect(needles.in(Buffer.concat([randomBytes(9), dress(Buffer.from(value)), randomBytes(9)])), `${place} as ${name}`).toContain(place)
  for (const [name, dress] of words)
    for (const [place, value] of canaries)
      if (typeof value === 'string')
        expect(needles.in(Buffer.concat([randomBytes(8), dress(value), randomBytes(8)])), `${place} as ${name}`).toContain(place)
  mkdirSync(join(control, 'temp'))
  writeFileSync(
    join(control, 'temp', [...canaries.values()].find((value) => typeof value === 'string' && /^[가-힣]+$/.test(value)) as string),
    '',
  )
  expect(needles.in(Buffer.from(filesIn(join(control, 'temp'))[0]!)).size).toBe(1)
}, 120_000)
