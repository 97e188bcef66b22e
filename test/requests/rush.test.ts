import { randomUUID } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
import { consents } from '../../src/accounts/schema.ts'
import { applications } from '../../src/applications/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { projects } from '../../src/projects/schema.ts'
import { ANSWERS } from '../fixtures/applications.ts'
import { writeBids, writeCrowd } from '../fixtures/crowd.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
/** The embedded database has one session: there they come one after the other whatever we do. */
const MANY = house.db.kind === 'postgresql' ? 40 : 8
const crowd = await writeCrowd(house.db, MANY, house.now())
const browsers = await Promise.all(
  crowd.map(async ({ accountId: account }) => {
    const browser = house.visitor()
    await browser.post('/demo/sign-in', { account })
    return browser
  }),
)
const nakamura = await house.as('nakamura')
const owned = (project: string) => `/companies/${companyId('craft')}/projects/${project}`
const statusesOf = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).sort()
const counted = (wanted: number, other: number) => [
  ...Array<number>(wanted).fill(303),
  ...Array<number>(other).fill(409),
]

async function draftsFor(project: string): Promise<void> {
  const path = `/me/projects/${project}/application`
  const drafts = await Promise.all(browsers.map((one) => one.post(path, ANSWERS)))
  expect(new Set(statusesOf(drafts))).toEqual(new Set([303]))
}

const rowsOf = (project: string) =>
  asOwner(house.db, (tx) => tx.select().from(applications).where(eq(applications.projectId, project)))
const projectRow = async (project: string) =>
  (await asOwner(house.db, (tx) => tx.select().from(projects).where(eq(projects.id, project))))[0]!
const toldOf = (act: string, ids: readonly string[]) =>
  asOwner(house.db, (tx) =>
    tx
      .select()
      .from(history)
      .where(and(eq(history.act, act), inArray(history.subjectId, [...ids]))),
  )

test('all send at the same moment, each three times over: one application each', async () => {
  const project = await publishedProjectOf(house, 'craft')
  await draftsFor(project)
  const path = `/me/projects/${project}/application/sending`
  const answers = await Promise.all(
    browsers.flatMap((browser) => {
      const fields = { version: 1, _once: randomUUID() }
      return [1, 2, 3].map(() => browser.post(path, fields))
    }),
  )
  expect(statusesOf(answers)).toEqual(counted(3 * MANY, 0))
  const rows = await rowsOf(project)
  expect(rows.filter(({ sentAt }) => sentAt)).toHaveLength(MANY)
  expect(new Set(rows.map((row) => row.accountId)).size).toBe(MANY)
  const ids = rows.map(({ id }) => id)
  expect(await toldOf('application.sent', ids)).toHaveLength(MANY)
  const given = await asOwner(house.db, (tx) => tx.select().from(consents).where(inArray(consents.subjectId, ids)))
  expect(given).toHaveLength(MANY)
})

test('a project that takes so many closes with the last of them, and says before how many are left', async () => {
  const limit = MANY - 4
  const project = await publishedProjectOf(house, 'craft', { applicationLimit: limit })
  await draftsFor(project)
  const path = `/me/projects/${project}/application/sending`
  const send = (from: number, until: number) =>
    Promise.all(browsers.slice(from, until).map((one) => one.post(path, { version: 1 })))
  expect(statusesOf(await send(0, limit - 2))).toEqual(counted(limit - 2, 0))
  const page = await house.visitor().get(`/projects/${project}`)
  expect(page.text).toContain(`いままでに${limit - 2}人が応募しました。あと2人で締め切ります。`)
  expect((await browsers.at(-1)!.get(`/me/projects/${project}/application`)).text).toContain('あと2人で締め切ります')
  expect((await projectRow(project)).closedAt).toBe(null)

  const late = await send(limit - 2, MANY)
  expect(statusesOf(late)).toEqual(counted(2, 4))
  expect(late.find(({ status }) => status === 409)!.text).toContain('応募が決めた数になりました')
  expect((await rowsOf(project)).filter(({ sentAt }) => sentAt)).toHaveLength(limit)
  expect((await projectRow(project)).closedAt).toEqual(house.now())
  expect((await toldOf('project.closed', [project])).map(({ data }) => data)).toEqual([{ because: 'full' }])
  expect((await house.visitor().get(`/projects/${project}`)).text).toContain('この募集は、もう終わりました。')

  // Taking applications again lifts a number that was reached already.
  await nakamura.act(`${owned(project)}/reopening`)
  expect(await projectRow(project)).toMatchObject({ closedAt: null, applicationLimit: null })
  const turnedAway = browsers[limit - 2 + late.findIndex(({ status }) => status === 409)]!
  expect((await turnedAway.post(path, { version: 1 })).status).toBe(303)
})

test('all say yes to one opening at the same moment: one is taken; how such applications went is said of five and more', async () => {
  const project = await publishedProjectOf(house, 'craft', { codes: ['13068'] })
  const [other, few] = [
    await publishedProjectOf(house, 'fertiliser', { codes: ['13068'] }),
    await publishedProjectOf(house, 'fertiliser', { codes: ['10043'] }),
  ]
  const before = new Date(house.now().getTime() - 3_600_000)
  const given = { sentAt: before, offeredAt: before }
  const ids = await writeBids(house.db, crowd, { id: project, companyId: companyId('craft') }, before, given)
  const answers = await Promise.all(
    browsers.map((one, at) => one.post(`/me/applications/${ids[at]}/acceptance`, { version: 1 })),
  )
  expect(statusesOf(answers)).toEqual(counted(1, MANY - 1))
  expect((await rowsOf(project)).filter(({ acceptedAt }) => acceptedAt)).toHaveLength(1)

  await writeBids(house.db, crowd.slice(0, 4), { id: few, companyId: companyId('fertiliser') }, before, {
    ...{ sentAt: before, declinedAt: before },
  })
  const declined = { sentAt: before, declinedAt: before }
  await writeBids(house.db, crowd.slice(0, 5), { id: other, companyId: companyId('fertiliser') }, before, declined)
  // A no that can still be taken back is not counted.
  const now = { sentAt: before, declinedAt: house.now() }
  const third = await publishedProjectOf(house, 'employer', { codes: ['13068'] })
  await writeBids(house.db, crowd.slice(0, 5), { id: third, companyId: companyId('employer') }, before, now)
  const told = `応募${MANY + 5}件のうち、${MANY}件が「お願いしたい」でした`
  expect((await house.visitor().get(`/projects/${other}`)).text).toContain(told)
  expect((await (await house.as('tanaka')).get(`/me/projects/${other}/application`)).text).toContain(told)
  expect((await house.visitor().get(`/projects/${few}`)).text).not.toContain('「お願いしたい」でした')
})
