import { sql } from 'drizzle-orm'
import { anyone } from '../lib/web/guard.ts'
import { get, type Route } from '../lib/web/route.ts'

/** For the machine that watches: alive at all; ready to be sent requests. */
export const routes: Route[] = [
  get('/healthz', anyone, (call) => call.c.text('ok')),
  get('/readyz', anyone, async (call) => {
    if (call.deps.life.stopping) return call.c.text('stopping', 503)
    await call.read((tx) => tx.execute(sql`select 1`))
    return call.c.text('ready')
  }),
]
