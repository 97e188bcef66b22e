import { randomUUID } from 'node:crypto'
import { and, asc, isNotNull } from 'drizzle-orm'
import { accountId } from '../../seed/cast.ts'
import { asOwner } from '../../src/lib/db.ts'
import { currentMarket } from '../../src/matching/actions/market.ts'
import { inState } from '../../src/projects/queries/states.ts'
import { projects } from '../../src/projects/schema.ts'
import { type Demo, HOME, open, openDemo, signIn } from '../house.ts'

const GOAL_MS = 5000
const GIVE_UP_MS = 30_000
const PROJECTS = 5

/** From the operator's tap to the list on the company's screen, through the real app on the embedded database. */
export async function timePublication(): Promise<void> {
  const demo = await openDemo()
  if (demo.filled > 0) console.log(`demo of the usual size written in ${(demo.filled / 1000).toFixed(1)} s`)
  const from = performance.now()
  await currentMarket(demo.db, new Date())
  console.log(`market read in ${((performance.now() - from) / 1000).toFixed(1)} s (in the background after a start)`)
  await demo.start()
  const waiting = await asOwner(demo.db, (tx) =>
    tx
      .select()
      .from(projects)
      .where(and(inState('submitted'), isNotNull(projects.createdBy)))
      .orderBy(asc(projects.submittedAt))
      .limit(PROJECTS),
  )
  const operator = await signIn(demo, accountId('mori'))
  const times: number[] = []
  for (const project of waiting) {
    const owner = await signIn(demo, project.createdBy!)
    times.push(await timeOne(demo, project, operator, owner))
  }
  await demo.close()
  const worst = Math.max(...times)
  const words = times.map((ms) => `${(ms / 1000).toFixed(2)} s`).join(', ')
  console.log(`publication → list on the company's screen: ${words} (goal ${GOAL_MS / 1000} s)`)
  if (times.length === 0 || worst > GOAL_MS) process.exitCode = 1
}

async function timeOne(demo: Demo, project: typeof projects.$inferSelect, operator: string, owner: string) {
  const body = new URLSearchParams({ version: String(project.version), _once: randomUUID() })
  const headers = { origin: HOME, 'sec-fetch-site': 'same-origin', cookie: operator }
  const from = performance.now()
  const address = `${HOME}/desk/projects/${project.id}/publication`
  const answer = await demo.app.request(new Request(address, { method: 'POST', body, headers }))
  if (answer.status !== 303) throw new Error(`Publication: ${answer.status}`)
  const page = `/companies/${project.companyId}/projects/${project.id}/proposals`
  while (performance.now() - from < GIVE_UP_MS) {
    const { html } = await open(demo, page, owner)
    if (html.includes('1人目')) return performance.now() - from
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return GIVE_UP_MS
}
