/** Bytes in and out: exhibits as raw streams, papers as files to keep. */
import type { Hono } from 'hono'
import { addExhibit, readExhibit } from '../actions/add-exhibit.ts'
import { printPaper } from '../actions/print-paper.ts'
import { readCalendar } from '../actions/settings.ts'
import { refuse } from '../basics/refusal.ts'
import { type Env, inside } from './request.ts'

const types = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } as const

export const files = (app: Hono<Env>): void => {
  app.put('/api/cases/:case/exhibits', async (c) => {
    const { desk, session } = inside(c.get('house'), c.get('session'))
    const bytes = c.req.raw.body ?? refuse('bad-input', { field: 'body', reason: 'the file’s bytes expected' })
    const header = (name: string) => decoded(c.req.header(name) ?? '')
    return c.json(
      await addExhibit(desk, session, {
        case: c.req.param('case'),
        title: header('x-title'),
        receivedFrom: header('x-received-from'),
        receivedOn: header('x-received-on'),
        bytes,
      }),
    )
  })
  app.get('/api/cases/:case/exhibits/:exhibit', async (c) => {
    const { desk, session } = inside(c.get('house'), c.get('session'))
    const { title, stream } = await readExhibit(desk, session, c.req.param())
    return new Response(stream, {
      headers: {
        ...headersOf(c),
        'content-type': 'application/octet-stream',
        'content-disposition': attachment(title),
        'content-security-policy': "sandbox; default-src 'none'",
      },
    })
  })
  app.get('/api/papers/:paper/file', async (c) => {
    const { desk, session } = inside(c.get('house'), c.get('session'))
    const { name, format, bytes } = await printPaper(desk, session, { ...c.req.query(), ...c.req.param() })
    return new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: { ...headersOf(c), 'content-type': types[format], 'content-disposition': attachment(name) },
    })
  })
  app.get('/calendar/:file', async (c) => {
    const { desk } = c.get('house') ?? {}
    const feed = desk ? await readCalendar(desk, c.req.param('file').replace(/\.ics$/, '')) : null
    return feed === null
      ? refuse('not-found')
      : new Response(feed, { headers: { ...headersOf(c), 'content-type': 'text/calendar; charset=utf-8' } })
  })
}

export const headersOf = (c: { res: Response }): Record<string, string> => Object.fromEntries(c.res.headers)

export const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return refuse('bad-input', { field: 'header', reason: 'percent-encoded UTF-8 expected' })
  }
}

/** RFC 6266; the plain name is neutral, the full one travels encoded. */
export const attachment = (name: string): string =>
  `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`
