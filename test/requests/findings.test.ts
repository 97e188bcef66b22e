import { randomUUID } from 'node:crypto'
import { eq, isNotNull, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { applications } from '../../src/applications/schema.ts'
import { PACKED, unpackBins } from '../../src/engine/learning/packed.ts'
import { createMersenne } from '../../src/engine/market/mersenne.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { fittingFor } from '../../src/matching/actions/fitting.ts'
import { lastRun } from '../../src/matching/queries/market.ts'
import { projectsInFull } from '../../src/matching/queries/meanings.ts'
import { talentsWithWork } from '../../src/matching/queries/talents.ts'
import { runningTrial } from '../../src/matching/queries/trials.ts'
import { lastFinding, lastLearned, weightsInUse, weightsNamed } from '../../src/matching/queries/weights.ts'
import { readFitting } from '../../src/matching/rules/reading.ts'
import { scorerOf } from '../../src/matching/rules/scored-anew.ts'
import { EXPERT, isProven } from '../../src/matching/rules/weights.ts'
import * as schema from '../../src/matching/schema.ts'
import { projects } from '../../src/projects/schema.ts'
import { fillDemo } from '../../src/server/demo.ts'
import { talents } from '../../src/talents/schema.ts'
import { openHouse } from '../house.ts'

const { marketFindings, marketLists, marketRuns, marketTrialProjects, marketWeights, proposals } = schema
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

let trialPage = ''
const listsOf = (runId: string) => read((tx) => tx.select().from(marketLists).where(eq(marketLists.runId, runId)))

test('learned weights can be tried in half of the regions: each project is ranked, and explained, by those of its half', async () => {
  const learned = (await read(lastLearned))!
  const weights = await read((tx) => weightsNamed(tx, learned.id))
  const operator = await house.as('mori')
  const address = `/desk/market/weights/${learned.id}`
  expect((await operator.post(`/desk/market/weights/${randomUUID()}/trial`)).status).toBe(404)
  expect((await (await house.as('sato')).post(`${address}/trial`)).status).toBe(404)
  expect((await operator.get(PAGE)).text).toContain('地域で分けて比べる')
  const page = await operator.act(`${address}/trial`, {})
  trialPage = page.location
  expect(page.text).toContain('まだ始めていません')
  expect(page.text).toContain('これまでの重みの地域')
  expect((await operator.act(`${address}/trial`, {})).location).toBe(trialPage)
  house.setTime(new Date(house.now().getTime() + 60_000))
  await operator.act(`${trialPage}/beginning`, { name: '学んだ重み', weeks: '4', measure: 'applications' })
  await house.drain()

  const own = (await read((tx) => runningTrial(tx, house.now())))!
  expect(own).toMatchObject({ weightsId: learned.id, predictionId: null, alpha: 100, first: { alpha: 100 } })
  const run = (await read(lastRun))!
  expect(run.trialId).toBe(own.id)
  const kept = await read((tx) => tx.select().from(marketTrialProjects))
  const second = new Set(kept.flatMap((one) => (own.clusters[one.cluster]!.second ? [one.projectId] : [])))
  const lists = await listsOf(run.id)
  const scorers = [scorerOf(EXPERT), scorerOf(weights)]
  const pointsOf = new Map<string, number[]>()
  let mixed = 0
  for (const { talentId, ids, fit, arms, bins } of lists) {
    if (!talentId) continue
    expect([ids, fit!].map((order) => order.map((id) => Number(second.has(id))))).toEqual([arms, arms])
    if (new Set(arms).size === 2) mixed++
    const pairs = [...ids, ...fit!].map((id, at) => {
      const scored = scorers[Number(second.has(id))]!(bins!.slice(at * PACKED, (at + 1) * PACKED))
      pointsOf.set(`${talentId} ${id}`, Array.from(scored.points))
      return { id, arm: Number(second.has(id)), score: scored.score }
    })
    // By agreement alone each half would stand in the order of its own weights.
    for (const arm of [0, 1]) {
      const scores = pairs.slice(ids.length).flatMap((one) => (one.arm === arm ? [one.score] : []))
      expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    }
  }
  expect(mixed).toBeGreaterThan(20)
  let compared = 0
  for (const { projectId, talentId, model, points, score } of await read((tx) => tx.select().from(proposals))) {
    expect(model).toBe(second.has(projectId) ? learned.id : EXPERT.name)
    expect(points.reduce((sum, one) => sum + one, 0)).toBe(score)
    const same = pointsOf.get(`${talentId} ${projectId}`)
    if (same) expect(points).toEqual(same)
    compared += Number(same !== undefined && second.has(projectId))
  }
  expect(compared).toBeGreaterThan(20)

  const person = lists.find(({ talentId, arms }) => talentId && new Set(arms).size === 2)!
  const [facts] = await read((tx) => talentsWithWork(tx, [person.talentId!], house.now()))
  const explained = async () => {
    const shown = await fittingFor(house.db, facts!, house.now())
    const works = await read((tx) =>
      projectsInFull(
        tx,
        null,
        shown.map(({ project }) => project.id),
        house.now(),
      ),
    )
    for (const { project, told } of shown) {
      const work = works.filter(({ id }) => id === project.id)
      const by = second.has(project.id) ? weights.weights : EXPERT.weights
      expect(readFitting({ ...facts!, space: null }, work, 2026, by)[0]!.told).toEqual(told)
    }
    return shown.map(({ project }) => project.id)
  }
  expect(await explained()).toEqual(person.ids)
  // Who came since the night has no list yet: the places are those of the weights in use, each half in its own order.
  await asOwner(house.db, (tx) => tx.delete(marketLists).where(eq(marketLists.talentId, person.talentId!)))
  expect(new Set((await explained()).map((id) => second.has(id))).size).toBe(2)

  const [again] = await read((tx) => tx.select().from(proposals).where(eq(proposals.model, learned.id)).limit(1))
  await house.handlers['matching.propose']!({ subjectId: again!.projectId }, { id: randomUUID() })
  const anew = await read((tx) => tx.select().from(proposals).where(eq(proposals.projectId, again!.projectId)))
  expect(new Set(anew.map(({ model }) => model))).toEqual(new Set([learned.id]))
  expect(anew.toSorted((a, b) => a.rank - b.rank)).toEqual(
    anew.toSorted((a, b) => b.score - a.score || a.rank - b.rank),
  )

  for (const path of [`${address}/choice`, '/desk/market/first-weights', `${trialPage}/beginning`])
    expect((await operator.post(path, { name: 'x', weeks: '4', measure: 'applications' })).status).toBe(409)
  expect((await operator.get(PAGE)).text).toContain('地域で分けて比べている間は、変えられません')
  expect((await operator.get('/desk/market')).text).toContain('別の重みと比べています')
}, 120_000)

test('ended, all are ranked by the weights in use again, and taking the others stays the desk’s choice', async () => {
  const operator = await house.as('mori')
  house.setTime(new Date(house.now().getTime() + 60_000))
  await operator.act(`${trialPage}/ending`)
  await house.drain()
  const run = (await read(lastRun))!
  expect(run.trialId).toBeNull()
  expect((await listsOf(run.id)).every(({ arms }) => arms === null)).toBe(true)
  const page = await operator.get(trialPage)
  expect(page.text).toContain('まだ足りません')
  expect(page.text).toContain('この重みを使う')
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

test('what was learned beside other weights cannot be taken or tried any more; the first ones always can', async () => {
  const operator = await house.as('mori')
  const learned = (await read(lastLearned))!
  expect((await operator.get(trialPage)).text).toContain('いまは、すべての地域で、この重みを使っています')
  const other = { ...learned, id: randomUUID(), madeAt: new Date(0) }
  await asOwner(house.db, (tx) => tx.insert(marketWeights).values(other))
  expect((await operator.post(`/desk/market/weights/${other.id}/trial`)).status).toBe(409)
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
