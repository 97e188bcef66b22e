import { record } from '../../history/actions.ts'
import type { Call } from '../../lib/web/call.ts'
import { anyone } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { useSpokenCode } from '../actions/spoken.ts'
import { EnterSpokenCode } from '../pages/spoken.tsx'
import { addressWithoutMail, spokenForm } from '../rules/spoken.ts'
import { safeNext } from '../rules.ts'

const SYSTEM = { power: 'system' } as const
const nextOf = (call: Call) => safeNext(call.query('next'))

/** The way in for somebody who has no mail address: a code that the desk prints or reads out. */
export const spokenRoutes: Route[] = [
  get('/sign-in/spoken', anyone, (call) =>
    call.who.account ? call.go(nextOf(call)) : call.page(<EnterSpokenCode next={nextOf(call)} />),
  ),

  post(
    '/sign-in/spoken',
    anyone,
    async (call) => {
      const next = nextOf(call)
      const again = (code: string) =>
        call.page(<EnterSpokenCode next={next} values={call.body} errors={{ code }} />, { status: 422 })
      const form = call.form(spokenForm)
      if (!form.ok) return again(form.errors.code!)
      const accountId = await call.write(async (act) => {
        const id = await useSpokenCode(act, form.data.code, call.deps.secrets)
        if (id) await record(act, 'spoken-code.used', { kind: 'account', id })
        return id
      }, SYSTEM)
      if (!accountId)
        return again('番号が違うか、10分が過ぎています。数字をもう一度見て、入らなければ事務局にお電話ください。')
      await call.house.signIn(call, addressWithoutMail(accountId))
      return call.go(next)
    },
    { rate: { count: 10, seconds: 600 } },
  ),
]
