import { signedIn } from '../lib/web/guard.ts'
import { get, post, type Route } from '../lib/web/route.ts'
import { readAll } from './actions.ts'
import { NoticeList } from './pages/list.tsx'
import { noticesOf, unreadOf } from './queries.ts'

const PAGE = 20
const MOST_PAGES = 100

export const routes: Route[] = [
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

  post('/me/notices/readings', signedIn, (call) =>
    call.act(async (act) => {
      await readAll(act, call.accountId)
      return '/me/notices'
    }),
  ),
]
