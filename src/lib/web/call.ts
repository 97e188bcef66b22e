import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { VNode } from 'preact'
import type { z } from 'zod'
import { type Act, actOf } from '../act.ts'
import type { Config } from '../config.ts'
import { type Actor, asActor, type Db, readAs, type Tx } from '../db.ts'
import { isId } from '../ids.ts'
import { type Form, parseForm } from '../input.ts'
import type { Jobs } from '../jobs.ts'
import type { Log } from '../log.ts'
import type { Model } from '../model.ts'
import type { Provider } from '../openid.ts'
import type { SealKey } from '../pdf/cms.ts'
import type { Secrets } from '../secrets.ts'
import { neighbourhoodOf } from './address.ts'
import type { Body, Files } from './body.ts'
import { NotThere, TooLate } from './errors.ts'
import { includes, type Role, type Scope, type Task } from './guard.ts'

/** Whom a session belongs to. */
export type Signed = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly power: string
  readonly sessionId: string
  /** When a passkey was shown in this session. */
  readonly strongAt: Date | null
}

/** Who calls, in which capacity. */
export type Who = {
  readonly account: Signed | null
  readonly actor: Actor
  /** The organisation of the path, when the guard found a membership in it. */
  readonly organisation: string | null
  readonly role: Role | null
  /** What they were given to do, when they are a member. */
  readonly tasks: readonly Task[]
  /** In a bank: whether they help companies or lend to them. */
  readonly side: 'support' | 'lending' | null
  /** When they are let in for that organisation by an assisted session. */
  readonly assisted: Assisted | null
}

/** A session in which somebody of another house works for a company that gave them this much. */
export type Assisted = {
  readonly id: string
  readonly companyId: string
  /** The partner in whose name; null for the desk. */
  readonly partnerId: string | null
  readonly scope: Scope
}

/** What a server is made of. Time, randomness and the outside world come in here and nowhere else. */
export type Deps = {
  readonly config: Config
  readonly db: Db
  readonly jobs: Jobs
  readonly log: Log
  readonly secrets: Secrets
  /** Seals documents, so that a changed byte is found. */
  readonly seal: SealKey
  readonly model: Model | null
  readonly clock: () => Date
  readonly newId: () => string
  /** Turns when the server is told to stop: from then on it says that it is not ready. */
  readonly life: { stopping: boolean }
}

/** What the rooms lend to every call; made in app.tsx because lib knows no rooms. */
export type House = {
  /** Takes a form's token: the answer it already got, or null when this is the first time. */
  takeOnce(act: Act, token: string, route: string): Promise<string | null>
  settleOnce(act: Act, token: string, location: string): Promise<void>
  render(call: Call, page: VNode, options: PageOptions): string | Promise<string>
  /** Services that people may sign in with, as the environment names them. */
  readonly providers: readonly Provider[]
  /** Opens a session for a proven mail address and gives the browser its cookie; what was drafted here becomes theirs. Whose it is. */
  signIn(call: Call, email: string): Promise<string>
  signOut(call: Call): Promise<void>
  /** As signIn, by a passkey; false when it does not prove itself. */
  signInByPasskey(call: Call, credential: unknown): Promise<boolean>
  addPasskey(call: Call, credential: unknown, name: string | undefined): Promise<boolean>
  /** What the device is asked: to make a new passkey, or to show one. */
  passkeyOptions(call: Call, ceremony: 'add' | 'show'): Promise<unknown>
}

export type PageOptions = {
  readonly status?: 200 | 400 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503
  readonly reference?: string
}

/** Another capacity than the guard's. */
export type Capacity = { readonly organisation?: string | null; readonly power?: Actor['power'] }

const TOKEN = /^[\w-]{8,64}$/
const BROWSER_DAYS = 90
const MOST_VERSIONS = 2 ** 31 - 1

/** One request, as a handler sees it. */
export class Call {
  readonly c: Context
  readonly deps: Deps
  readonly house: House
  readonly who: Who
  readonly body: Body
  readonly files: Files
  readonly now: Date

  constructor(c: Context, deps: Deps, house: House, who: Who, body: Body, files: Files = {}) {
    this.c = c
    this.deps = deps
    this.house = house
    this.who = who
    this.body = body
    this.files = files
    this.now = deps.clock()
  }

  /** An id of the path. Anything that is no id is simply not there. */
  id(name: string): string {
    const value = this.c.req.param(name) ?? ''
    if (!isId(value)) throw new NotThere()
    return value
  }

  /** The partner at whose own host name this was asked. */
  get atPartner(): string | null {
    return this.c.get('partner') ?? null
  }

  /** A word of the path. */
  param(name: string): string {
    return this.c.req.param(name) ?? ''
  }

  query(name: string): string | undefined {
    return this.c.req.query(name)
  }

  /** The account behind a guard that asks for one. */
  get accountId(): string {
    if (!this.who.account) throw new NotThere()
    return this.who.account.id
  }

  get sessionId(): string {
    if (!this.who.account) throw new NotThere()
    return this.who.account.sessionId
  }

  /** The version of the record that the form was made from. */
  get version(): number {
    const version = Number(this.body.version)
    // No record was written that often: the column could not even be asked for it.
    if (!Number.isInteger(version) || version < 0 || version > MOST_VERSIONS)
      throw new TooLate('画面が古くなっています。開きなおしてから、もう一度お試しください。')
    return version
  }

  read<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
    const { actor, assisted, organisation } = this.who
    return readAs(this.deps.db, { ...actor, at: this.now }, assisted ? null : organisation, fn)
  }

  /** Whether what the page leads to is there for whoever looks: for the people of the organisation it is. */
  may(scope: Scope): boolean {
    const { assisted } = this.who
    return assisted === null || includes(assisted.scope, scope)
  }

  /** Reads with the program's own eyes: for lists that permission is part of in another way. */
  readAsSystem<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
    return readAs(this.deps.db, { id: this.who.actor.id, power: 'system' }, null, fn)
  }

  form<S extends z.ZodType>(schema: S): Form<z.output<S>> {
    return parseForm(schema, this.body)
  }

  /**
   * One act: one transaction that ends at a page to go to. The second copy of the same form goes where the first went.
   * `as` names another capacity than the guard's: a company that is being founded, or the program itself.
   */
  async act(fn: (act: Act) => Promise<string>, as: Capacity = {}): Promise<Response> {
    const token = this.onceToken()
    const location = await this.write(async (act) => {
      const before = token && (await this.house.takeOnce(act, token, this.c.req.path))
      if (before) return before
      const next = await fn(act)
      if (token) await this.house.settleOnce(act, token, next)
      return next
    }, as)
    return this.go(location)
  }

  /** One writing transaction whose answer is made afterwards. */
  async write<T>(fn: (act: Act) => Promise<T>, as: Capacity = {}): Promise<T> {
    const { deps, who, now } = this
    const organisation = as.organisation === undefined ? who.organisation : as.organisation
    const actor: Actor = as.power ? { id: who.actor.id, power: as.power } : who.actor
    const { assisted } = who
    // Whoever assists acts in the company's name, and behind walls of their own.
    const result = await asActor(deps.db, { ...actor, at: now }, assisted ? null : organisation, (tx) =>
      fn(actOf(deps, tx, actor.id, organisation, now, assisted?.id)),
    )
    deps.jobs.nudge()
    return result
  }

  /** See other: so that the browser's reload button repeats nothing. */
  go(location: string): Response {
    return this.c.redirect(location, 303)
  }

  async page(page: VNode, options: PageOptions = {}): Promise<Response> {
    return this.c.html(await this.house.render(this, page, options), options.status ?? 200)
  }

  /** A name for this browser that says nothing about the person: what a draft without an account is bound to. */
  browser(): string {
    const name = this.cookieName('browser')
    let token = getCookie(this.c, name)
    if (!token || !TOKEN.test(token)) {
      token = this.deps.newId()
      this.setCookie('browser', token, BROWSER_DAYS * 86_400)
    }
    return createHash('sha256').update(token).digest('hex')
  }

  /** This browser, and the part of the net in which it is: neither says who it is. */
  from(): { browserHash: string; neighbourhood: string } {
    const caller: string = this.c.get('caller') ?? 'here'
    return {
      browserHash: this.browser(),
      neighbourhood: this.deps.secrets.hash(neighbourhoodOf(caller), 'neighbourhood'),
    }
  }

  cookie(name: string): string | undefined {
    return getCookie(this.c, this.cookieName(name))
  }

  setCookie(name: string, value: string, maxAge: number): void {
    const secure = this.secure
    setCookie(this.c, this.cookieName(name), value, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge })
  }

  private get secure(): boolean {
    return this.deps.config.publicUrl.startsWith('https:')
  }

  private cookieName(name: string): string {
    return this.secure ? `__Host-${name}` : name
  }

  private onceToken(): string | null {
    const token = this.body._once
    return typeof token === 'string' && TOKEN.test(token) ? `${token}:${this.who.actor.id ?? 'visitor'}` : null
  }
}

/** Compares two hashes without telling by time where they differ; what somebody sent instead of one may be any text. */
export function sameHash(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}
