import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { companyId, talentId } from '../../seed/cast.ts'
import { asOwner } from '../../src/lib/db.ts'
import { proposals } from '../../src/matching/schema.ts'
import { openHouse } from '../house.ts'
import { COST, publish } from '../publishing.ts'

const house = await openHouse()
const ANSWERS = ['now', 'talk', 'look', 'pause'] as const

/** Chosen on the person's own screen, as they do it. */
async function choose(availability: (typeof ANSWERS)[number]) {
  const tanaka = await house.as('tanaka')
  const form = await tanaka.get('/me/profile/pace')
  const version = /name="version" value="(\d+)"/.exec(form.html)![1]!
  const fields = { version, hours: 20, fee: 4000, style: 'either', times: 'weekend', availability }
  const answer = await tanaka.post('/me/profile/pace', fields)
  expect(answer.text.slice(0, 500)).toBe('')
  await house.drain()
  return tanaka
}

test.each(
  ANSWERS,
)('%s: companies find the person in lists, counts and by address as the person chose', async (availability) => {
  const owner = await house.as('nakamura')
  const craft = `/companies/${companyId('craft')}`
  const card = `${craft}/talents/${talentId('tanaka')}`
  await choose('now')
  const before = await publish(house, 'craft', COST)
  await house.drain()
  expect((await owner.get(before.address)).html).toContain(card)

  const tanaka = await choose(availability)
  const found = availability === 'now' || availability === 'talk'
  // A list that was made before the person chose, one that is made after, people looked for, the page of one person.
  const after = await publish(house, 'craft', COST)
  await house.drain()
  const stored = await asOwner(house.db, (tx) => tx.select().from(proposals).where(eq(proposals.projectId, after.id)))
  expect(stored.some((row) => row.talentId === talentId('tanaka'))).toBe(found)
  expect((await owner.get(before.address)).html.includes(card)).toBe(found)
  expect((await owner.get(after.address)).html.includes(card)).toBe(found)
  expect((await owner.get(`${craft}/talents?project=${after.id}`)).html.includes(card)).toBe(found)
  expect((await owner.get(card)).status).toBe(found ? 200 : 404)
  expect((await owner.post(`${card}/scouts`, { project: after.id, words: 'お話ししませんか' })).status === 404).toBe(
    !found,
  )

  // The person's own side: told what companies see, and projects are still there for whoever looks.
  const home = (await tanaka.get('/me')).text
  const words = { look: '今は見るだけにしています', pause: '休んでいます' }
  if (found) expect(home).toContain('会社から見えています')
  else expect(home).toContain(words[availability as keyof typeof words])
  if (availability !== 'pause') expect((await tanaka.get('/me/proposals')).text).toContain('提灯')
})
