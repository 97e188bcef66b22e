import { randomUUID } from 'node:crypto'
import { isNotNull, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { applications } from '../../src/applications/schema.ts'
import { unpackBins } from '../../src/engine/learning/packed.ts'
import { createMersenne } from '../../src/engine/market/mersenne.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { lastFinding, lastLearned, weightsInUse } from '../../src/matching/queries/weights.ts'
import { isProven } from '../../src/matching/rules/weights.ts'
import { marketFindings, marketLists, marketRuns, proposals } from '../../src/matching/schema.ts'
import { projects } from '../../src/projects/schema.ts'
import { fillDemo } from '../../src/server/demo.ts'
import { talents } from '../../src/talents/schema.ts'
import { openHouse } from '../house.ts'

const house = await openHouse({ cast: false })
await fillDemo(house.db, house.deps.secrets, house.now(), { people: 250, companies: 120, projects: 700, seed: 1 })
const SYSTEM = { id: null, power: 'system' } as const
const read = <T>(fn: Parameters<typeof readAs<T>>[3]) => readAs(house.db, SYSTEM, null, fn)
const PAGE = '/desk/market/findings'
const DAY = 86_400_000
/** Enough to tell, few enough to be quick. */
const LOOKING = 120
const chance = createMersenne(7)

const later = (days: number) => house.setTime(new Date(house.now().getTime() + days * DAY))
const makeLists = async () => {
  await (await house.as('mori')).post('/desk/market/runs')
  await house.drain()
}
const find = async () => {
  await (await house.as('mori')).act(PAGE, {})
  await house.drain()
}

/**
 * Everybody looks at the list that was drawn, night after night two months ago, and applies where nothing has to be travelled to; a company takes
 * those who answer well.
 */
async function lookAndApply(nights: number) {
  await asOwner(house.db, async (tx) => {
    const [run] = await tx.select().from(marketRuns)
    const all = await tx.select().from(marketLists).where(isNotNull(marketLists.talentId))
    const lists = all.filter(({ ids }) => ids.length > 0).slice(0, LOOKING)
    const works = new Map((await tx.select().from(projects)).map(({ id, companyId }) => [id, companyId]))
    const people = new Map((await tx.select().from(talents)).map(({ id, accountId }) => [id, accountId]))
    const gone = new Set<string>()
    const sent: (typeof applications.$inferInsert)[] = []
    for (let night = 0; night < nights; night++) {
      const runId = randomUUID()
      await tx.insert(marketRuns).values({ ...run!, id: runId, doneAt: new Date(run!.doneAt.getTime() - 70 * DAY) })
      const at = new Date(house.now().getTime() + (night - 70) * DAY)
      const shown = lists.map((list) => ({
        ...{ ...list, id: randomUUID(), runId, shown: list.ids, shownAt: at, madeAt: at },
        bins: sql`${sql.param(list.bins)}::smallint[]`,
      }))
      for (let from = 0; from < shown.length; from += 100)
        await tx.insert(marketLists).values(shown.slice(from, from + 100))
      for (const list of lists) {
        for (const [place, id] of list.ids.entries()) {
          const { apply, offer } = unpackBins(list.bins!, place)
          const pair = `${list.talentId} ${id}`
          if (chance.random() * (place + 1) > (apply.work >= 10 ? 0.6 : 0.02) || gone.has(pair)) continue
          gone.add(pair)
          const offered = chance.random() < (offer.answer >= 6 ? 0.8 : 0.2) ? at : null
          sent.push({
            ...{ id: randomUUID(), projectId: id, talentId: list.talentId!, createdAt: at },
            ...{ companyId: works.get(id)!, accountId: people.get(list.talentId!)! },
            ...{ sentAt: new Date(at.getTime() + 3_600_000), answerBy: new Date(at.getTime() + 7 * DAY) },
            ...{ offeredAt: offered, acceptedAt: offered, declinedAt: offered ? null : at },
          })
        }
      }
    }
    for (let from = 0; from < sent.length; from += 100)
      await tx.insert(applications).values(sent.slice(from, from + 100))
  })
}

test('before anything was found the page says so, and only the desk finds it', async () => {
  const page = await (await house.as('mori')).get(PAGE)
  expect(page.text).toContain('まだ調べていません')
  expect(page.text).toContain('いま使っているのは、はじめの重みです')
  for (const name of ['sato', 'kobayashi'] as const) {
    expect((await (await house.as(name)).get(PAGE)).status).toBe(404)
    expect((await (await house.as(name)).post(PAGE)).status).toBe(404)
  }
})

test('after the first lists what is true without anybody having looked is said, and what is missing', async () => {
  await makeLists()
  const page = await (await house.as('mori')).get(PAGE)
  const { alike, shown } = (await read(lastFinding))!.found
  expect(shown).toBe(0)
  expect(alike!.people).toBeGreaterThan(100)
  expect(alike!.places).toBeGreaterThan(0.3)
  expect(page.text).toContain(`いまの一覧${alike!.people}人分は`)
  expect(page.text).toContain('まだ足りません')
  expect(page.text).toContain('あと100人分の一覧と20件の応募が要ります')
  expect(page.text).toContain('100件の応募')
}, 120_000)

test('every list of a person keeps what it can be measured with', async () => {
  const lists = await read((tx) => tx.select().from(marketLists).where(isNotNull(marketLists.talentId)))
  for (const { ids, fit, seen, bins, chances } of lists) {
    expect(fit).toHaveLength(ids.length)
    expect(new Set(fit).size).toBe(fit!.length)
    expect(bins).toHaveLength(ids.length * 2 * 15)
    // What stands somewhere by this chance is seen at least as often as it is looked at there.
    for (const [place, much] of seen!.entries()) expect(much).toBeGreaterThan((chances[place]! / (place + 1)) * 0.999)
  }
})

test('with enough looked at and applied for, the page tells what was found, with intervals', async () => {
  await lookAndApply(2)
  later(1)
  await find()
  const { found } = (await read(lastFinding))!
  expect(found.applications.compared).not.toBeNull()
  expect(found.acceptances.compared).not.toBeNull()
  expect(found.applications.events).toBeGreaterThan(100)
  const { present, estimates } = found.applications.compared!
  const exact = found.applications.events / found.applications.lists
  expect(present.value).toBeCloseTo(exact, 10)
  expect(present.low).toBeLessThan(exact)
  expect(present.high).toBeGreaterThan(exact)
  expect(estimates.map(({ estimator }) => estimator)).toContain('dr')
  const page = await (await house.as('mori')).get(PAGE)
  expect(page.text).toContain(`${found.applications.events.toLocaleString('ja-JP')}件です`)
  expect(page.text).toContain('95％の幅')
}, 120_000)

test('weights that were learned change nothing until the desk takes them', async () => {
  const learned = (await read(lastLearned))!
  expect(isProven(learned.proof)).toBe(true)
  expect((await read(weightsInUse)).name).toBe('prior-1')
  const before = await read((tx) => tx.selectDistinct({ model: proposals.model }).from(proposals))
  expect(before).toEqual([{ model: 'prior-1' }])
  const operator = await house.as('mori')
  const page = await operator.get(PAGE)
  expect(page.text).toContain('この重みを使う')
  expect(page.text).toContain('1番目の案件が変わり')
  const taken = await operator.act(`/desk/market/weights/${learned.id}/choice`, {})
  expect(taken.text).toContain('重みを変えました')
  expect(taken.text).toContain('いま使っているのは、学んだ重みです')
  await house.drain()
  expect((await read(weightsInUse)).name).toBe(learned.id)
  // The reasons are still the points themselves: they add up to the score that was ranked by.
  const kept = await read((tx) => tx.select().from(proposals))
  expect(new Set(kept.map(({ model }) => model))).toEqual(new Set([learned.id]))
  for (const { points, score } of kept) expect(points.reduce((sum, one) => sum + one, 0)).toBe(score)
  const [first] = kept
  const owner = `/companies/${first!.companyId}/projects/${first!.projectId}/proposals`
  expect((await operator.get(owner)).status).toBe(404)
  expect((await house.visitor().get('/about/ranking')).text).toContain('仕事の種類')
}, 120_000)

test('what was learned beside other weights cannot be taken any more; the first ones always can', async () => {
  const operator = await house.as('mori')
  const learned = (await read(lastLearned))!
  expect((await operator.post(`/desk/market/weights/${learned.id}/choice`)).status).toBe(409)
  expect((await operator.post(`/desk/market/weights/${randomUUID()}/choice`)).status).toBe(404)
  house.setTime(new Date(house.now().getTime() + 60_000))
  expect((await operator.act('/desk/market/first-weights', {})).text).toContain('はじめの重みです')
  expect((await operator.post('/desk/market/first-weights')).status).toBe(409)
  expect((await read(weightsInUse)).name).toBe('prior-1')
})

test('after lists were made it is looked into once a week, not every night', async () => {
  const rows = async () => (await read((tx) => tx.select({ id: marketFindings.id }).from(marketFindings))).length
  const after = (id: string) => house.handlers['matching.find']!({ act: 'market.cleared' }, { id })
  const before = await rows()
  later(1)
  await after('1')
  expect(await rows()).toBe(before)
  later(6)
  await after('2')
  expect(await rows()).toBe(before + 1)
}, 120_000)
