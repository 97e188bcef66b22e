import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountId } from '../../seed/cast.ts'
import { applications } from '../../src/applications/schema.ts'
import { eventApplications } from '../../src/events/schema.ts'
import { asActor, asOwner, readAs } from '../../src/lib/db.ts'
import { projects } from '../../src/projects/schema.ts'
import { writeBids, writeCrowd } from '../fixtures/crowd.ts'
import { publishedEvent } from '../fixtures/events.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const [koga, abe] = [await house.as('koga'), await house.as('abe')]
const one = await publishedEvent(koga)

test('an event says of which projects of its area it tells, as long as they are there', async () => {
  const ours = await publishedProjectOf(house, 'craft', { municipality: '40210' })
  const theirs = await publishedProjectOf(house, 'fertiliser', { prefecture: 6 })
  const page = await koga.get(one.host)
  expect(page.html).toContain(`value="${ours}"`)
  expect(page.html).not.toContain(theirs)
  for (const project of [theirs, 'x', '']) {
    expect((await koga.post(`${one.host}/projects`, { project })).status).toBe(404)
  }
  expect((await abe.post(`${one.host}/projects`, { project: ours })).status).toBe(404)
  await koga.act(`${one.host}/projects`, { project: ours })
  const seen = () => house.visitor().get(one.page)
  expect((await seen()).html).toContain(`href="/projects/${ours}?event=${one.id}"`)
  await asOwner(house.db, (tx) => tx.update(projects).set({ withdrawnAt: house.now() }).where(eq(projects.id, ours)))
  expect((await seen()).html).not.toContain(ours)
  await asOwner(house.db, (tx) => tx.update(projects).set({ withdrawnAt: null }).where(eq(projects.id, ours)))
  expect((await abe.post(`${one.host}/projects/${ours}/removal`)).status).toBe(404)
  expect((await koga.act(`${one.host}/projects/${ours}/removal`)).text).not.toContain('を外す')
  expect((await seen()).text).not.toContain('この催しで話す案件')
})

test('an application that begins at an event keeps it through sign-in and draft; its person sees that and ends it', async () => {
  const ours = await publishedProjectOf(house, 'craft', { municipality: '40210' })
  const other = await publishedProjectOf(house, 'fertiliser', { prefecture: 6 })
  await koga.act(`${one.host}/projects`, { project: ours })
  const [, led] = new RegExp(`href="(/projects/${ours}[^"]*)"`).exec((await house.visitor().get(one.page)).html)!
  const [, apply] = /href="(\/me\/projects\/[^"]*)"/.exec((await house.visitor().get(led!)).html)!
  expect(apply).toBe(`/me/projects/${ours}/application?event=${one.id}`)
  expect((await house.visitor().get(apply!)).location).toContain(encodeURIComponent(apply!))
  const tanaka = await house.as('tanaka')
  expect((await tanaka.get(apply!)).text).toContain('応募した方の人数だけが伝わります')
  const path = `/me/projects/${ours}/application`
  const answers = { answer1: 'あ'.repeat(40), answer2: 'い'.repeat(40) }
  // One that does not tell of the project counts for nothing.
  await tanaka.post(`/me/projects/${other}/application/draft?event=${one.id}`, answers)
  expect((await tanaka.get(apply!)).html).toContain(`data-autosave="${path}/draft?event=${one.id}"`)
  await tanaka.post(`${path}/draft?event=${one.id}`, { answer1: 'あ', answer2: '' })
  const linked = () => asOwner(house.db, (tx) => tx.select().from(eventApplications))
  expect((await linked()).map(({ accountId }) => accountId)).toEqual([accountId('tanaka')])
  const draft = await tanaka.get(path)
  expect(draft.text).toContain('催しとのつながりを消す')
  await tanaka.act(`${path}?event=${one.id}`, answers)
  const sent = await tanaka.act(`${path}/sending`, { version: 2 })
  expect(sent.text).toContain('催しから始めた応募です')
  const removal = `${sent.location}/event/removal`
  expect((await (await house.as('ito')).post(removal)).status).toBe(404)
  // Neither host nor company reads whose it is, and nobody links what is somebody else's.
  const [town, craft] = [one.host.split('/')[2]!, (await rowOf(ours)).companyId]
  const person = (name: 'koga' | 'nakamura' | 'ito') => ({ id: accountId(name), power: 'person' }) as const
  for (const [name, at] of [
    ['koga', town],
    ['nakamura', craft],
  ] as const)
    expect(await readAs(house.db, person(name), at, (tx) => tx.select().from(eventApplications))).toEqual([])
  const [row] = await linked()
  const forged = asActor(house.db, person('ito'), null, (tx) =>
    tx
      .insert(eventApplications)
      .values({ ...row!, accountId: accountId('ito') })
      .onConflictDoNothing(),
  )
  await expect(forged).rejects.toThrow()
  expect((await tanaka.act(removal)).text).not.toContain('催しから始めた応募です')
  expect(await linked()).toEqual([])
})

test('the host reads how many began there, and how many worked, in whole fives from five on', async () => {
  const [row] = await asOwner(house.db, (tx) =>
    tx
      .select()
      .from(applications)
      .where(eq(applications.accountId, accountId('tanaka')))
      .limit(1),
  )
  const project = await rowOf(row!.projectId)
  const crowd = await writeCrowd(house.db, 7, house.now())
  const ids = await writeBids(house.db, crowd, project, house.now(), { sentAt: house.now() })
  const link = (from: number, to: number) =>
    asOwner(house.db, (tx) =>
      tx.insert(eventApplications).values(
        ids.slice(from, to).map((applicationId, at) => ({
          ...{ applicationId, eventId: one.id, accountId: crowd[from + at]!.accountId, linkedAt: house.now() },
        })),
      ),
    )
  const told = async () => /ページから応募した方：(.*?)。/.exec((await koga.get(one.host)).text)?.[1]
  await link(0, 4)
  expect(await told()).toBe('5人より少ない')
  await link(4, 7)
  expect(await told()).toBe('5人以上')
  const [seen] = await readAs(
    house.db,
    { id: accountId('abe'), power: 'person' },
    null,
    async (tx) => (await tx.execute(sql`select * from app_event_begun(${one.id})`)).rows,
  )
  expect(seen).toEqual({ applied: null, worked: null })
})

async function rowOf(id: string) {
  const [row] = await asOwner(house.db, (tx) => tx.select().from(projects).where(eq(projects.id, id)))
  return row!
}
