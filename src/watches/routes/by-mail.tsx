import type { Call } from '../../lib/web/call.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { anyone } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { askByMail, confirmWatch } from '../actions/by-mail.ts'
import { AskByMail, Asked, Confirmed, ConfirmWatch } from '../pages/by-mail.tsx'
import { anyWatch, companyNameOf } from '../queries.ts'
import { cadenceForm, mailForm, USUAL } from '../rules/cadence.ts'
import { tokenOf, watchIdIn } from '../rules/token.ts'
import { addressOfWatched, watchedIn, watchedInWords } from '../rules/watched.ts'
import { watchedBy } from './asked.ts'

const SYSTEM = { power: 'system', organisation: null } as const

/** Without an account: an address is left, proven by a letter, and forgotten when the letters are stopped. */
export const byMailRoutes: Route[] = [
  get('/watches', anyone, (call) => call.go('/projects')),

  post(
    '/watches',
    anyone,
    async (call) => {
      const watched = await watchedBy(call)
      const address = addressOfWatched(watched)
      const form = call.form(mailForm)
      if (!form.ok) {
        const words = watchedInWords(watched, await call.readAsSystem((tx) => companyNameOf(tx, address)))
        return call.page(<AskByMail address={address} words={words} {...form} />, { status: 422 })
      }
      return call.act(async (act) => {
        await askByMail(act, form.data.email, watched)
        return '/watches/asked'
      }, SYSTEM)
    },
    { rate: { count: 20, seconds: 600 } },
  ),

  get('/watches/asked', anyone, (call) => call.page(<Asked />)),

  get('/watches/:token/confirmation', anyone, async (call) => {
    const { watch, words } = await watchBehind(call)
    if (watch.confirmedAt === null)
      return call.page(<ConfirmWatch token={call.param('token')} words={words} cadence={USUAL} />)
    const stop = `/watches/${tokenOf(call.deps.secrets, 'watch-stop', watch.id)}/stop`
    return call.page(<Confirmed {...watch} words={words} stop={stop} />)
  }),

  post('/watches/:token/confirmation', anyone, async (call) => {
    const { watch } = await watchBehind(call)
    const form = call.form(cadenceForm)
    return call.act(async (act) => {
      await confirmWatch(act, watch.id, form.ok ? form.data.cadence : USUAL)
      return `/watches/${call.param('token')}/confirmation`
    }, SYSTEM)
  }),
]

/** What a letter asks to confirm. It is gone once its days are over, or once it was stopped. */
async function watchBehind(call: Call) {
  const id = found(watchIdIn(call.deps.secrets, 'watch-confirm', call.param('token')))
  const asked = await call.readAsSystem((tx) => anyWatch(tx, id))
  const watched = asked && watchedIn(asked.watch.address)
  if (!watched)
    throw new TooLate('このリンクは、もう使えません。もう一度、案件の一覧で「知らせてもらう」を押してください。', {
      ...{ href: '/projects', label: '案件をさがす' },
    })
  return { watch: asked.watch, words: watchedInWords(watched, asked.companyName) }
}
