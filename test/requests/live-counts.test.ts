import { eq, inArray, notInArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { type CastName, companyId, talentId } from '../../seed/cast.ts'
import { companies } from '../../src/companies/schema.ts'
import { record } from '../../src/history/actions.ts'
import { actOf } from '../../src/lib/act.ts'
import { asActor } from '../../src/lib/db.ts'
import { projectCodes, projects } from '../../src/projects/schema.ts'
import { talentCodes, talents } from '../../src/talents/schema.ts'
import { craft, drafting, projectIn, WORRY, worryIn } from '../drafting.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const { drafted, rowOf } = drafting(house)
const SYSTEM = { id: null, power: 'system' } as const
const COSTING = '10035'
const OTHER_FIELD = '62093'

/** Five people who can do the costing as it is asked for; the sixth of the cast is away. */
const ABLE = ['tanaka', 'kobayashi', 'suzuki', 'takahashi', 'ito'] as const satisfies readonly CastName[]

async function able(): Promise<void> {
  const ids = ABLE.map((name) => talentId(name))
  await asActor(house.db, SYSTEM, null, async (tx) => {
    const act = actOf(house.deps, tx, null, null, house.now())
    await tx.update(talents).set({ hiddenAt: house.now() }).where(notInArray(talents.id, ids))
    await tx.update(talents).set({ hours: 10, fee: 4000, style: 'either' }).where(inArray(talents.id, ids))
    await tx.delete(talentCodes).where(inArray(talentCodes.talentId, ids))
    const code = { code: COSTING, level: 3, years: 5, evidence: '', position: 0 }
    await tx.insert(talentCodes).values(ids.map((talentId) => ({ ...code, talentId })))
    for (const { id } of await tx.select({ id: talents.id }).from(talents)) {
      await record(act, 'talent.changed', { kind: 'talent', id })
    }
  })
}

/** What a draft asks for from now on. */
async function ask(id: string, musts: readonly string[], set: Partial<typeof projects.$inferInsert>): Promise<void> {
  await asActor(house.db, SYSTEM, null, async (tx) => {
    await tx.update(projects).set(set).where(eq(projects.id, id))
    await tx.delete(projectCodes).where(eq(projectCodes.projectId, id))
    const rows = musts.map((code, position) => ({ projectId: id, code, level: 2, must: true, position }))
    if (rows.length > 0) await tx.insert(projectCodes).values(rows)
  })
}

/** The lines about people on a page or in the answer of an autosave. */
const block = (html: string) => /<div class="live-lines" data-live="people".*?<\/div>/s.exec(html)?.[0] ?? ''
const lines = (html: string) => [...block(html).matchAll(/<(?:p|li)>(.*?)<\//g)].flatMap(([, words]) => words || [])

const owner = await house.as('nakamura')
const id = await drafted(owner)
const at = (step: string) => `${craft}/projects/${id}/draft${step}`

test('nobody waits for a count: while the market is not made ready the lines stay unseen', async () => {
  const page = await owner.get(at('/hours'))
  expect([page.status, lines(page.html)]).toEqual([200, []])
  expect(block(page.html)).toContain('hidden')
})

test('the screens that decide it say how many people fit what was saved', async () => {
  await able()
  // Somebody looks at their proposals: from now on the market is there.
  await (await house.as('tanaka')).get('/me/proposals')
  await ask(id, [COSTING], { hours: 10, fee: 40_000, style: 'either' })
  for (const step of ['/work', '/hours', '/fee', '/place', '']) {
    expect(lines((await owner.get(at(step))).html)[0], step).toBe('いまの条件に合う人が、5人以上います。')
  }
  expect((await owner.get(at('/goal'))).html).not.toContain('data-live="people"')
})

test('what would change the number is said, and nothing that would not', async () => {
  const told = async () => lines((await owner.get(at('/fee'))).html)
  const few = 'いまの条件に合う人は、5人より少ないです。'
  expect(await told()).toEqual([
    'いまの条件に合う人が、5人以上います。',
    '1時間あたりのお礼はそのままで、月11時間にすると、5人より少なくなります。',
  ])
  await ask(id, [COSTING], { hours: 9, fee: 9 * 3500 })
  expect(await told()).toEqual([few, 'お礼を1時間あたり500円ふやすと、5人以上になります。'])
  await ask(id, [COSTING, OTHER_FIELD], { hours: 9, fee: 9 * 4000 })
  expect(await told()).toEqual([
    few,
    expect.stringMatching(/^「.+」を「できればうれしい」にすると、5人以上になります。$/),
  ])
  await changeStyle('suzuki', 'remote')
  await ask(id, [COSTING], { hours: 9, fee: 9 * 4000, style: 'visits' })
  expect(await told()).toEqual([few, '離れたまま働けるようにすると、5人以上になります。'])
  await changeStyle('suzuki', 'either')
  await ask(id, [], { hours: 9, fee: 9 * 4000, style: 'either' })
  expect(await told()).toEqual([])
})

test('the same while somebody types, of what was saved', async () => {
  await ask(id, [COSTING], { hours: 10, fee: 40_000, style: 'either' })
  const save = async (hours: string) => {
    const { version } = await rowOf(id)
    const answer = await owner.post(`${at('/autosave')}?step=hours`, { hours, version })
    return JSON.parse(answer.bytes.toString()).live
  }
  expect((await save('5')).people[0]).toBe('いまの条件に合う人が、5人以上います。')
  const { words, people } = await save('20')
  expect(people[0]).toBe('いまの条件に合う人は、5人より少ないです。')
  expect(words[0]).toContain('伝わりやすさ')
})

test('whoever works for a company is not counted for it: four are left, and four are no number', async () => {
  const employer = await house.as('kuroda')
  const told = await employer.post('/worries', { text: WORRY })
  const brought = await employer.post(`/worries/${worryIn(told.location)}/company`, { company: companyId('employer') })
  const own = projectIn(brought.location)
  await ask(own, [COSTING], { hours: 10, fee: 40_000, style: 'either' })
  await ask(id, [COSTING], { hours: 10, fee: 40_000, style: 'either' })
  const page = await employer.get(`/companies/${companyId('employer')}/projects/${own}/draft/hours`)
  expect(lines(page.html)).toEqual(['いまの条件に合う人は、5人より少ないです。'])
  expect(lines((await owner.get(at('/hours'))).html)[0]).toBe('いまの条件に合う人が、5人以上います。')
})

async function changeStyle(name: CastName, style: 'remote' | 'either') {
  await asActor(house.db, SYSTEM, null, async (tx) => {
    const act = actOf(house.deps, tx, null, null, house.now())
    await tx
      .update(talents)
      .set({ style })
      .where(eq(talents.id, talentId(name)))
    await record(act, 'talent.changed', { kind: 'talent', id: talentId(name) })
  })
}

test('a company that the desk does not know yet is told no counts', async () => {
  const verify = (verifiedAt: Date | null) =>
    asActor(house.db, SYSTEM, null, (tx) =>
      tx
        .update(companies)
        .set({ verifiedAt })
        .where(eq(companies.id, companyId('craft'))),
    )
  expect(lines((await owner.get(at('/hours'))).html)).not.toEqual([])
  await verify(null)
  expect(lines((await owner.get(at('/hours'))).html)).toEqual([])
  await verify(house.now())
  expect(lines((await owner.get(at('/hours'))).html)).not.toEqual([])
})
