import { type Context, Hono } from 'hono'
import { createAuth } from './accounts/actions/sessions.ts'
import { Problem } from './accounts/pages/problem.tsx'
import { ownPath } from './accounts/rules.ts'
import { admit } from './app/admit.ts'
import { houseOf } from './app/house.ts'
import type { Assets } from './app/render.tsx'
import { routes as allRoutes } from './app/routes.ts'
import { Ending, readAs } from './lib/db.ts'
import { createLimiter } from './lib/limits.ts'
import { callerOf } from './lib/web/address.ts'
import { type Body, readBody, readRaw, wordsIn } from './lib/web/body.ts'
import { Call, type Deps, type Who } from './lib/web/call.ts'
import { NotThere, Refused, TooLarge, TooLate } from './lib/web/errors.ts'
import { AT_A_TIME, createGate } from './lib/web/gate.ts'
import { checkOrigin, hostOf, refuseHost, SECURITY_HEADERS } from './lib/web/protect.ts'
import type { Route } from './lib/web/route.ts'
import { partnerAt } from './partners/queries/hosts.ts'
import { hostNameIn } from './partners/rules/host.ts'

const VISITOR: Who = {
  account: null,
  actor: { id: null, power: 'visitor' },
  organisation: null,
  role: null,
  tasks: [],
  side: null,
  assisted: null,
}

type Env = { Variables: { requestNumber: string; body: Body; caller: string; partner: string | null } }
export type App = Hono<Env>

export type Options = {
  readonly routes?: readonly Route[]
  /** Adds what the build made. */
  readonly serve?: (app: App) => void
}

/** The product as a value: give it a request, it gives the answer. */
export function createApp(deps: Deps, assets: Assets, options: Options = {}): App {
  const { routes = allRoutes, serve } = options
  const app = new Hono<Env>()
  const auth = createAuth(deps)
  const house = houseOf(deps, auth, assets)
  const gate = createGate(AT_A_TIME)
  const own = new URL(deps.config.publicUrl)
  const caller = callerOf(deps.config.trustedProxies)
  const { hosts, origins } = ownAddresses(own, deps.config.port)

  app.use(async (c, next) => {
    const start = performance.now()
    c.set('requestNumber', deps.newId().slice(0, 8))
    c.set('body', {})
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value)
    // What lies below the name of a partner is none of ours to speak for.
    const below = hosts.includes(hostOf(c)) ? '; includeSubDomains' : ''
    if (own.protocol === 'https:') c.header('strict-transport-security', `max-age=63072000${below}`)
    c.header('cache-control', 'no-store')
    await next()
    deps.log.info(
      {
        request: number(c),
        method: c.req.method,
        route: c.req.routePath,
        status: c.res.status,
        ms: Math.round(performance.now() - start),
      },
      'request',
    )
  })

  // No page of ours leads to such an address, and the database takes no such text.
  app.use((c, next) => {
    if (c.req.url.includes('%00')) throw new NotThere()
    return next()
  })

  serve?.(app)
  for (const route of routes) mount(route)
  refuseUndeclared(app, routes)

  app.notFound((c) => {
    const { pathname, search } = new URL(c.req.url)
    // An address with one slash too many is meant well.
    const plain = pathname.replace(/\/+$/, '')
    return c.req.method === 'GET' && plain !== pathname && plain !== '' && !plain.startsWith('//')
      ? c.redirect(plain + search, 301)
      : problem(c, 404)
  })
  app.onError((error, c) => answerTo(error, c))
  return app

  function mount(route: Route) {
    const limiter = route.options.rate && createLimiter({ ...route.options.rate, clock: deps.clock })
    const through = route.options.first ? createGate(AT_A_TIME) : gate
    // What a body brings is read outside of the gate: it comes as slowly as its sender likes.
    app.on(route.method, route.path, async (c) => {
      const host = hostOf(c)
      const partner = hosts.includes(host) ? null : await through(() => partnerNamed(host))
      if (partner !== null && !route.options.atPartners) return sentOn(c)
      c.set('partner', partner)
      if (route.method !== 'GET' && !route.options.fromElsewhere)
        checkOrigin(c, partner === null ? origins : [`${own.protocol}//${host}`])
      const who = await through(async () => {
        const account = partner === null ? await auth.sessionOf(c.req.raw.headers) : null
        return admit(route.guard, account, (name) => c.req.param(name as never), deps)
      }).catch(async (error) => {
        // Too late to be let in: what was written is shown all the same.
        if (error instanceof TooLate && route.method !== 'GET')
          c.set('body', (await readBody(c, route.options.bodyLimit, route.options.tooLarge)).body)
        throw error
      })
      if (who === 'sign-in') return c.redirect(`/sign-in?next=${encodeURIComponent(backTo(c))}`, 303)
      if (who === 'passkey') return c.redirect(`/sign-in/passkey?next=${encodeURIComponent(backTo(c))}`, 303)
      c.set('caller', caller(remoteOf(c), c.req.header('x-forwarded-for')))
      if (limiter && !limiter.take(c.get('caller')))
        throw new Refused(429, '回数が多すぎます。しばらくしてから、もう一度お試しください。')
      const { bodyLimit, tooLarge } = route.options
      const { body, files } =
        route.method === 'GET'
          ? { body: {}, files: {} }
          : route.options.raw
            ? await readRaw(c, bodyLimit)
            : await readBody(c, bodyLimit, tooLarge)
      c.set('body', body)
      if (route.options.cache) c.header('cache-control', route.options.cache)
      return through(async () => route.handler(new Call(c, deps, house, who, body, files)))
    })
  }

  /** Whose host name it is, where it is none of ours. */
  async function partnerNamed(host: string): Promise<string> {
    const name = hostNameIn(host)
    const partner = name && (await readAs(deps.db, VISITOR.actor, null, (tx) => partnerAt(tx, name)))
    return partner || refuseHost()
  }

  /** At the host of a partner there is only its page: all else is at our own, where people are signed in. */
  function sentOn(c: Context<Env>) {
    if (c.req.method !== 'GET') return refuseHost()
    const { pathname, search } = new URL(c.req.url)
    return c.redirect(own.origin + pathname + search, 302)
  }

  function answerTo(error: Error, c: Context<Env>) {
    if (error instanceof NotThere) return problem(c, 404)
    if (error instanceof TooLate) return problem(c, 409, error.message, error.next ?? cameFrom(c))
    if (error instanceof TooLarge) {
      c.set('body', { ...error.body })
      return problem(c, 413, error.message, cameFrom(c))
    }
    if (error instanceof Refused) return problem(c, error.status, error.message)
    // Who asked is gone already: nobody is left to hear of it.
    if (error instanceof Ending) return problem(c, 500)
    deps.log.error({ request: number(c), method: c.req.method, route: c.req.routePath, err: error }, 'failed')
    return problem(c, 500)
  }

  function problem(
    c: Context<Env>,
    status: keyof typeof PROBLEMS,
    sentence?: string,
    next?: { href: string; label: string },
  ) {
    const call = new Call(c, deps, house, VISITOR, {})
    const [title, usual] = PROBLEMS[status]
    const words = { title, sentence: sentence ?? usual, written: wordsIn(c.get('body')) }
    return call.page(<Problem {...words} requestNumber={number(c)} {...(next && { next })} />, { status })
  }
}

const PROBLEMS = {
  400: ['受け付けられませんでした', '画面を開きなおしてから、もう一度お試しください。'],
  403: ['受け付けられませんでした', '画面を開きなおしてから、もう一度お試しください。'],
  404: ['このページはありません', 'ページのアドレスが違うか、見られる人が限られています。'],
  409: ['少し遅かったようです', '画面を開いているあいだに、内容が変わりました。'],
  413: ['大きすぎて受け取れませんでした', '短くして、もう一度送ってください。'],
  415: ['この形式では受け取れません', '画面のボタンから送ってください。'],
  429: ['回数が多すぎます', 'しばらくしてから、もう一度お試しください。'],
  500: [
    'こちらの不具合で、うまくいきませんでした',
    '書いた内容は、前の画面にもどると残っています。くり返すときはお電話ください。',
  ],
} as const satisfies Record<number, readonly [string, string]>

/** A handler that reached the router without a declaration stops the server from starting. */
function refuseUndeclared(app: App, routes: readonly Route[]) {
  const declared = new Set(routes.map((route) => `${route.method} ${route.path}`))
  if (declared.size !== routes.length) throw new Error('An address is declared twice')
  for (const route of routes) {
    if (!route.guard) throw new Error(`${route.method} ${route.path} does not declare who may call it`)
  }
  for (const { method, path } of app.routes) {
    if (method !== 'ALL' && !declared.has(`${method} ${path}`)) throw new Error(`${method} ${path} is not declared`)
  }
}

function number(c: Context<Env>): string {
  return c.get('requestNumber')
}

/** Where somebody who has to sign in first goes on: to the page, or to the page that the form was on. */
function backTo(c: Context<Env>): string {
  const url = new URL(c.req.url)
  return c.req.method === 'GET' ? url.pathname + url.search : (cameFrom(c)?.href ?? '/home')
}

/** The page of ours that a form was on, as the browser says. */
function cameFrom(c: Context<Env>): { href: string; label: string } | undefined {
  const from = c.req.header('referer')
  if (!from || !URL.canParse(from)) return undefined
  const { pathname, search } = new URL(from)
  const href = ownPath(pathname + search)
  return href === null ? undefined : { href, label: 'もとの画面を開きなおす' }
}

function remoteOf(c: Context<Env>): string | undefined {
  return (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress
}

/** The configured address, and on a machine of one's own every name of it. */
function ownAddresses(own: URL, port: number) {
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(own.hostname)
  const hosts = loopback ? ['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${own.port || port}`) : [own.host]
  return { hosts, origins: hosts.map((host) => `${own.protocol}//${host}`) }
}
