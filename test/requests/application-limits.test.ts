import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { accountId, companyId, talentId } from '../../seed/cast.ts'
import { applicantCounts } from '../../src/applications/queries/applications.ts'
import { applications } from '../../src/applications/schema.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { projects } from '../../src/projects/schema.ts'
import { talentCodes, talents } from '../../src/talents/schema.ts'
import { ANSWERS, applicationRow, apply, forCompany, step } from '../fixtures/applications.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { type Browser, openHouse } from '../house.ts'

const DAY = 86_400_000

const house = await openHouse()
let tanaka: Browser
let nakamura: Browser
let chiyo: Browser

beforeAll(async () => {
  tanaka = await house.as('tanaka')
  nakamura = await house.as('nakamura')
  chiyo = await house.as('chiyo')
})

const rowOf = (id: string) => applicationRow(house, id)
const decide = (id: string, noun: string, fields?: Record<string, string>) =>
  step(house, nakamura, `${forCompany(id)}/${noun}`, fields)

describe('who may not apply', () => {
  test('nobody to the own employer, and it is said why', async () => {
    const project = await publishedProjectOf(house, 'employer', { codes: ['56109'] })
    const kobayashi = await house.as('kobayashi')
    expect((await kobayashi.get(`/me/projects/${project}/application`)).text).toContain('勤務先')
    await kobayashi.post(`/me/projects/${project}/application`, ANSWERS)
    const sent = await kobayashi.post(`/me/projects/${project}/application/sending`, { version: 1 })
    expect(sent.status).toBe(409)
    const rows = await asOwner(house.db, (tx) =>
      tx.select().from(applications).where(eq(applications.projectId, project)),
    )
    expect(rows.filter(({ sentAt }) => sentAt)).toEqual([])
  })

  test('nobody to the own company', async () => {
    const project = await publishedProjectOf(house, 'craft')
    expect((await nakamura.get(`/me/projects/${project}/application`)).text).toContain('ご自分の会社')
  })

  test('nobody to a project that is closed or has passed its last day', async () => {
    const closed = await publishedProjectOf(house, 'craft', { closedAt: house.now() })
    const over = await publishedProjectOf(house, 'craft', { closesOn: '2026-11-22' })
    for (const id of [closed, over]) {
      expect((await tanaka.get(`/me/projects/${id}/application`)).text).toContain('募集は終わりました')
      await tanaka.post(`/me/projects/${id}/application`, ANSWERS)
      expect((await tanaka.post(`/me/projects/${id}/application/sending`, { version: 1 })).status).toBe(409)
    }
  })

  test('nobody without a profile; what is missing is said', async () => {
    const project = await publishedProjectOf(house, 'craft')
    const abe = await house.as('abe')
    const page = await abe.get(`/me/projects/${project}/application`)
    expect(page.text).toContain('できる仕事を選ぶ')
    expect(page.text).not.toContain('名前を書く')
  })

  test('nobody with a profile that is not finished; the answers stay', async () => {
    const project = await publishedProjectOf(house, 'fertiliser')
    const koga = await house.as('koga')
    const id = accountId('koga')
    await asOwner(house.db, async (tx) => {
      const at = house.now()
      await tx.insert(talents).values({ id: talentId('koga'), accountId: id, createdAt: at, updatedAt: at })
    })
    const missing = await koga.act(`/me/projects/${project}/application`, ANSWERS)
    expect(missing.text).toContain('勤務先に知られないための質問')
    expect((await koga.post(`/me/projects/${project}/application/sending`, { version: 1 })).status).toBe(409)
    await asOwner(house.db, async (tx) => {
      await tx.insert(talentCodes).values({ talentId: talentId('koga'), code: '10035', level: 2, years: 3 })
      await tx
        .update(talents)
        .set({ employerAnsweredAt: house.now() })
        .where(eq(talents.id, talentId('koga')))
    })
    const check = await koga.get(`/me/projects/${project}/application/sending`)
    expect(check.text).toContain(ANSWERS.answer1)
  })

  test('nobody more than twenty times a month', async () => {
    const kobayashi = await house.as('kobayashi')
    const project = await publishedProjectOf(house, 'craft')
    await asOwner(house.db, async (tx) => {
      const projectId = await tx
        .insert(projects)
        .values({
          id: crypto.randomUUID(),
          companyId: companyId('craft'),
          createdAt: house.now(),
          updatedAt: house.now(),
        })
        .returning({ id: projects.id })
      for (let n = 0; n < 20; n++) {
        await tx.insert(applications).values({
          ...{ id: crypto.randomUUID(), projectId: projectId[0]!.id, companyId: companyId('craft') },
          ...{ talentId: talentId('kobayashi'), accountId: accountId('kobayashi') },
          ...{ createdAt: house.now(), sentAt: house.now(), withdrawnAt: house.now() },
        })
      }
    })
    expect((await kobayashi.get(`/me/projects/${project}/application`)).text).toContain('ひと月に20件まで')
    house.setTime(new Date('2026-12-01T01:00:00Z'))
    expect((await kobayashi.get(`/me/projects/${project}/application`)).text).toContain('あと20件')
    house.setTime(new Date('2026-11-24T01:00:00Z'))
  })
})

describe('who sees what', () => {
  test('nobody else sees anything, and a viewer only reads', async () => {
    const project = await publishedProjectOf(house, 'craft')
    const id = await apply(tanaka, project)
    const list = `/companies/${companyId('craft')}/projects/${project}/applications`
    for (const name of ['sato', 'kobayashi', 'koga', 'abe'] as const) {
      const stranger = await house.as(name)
      for (const path of [forCompany(id), list, `/me/applications/${id}`, `/me/applications/${id}/messages`]) {
        expect([name, path, (await stranger.get(path)).status]).toEqual([name, path, 404])
      }
      expect((await stranger.post(`/me/applications/${id}/withdrawal`, { version: 2 })).status).toBe(404)
      expect((await stranger.post(`${forCompany(id)}/offer`, { version: 2 })).status).toBe(404)
    }
    const sato = await house.as('sato')
    const crossed = `/companies/${companyId('fertiliser')}/applications/${id}`
    expect((await sato.get(crossed)).status).toBe(404)
    expect((await sato.post(`${crossed}/messages`, { body: 'こんにちは' })).status).toBe(404)

    expect((await chiyo.get(list)).status).toBe(200)
    const read = await chiyo.get(forCompany(id))
    expect(read.text).toContain(ANSWERS.answer1)
    expect(read.text).not.toContain('田中')
    expect(read.text).not.toContain('候補に残す')
    expect(read.text).not.toContain('メッセージを送る')
    const row = await rowOf(id)
    for (const noun of [
      'reading',
      'shortlisting',
      'interview',
      'decline',
      'offer',
      'cancellation',
      'messages',
      'name',
      'passing',
    ]) {
      const answer = await chiyo.post(`${forCompany(id)}/${noun}`, { version: row.version, body: 'x' })
      expect([noun, answer.status]).toEqual([noun, 404])
    }
    expect(await rowOf(id)).toEqual(row)
    expect((await house.visitor().get(`/me/applications/${id}`)).location).toContain('/sign-in')
  })

  test('a draft is its writer’s alone, and everybody may know how many were sent', async () => {
    const project = await publishedProjectOf(house, 'craft')
    await tanaka.post(`/me/projects/${project}/application/draft`, { answer1: 'まだ', answer2: '' })
    const [draft] = await asOwner(house.db, (tx) =>
      tx.select().from(applications).where(eq(applications.projectId, project)),
    )
    expect((await nakamura.get(forCompany(draft!.id))).status).toBe(404)
    const counted = () => readAs(house.db, { id: null, power: 'visitor' }, null, (tx) => applicantCounts(tx, [project]))
    expect((await counted()).get(project)).toBe(0)
    await apply(tanaka, project)
    expect((await counted()).get(project)).toBe(1)
  })
})

describe('promises', () => {
  test('an offer without an answer lapses after fourteen days', async () => {
    const id = await apply(tanaka, await publishedProjectOf(house, 'craft'))
    await decide(id, 'offer')
    const offered = house.now()
    const pass = async (days: number) => {
      house.setTime(new Date(offered.getTime() + days * DAY))
      await asOwner(house.db, (tx) => house.jobs.enqueue(tx, 'applications.lapse', {}))
      await house.drain()
      return (await rowOf(id)).lapsedAt
    }
    expect(await pass(13)).toBe(null)
    expect(await pass(14)).not.toBe(null)
    expect((await tanaka.get(`/me/applications/${id}`)).text).toContain('返事の期限が過ぎました')
    const late = await tanaka.post(`/me/applications/${id}/acceptance`, { version: (await rowOf(id)).version })
    expect(late.status).toBe(409)
    house.setTime(new Date('2026-11-24T01:00:00Z'))
  })
})
