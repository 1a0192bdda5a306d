/** The one way the screens speak to the desk: an address of the contract, its ids, its body; a refusal comes back typed. */
import type { RefusalCode, RefusalPlace } from '../basics/refusal.ts'
import type { DeskApi } from '../domain/documents/desk-api.ts'

export type Address = keyof DeskApi
type Names<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<Rest>
  : P extends `${string}:${infer Name}`
    ? Name
    : never
/** The ids an address asks for: { case: … } for /api/cases/:case. */
export type Ids<A extends Address> = Record<Names<A>, string>

export type RefusalAnswer = {
  code: RefusalCode
  what: string
  todo: string
  place: RefusalPlace | null
  values: Readonly<Record<string, string>>
}

export class Refused extends Error {
  readonly status: number
  readonly answer: RefusalAnswer
  constructor(status: number, answer: RefusalAnswer) {
    super(answer.what)
    this.status = status
    this.answer = answer
  }
}

/** Told when the desk no longer knows us: 401 (nobody signed in) or 503 (sealed). The gate then looks again. */
let turnedAway: () => void = () => {}
export const whenTurnedAway = (act: () => void): void => {
  turnedAway = act
}

const noAnswer: RefusalAnswer = { code: 'internal', what: '', todo: '', place: null, values: { network: 'none' } }

const place = (address: Address, ids: Record<string, string>): string =>
  address.slice(address.indexOf(' ') + 1).replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(ids[name] ?? ''))

const query = (body: unknown): string => {
  const given = Object.entries((body ?? {}) as Record<string, unknown>).filter(([, value]) => value !== null && value !== undefined)
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`
}

/** The address of something to download, e.g. a paper as PDF. */
export const fileAddress = <A extends Address>(address: A, ids: Ids<A>, body: DeskApi[A]['in']): string => place(address, ids) + query(body)

export const refusedFrom = async (response: { status: number; json(): Promise<unknown> }): Promise<Refused> => {
  const answer = (await response.json().catch(() => null)) as Partial<RefusalAnswer> | null
  const refused = new Refused(response.status, { ...noAnswer, values: {}, ...answer })
  if (refused.answer.code === 'sealed' || refused.answer.code === 'not-signed-in') turnedAway()
  return refused
}

export const call = async <A extends Address>(address: A, ids: Ids<A>, body: DeskApi[A]['in']): Promise<DeskApi[A]['out']> => {
  const method = address.slice(0, address.indexOf(' '))
  const reads = method === 'GET'
  const response = await fetch(place(address, ids) + (reads ? query(body) : ''), {
    method,
    headers: { 'x-article33': '1', ...(reads ? {} : { 'content-type': 'application/json' }) },
    body: reads ? null : JSON.stringify(body ?? {}),
    cache: 'no-store',
  }).catch(() => {
    throw new Refused(0, noAnswer)
  })
  if (!response.ok) throw await refusedFrom(response)
  return (await response.json()) as DeskApi[A]['out']
}
