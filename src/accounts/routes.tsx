import type { Call } from '../lib/web/call.ts'
import { found, Refused } from '../lib/web/errors.ts'
import { anyone, demoOnly, signedIn } from '../lib/web/guard.ts'
import { get, post, type Route } from '../lib/web/route.ts'
import { requestCode, spendCode } from './actions/codes.ts'
import { Cast, Mailbox, MailPage } from './pages/demo.tsx'
import { EnterCode, SignIn } from './pages/sign-in.tsx'
import { accountOf, demoCast, demoMail, demoMails, lastCodeOf, openCodeOf } from './queries.ts'
import { passkeyRoutes } from './routes/passkeys.tsx'
import { spokenRoutes } from './routes/spoken.tsx'
import { addressForm, codeForm, maskedAddress, safeNext } from './rules.ts'

const SYSTEM = { power: 'system' } as const
const LARGE_TEXT_DAYS = 365
const nextOf = (call: Call) => safeNext(call.query('next'))

export const routes: Route[] = [
  ...passkeyRoutes,
  ...spokenRoutes,

  get('/sign-in', anyone, (call) =>
    call.who.account ? call.go(nextOf(call)) : call.page(<SignIn next={nextOf(call)} />),
  ),

  post(
    '/sign-in',
    anyone,
    async (call) => {
      const next = nextOf(call)
      const form = call.form(addressForm)
      if (!form.ok) return call.page(<SignIn next={next} values={form.values} errors={form.errors} />, { status: 422 })
      const browser = call.browser()
      return call.act(async (act) => {
        await requestCode(act, form.data.email, browser, 'sign-in')
        return `/sign-in/code?next=${encodeURIComponent(next)}`
      }, SYSTEM)
    },
    { rate: { count: 20, seconds: 600 } },
  ),

  get('/sign-in/code', anyone, async (call) => {
    const open = await openCode(call)
    if (!open) return call.go(`/sign-in?next=${encodeURIComponent(nextOf(call))}`)
    return call.page(<EnterCode next={nextOf(call)} address={maskedAddress(open.email)} />)
  }),

  post(
    '/sign-in/code',
    anyone,
    async (call) => {
      const next = nextOf(call)
      const open = await openCode(call)
      if (!open) return call.go(`/sign-in?next=${encodeURIComponent(next)}`)
      const again = (errors: Record<string, string>) =>
        call.page(<EnterCode next={next} address={maskedAddress(open.email)} values={{ code: '' }} errors={errors} />, {
          status: 422,
        })
      const form = call.form(codeForm)
      if (!form.ok) return again(form.errors)
      const proven = await call.write(
        (act) => spendCode(act, call.browser(), 'sign-in', form.data.code, call.deps.secrets),
        SYSTEM,
      )
      if (proven === 'wrong') return again({ code: '番号が違います。メールの数字をもう一度見てください。' })
      if (proven === 'gone') return again({ code: 'この番号はもう使えません。新しい番号を送ってください。' })
      await call.house.signIn(call, proven.email)
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
      const browser = call.browser()
      return call.act(async (act) => {
        await requestCode(act, asked.email, browser, 'sign-in')
        return `/sign-in/code?${next}`
      }, SYSTEM)
    },
    { rate: { count: 20, seconds: 600 } },
  ),

  post('/sign-out', signedIn, async (call) => {
    await call.house.signOut(call)
    return call.go('/')
  }),

  post('/text-size', anyone, (call) => {
    call.setCookie('text', call.body.size === 'large' ? 'large' : 'normal', LARGE_TEXT_DAYS * 86_400)
    const back = call.body.back
    return call.go(typeof back === 'string' ? safeNext(back) : '/')
  }),

  get('/demo', demoOnly, async (call) => call.page(<Cast members={await call.readAsSystem(demoCast)} />)),

  post('/demo/sign-in', demoOnly, async (call) => {
    const id = call.body.account
    if (typeof id !== 'string' || !/^[0-9a-f-]{36}$/.test(id)) throw new Refused(400, 'だれになるかを選んでください。')
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

/** What this browser asked for last, used up or not: another code goes to the same address. */
function lastCode(call: Call) {
  const browser = call.browser()
  return call.readAsSystem((tx) => lastCodeOf(tx, browser, 'sign-in'))
}

function openCode(call: Call) {
  const browser = call.browser()
  return call.readAsSystem((tx) => openCodeOf(tx, browser, 'sign-in', call.now))
}
