import type { Auth } from '../accounts/actions/sessions.ts'
import { claimWorries } from '../challenges/actions/claim.ts'
import { settleOnce, takeOnce } from '../history/actions.ts'
import { actOf } from '../lib/act.ts'
import { asActor, readAs } from '../lib/db.ts'
import { openProviders } from '../lib/openid.ts'
import type { Call, Deps, House } from '../lib/web/call.ts'
import { endOfSignIn } from '../mandates/actions/assisting.ts'
import { unreadOf } from '../notices/queries.ts'
import { assistingOf, workSeen } from './assisting.ts'
import { type Assets, renderPage } from './render.tsx'
import { leftUnread } from './unread.ts'

/** What the rooms lend to every call. */
export function houseOf(deps: Deps, auth: Auth, assets: Assets): House {
  const headersOf = (call: Call) => call.c.req.raw.headers
  const give = (call: Call, cookies: readonly string[]) => {
    for (const cookie of cookies) call.c.header('set-cookie', cookie, { append: true })
  }
  /** What was written in this browser before becomes theirs. */
  const enter = async (call: Call, { accountId, cookies }: { accountId: string; cookies: string[] }) => {
    give(call, cookies)
    const browser = call.browser()
    await asActor(deps.db, { id: accountId, power: 'person' }, null, (tx) =>
      claimWorries(actOf(deps, tx, accountId, null, deps.clock()), accountId, browser),
    )
  }
  return {
    takeOnce,
    settleOnce,
    render: async (call, page, options) =>
      renderPage(call, page, { ...options, ...(await aroundPage(call, deps)) }, assets),
    providers: openProviders(deps.config, deps.log),
    async signIn(call, email) {
      const opened = await auth.openSession(email)
      await enter(call, opened)
      return opened.accountId
    },
    async signOut(call) {
      const { account } = call.who
      give(call, await auth.closeSession(headersOf(call)))
      if (!account) return
      await asActor(deps.db, { id: account.id, power: 'system' }, null, (tx) =>
        endOfSignIn(actOf(deps, tx, account.id, null, deps.clock()), account.sessionId),
      )
    },
    async signInByPasskey(call, credential) {
      const opened = await auth.openByPasskey(headersOf(call), credential)
      if (opened) await enter(call, opened)
      return opened !== null
    },
    addPasskey: (call, credential, name) => auth.addPasskey(headersOf(call), credential, name),
    async passkeyOptions(call, ceremony) {
      const { options, cookies } =
        ceremony === 'add' ? await auth.passkeyToAdd(headersOf(call)) : await auth.passkeyToShow(headersOf(call))
      give(call, cookies)
      return options
    },
  }
}

/** What stands around every page of somebody who is signed in: read at once, and not at all for visitors. */
async function aroundPage(call: Call, { db }: Deps) {
  const { account } = call.who
  if (!account) return { unread: 0 }
  const { unread, work } = await readAs(db, { id: account.id, power: 'system' }, null, async (tx) => ({
    unread: await unreadOf(tx, account.id),
    work: await workSeen(tx, call, account),
  }))
  return { unread: await leftUnread(call, unread), assisting: assistingOf(call, work) }
}
