/** The built screens, and the neutral page that "Leave now" goes to. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Hono } from 'hono'
import type { AppParts, Env } from './request.ts'

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.html': 'text/html; charset=utf-8',
}
const neutral =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Notes</title></head><body><h1>Notes</h1><p>No notes yet.</p></body></html>'

export const screens = (app: Hono<Env>, parts: AppParts): void => {
  const packed = new Map<string, Uint8Array>()
  app.get('/leave', (c) => {
    c.header('clear-site-data', '"cache", "cookies", "storage"')
    return c.html(neutral)
  })
  app.get('/assets/*', (c) => {
    const path = normalize(join(parts.webFolder, c.req.path))
    if (!path.startsWith(parts.webFolder) || !existsSync(path) || !statSync(path).isFile()) return c.notFound()
    c.header('cache-control', 'public, max-age=31536000, immutable')
    c.header('content-type', types[extname(path)] ?? 'application/octet-stream')
    const bytes = readFileSync(path)
    if (!/\.(js|css|svg|json)$/.test(path) || !/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(new Uint8Array(bytes))
    if (!packed.has(path)) packed.set(path, gzipSync(bytes, { level: 9 }))
    c.header('content-encoding', 'gzip')
    c.header('vary', 'accept-encoding')
    return c.body(new Uint8Array(packed.get(path)!))
  })
  // Every other address is a screen; the script decides which. The nonce in the page is the one in its header.
  app.get('*', (c) => {
    if (extname(c.req.path) !== '') return c.notFound()
    const page = join(parts.webFolder, 'index.html')
    if (!existsSync(page)) return c.text('The screens are not built. Start with ./article33 start.', 503)
    return c.html(readFileSync(page, 'utf8').replaceAll('__NONCE__', c.get('nonce')))
  })
  app.notFound((c) => c.text('There is no such page.', 404))
}
