import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { asOwner } from '../../src/lib/db.ts'
import { projects } from '../../src/projects/schema.ts'
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
  expect((await seen()).html).toContain(`href="/projects/${ours}"`)
  await asOwner(house.db, (tx) => tx.update(projects).set({ withdrawnAt: house.now() }).where(eq(projects.id, ours)))
  expect((await seen()).html).not.toContain(ours)
  await asOwner(house.db, (tx) => tx.update(projects).set({ withdrawnAt: null }).where(eq(projects.id, ours)))
  expect((await abe.post(`${one.host}/projects/${ours}/removal`)).status).toBe(404)
  expect((await koga.act(`${one.host}/projects/${ours}/removal`)).text).not.toContain('を外す')
  expect((await seen()).text).not.toContain('この催しで話す案件')
})
