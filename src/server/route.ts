/** What a route is: an address of the desk's contract and the act behind it. A route holds no rule. */
import type { Act } from '../actions/action.ts'
import type { DeskApi } from '../domain/documents/desk-api.ts'

export type Address = keyof DeskApi
/** input is made of the body (or the query of a GET) and the parts of the path; the path prevails. */
export type Route = { address: Address; method: string; path: string; act: Act<unknown> }

export const route = <A extends Address>(address: A, act: Act<DeskApi[A]['out']>): Route => {
  const [method, path] = address.split(' ') as [string, string]
  return { address, method, path, act: act as Act<unknown> }
}
