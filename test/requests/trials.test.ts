import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountId } from '../../seed/cast.ts'
import { applications } from '../../src/applications/schema.ts'
import { compareHalves } from '../../src/engine/evaluation/trial.ts'
import { FIGURES } from '../../src/engine/simulator/figures.ts'
import type { Predicted } from '../../src/engine/simulator/predict.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { fittingFor } from '../../src/matching/actions/fitting.ts'
import { lastRun } from '../../src/matching/queries/market.ts'
import { talentsWithWork } from '../../src/matching/queries/talents.ts'
import { countsOf, runningTrial, trial } from '../../src/matching/queries/trials.ts'
import { CLUSTERS, clusterOf } from '../../src/matching/rules/clusters.ts'
import { halfCount } from '../../src/matching/rules/trials.ts'
import { marketLists, marketPredictions, marketTrialProjects, marketTrials } from '../../src/matching/schema.ts'
import { projects } from '../../src/projects/schema.ts'
import { fillDemo } from '../../src/server/demo.ts'
import { talents } from '../../src/talents/schema.ts'
import { openHouse } from '../house.ts'

const house = await openHouse({ cast: false })
await fillDemo(house.db, house.deps.secrets, house.now(), { people: 60, companies: 120, projects: 700, seed: 1 })
const SYSTEM = { id: null, power: 'system' } as const
const read = <T>(fn: Parameters<typeof readAs<T>>[3]) => readAs(house.db, SYSTEM, null, fn)
const PAGE = '/desk/market/trials'
const DAY = 86_400_000
const later = (ms: number) => house.setTime(new Date(house.now().getTime() + ms))
const idIn = (address: string) => address.split('?')[0]!.split('/').at(-1)!
const own = async (address: string) => (await read((tx) => trial(tx, idIn(address))))!

/** Another way to make lists, as if the simulator had told what it brings. */
async function predicted(places: number) {
  const id = randomUUID()
  const at = house.now()
  await asOwner(house.db, (tx) =>
    tx.insert(marketPredictions).values({
      ...{ id, alpha: 0, places, floor: 50, askedBy: accountId('mori'), askedAt: at, doneAt: at },
      before: { alpha: 100, places: 12, floor: 20 },
      predicted: PREDICTED,
    }),
  )
  return `/desk/market/predictions/${id}`
}

const NONE = { mean: 0, error: 0 }
const figures = Object.fromEntries(FIGURES.map((name) => [name, NONE])) as Predicted['figures']
const PREDICTED = [
  { figures, more: NONE },
  { figures, more: NONE },
]

const draw = async (prediction: string) => (await house.as('mori')).act(`${prediction}/trial`)
const ANSWERS = { name: '短い一覧', weeks: '4', measure: 'applications' }

/** Sends applications for so many of a half's projects, one each by somebody else. */
async function apply(address: string, second: boolean, most: number) {
  const { id, clusters } = await own(address)
  await asOwner(house.db, async (tx) => {
    const inTrial = await tx.select().from(marketTrialProjects).where(eq(marketTrialProjects.trialId, id))
    const works = new Map((await tx.select().from(projects)).map((row) => [row.id, row.companyId]))
    const people = await tx.select().from(talents).limit(100)
    const before = await tx.select().from(applications)
    const sent = inTrial
      .filter(({ cluster }) => clusters[cluster]!.second === second)
      .slice(0, most)
      .map(({ projectId }): typeof applications.$inferInsert => {
        const person = people.find(
          (one) => !before.some((row) => row.talentId === one.id && row.projectId === projectId),
        )!
        return {
          ...{ id: randomUUID(), projectId, companyId: works.get(projectId)!, talentId: person.id },
          ...{ accountId: person.accountId, createdAt: house.now(), sentAt: new Date(house.now().getTime() - 60_000) },
          answerBy: new Date(house.now().getTime() + 7 * DAY),
        }
      })
    await tx.insert(applications).values(sent)
  })
}

test('before anything was compared the page says how it comes about, and only the desk finds it', async () => {
  expect((await (await house.as('mori')).get(PAGE)).text).toContain('まだ一度も比べていません')
  for (const name of ['sato', 'kobayashi'] as const) {
    const browser = await house.as(name)
    expect((await browser.get(PAGE)).status).toBe(404)
    expect((await browser.get(`${PAGE}/${randomUUID()}`)).status).toBe(404)
    expect((await browser.post(`/desk/market/predictions/${randomUUID()}/trial`)).status).toBe(404)
  }
  const operator = await house.as('mori')
  for (const path of [`/desk/market/predictions/${randomUUID()}/trial`, `${PAGE}/${randomUUID()}/ending`])
    expect((await operator.post(path)).status).toBe(404)
  expect((await operator.post(`${PAGE}/${randomUUID()}/beginning`, ANSWERS)).status).toBe(404)
})

let prediction = ''
let first = ''

test('halves are drawn once for a prediction, and nothing changes by that', async () => {
  prediction = await predicted(8)
  expect((await (await house.as('mori')).get(prediction)).text).toContain('地域で分けて比べる')
  const page = await draw(prediction)
  first = page.location
  expect(page.text).toContain('まだ始めていません')
  expect(page.text).toContain('一覧の長さ「8件」')
  expect((await draw(prediction)).location).toBe(first)
  const { clusters, seed } = await own(first)
  expect(clusters.map(({ name }) => name)).toEqual(CLUSTERS.map(({ name }) => name))
  expect(clusters.filter(({ second }) => second)).toHaveLength(CLUSTERS.length / 2)
  const open = (which: boolean) =>
    clusters.filter(({ second }) => second === which).reduce((sum, one) => sum + one.projects, 0)
  expect(Math.abs(open(true) - open(false))).toBeLessThan((open(true) + open(false)) / 4)
  expect(seed).toBeGreaterThanOrEqual(0)
  expect(await read((tx) => runningTrial(tx, house.now()))).toBeUndefined()
  expect((await (await house.as('mori')).get(prediction)).text).toContain('この配り方に変える')
}, 300_000)

test('an answer that is missing is said, and what was written stays', async () => {
  const operator = await house.as('mori')
  const page = await operator.post(`${first}/beginning`, { ...ANSWERS, name: '', weeks: '7' })
  expect(page.status).toBe(422)
  expect(page.text).toContain('比べる長さを、もう一度選んでください')
  expect((await operator.get(`${first}/beginning`)).location).toBe(first)
})

test('of two who begin two at once one is too late', async () => {
  const drawn = [await draw(await predicted(8)), await draw(await predicted(20))].map(({ location }) => location)
  const operator = await house.as('mori')
  const begun = await Promise.all(drawn.map((address) => operator.post(`${address}/beginning`, ANSWERS)))
  expect(begun.map(({ status }) => status).sort()).toEqual([303, 409])
  await operator.act(`${drawn[begun.findIndex(({ status }) => status === 303)]}/ending`)
  await house.drain()
}, 300_000)

test('while it goes on lists are made by both aims, the log keeps which, and the aim cannot be changed', async () => {
  const operator = await house.as('mori')
  // Which run is the last is told by its time.
  later(60_000)
  const page = await operator.act(`${first}/beginning`, ANSWERS)
  expect(page.text).toContain('比べはじめました')
  await house.drain()
  const { id, clusters } = await own(first)
  const run = (await read(lastRun))!
  expect(run).toMatchObject({ trialId: id, alpha: 100, places: 12 })
  const works = await read((tx) => tx.select().from(projects))
  const isSecond = (projectId: string) => {
    const { prefecture } = works.find((one) => one.id === projectId)!
    return clusters[clusterOf(clusters, prefecture)]?.second ?? false
  }
  const lists = await read((tx) => tx.select().from(marketLists).where(eq(marketLists.runId, run.id)))
  const mixed = lists.filter(({ talentId, arms }) => talentId && arms!.includes(0) && arms!.includes(1))
  expect(mixed.length).toBeGreaterThan(10)
  for (const { talentId, projectId, ids, arms, fit, seen } of lists) {
    if (projectId) {
      expect(new Set(arms)).toEqual(new Set(ids.map(() => Number(isSecond(projectId)))))
      expect(ids.length).toBeLessThanOrEqual(isSecond(projectId) ? 8 : 12)
      continue
    }
    expect([talentId, arms]).toEqual([talentId, ids.map((one) => Number(isSecond(one)))])
    expect(arms!.slice(8)).toEqual(arms!.slice(8).map(() => 0))
    // What agreement alone would show has the same places for each half.
    expect(fit!.map((one) => Number(isSecond(one)))).toEqual(arms)
    expect([new Set(ids).size, seen!.length]).toEqual([ids.length, ids.length])
  }
  const kept = await read((tx) => tx.select().from(marketTrialProjects))
  expect(kept).toHaveLength(run.projects)
  expect((await operator.post(`${prediction}/aim`)).status).toBe(409)
  expect((await operator.get(prediction)).text).toContain('地域で分けて比べている間は、変えられません')
  expect((await operator.get('/desk/market')).text).toContain('別の配り方と比べています')
  expect((await operator.post(`${first}/beginning`, ANSWERS)).status).toBe(409)
  const other = await draw(await predicted(20))
  expect(other.text).toContain('ほかの比較が続いています')
  expect((await operator.post(`${other.location}/beginning`, ANSWERS)).status).toBe(409)
}, 300_000)

test('a person sees as many as the two aims have places for', async () => {
  const { id } = (await read(lastRun))!
  const lists = await read((tx) => tx.select().from(marketLists).where(eq(marketLists.runId, id)))
  const ofPeople = lists.filter(({ talentId }) => talentId !== null)
  for (const list of ofPeople.slice(0, 8)) {
    const [person] = await read((tx) => talentsWithWork(tx, [list.talentId!], house.now()))
    const shown = await fittingFor(house.db, person!, house.now())
    expect(shown.map(({ project }) => project.id)).toEqual(list.ids)
  }
})

test('on the way there are plain counts and no test; of few there is no number', async () => {
  later(2 * DAY)
  await apply(first, true, 7)
  await apply(first, false, 3)
  const page = await (await house.as('mori')).get(first)
  expect(page.text).toContain('試す配り方')
  expect(page.text).toMatch(/7件 5件より少ない/)
  expect(page.text).not.toMatch(/ 3件 5件より少ない/)
  expect(page.text).toContain('途中では、差があるかどうかを確かめません')
  expect(page.text).not.toContain('P値')
})

test('ended by hand, everything goes back to the aim before, and too little is said to be too little', async () => {
  const operator = await house.as('mori')
  expect((await operator.get(`${first}/ending`)).text).toContain('あとから続けることはできません')
  const page = await operator.act(`${first}/ending`)
  expect(page.text).toContain('比べるのを終えました')
  await house.drain()
  const run = (await read(lastRun))!
  expect(run).toMatchObject({ trialId: null, places: 12 })
  const lists = await read((tx) => tx.select().from(marketLists).where(eq(marketLists.runId, run.id)))
  expect(lists.every(({ arms }) => arms === null)).toBe(true)
  const { endedAt, endedBy, result } = await own(first)
  expect([endedAt, typeof endedBy]).toEqual([house.now(), 'string'])
  expect(result?.compared).toBeNull()
  expect((await operator.get(first)).text).toContain('まだ足りません')
  expect((await operator.get(first)).text).toContain('あわせて20件以上の応募が')
  expect((await operator.post(`${first}/ending`)).status).toBe(409)
  expect((await operator.get(`${first}/ending`)).text).toContain('いまは続いていません')
}, 300_000)

/** Ended two minutes after it began, for what was decided. */
async function waitingTrial() {
  const { location } = await draw(await predicted(8))
  const now = house.now().getTime()
  await asOwner(house.db, (tx) =>
    tx
      .update(marketTrials)
      .set({
        ...{ measure: 'acceptances', begunBy: accountId('mori'), begunAt: new Date(now - 120_000) },
        ...{ endsAt: new Date(now + 28 * DAY), endedAt: house.now(), endedBy: accountId('mori') },
      })
      .where(eq(marketTrials.id, idIn(location))),
  )
  return location
}

let waiting = ''

test('a trial for what was decided waits until answers have come', async () => {
  waiting = await waitingTrial()
  await house.handlers['matching.tendTrials']!({}, { id: '0' })
  expect((await own(waiting)).measuredAt).toBeNull()
  expect((await (await house.as('mori')).get(waiting)).text).toContain('返事が来るまで、数えられません')
})

test('at its planned end a trial ends by itself, and what came after is not counted', async () => {
  later(60_000)
  const { location: address } = await draw(await predicted(20))
  await (await house.as('mori')).act(`${address}/beginning`, { ...ANSWERS, name: '長い一覧' })
  await house.drain()
  later(DAY)
  await apply(address, true, 40)
  await apply(address, false, 2)
  const { endsAt } = await own(address)
  house.setTime(new Date(endsAt!.getTime() + 3 * 3_600_000))
  await apply(address, false, 30)
  expect(await read((tx) => runningTrial(tx, house.now()))).toBeUndefined()
  expect((await (await house.as('mori')).get(address)).text).toContain('まもなく確かめます')
  await house.handlers['matching.tendTrials']!({}, { id: '1' })
  await house.drain()
  const { endedAt, endedBy, result, clusters } = await own(address)
  expect([endedAt, endedBy]).toEqual([endsAt, null])
  const second = clusters.map((one) => one.second)
  expect(halfCount(result!.counts, second, false).applications).toBe(2)
  const expected = compareHalves(
    result!.counts.map((one) => ({ lists: one.projects, events: one.applications })),
    second,
    clusters.map((one) => one.projects),
  )
  expect(result!.compared).toMatchObject({ difference: expected.difference, chance: expected.chance })
  expect(result!.compared!.chance).toBeLessThan(0.05)
  expect((await read(lastRun))!.trialId).toBeNull()
  const page = await (await house.as('mori')).get(address)
  expect(page.text).toContain('試した配り方のほうが、応募が多くなりました')
  expect(page.text).toContain('この配り方に変える画面へ')
  expect(page.text).toContain('P値')
  expect((await (await house.as('mori')).get(PAGE)).text).toContain('結果が出ました')
}, 300_000)

test('what had to wait is measured once, when its time is over', async () => {
  later(20 * DAY)
  await house.handlers['matching.tendTrials']!({}, { id: '2' })
  const measured = await own(waiting)
  expect(measured.measuredAt).toEqual(house.now())
  expect(measured.result!.counts).toEqual(await read((tx) => countsOf(tx, measured, house.now())))
  later(DAY)
  await house.handlers['matching.tendTrials']!({}, { id: '3' })
  expect(await own(waiting)).toEqual(measured)
})
