import { record } from '../history/actions.ts'
import { isId } from '../lib/ids.ts'
import type { Call } from '../lib/web/call.ts'
import { found, Refused } from '../lib/web/errors.ts'
import { anyone, demoOnly, signedIn } from '../lib/web/guard.ts'
import { get, post, type Route } from '../lib/web/route.ts'
import type { FormErrors, FormValues } from '../ui/form-state.ts'
import { requestCode, spendCode } from './actions/codes.ts'
import { keepIdentity, takeIntroduction } from './actions/ways-in.ts'
import { Cast, Mailbox, MailPage } from './pages/demo.tsx'
import { EnterCode, type Met, SignIn } from './pages/sign-in.tsx'
import {
  accountOf,
  askedTooOften,
  demoCast,
  demoMail,
  demoMails,
  introductionIn,
  lastCodeOf,
  openCodeOf,
} from './queries.ts'
import { passkeyRoutes } from './routes/passkeys.tsx'
import { spokenRoutes } from './routes/spoken.tsx'
import { wayInRoutes } from './routes/ways-in.tsx'
import { serviceLabel } from './rules/ways-in.ts'
import { addressForm, codeForm, maskedAddress, safeNext } from './rules.ts'

const SYSTEM = { power: 'system' } as const
const WISH_DAYS = 365
const nextOf = (call: Call) => safeNext(call.query('next'))

export const routes: Route[] = [
  ...passkeyRoutes,
  ...spokenRoutes,
  ...wayInRoutes,

  get('/sign-in', anyone, async (call) => (call.who.account ? call.go(nextOf(call)) : signInPage(call))),

  post(
    '/sign-in',
    anyone,
    async (call) => {
      const next = nextOf(call)
      const form = call.form(addressForm)
      if (!form.ok) return signInPage(call, form)
      const from = call.from()
      const introduction = await introductionOf(call, call.query('met'))
      return call.act(async (act) => {
        await requestCode(act, form.data.email, from, 'sign-in', introduction?.id)
        return `/sign-in/code?next=${encodeURIComponent(next)}`
      }, SYSTEM)
    },
    { rate: { count: 20, seconds: 600 } },
  ),

  get('/sign-in/code', anyone, async (call) => {
    const open = await openCode(call)
    if (!open) return call.go(`/sign-in?next=${encodeURIComponent(nextOf(call))}`)
    return call.page(<EnterCode next={nextOf(call)} {...(await enteringOf(call, open))} />)
  }),

  post(
    '/sign-in/code',
    anyone,
    async (call) => {
      const next = nextOf(call)
      const open = await openCode(call)
      if (!open) return call.go(`/sign-in?next=${encodeURIComponent(next)}`)
      const entering = await enteringOf(call, open)
      const again = (errors: Record<string, string>) =>
        call.page(<EnterCode next={next} {...entering} values={{ code: '' }} errors={errors} />, { status: 422 })
      const form = call.form(codeForm)
      if (!form.ok) return again(form.errors)
      const proven = await call.write(
        (act) => spendCode(act, call.browser(), 'sign-in', form.data.code, call.deps.secrets),
        SYSTEM,
      )
      if (proven === 'wrong') return again({ code: '番号が違います。メールの数字をもう一度見てください。' })
      if (proven === 'gone') return again({ code: 'この番号はもう使えません。新しい番号を送ってください。' })
      const accountId = await call.house.signIn(call, proven.email)
      if (entering.met && proven.introductionId) await keepWay(call, accountId, proven.introductionId)
      return call.go(next)
    },
    { rate: { count: 30, seconds: 600 } },
  ),

  post(
    '/sign-in/another-code',
    anyone,
    async (call) => {
      const next = `next=${encodeURIComponent(nextOf(call))}`
      const asked = await lastCode(call)
      if (!asked) return call.go(`/sign-in?${next}`)
      const from = call.from()
      return call.act(async (act) => {
        await requestCode(act, asked.email, from, 'sign-in', asked.introductionId)
        return `/sign-in/code?${next}`
      }, SYSTEM)
    },
    { rate: { count: 20, seconds: 600 } },
  ),

  post('/sign-out', signedIn, async (call) => {
    await call.house.signOut(call)
    return call.go('/')
  }),

  wish('/text-size', 'text', ({ size }) => (size === 'large' ? 'large' : 'normal')),
  wish('/furigana', 'furigana', ({ furigana }) => (furigana === 'on' ? 'on' : 'off')),

  get('/demo', demoOnly, async (call) => call.page(<Cast members={await call.readAsSystem(demoCast)} />)),

  post('/demo/sign-in', demoOnly, async (call) => {
    const id = call.body.account
    if (!isId(id)) throw new Refused(400, 'だれになるかを選んでください。')
    const account = found(await call.readAsSystem((tx) => accountOf(tx, id)))
    await call.house.signIn(call, account.email)
    return call.go('/home')
  }),

  get('/demo/mailbox', demoOnly, async (call) =>
    call.page(<Mailbox mails={await call.readAsSystem((tx) => demoMails(tx, 100))} />),
  ),

  get('/demo/mailbox/:mail', demoOnly, async (call) =>
    call.page(<MailPage mail={found(await call.readAsSystem((tx) => demoMail(tx, call.param('mail'))))} />),
  ),
]

/** How somebody wants every page, kept in their browser. The page of a partner at its own host has these forms too. */
function wish(path: string, cookie: string, chosen: (body: Call['body']) => string): Route {
  return post(
    path,
    anyone,
    (call) => {
      call.setCookie(cookie, chosen(call.body), WISH_DAYS * 86_400)
      const { back } = call.body
      return call.go(typeof back === 'string' ? safeNext(back) : '/')
    },
    { atPartners: true },
  )
}

/** What stands around the box for a code. */
async function enteringOf(call: Call, { email, introductionId }: { email: string; introductionId: string | null }) {
  const browser = call.browser()
  const often = await call.readAsSystem((tx) => askedTooOften(tx, email, browser, call.now))
  return { address: maskedAddress(email), often, met: await metOf(call, introductionId) }
}

/** What this browser asked for last, used up or not: another code goes to the same address. */
function lastCode(call: Call) {
  const browser = call.browser()
  return call.readAsSystem((tx) => lastCodeOf(tx, browser, 'sign-in'))
}

function openCode(call: Call) {
  const browser = call.browser()
  return call.readAsSystem((tx) => openCodeOf(tx, browser, 'sign-in', call.now))
}

/** Whom another service vouched for in this browser: not by the number alone, which a link could carry elsewhere. */
async function introductionOf(call: Call, id: unknown) {
  if (!isId(id)) return undefined
  const browser = call.browser()
  return call.readAsSystem((tx) => introductionIn(tx, id, browser, call.now))
}

async function metOf(call: Call, id: unknown): Promise<Met | undefined> {
  const introduction = await introductionOf(call, id)
  const service = introduction && call.house.providers.find(({ issuer }) => issuer === introduction.issuer)
  return service && { id: introduction.id, label: serviceLabel(service.name), email: introduction.email }
}

async function signInPage(call: Call, form?: { values: FormValues; errors: FormErrors }) {
  const { providers } = call.house
  const without = providers.find(({ name }) => name === call.query('without'))
  const page = (
    <SignIn
      next={nextOf(call)}
      met={await metOf(call, call.query('met'))}
      services={providers.map(({ name }) => ({ name, label: serviceLabel(name) }))}
      without={without && serviceLabel(without.name)}
      left={call.query('left') === 'yes'}
      {...(form && { values: form.values, errors: form.errors })}
    />
  )
  return call.page(page, { status: form ? 422 : 200 })
}

/** The code proved whose the mailbox is: from now on the other service's word is enough. */
async function keepWay(call: Call, accountId: string, introductionId: string) {
  await call.write(async (act) => {
    const taken = await takeIntroduction(act, introductionId)
    if (taken && (await keepIdentity(act, accountId, taken)))
      await record(act, 'identity.added', { kind: 'account', id: accountId })
  }, SYSTEM)
}
