import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { accountId, type CastName, companyId, talentId } from '../../seed/cast.ts'
import { interestCount } from '../../src/applications/queries/interests.ts'
import { interests } from '../../src/applications/schema.ts'
import { companyKeys } from '../../src/companies/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { projects } from '../../src/projects/schema.ts'
import { employerBlocks } from '../../src/talents/schema.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
const PEOPLE = ['tanaka', 'kobayashi', 'suzuki', 'takahashi', 'ito', 'watanabe'] as const satisfies readonly CastName[]
const browsers = new Map<string, Browser>()
const as = (name: CastName) => browsers.get(name)!
const owned = (project: string) => `/companies/${companyId('craft')}/projects/${project}`
const marksOf = (project: string) =>
  asOwner(house.db, (tx) => tx.select().from(interests).where(eq(interests.projectId, project)))

beforeAll(async () => {
  for (const name of [...PEOPLE, 'nakamura', 'mori'] as const) browsers.set(name, await house.as(name))
})

test('a mark is the person’s own, and its company learns a round number from five people on', async () => {
  const project = await publishedProjectOf(house, 'craft')
  const page = `/projects/${project}`
  const mark = (name: CastName) => as(name).post(`${page}/interest`)
  expect((await house.visitor().get(page)).text).toContain('気になる')
  const visitor = await house.visitor().post(`${page}/interest`, {}, { referer: `http://localhost:3000${page}` })
  expect(visitor.location).toBe(`/sign-in?next=${encodeURIComponent(page)}`)

  for (const name of PEOPLE.slice(0, 4)) expect((await mark(name)).location).toBe(page)
  await mark('tanaka')
  expect(await marksOf(project)).toHaveLength(4)
  expect((await as('tanaka').get(page)).text).toContain('「気になる」を外す')
  expect((await as('suzuki').get('/me')).text).toContain('気になる案件')
  expect((await as('nakamura').get(owned(project))).text).not.toContain('気になる')
  await mark('ito')
  expect((await as('nakamura').get(owned(project))).text).toContain('5人以上が「気になる」')
  await mark('watanabe')
  expect((await as('nakamura').get(owned(project))).text).toContain('5人以上が「気になる」')

  // Nobody else reads the marks or the number: another company, the desk, everybody.
  const asked = (organisation: string | null, power: 'person' | 'operator') =>
    readAs(house.db, { id: accountId('mori'), power }, organisation, async (tx) => ({
      number: await interestCount(tx, project),
      rows: (await tx.select().from(interests)).length,
    }))
  for (const organisation of [null, companyId('fertiliser')]) {
    expect(await asked(organisation, 'operator')).toEqual({ number: null, rows: 0 })
  }
  expect(await asked(companyId('craft'), 'person')).toEqual({ number: 5, rows: 0 })
  const told = await asOwner(house.db, (tx) => tx.select().from(history).where(eq(history.act, 'interest.marked')))
  expect(told).toHaveLength(6)
  expect(JSON.stringify(told)).not.toContain(project)

  await as('ito').post(`${page}/interest/cancellation`)
  await as('watanabe').post(`${page}/interest/cancellation`)
  expect(await marksOf(project)).toHaveLength(4)
  expect((await as('nakamura').get(owned(project))).text).not.toContain('気になる')
  expect((await as('ito').get(page)).text).not.toContain('「気になる」を外す')

  await asOwner(house.db, (tx) => tx.update(projects).set({ closedAt: house.now() }).where(eq(projects.id, project)))
  expect((await mark('ito')).status).toBe(409)
  expect((await as('suzuki').get('/me')).text).toContain('この募集は、もう終わりました。')
  expect((await as('suzuki').get(page)).text).toContain('「気になる」を外す')
  expect((await as('ito').get(page)).text).not.toContain('気になる')
})

test('nobody marks the own employer’s project, and who hides later is counted no more', async () => {
  const own = await publishedProjectOf(house, 'employer')
  const before = await as('kobayashi').get(`/projects/${own}`)
  expect(before.text).not.toContain('気になる')
  expect((await as('kobayashi').post(`/projects/${own}/interest`)).status).toBe(404)
  const craft = await publishedProjectOf(house, 'craft')
  expect((await as('nakamura').post(`/projects/${craft}/interest`)).status).toBe(404)

  for (const name of PEOPLE.slice(0, 5)) await as(name).post(`/projects/${craft}/interest`)
  expect((await as('nakamura').get(owned(craft))).text).toContain('5人以上が「気になる」')
  const [key] = await asOwner(house.db, (tx) =>
    tx
      .select()
      .from(companyKeys)
      .where(eq(companyKeys.companyId, companyId('craft'))),
  )
  const block = { talentId: talentId('tanaka'), keyHash: key!.keyHash }
  await asOwner(house.db, (tx) => tx.insert(employerBlocks).values(block))
  expect((await as('nakamura').get(owned(craft))).text).not.toContain('気になる')
  // Their own mark is still theirs to see and to take back.
  expect((await as('tanaka').get('/me')).text).toContain('気になる案件')
  await as('tanaka').post(`/projects/${craft}/interest/cancellation`)
  expect((await as('tanaka').post(`/projects/${craft}/interest`)).status).toBe(404)
  expect(await marksOf(craft)).toHaveLength(4)
  await asOwner(house.db, (tx) => tx.delete(employerBlocks).where(eq(employerBlocks.keyHash, key!.keyHash)))
})
