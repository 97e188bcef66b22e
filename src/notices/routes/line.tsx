import { isFromLine, type LineAccount, linkAddress } from '../../lib/line.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, Refused, TooLate } from '../../lib/web/errors.ts'
import { anyone, signedIn } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { askForLine, hearLine, leaveLine } from '../actions/line.ts'
import { JoinLine } from '../pages/line.tsx'
import { lineLinkOf } from '../queries/line.ts'
import { LINK_MINUTES, lineLetter, linkForm, nonceOf } from '../rules/line.ts'

const SETTINGS = { href: '/me/notices/settings', label: 'お知らせの届き方を見る' }

/** Without an official account none of these addresses is there. */
export const lineRoutes: Route[] = [
  // LINE writes here by itself, without a page of ours: its signature proves it.
  post(
    '/line/letters',
    anyone,
    async (call) => {
      const account = accountOf(call)
      const body = call.files.raw?.[0] ?? new Uint8Array()
      if (!isFromLine(account, body, call.c.req.header('x-line-signature')))
        throw new Refused(403, 'LINEからのものではありません。')
      const letter = lineLetter.safeParse(jsonIn(body))
      // What we cannot read we never will: LINE need not send it again.
      for (const event of letter.data?.events ?? [])
        await call.write((act) => hearLine(act, event, call.deps.secrets), { power: 'system', organisation: null })
      return call.c.text('ok')
    },
    { fromElsewhere: true, raw: true },
  ),

  get('/me/line', signedIn, async (call) => {
    accountOf(call)
    const linkToken = call.query('linkToken') ?? ''
    const link = await call.read((tx) => lineLinkOf(tx, call.accountId))
    if (link?.linkedAt) return call.go(SETTINGS.href)
    if (linkToken === '')
      throw new TooLate('LINEで公式アカウントに話しかけると、つなぐためのリンクが届きます。', SETTINGS)
    const isAsked = link && link.askedAt.getTime() > call.now.getTime() - LINK_MINUTES * 60_000
    const ready = isAsked ? linkAddress(linkToken, nonceOf(call.deps.secrets, link.nonceId)) : null
    return call.page(<JoinLine linkToken={linkToken} ready={ready} />)
  }),

  post('/me/line', signedIn, (call) => {
    accountOf(call)
    const form = call.form(linkForm)
    if (!form.ok) throw new Refused(400, 'LINEのリンクを、もう一度開いてください。')
    const { linkToken } = form.data
    return call.act(async (act) => {
      await askForLine(act, call.accountId)
      return `/me/line?${new URLSearchParams({ linkToken })}`
    })
  }),

  post('/me/line/removal', signedIn, (call) => {
    accountOf(call)
    return call.act(async (act) => {
      await leaveLine(act, call.accountId)
      return SETTINGS.href
    })
  }),
]

function accountOf(call: Call): LineAccount {
  return found(call.deps.config.lineAccount)
}

function jsonIn(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    return null
  }
}
