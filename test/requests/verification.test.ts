import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { accountId, COMPANIES, companyId, PEOPLE, talentId } from '../../seed/cast.ts'
import { applications } from '../../src/applications/schema.ts'
import { companies } from '../../src/companies/schema.ts'
import { history } from '../../src/history/schema.ts'
import { isCorporateNumber } from '../../src/law/numbers.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { proposals } from '../../src/matching/schema.ts'
import { projects } from '../../src/projects/schema.ts'
import { talentForCompany } from '../../src/talents/queries/shown.ts'
import { talents } from '../../src/talents/schema.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
const company = companyId('craft')
const KOBAYASHI = talentId('kobayashi')
let desk: Browser
let owner: Browser
let project = ''
let page = ''

beforeAll(async () => {
  desk = await house.as('mori')
  owner = await house.as('nakamura')
})

/** A company that nobody has looked at, with a project that is ready to be published. */
beforeEach(async () => {
  await asOwner(house.db, async (tx) => {
    await tx.update(projects).set({ publishedAt: null, withdrawnAt: house.now() })
    await tx.update(companies).set({ verifiedAt: null }).where(eq(companies.id, company))
  })
  project = await publishedProjectOf(house, 'craft', { publishedAt: null })
  page = `/desk/projects/${project}`
})

const companyRow = async () =>
  (await asOwner(house.db, (tx) => tx.select().from(companies).where(eq(companies.id, company))))[0]!
const projectRow = async () =>
  (await asOwner(house.db, (tx) => tx.select().from(projects).where(eq(projects.id, project))))[0]!
const written = (act: string) =>
  asOwner(house.db, (tx) =>
    tx
      .select()
      .from(history)
      .where(and(eq(history.act, act), eq(history.subjectId, company))),
  )
const address = (act: string) => `/desk/companies/${company}/${act}?project=${project}`
const verify = async () => desk.post(address('verification'), { version: (await companyRow()).version })
const publish = async () => desk.post(`${page}/publication`, { version: (await projectRow()).version })

test('nothing is published before the company is verified', async () => {
  const before = await desk.get(page)
  expect(before.text).toContain('会社を確かめる')
  expect(before.text).toContain('4290002000024（数字は合っています）')
  expect(before.html).toContain('href="tel:0943000202"')
  expect(before.html).not.toContain(`${page}/publication`)
  const refused = await publish()
  expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('先に、会社を確かめてください')])
  expect((await projectRow()).publishedAt).toBeNull()

  const told = house.mails.length
  expect((await verify()).location).toBe(page)
  const after = await desk.get(page)
  expect(after.text).toContain('会社の確認を取り消す')
  expect(after.html).toContain(`${page}/publication`)
  expect(await written('company.verified')).toHaveLength(1)
  await house.drain()
  const letters = house.mails.slice(told).filter(({ subject }) => subject.includes('会社の確認が終わりました'))
  expect(letters.map(({ to }) => to)).toEqual(['nakamura@cast.example'])
  expect((await publish()).status).toBe(303)
  expect((await house.visitor().get(`/projects/${project}`)).text).toContain('手作業の原価')
})

test('only the desk verifies, once, and what it read', async () => {
  const { version } = await companyRow()
  expect((await owner.post(address('verification'), { version })).status).toBe(404)
  expect((await house.visitor().post(address('verification'), { version })).location).toContain('/sign-in')
  expect((await desk.post(address('verification'), { version: version - 1 })).status).toBe(409)
  expect((await companyRow()).verifiedAt).toBeNull()
  const before = await written('company.verified')
  expect((await verify()).status).toBe(303)
  expect((await verify()).status).toBe(409)
  expect(await written('company.verified')).toHaveLength(before.length + 1)
})

test('a verification is taken back for half an hour, while nothing is published', async () => {
  expect((await desk.post(address('verification/cancellation'))).status).toBe(409)
  await verify()
  await house.drain()
  const told = house.mails.length
  expect((await desk.post(address('verification/cancellation'))).location).toBe(page)
  expect((await companyRow()).verifiedAt).toBeNull()
  expect(await written('company.unverified')).toHaveLength(1)
  await house.drain()
  expect(house.mails.slice(told).map(({ subject }) => subject)).toEqual(['めぐり：会社をもう一度確かめています'])
  expect((await publish()).status).toBe(409)

  await verify()
  await publish()
  expect((await desk.get(page)).text).not.toContain('会社の確認を取り消す')
  expect((await desk.post(address('verification/cancellation'))).status).toBe(409)
  expect((await companyRow()).verifiedAt).not.toBeNull()
})

test('… and no longer', async () => {
  const start = house.now()
  await verify()
  house.setTime(new Date(start.getTime() + 31 * 60_000))
  expect((await desk.get(page)).text).not.toContain('会社の確認を取り消す')
  expect((await desk.post(address('verification/cancellation'))).status).toBe(409)
  house.setTime(start)
})

test('before that nobody is shown to it: not by the pages, the query or the database', async () => {
  const at = house.now()
  await asOwner(house.db, (tx) =>
    tx.insert(proposals).values({
      ...{ projectId: project, companyId: company, talentId: KOBAYASHI, rank: 1, score: 9000 },
      ...{ points: Array(12).fill(100), model: 'prior', createdAt: at },
    }),
  )
  const card = `/companies/${company}/talents/${KOBAYASHI}`
  const actor = { id: accountId('nakamura'), power: 'person' } as const
  const inDatabase = () =>
    readAs(house.db, actor, company, async (tx) => [
      (await tx.select().from(talents)).length,
      (await tx.select().from(proposals)).length,
    ])
  const inJob = () =>
    readAs(house.db, { id: null, power: 'system' }, null, (tx) => talentForCompany(tx, company, KOBAYASHI))
  expect((await owner.get(card)).status).toBe(404)
  expect(await inDatabase()).toEqual([0, 0])
  expect(await inJob()).toBeUndefined()
  await verify()
  expect((await owner.get(card)).status).toBe(200)
  expect(await inDatabase()).toEqual([expect.any(Number), 1])
  expect(await inJob()).toMatchObject({ id: KOBAYASHI })
})

test('whoever applied stays readable also when a company has to be looked at again', async () => {
  const id = randomUUID()
  const at = house.now()
  await asOwner(house.db, async (tx) => {
    await tx.update(projects).set({ publishedAt: at }).where(eq(projects.id, project))
    await tx.insert(applications).values({
      ...{ id, projectId: project, companyId: company, talentId: talentId('tanaka'), accountId: accountId('tanaka') },
      ...{ answer1: '一つ目の答え', answer2: '二つ目の答え', createdAt: at, sentAt: at },
    })
  })
  const answer = await owner.get(`/companies/${company}/applications/${id}`)
  expect([answer.status, answer.text]).toEqual([200, expect.stringContaining(PEOPLE.tanaka.talent.headline)])
})

test('the numbers of the cast’s firms are such as there can be', () => {
  for (const { corporateNumber } of Object.values(COMPANIES)) expect(isCorporateNumber(corporateNumber)).toBe(true)
})
