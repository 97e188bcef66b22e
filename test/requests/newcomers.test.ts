import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { talentId } from '../../seed/cast.ts'
import { POINTS_PER_LOGIT } from '../../src/engine/engine.ts'
import { UNTRIED } from '../../src/engine/market/venture.ts'
import { jobCodes } from '../../src/jobcodes/rules/standard.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { clearMarket } from '../../src/matching/actions/clearing.ts'
import { refreshMarket } from '../../src/matching/actions/market.ts'
import { pairsOf } from '../../src/matching/actions/pairs.ts'
import { triedSoFar } from '../../src/matching/actions/trying-newcomers.ts'
import { lastRun } from '../../src/matching/queries/market.ts'
import { talentsWithWork } from '../../src/matching/queries/talents.ts'
import { talentRecord } from '../../src/matching/rules/records.ts'
import { marketLists, proposals } from '../../src/matching/schema.ts'
import { writeApplication } from '../fixtures/applications.ts'
import { writeMatches } from '../fixtures/insights.ts'
import { openHouse } from '../house.ts'
import { COST, GX, publish } from '../publishing.ts'

const house = await openHouse()
const read = <T>(fn: Parameters<typeof readAs<T>>[3]) =>
  readAs(house.db, { id: null, power: 'system' } as const, null, fn)
const published = [
  await publish(house, 'fertiliser', GX),
  await publish(house, 'employer', GX),
  await publish(house, 'craft', COST),
] as const
const night = (chance: number) => clearMarket({ ...house.deps, random: (bytes) => Buffer.alloc(bytes, chance) })

async function lastLists() {
  const { id } = (await read(lastRun))!
  return read((tx) => tx.select().from(marketLists).where(eq(marketLists.runId, id)))
}

async function tried() {
  const market = await refreshMarket(house.db, house.now())
  const pairs = await pairsOf(house.db, market, house.now())
  const found = await triedSoFar(house.db, pairs, market, house.now())
  const column = (id: string) => pairs.projects.findIndex((one) => one.id === id)
  return {
    ...{ column, apart: found.apart! },
    looks: (id: string) => found.tried.right.trials[column(id)]!,
    answers: (id: string) => found.tried.left.trials[pairs.talents.findIndex((one) => one.id === id)]!,
  }
}

test('what a night drew is kept beside the chances; the same night draws the same, and points are none of it', async () => {
  await night(7)
  const lists = await lastLists()
  const all = lists.flatMap(({ ventures }) => ventures!)
  expect(lists.every(({ ids, ventures }) => ventures!.length === ids.length + 1)).toBe(true)
  expect(all.every((one) => one >= 0 && one < 6 * Math.max(UNTRIED.left, UNTRIED.right) * POINTS_PER_LOGIT)).toBe(true)
  expect(all.some((one) => one > 0)).toBe(true)
  // A person's draw is the same on every list of the night.
  const ofPerson = new Map(lists.flatMap(({ talentId, ventures }) => (talentId ? [[talentId, ventures![0]]] : [])))
  for (const { projectId, ids, ventures } of lists)
    if (projectId) expect(ids.map((id) => ofPerson.get(id))).toEqual(ventures!.slice(1))
  const kept = await read((tx) => tx.select().from(proposals).where(eq(proposals.projectId, published[2].id)))
  for (const { score, points } of kept) expect(points.reduce((sum, one) => sum + one, 0)).toBe(score)
  const told = (rows: typeof lists) =>
    rows
      .map(({ ids, chances, ventures }) => ({ ids, chances, ventures }))
      .map((one) => JSON.stringify(one))
      .sort()
  house.setTime(new Date(house.now().getTime() + 60_000))
  await night(7)
  expect(told(await lastLists())).toEqual(told(lists))
})

test('looks and answers count; to a company from whom somebody hides nothing of hers can be seen', async () => {
  const [fertiliser, employer, craft] = published
  const before = await tried()
  expect(before.looks(fertiliser.id)).toBe(0)
  expect((await (await house.as('kobayashi')).get('/me/proposals')).status).toBe(200)
  await writeApplication(house, 'sent', { name: 'kobayashi', project: craft.id })
  await writeApplication(house, 'declined', { name: 'kobayashi', project: fertiliser.id })
  const after = await tried()
  expect(after.looks(fertiliser.id)).toBeGreaterThan(0)
  expect(after.looks(fertiliser.id) + after.looks(craft.id)).toBeLessThanOrEqual(1.5)
  const ofEmployer = after.apart.find(({ columns }) => columns.includes(after.column(employer.id)))!
  for (const { id } of [fertiliser, craft])
    expect(ofEmployer.fewer.get(after.column(id)) ?? 0).toBeCloseTo(after.looks(id), 9)
  expect(after.answers(talentId('kobayashi'))).toBe(before.answers(talentId('kobayashi')) + 1)
})

test('whose own work tells nothing begins where work of the same kind usually ends', async () => {
  const sealed = { prefecture: 6, from: 13, sealedAt: '2025-01-10T00:00:00Z', codes: ['10035'] }
  await writeMatches(house.db, [{ companies: 5, each: 8, ...sealed }], 'usual')
  await asOwner(house.db, (tx) => tx.execute(sql`update contracts set ended_at = sealed_at where ended_at is null`))
  house.setTime(new Date(house.now().getTime() + 60_000))
  await night(9)
  // Forty works, of which no company said that they went well: 60 of all, drawn as if by twenty works, is 20.
  const usual = (await read(lastRun))!.usual!
  const { ancestors } = jobCodes()
  expect(ancestors('10035').map((id) => usual.talents[id])).toEqual([5, 0])
  expect(usual.talents['*']).toBe(20)
  const [tanaka, kobayashi] = await read((tx) =>
    talentsWithWork(tx, [talentId('tanaka'), talentId('kobayashi')], house.now()),
  )
  for (const { codes, record } of [tanaka!, kobayashi!]) {
    const [major, middle] = ancestors(codes[0]!.code)
    expect(record.usual).toBe(usual.talents[middle!] ?? usual.talents[major!] ?? 20)
    expect(talentRecord({ ...kobayashi!, record }, 1, 2026).record?.usual).toBe(record.usual)
  }
})
