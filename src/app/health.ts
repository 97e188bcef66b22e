import { sql } from 'drizzle-orm'
import { anyone } from '../lib/web/guard.ts'
import { get, type Route } from '../lib/web/route.ts'

/** What is somebody's own is behind a sign-in anyway; robots need not knock. */
const PRIVATE = [
  '/me',
  '/companies/',
  '/partners/',
  '/desk',
  '/demo',
  '/worries/',
  '/resume',
  '/slips/',
  '/answers/',
  '/choices/',
  '/asked/',
  '/registrations/',
  '/signposts/',
  '/sign-in',
  '/calls/',
]
/** Of a partner, what everybody reads. */
const PUBLIC = ['/partners/*/about$', '/partners/*/picture.png$', '/partners/*/logo?']
const ROBOTS = [
  'User-agent: *',
  ...PUBLIC.map((path) => `Allow: ${path}`),
  ...PRIVATE.map((path) => `Disallow: ${path}`),
]

/** For machines: alive at all; ready to be sent requests; what to read. */
export const routes: Route[] = [
  get('/robots.txt', anyone, (call) =>
    call.c.text([...ROBOTS, `Sitemap: ${call.deps.config.publicUrl}/sitemap.xml`, ''].join('\n')),
  ),
  get('/healthz', anyone, (call) => call.c.text('ok'), { first: true }),
  get(
    '/readyz',
    anyone,
    async (call) => {
      if (call.deps.life.stopping) return call.c.text('stopping', 503)
      await call.read((tx) => tx.execute(sql`select 1`))
      return call.c.text('ready')
    },
    { first: true },
  ),
]
