import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { type CastName, companyId, partnerId } from '../../seed/cast.ts'
import { routes } from '../../src/app/routes.ts'
import { createApp } from '../../src/app.tsx'
import { anyone, type Guard } from '../../src/lib/web/guard.ts'
import { get, type Route } from '../../src/lib/web/route.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
const ASSETS = { css: '/a.css', js: '/a.js' }
const NAMES: readonly CastName[] = ['sato', 'chiyo', 'kuroda', 'kobayashi', 'abe', 'koga', 'mori', 'hayashi']
const browsers = new Map<string, Browser>([['visitor', house.visitor()]])
for (const name of NAMES) browsers.set(name, await house.as(name))

/** Whose organisation stands in the address. */
const OWN: Readonly<Record<string, string>> = {
  sato: companyId('fertiliser'),
  kuroda: companyId('employer'),
  abe: partnerId('bank'),
  koga: partnerId('town'),
}
const OWNER_OF: Readonly<Record<string, CastName>> = Object.fromEntries(
  Object.entries(OWN).map(([name, id]) => [id, name as CastName]),
)

/** A route's address with `organisation` where a membership is asked for, and ids of nothing everywhere else. */
function addressOf(route: Route, organisation: string, nothing: string): string {
  const param = route.guard.kind === 'member' ? route.guard.param : null
  return route.path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => (name === param ? organisation : nothing))
}

/** What this caller must get before any handler runs; null when the guard lets it in. */
function refusal(guard: Guard, caller: string, organisation: string): 'sign-in' | 404 | null {
  if (guard.kind === 'anyone' || guard.kind === 'demo') return null
  if (caller === 'visitor') return 'sign-in'
  if (guard.kind === 'staff')
    return caller === 'hayashi' || (caller === 'mori' && guard.powers.includes('operator')) ? null : 404
  if (guard.kind === 'member') return OWNER_OF[organisation] === caller ? null : 404
  return null
}

/** The caller's own organisation, and one of somebody else. */
function organisationsFor(caller: string): string[] {
  const own = OWN[caller]
  const foreign = Object.values(OWN).find((id) => id !== own)!
  return own ? [own, foreign] : [foreign]
}

const send = (browser: Browser, route: Route, path: string) =>
  route.method === 'GET' ? browser.get(path) : browser.post(path, {})

/** What is wrong with what this caller gets at a route: in where the declaration says so, and nowhere else. */
async function faultsOf(route: Route, caller: string): Promise<string[]> {
  const wrong: string[] = []
  for (const organisation of route.guard.kind === 'member' ? organisationsFor(caller) : ['']) {
    const path = addressOf(route, organisation, randomUUID())
    const answer = await send(browsers.get(caller)!, route, path)
    const expected = refusal(route.guard, caller, organisation)
    const signIn = answer.status === 303 && answer.location.startsWith('/sign-in?')
    const inside = answer.status < 500 && (!signIn || route.guard.kind === 'anyone')
    const fits = expected === 'sign-in' ? signIn : expected === 404 ? answer.status === 404 : inside
    if (!fits)
      wrong.push(`${caller}: ${route.method} ${path} → ${answer.status} ${answer.location}, not ${expected ?? 'in'}`)
  }
  return wrong
}

/** The two acts that change who the callers are. */
const asked = routes.filter(({ path }) => !['/sign-out', '/demo/sign-in'].includes(path))
const guardOf = ({ guard }: Route) => JSON.stringify(guard)
/** Each guard that anybody declared, with the first address that did for opening a page and for an act. */
const first = [...Map.groupBy(asked, (route) => route.method + guardOf(route)).values()].map(([route]) => route!)
const callers = [...browsers.keys()]

test.each(first)('everybody meets the guard of $method $path', async (route) => {
  for (const caller of callers) expect(await faultsOf(route, caller)).toEqual([])
})

/** Every address for a visitor, for the desk, for somebody of an organisation, and for one of the others in turn. */
test('every address lets in whom it declares, and nobody else', { timeout: 120_000 }, async () => {
  const wrong: string[] = []
  for (const [n, route] of asked.entries()) {
    for (const caller of new Set(['visitor', 'mori', 'sato', callers[n % callers.length]!])) {
      if (route.guard.kind === 'anyone' && caller === 'sato') continue
      wrong.push(...(await faultsOf(route, caller)))
    }
  }
  expect(wrong).toEqual([])
})

test('somebody else’s company and one that does not exist get the same answer, letter by letter', async () => {
  const browser = browsers.get('sato')!
  const bare = (html: string) => html.replace(/「[0-9a-f]{8}」/, '').replace(/value="[0-9a-f-]{36}"/g, '')
  for (const route of routes.filter(({ guard, method }) => guard.kind === 'member' && method === 'GET')) {
    const nothing = randomUUID()
    const foreign = await browser.get(addressOf(route, companyId('craft'), nothing))
    const missing = await browser.get(addressOf(route, nothing, nothing))
    const same = (path: string) => bare(path).replaceAll(companyId('craft'), nothing)
    expect([route.path, foreign.status, same(foreign.html)]).toEqual([route.path, 404, same(missing.html)])
  }
})

test('every unsafe address refuses a form that no page of ours made', async () => {
  // What comes from elsewhere proves itself: it looks at no cookie.
  for (const route of routes.filter(({ method, options }) => method === 'POST' && !options.fromElsewhere)) {
    const path = addressOf(route, companyId('fertiliser'), randomUUID())
    for (const headers of [
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'null', 'sec-fetch-site': '' },
    ]) {
      expect([route.path, (await browsers.get('sato')!.post(path, {}, headers)).status]).toEqual([route.path, 403])
    }
  }
})

describe('a handler without a declaration stops the start', () => {
  const deps = { ...house.deps, life: { stopping: false } }
  const page = get('/x', anyone, (call) => call.c.text('x'))

  test('a route without a guard', () => {
    const undeclared = { ...page, guard: undefined } as unknown as Route
    expect(() => createApp(deps, ASSETS, { routes: [undeclared] })).toThrow('does not declare who may call it')
  })

  test('a handler that came to the router by another way', () => {
    const serve = (app: Hono<never>) => void app.get('/y', (c) => c.text('y'))
    expect(() => createApp(deps, ASSETS, { routes: [page], serve: serve as never })).toThrow('GET /y is not declared')
  })

  test('an address that is declared twice', () => {
    expect(() => createApp(deps, ASSETS, { routes: [page, page] })).toThrow('declared twice')
  })
})
