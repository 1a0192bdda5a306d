/** Lists of other organisations: compared in memory, taken out as files, kept nowhere. */
import type { Context, Hono } from 'hono'
import { countOverlap, encodeOwnList, makeEncodingKey, takeOutEncodings } from '../actions/compare-hidden-lists.ts'
import { estimateHowMany, seeEstimates } from '../actions/estimate-how-many.ts'
import { judgePair, linkTwoLists, seePairs, takeOutDecisions } from '../actions/link-two-lists.ts'
import { mostInList } from '../actions/list-room.ts'
import { openInventedLists } from '../actions/open-invented-lists.ts'
import { forgetLists, readListSo, seeLists, stopListWork, takeInList } from '../actions/see-lists.ts'
import { refuse } from '../basics/refusal.ts'
import { attachment, decoded, headersOf } from './files.ts'
import { type Env, inside } from './request.ts'
import { route } from './route.ts'

export const lists = [
  route('GET /api/lists', seeLists),
  route('POST /api/lists/files/:slot/read', readListSo),
  route('POST /api/lists/invented', openInventedLists),
  route('POST /api/lists/link', linkTwoLists),
  route('GET /api/lists/pairs', seePairs),
  route('POST /api/lists/pairs/:pair', judgePair),
  route('POST /api/lists/encoding-key', makeEncodingKey),
  route('POST /api/lists/encode', encodeOwnList),
  route('POST /api/lists/overlap', countOverlap),
  route('POST /api/lists/estimate', estimateHowMany),
  route('GET /api/lists/estimates', seeEstimates),
  route('POST /api/lists/stop', stopListWork),
  route('POST /api/lists/forget', forgetLists),
]

export const listFiles = (app: Hono<Env>): void => {
  app.put('/api/lists/files/:slot', async (c) => {
    const { desk, session } = inside(c.get('house'), c.get('session'))
    const bytes = await allOf(c.req.raw.body ?? refuse('bad-input', { field: 'body', reason: 'the file’s bytes expected' }))
    return c.json(await takeInList(desk, session, { slot: c.req.param('slot'), name: decoded(c.req.header('x-title') ?? ''), bytes }))
  })
  app.get('/api/lists/decisions', async (c) => {
    const { desk, session } = inside(c.get('house'), c.get('session'))
    return sent(c, new TextEncoder().encode((await takeOutDecisions(desk, session, {})).csv), 'text/csv; charset=utf-8', 'decisions.csv')
  })
  app.get('/api/lists/encodings', async (c) => {
    const { desk, session } = inside(c.get('house'), c.get('session'))
    return sent(c, (await takeOutEncodings(desk, session, {})).bytes, 'application/octet-stream', 'list.enc')
  })
}

const sent = (c: Context<Env>, bytes: Uint8Array, type: string, name: string): Response =>
  new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { ...headersOf(c), 'content-type': type, 'content-disposition': attachment(name) },
  })

/** Refuses too-large as soon as it is, and keeps nothing of it. */
const allOf = async (stream: ReadableStream<Uint8Array>): Promise<Uint8Array> => {
  const parts: Uint8Array[] = []
  let many = 0
  for await (const part of stream as unknown as AsyncIterable<Uint8Array>) {
    many += part.length
    if (many > mostInList) refuse('too-large', { limit: '64 MiB' })
    parts.push(part)
  }
  const bytes = new Uint8Array(many)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
