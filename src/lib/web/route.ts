import type { Call } from './call.ts'
import type { Guard } from './guard.ts'

export type Handler = (call: Call) => Promise<Response> | Response

/** One declared address. The list of all of them is the whole product. */
export type Route = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly guard: Guard
  readonly handler: Handler
  readonly options: RouteOptions
}

export type RouteOptions = {
  /** Most bytes of a body. */
  readonly bodyLimit?: number
  /** What is said of a larger one, where it is no long text. */
  readonly tooLarge?: string
  /** At most `count` calls in `seconds` from one address. */
  readonly rate?: { readonly count: number; readonly seconds: number }
  /** Waits for no other request: whoever watches over the server asks it. */
  readonly first?: boolean
  /** Answered at the host names of partners too, to visitors; every other address is sent on to our own. */
  readonly atPartners?: boolean
  /** May shared caches keep it? Only for what is the same for everybody. */
  readonly cache?: string
  /** A POST that need not come from a page of ours: what is posted proves by itself that it may, cookies count for nothing. */
  readonly fromElsewhere?: boolean
  /** Takes a body of any type, byte for byte: in `files`, under `raw`. */
  readonly raw?: boolean
}

export function get(path: string, guard: Guard, handler: Handler, options: RouteOptions = {}): Route {
  return { method: 'GET', path, guard, handler, options }
}

export function post(path: string, guard: Guard, handler: Handler, options: RouteOptions = {}): Route {
  return { method: 'POST', path, guard, handler, options }
}
