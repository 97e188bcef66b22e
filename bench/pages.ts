/**
 * How long the server takes for its list and project pages at the demo's size, from the request to the last byte of HTML:
 * `npm run bench:pages -- [--quick]`. Ends with 1 when a p95 is above the goal.
 */
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { desc, isNotNull } from 'drizzle-orm'
import { accountId } from '../seed/cast.ts'
import { cases } from '../src/cases/schema.ts'
import { asOwner } from '../src/lib/db.ts'
import { currentMarket } from '../src/matching/actions/market.ts'
import { openAt } from '../src/projects/queries/states.ts'
import { projects } from '../src/projects/schema.ts'
import { tellGoal } from './goals.ts'
import { open, openDemo, signIn } from './house.ts'

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } })
/** With --quick four times as long is allowed: what is found there is lost speed and not another machine. */
const GOAL_MS = values.quick ? 200 : 50
const WARM_UP = values.quick ? 2 : 5
const TIMES = values.quick ? 10 : 40

const demo = await openDemo()
const some = await asOwner(demo.db, (tx) =>
  tx.select().from(projects).where(openAt(new Date())).orderBy(desc(projects.publishedAt)).limit(TIMES),
)
const told = await asOwner(demo.db, (tx) =>
  tx.select({ id: cases.id }).from(cases).where(isNotNull(cases.publishedAt)).limit(TIMES),
)
await currentMarket(demo.db, new Date())
const [first] = some
const own = `/companies/${first!.companyId}/projects/${first!.id}`
const [person, owner] = [await signIn(demo, accountId('kobayashi')), await signIn(demo, first!.createdBy!)]
const each = (paths: readonly string[]) => (n: number) => paths[n % paths.length]!

const PAGES: readonly { name: string; path: (n: number) => string; cookie?: string; goal?: false }[] = [
  { name: '/projects', path: (n) => `/projects?page=${1 + (n % 3)}` },
  { name: '/projects, one prefecture', path: (n) => `/projects?prefecture=${1 + (n % 47)}` },
  {
    name: '/projects, words',
    path: each(['原価', '販路', 'ネット販売', '採用'].map((word) => `/projects?words=${encodeURIComponent(word)}`)),
  },
  { name: '/projects/:projectId', path: each(some.map(({ id }) => `/projects/${id}`)) },
  { name: '/projects/:projectId, signed in', path: each(some.map(({ id }) => `/projects/${id}`)), cookie: person },
  { name: '/cases', path: () => '/cases' },
  { name: '/cases/:caseId', path: each(told.map(({ id }) => `/cases/${id}`)) },
  { name: 'a company’s project', path: () => own, cookie: owner },
  { name: 'a company’s applications', path: () => `${own}/applications`, cookie: owner },
  { name: 'a company’s proposals', path: () => `${own}/proposals`, cookie: owner },
  { name: '/me/proposals', path: () => '/me/proposals', cookie: person },
  { name: '/insights', path: () => '/insights', goal: false },
  { name: '/', path: () => '/', goal: false },
]

console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${process.platform} ${process.arch}, node ${process.version}`)
console.log(
  `demo: 2000 people, 900 companies, 1500 projects; embedded database; ${TIMES} requests a page after ${WARM_UP}`,
)
for (const { name, path, cookie, goal } of PAGES) {
  const times: number[] = []
  let bytes = 0
  let wrong = 0
  for (let n = -WARM_UP; n < TIMES; n++) {
    const { status, html, ms } = await open(demo, path(n + WARM_UP), cookie)
    if (status !== 200) wrong = status
    if (n >= 0) times.push(ms)
    bytes = html.length
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.ceil(TIMES * share) - 1]!
  const missed = wrong !== 0 || (goal !== false && at(0.95) > GOAL_MS)
  const figures = wrong === 0 ? `p50 ${at(0.5).toFixed(1)} ms  p95 ${at(0.95).toFixed(1)} ms` : `answered ${wrong}`
  console.log(`${name.padEnd(34)} ${figures}  ${(bytes / 1024).toFixed(0)} KB`)
  if (missed) tellGoal(`${name}: ${figures}`, false)
}
console.log(`goal: p95 of list and project pages ≤ ${GOAL_MS} ms`)
await demo.close()
