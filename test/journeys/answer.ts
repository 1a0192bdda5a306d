/** Asks the desk over HTTP with the browser's own session: to look at what was stored, or to come quickly to where a journey begins. */
import type { APIRequestContext } from '@playwright/test'

const ask = (request: APIRequestContext, method: 'GET' | 'POST', path: string, body: object) =>
  request.fetch(path, {
    method,
    headers: { 'x-article33': '1', 'content-type': 'application/json' },
    ...(method === 'POST' ? { data: JSON.stringify(body) } : {}),
    timeout: 120_000,
  })

export const answer = async <O = unknown>(
  request: APIRequestContext,
  method: 'GET' | 'POST',
  path: string,
  body: object = {},
): Promise<O> => {
  const response = await ask(request, method, path, body)
  if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`)
  return (await response.json()) as O
}

/** The code of a refusal; an answer where a refusal was due is a failure. */
export const refusal = async (request: APIRequestContext, method: 'GET' | 'POST', path: string, body: object = {}): Promise<string> => {
  const response = await ask(request, method, path, body)
  if (response.ok()) throw new Error(`${method} ${path} was answered and not refused`)
  return ((await response.json()) as { code: string }).code
}
