import { desc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { talentId } from '../../seed/cast.ts'
import { POINTS_PER_LOGIT } from '../../src/engine/engine.ts'
import { PRICE_STEP } from '../../src/engine/market/prices.ts'
import { readAs } from '../../src/lib/db.ts'
import { priceOf } from '../../src/matching/actions/market/reading.ts'
import { currentMarket, refreshMarket } from '../../src/matching/actions/market.ts'
import { inThread } from '../../src/matching/actions/planning.ts'
import { currentAim, lastRun, newestList } from '../../src/matching/queries/market.ts'
import { marketLists, marketRuns } from '../../src/matching/schema.ts'
import { apply, step } from '../fixtures/applications.ts'
import { openHouse } from '../house.ts'
import { COST, GX, publish } from '../publishing.ts'

const house = await openHouse()
const SYSTEM = { id: null, power: 'system' } as const
const read = <T>(fn: Parameters<typeof readAs<T>>[3]) => readAs(house.db, SYSTEM, null, fn)
const listOf = (name: Parameters<typeof talentId>[0]) => read((tx) => newestList(tx, { talentId: talentId(name) }))

/** Press 「いま作りなおす」 and let the work be done. */
async function makeLists() {
  const sent = await (await house.as('mori')).post('/desk/market/runs')
  expect(sent.location).toBe('/desk/market?done=run')
  await house.drain()
}

test('before the first lists the desk is told so, and nobody else finds the page', async () => {
  const page = await (await house.as('mori')).get('/desk/market')
  expect(page.text).toContain('まだ一度も作っていません')
  expect(page.text).toContain('成約を第一に')
  for (const name of ['sato', 'kobayashi'] as const)
    expect((await (await house.as(name)).get('/desk/market')).status).toBe(404)
})

test('lists are made for everybody at once, with the chance of each place, and nobody is in a list of who hides', async () => {
  const fertiliser = await publish(house, 'fertiliser', GX)
  const employer = await publish(house, 'employer', GX)
  await publish(house, 'craft', COST)
  await house.drain()
  await makeLists()
  const run = (await read(lastRun))!
  expect(run.projects).toBe(3)
  const lists = await read((tx) => tx.select().from(marketLists).where(eq(marketLists.runId, run.id)))
  expect(lists).toHaveLength(run.people + run.projects)
  expect(lists.flatMap(({ chances }) => chances).every((chance) => chance > 0 && chance <= 1.000001)).toBe(true)
  const own = lists.find((list) => list.talentId === talentId('kobayashi'))!
  expect(own.ids).toContain(fertiliser.id)
  expect(own.ids).not.toContain(employer.id)
  expect(lists.find((list) => list.projectId === employer.id)!.ids).not.toContain(talentId('kobayashi'))
  const page = await (await house.as('mori')).get('/desk/market')
  expect(page.text).toContain('募集中の案件3件で作りました')
  expect(page.text).toContain('決まる見込み')
})

test('the right ones stay first on the lists that companies see, and the lists are remembered once they are looked at', async () => {
  const owner = await house.as('sato')
  const { address, id } = await publish(house, 'fertiliser', GX)
  await house.drain()
  await makeLists()
  const drawn = (await read((tx) => newestList(tx, { projectId: id })))!
  expect(drawn.shownAt).toBeNull()
  expect(drawn.ids[0]).toBe(talentId('kobayashi'))
  expect((await owner.get(address)).text).toContain('「環境認証・GX認証の取得支援」を10年以上してきた人です')
  const seen = (await read((tx) => newestList(tx, { projectId: id })))!
  expect(seen.shown?.[0]).toBe(talentId('kobayashi'))
  expect(seen.shownAt).toEqual(house.now())
})

test('a person sees the drawn list; what is published later comes in where it belongs; what was seen is kept', async () => {
  await makeLists()
  const drawn = (await listOf('kobayashi'))!
  const person = await house.as('kobayashi')
  const before = await person.get('/me/proposals')
  expect(before.text).toContain('最上みのり肥料株式会社')
  const seen = (await listOf('kobayashi'))!
  expect(seen.id).toBe(drawn.id)
  expect(seen.shown).toEqual(drawn.ids)
  const later = await publish(house, 'fertiliser', GX)
  await house.drain()
  expect((await person.get('/me/proposals')).html).toContain(`/projects/${later.id}`)
  expect((await listOf('kobayashi'))!.shown).toContain(later.id)
  const unseen = (await listOf('tanaka'))!
  house.setTime(new Date(house.now().getTime() + 60_000))
  await makeLists()
  const kept = await read((tx) => tx.select({ id: marketLists.id }).from(marketLists))
  expect(kept.map(({ id }) => id)).toContain(seen.id)
  expect(kept.map(({ id }) => id)).not.toContain(unseen.id)
})

test('between two runs the price of a project moves with its applications, back with those that end, and not what was drawn', async () => {
  const later = () => house.setTime(new Date(house.now().getTime() + 60_000))
  const [reader, person] = [await house.as('kobayashi'), await house.as('tanaka')]
  const pricesOf = async (ids: readonly string[]) => {
    const market = await currentMarket(house.db, house.now())
    return ids.map((id) => priceOf(market, id))
  }
  const move = Math.round(PRICE_STEP * POINTS_PER_LOGIT)
  later()
  await makeLists()
  later()
  // Two that are alike: only their prices can tell which comes first.
  const alike = [(await publish(house, 'fertiliser', GX)).id, (await publish(house, 'fertiliser', GX)).id]
  await house.drain()
  const shown = async () => {
    const { html } = await reader.get('/me/proposals')
    return [...html.matchAll(/href="\/projects\/([0-9a-f-]{36})"/g)].map(([, id]) => id!)
  }
  const orderNow = async () => (await shown()).filter((id) => alike.includes(id))
  const [first, second] = (await orderNow()) as [string, string]
  const log = (await listOf('kobayashi'))!
  const drawnNow = async () => (await shown()).filter((id) => log.ids.includes(id))
  const drawn = await drawnNow()

  const application = await apply(person, first)
  expect(await pricesOf([first, second])).toEqual([move, 0])
  expect(await orderNow()).toEqual([second, first])
  // Read anew from the database it is the same.
  await refreshMarket(house.db, house.now())
  expect(await pricesOf([first, second])).toEqual([move, 0])
  await step(house, person, `/me/applications/${application}/withdrawal`)
  expect(await pricesOf([first, second])).toEqual([0, 0])
  expect(await orderNow()).toEqual([first, second])
  expect(await drawnNow()).toEqual(drawn)
  const { shown: _, shownAt, ...asDrawn } = log
  expect((await listOf('kobayashi'))!).toMatchObject(asDrawn)

  // New lists have prices of their own, in which applications of before are no longer counted.
  const another = await apply(person, second)
  later()
  await makeLists()
  const run = (await read(lastRun))!
  const [list] = await read((tx) => tx.select().from(marketLists).where(eq(marketLists.projectId, second)))
  expect(list!.runId).toBe(run.id)
  expect(await pricesOf([second])).toEqual([list!.price])
  later()
  await step(house, person, `/me/applications/${another}/withdrawal`)
  expect(await pricesOf([second])).toEqual([Math.max(0, list!.price - move)])
})

test('another way is predicted first, then taken, once, and used from the next lists on', async () => {
  const operator = await house.as('mori')
  const wish = { alpha: '0', places: '8', floor: '50' }
  const asked = await operator.post('/desk/market/predictions', wish)
  const address = asked.location!
  expect((await operator.get(address)).text).toContain('いま、計算しています')
  const early = await operator.post(`${address}/aim`)
  expect(early.status).toBe(409)
  await house.drain()
  const page = await operator.get(address)
  expect(page.text).toContain('1か月の見込み')
  expect(page.text).toContain('この配り方に変える')
  expect(page.text).toContain('そのうち、声かけから')
  expect(await read(currentAim)).toEqual({ alpha: 100, places: 12, floor: 20 })
  const other = await operator.post('/desk/market/predictions', { ...wish, places: '20' })
  await house.drain()
  expect((await operator.post(`${address}/aim`)).location).toBe(address)
  expect((await operator.get(address)).text).toContain('この配り方に変えました')
  expect((await operator.post(`${address}/aim`)).status).toBe(409)
  expect(await read(currentAim)).toEqual({ alpha: 0, places: 8, floor: 50 })
  // What was predicted against lists that are no longer made cannot be taken.
  expect((await operator.post(`${other.location}/aim`)).status).toBe(409)
  expect((await operator.get(other.location!)).text).toContain('配り方が変わりました')
  await makeLists()
  const [run] = await read((tx) => tx.select().from(marketRuns).orderBy(desc(marketRuns.doneAt)).limit(1))
  expect(run).toMatchObject({ alpha: 0, places: 8, floor: 50 })
})

test('of two who take two predictions at once one is too late', async () => {
  const operator = await house.as('mori')
  const ask = async (places: string) =>
    (await operator.post('/desk/market/predictions', { alpha: '50', places, floor: '0' })).location!
  const asked = [await ask('8'), await ask('20')]
  await house.drain()
  // Which aim is the newest is told by its time.
  house.setTime(new Date(house.now().getTime() + 60_000))
  const taken = await Promise.all(asked.map((address) => operator.post(`${address}/aim`)))
  expect(taken.map(({ status }) => status).sort()).toEqual([303, 409])
})

test('what takes minutes is done one at a time, so that other work has a place; what comes round is left out where it was just done', async () => {
  const runs = async () => (await read((tx) => tx.select({ id: marketRuns.id }).from(marketRuns))).length
  const before = await runs()
  const make = house.handlers['matching.makeLists']!
  const asked = { act: 'market.run-asked' }
  await Promise.all([make(asked, { id: '1' }), make(asked, { id: '2' })])
  expect(await runs()).toBe(before + 1)
  house.setTime(new Date(house.now().getTime() + 60_000))
  await house.drain()
  expect(await runs()).toBe(before + 2)
  await make({}, { id: '3' })
  expect(await runs()).toBe(before + 2)
})

test('an answer that is none of the choices is said, and nothing is asked', async () => {
  const operator = await house.as('mori')
  for (const wrong of [
    { alpha: '', places: '12', floor: '20' },
    { alpha: '7', places: '12', floor: '20' },
    { alpha: '0', places: '9999', floor: '20' },
  ]) {
    const page = await operator.post('/desk/market/predictions', wrong)
    expect(page.status).toBe(422)
    expect(page.text).toContain('一つ選んでください')
  }
  const nowhere = '/desk/market/predictions/00000000-0000-4000-8000-000000000000'
  expect((await operator.get(nowhere)).status).toBe(404)
  expect((await operator.post(`${nowhere}/aim`)).status).toBe(404)
})

test('a thread that cannot do its work says so instead of leaving somebody waiting', async () => {
  const none = { left: 1, right: 1, starts: new Uint32Array(9), columns: new Uint32Array(0) }
  const market = { ...none, wants: new Float32Array(0), wanted: new Float32Array(0) }
  const capacity = { left: Float64Array.of(1), right: Float64Array.of(1) }
  const tried = { left: { trials: [0], names: [1] }, right: { trials: [0], names: [1] } }
  const aim = { alpha: 100, places: 12, floor: 0 }
  await expect(inThread(house.db, { kind: 'plan', market, aim, capacity, tried, seed: 1, alphas: [] })).rejects.toThrow(
    'starts',
  )
})
