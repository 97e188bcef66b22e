import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountId, companyId, talentId } from '../../seed/cast.ts'
import { consents, memberships } from '../../src/accounts/schema.ts'
import { applications } from '../../src/applications/schema.ts'
import { history } from '../../src/history/schema.ts'
import { rebuildFlows } from '../../src/insights/actions/flows.ts'
import { keepFlow } from '../../src/insights/jobs.ts'
import { flows } from '../../src/insights/schema.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { projects } from '../../src/projects/schema.ts'
import { talents } from '../../src/talents/schema.ts'
import { reviewedContract, sealedContract } from '../fixtures/contracts.ts'
import { writeMatches } from '../fixtures/insights.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const [nakamura, sato, tanaka] = [await house.as('nakamura'), await house.as('sato'), await house.as('tanaka')]
const all = () => asOwner(house.db, (tx) => tx.select().from(flows).orderBy(flows.sealedAt, flows.contractId))
const flowOf = async (id: string) => (await all()).find(({ contractId }) => contractId === id)
const later = () => house.setTime(new Date(house.now().getTime() + 3_600_000))

test('a sealed contract becomes a flow: what, from where to where, when', async () => {
  const first = await reviewedContract(house, nakamura, tanaka)
  await house.drain()
  expect(await flowOf(first.contractId)).toMatchObject({
    ...{ companyId: companyId('craft'), month: '2026-11-01', codes: ['10035'], nth: 1 },
    ...{ fromPrefecture: 26, toPrefecture: 40, toIndustry: 'crafts', introduced: false, returned: false },
    ...{ endedAt: expect.any(Date), leftAt: expect.any(Date) },
  })
})

test('the second company of a person is the second, and a move to another prefecture changes nothing that went round', async () => {
  later()
  const second = await sealedContract(house, sato, tanaka, { firm: 'fertiliser', owner: 'sato' })
  await house.drain()
  await asOwner(house.db, (tx) =>
    tx
      .update(talents)
      .set({ prefecture: 27 })
      .where(eq(talents.id, talentId('tanaka'))),
  )
  for (const { contractId } of await all()) await keepFlow(house.deps, { subjectId: contractId })
  expect(await flowOf(second.contractId)).toMatchObject({ nth: 2, fromPrefecture: 26, toPrefecture: 6, leftAt: null })
})

test('whom another company shared with its neighbours, and who comes from a company that was helped, are noted', async () => {
  later()
  const [marked] = await asOwner(house.db, (tx) =>
    tx
      .select()
      .from(applications)
      .where(eq(applications.companyId, companyId('fertiliser'))),
  )
  await asOwner(house.db, async (tx) => {
    await tx
      .update(applications)
      .set({ accountId: accountId('kobayashi'), runnerUpAt: house.now() })
      .where(eq(applications.id, marked!.id))
    await tx.insert(consents).values({
      ...{ id: house.deps.newId(), accountId: accountId('kobayashi'), purpose: 'runner-up', subjectId: marked!.id },
      ...{ fields: [], givenAt: house.now(), until: new Date(house.now().getTime() + 90 * 86_400_000) },
    })
    // A company next door: what it shows around is seen by those nearby only.
    await tx.update(projects).set({ prefecture: 41 }).where(eq(projects.id, marked!.projectId))
    await tx.insert(memberships).values({
      ...{ id: house.deps.newId(), accountId: accountId('kobayashi'), organisationId: companyId('fertiliser') },
      ...{ role: 'member', since: house.now() },
    })
  })
  later()
  const third = await sealedContract(house, nakamura, await house.as('kobayashi'), { person: 'kobayashi' })
  await house.drain()
  expect(await flowOf(third.contractId)).toMatchObject({ introduced: true, returned: true, nth: 1 })
})

test('made anew from nothing but history and the rows, all of it is the same; contracts from before are counted as profiles are', async () => {
  const before = await all()
  await writeMatches(house.db, [{ companies: 2, prefecture: 5, from: null, sealedAt: '2026-09-01T03:00:00Z' }])
  await asOwner(house.db, rebuildFlows)
  const after = await all()
  expect(after.filter(({ toPrefecture }) => toPrefecture !== 5)).toEqual(before)
  expect(after.filter(({ toPrefecture }) => toPrefecture === 5)).toMatchObject([
    { month: '2026-09-01', fromPrefecture: null, codes: [], nth: 1 },
    { month: '2026-09-01', fromPrefecture: null, codes: [], nth: 1 },
  ])
  const sealed = await asOwner(house.db, (tx) => tx.select().from(history).where(eq(history.act, 'contract.sealed')))
  expect(sealed.map(({ data }) => data.codes)).toEqual([['10035'], ['10035'], ['10035']])
})

test('nobody but the program reads a flow', async () => {
  for (const name of ['sato', 'tanaka'] as const) {
    const who = { id: accountId(name), power: 'person' as const }
    expect(await readAs(house.db, who, companyId('fertiliser'), (tx) => tx.select().from(flows))).toEqual([])
  }
})
