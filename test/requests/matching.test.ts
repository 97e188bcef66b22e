import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountId, talentId } from '../../seed/cast.ts'
import { record } from '../../src/history/actions.ts'
import { actOf } from '../../src/lib/act.ts'
import { asActor, readAs } from '../../src/lib/db.ts'
import { proposals } from '../../src/matching/schema.ts'
import { talents } from '../../src/talents/schema.ts'
import { openHouse } from '../house.ts'
import { COST, GX, publish } from '../publishing.ts'

const house = await openHouse()
const SYSTEM = { id: null, power: 'system' } as const

const listOf = (id: string) =>
  readAs(house.db, SYSTEM, null, (tx) =>
    tx.select().from(proposals).where(eq(proposals.projectId, id)).orderBy(proposals.rank),
  )

/** As a profile's own screens do it: the change and its history in one transaction. */
async function changeTalent(name: Parameters<typeof talentId>[0], set: Partial<typeof talents.$inferInsert>) {
  await asActor(house.db, SYSTEM, null, async (tx) => {
    const act = actOf(house.deps, tx, accountId(name), null, house.now())
    await tx
      .update(talents)
      .set(set)
      .where(eq(talents.id, talentId(name)))
    await record({ ...act, actor: null }, 'talent.changed', { kind: 'talent', id: talentId(name) })
  })
}

test('the list waits, then has the certificate specialist first, with reasons and a doubt and without a name', async () => {
  const owner = await house.as('sato')
  const { id, address } = await publish(house, 'fertiliser', GX)
  expect((await owner.get(address)).text).toContain('いま、さがしています')
  await house.drain()
  expect((await listOf(id))[0]?.talentId).toBe(talentId('kobayashi'))
  const page = await owner.get(address)
  expect(page.text).toContain('1人目')
  expect(page.text).toContain('「環境認証・GX認証の取得支援」を10年以上してきた人です')
  expect(page.text).toContain('確かめたいこと')
  // Beside the one in the footer.
  expect(page.html.match(/href="\/about\/ranking"/g)).toHaveLength(2)
  // Neither who she is nor, before she applies, what she wrote as proof.
  for (const secret of ['小林', '大東ケミカル', 'kobayashi', '4件取得']) expect(page.html).not.toContain(secret)
  const letter = house.mails.findLast(({ to }) => to === 'info@mogami-minori.example' || to === 'sato@cast.example')
  expect(letter?.subject).toContain('合いそうな方の一覧ができました')
  expect(letter?.text).toContain(address)
})

test('the man from the textile maker is first for the costs of handwork', async () => {
  const { id, address } = await publish(house, 'craft', COST)
  await house.drain()
  const list = await listOf(id)
  expect(list[0]?.talentId).toBe(talentId('tanaka'))
  expect(list.map(({ talentId }) => talentId)).toContain(talentId('ito'))
  const page = await (await house.as('nakamura')).get(address)
  expect(page.text).toContain('「手作業・工芸の原価管理」を20年以上してきた人です')
  expect(page.text).toContain('月20〜30時間あいていて、希望の10時間に足ります')
  for (const secret of ['田中', '西陣みやび']) expect(page.html).not.toContain(secret)
})

test('whatever her employer posts, its people never find her', async () => {
  const { id, address } = await publish(house, 'employer', GX)
  await house.drain()
  const list = await listOf(id)
  expect(list.length).toBeGreaterThan(0)
  expect(list.map(({ talentId }) => talentId)).not.toContain(talentId('kobayashi'))
  const page = await (await house.as('kuroda')).get(address)
  expect(page.status).toBe(200)
  expect(page.text).not.toContain('化学メーカーで環境・GXの証書を取る仕事を十二年')
})

test('she sees the fertiliser maker’s project with reasons, and none of her employer’s', async () => {
  const kobayashi = await house.as('kobayashi')
  for (const place of ['/me', '/me/proposals']) {
    expect((await kobayashi.get(place)).html.match(/href="\/about\/ranking"/g), place).toHaveLength(2)
  }
  const page = await kobayashi.get('/me/proposals')
  expect(page.text).toContain('最上みのり肥料株式会社')
  expect(page.text).toContain('あなたの「環境認証・GX認証の取得支援」が、そのまま生きる仕事です。')
  expect(page.text).toContain('あなたの家族や親せきのいる山形県の会社です。')
  expect(page.text).not.toContain('大東ケミカル')
})

test('a profile that was hidden or changed is so in the next list', async () => {
  await changeTalent('kobayashi', { hiddenAt: house.now() })
  const hidden = await publish(house, 'fertiliser', GX)
  await house.drain()
  expect((await listOf(hidden.id)).map(({ talentId }) => talentId)).not.toContain(talentId('kobayashi'))
  await changeTalent('kobayashi', { hiddenAt: null, hours: 0 })
  const busy = await publish(house, 'fertiliser', GX)
  await house.drain()
  expect((await listOf(busy.id)).map(({ talentId }) => talentId)).not.toContain(talentId('kobayashi'))
  await changeTalent('kobayashi', { hours: 12 })
  const back = await publish(house, 'fertiliser', GX)
  await house.drain()
  expect((await listOf(back.id))[0]?.talentId).toBe(talentId('kobayashi'))
})

test('the list of another company is not there', async () => {
  const { address } = await publish(house, 'craft', COST)
  expect((await (await house.as('sato')).get(address)).status).toBe(404)
  expect((await house.visitor().get(address)).location).toContain('/sign-in')
})

test('the same market gives the same list', async () => {
  const { id } = await publish(house, 'craft', COST)
  await house.drain()
  const first = (await listOf(id)).map(({ talentId, score, points }) => ({ talentId, score, points }))
  await asActor(house.db, SYSTEM, null, (tx) => house.jobs.enqueue(tx, 'matching.makeLists', {}))
  await house.drain()
  expect((await listOf(id)).map(({ talentId, score, points }) => ({ talentId, score, points }))).toEqual(first)
})
