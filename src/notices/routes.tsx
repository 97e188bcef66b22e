import { signedIn } from '../lib/web/guard.ts'
import { get, post, type Route } from '../lib/web/route.ts'
import { readAll, saveWishes } from './actions.ts'
import { LineSection } from './pages/line.tsx'
import { NoticeList } from './pages/list.tsx'
import { NoticeSettingsPage } from './pages/settings.tsx'
import { lineLinkOf } from './queries/line.ts'
import { noticesOf, unreadOf, wishesOf } from './queries.ts'
import { lineRoutes } from './routes/line.tsx'
import { valuesOf, wishesForm, wishesFrom } from './rules/wishes.ts'

const PAGE = 20
const MOST_PAGES = 100

export const routes: Route[] = [
  ...lineRoutes,

  get('/me/notices', signedIn, async (call) => {
    const asked = Number(call.query('page'))
    const number = Number.isInteger(asked) && asked >= 1 && asked <= MOST_PAGES ? asked : 1
    const { found, unread } = await call.read(async (tx) => ({
      found: await noticesOf(tx, call.accountId, { size: PAGE, number }),
      unread: await unreadOf(tx, call.accountId),
    }))
    const pages = Math.ceil(found.total / PAGE)
    return call.page(<NoticeList notices={found.rows} unread={unread.length} page={number} pages={pages} />)
  }),

  get('/me/notices/settings', signedIn, async (call) => {
    const { wishes, line } = await call.read(async (tx) => ({
      wishes: await wishesOf(tx, call.accountId),
      line: await lineLinkOf(tx, call.accountId),
    }))
    const account = call.deps.config.lineAccount
    const more = account && <LineSection id={account.id} joined={Boolean(line?.linkedAt)} />
    return call.page(<NoticeSettingsPage values={valuesOf(wishes)} saved={call.query('done') === 'yes'} more={more} />)
  }),

  post('/me/notices/settings', signedIn, (call) => {
    const form = call.form(wishesForm)
    if (!form.ok) return call.page(<NoticeSettingsPage values={form.values} errors={form.errors} />, { status: 422 })
    return call.act(async (act) => {
      await saveWishes(act, call.accountId, wishesFrom(form.data))
      return '/me/notices/settings?done=yes'
    })
  }),

  post('/me/notices/readings', signedIn, (call) =>
    call.act(async (act) => {
      await readAll(act, call.accountId)
      return '/me/notices'
    }),
  ),
]
