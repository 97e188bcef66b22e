import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyProject, anyTalent, WORLD, withIds } from './arbitrary.ts'
import { applyDelta } from './delta.ts'
import { createModel } from './model.ts'
import { type Narrowing, searchRows } from './narrowing.ts'
import { rank } from './rank.ts'
import { type Project, type Talent, talentColumns } from './records.ts'

const modelOf = (talents: Talent[]) => createModel({ ...WORLD, side: 'talents', rows: talentColumns(talents, 8) })
const ALL: Narrowing = { words: [], leaves: null, prefecture: null, tied: null, hours: null, fee: null, visits: null }

const anyNarrowing: fc.Arbitrary<Narrowing> = fc.record({
  words: fc.array(
    fc.record({
      leaves: fc.array(fc.nat({ max: 11 }), { maxLength: 3 }),
      prefectures: fc.subarray([5, 6, 13, 40], { maxLength: 1 }),
    }),
    { maxLength: 2 },
  ),
  leaves: fc.option(fc.array(fc.nat({ max: 11 }), { maxLength: 4 }), { nil: null }),
  prefecture: fc.constantFrom(null, null, 5, 6),
  tied: fc.constantFrom(null, null, 6, 13),
  hours: fc.constantFrom(null, 5, 10),
  fee: fc.constantFrom(null, 2000, 3000),
  visits: fc.constantFrom(null, 'remote', 'visits'),
})
const someone = fc
  .tuple(anyTalent, fc.boolean(), fc.nat({ max: 9 }))
  .map(([talent, seeks, since]) => ({ ...talent, seeks, since }))
const market = fc.array(someone, { maxLength: 30 }).map(withIds)

/** The same rule once more, over records instead of columns. */
function has({ codes = [], ties = [], ...talent }: Talent, narrowing: Narrowing): boolean {
  const { words, leaves, prefecture, tied, hours, fee, visits } = narrowing
  const own = codes.map(({ code }) => code)
  const bound = ties.map(({ place }) => Math.floor(place / 1000))
  const way = talent.visits ?? 4
  return (
    talent.seeks !== false &&
    words.every(
      (word) =>
        own.some((code) => [...word.leaves].includes(code)) ||
        [...word.prefectures].some((at) => at === talent.prefecture || bound.includes(at)),
    ) &&
    (leaves === null || own.some((code) => [...leaves].includes(code))) &&
    (prefecture === null || talent.prefecture === prefecture) &&
    (tied === null || bound.includes(tied)) &&
    (hours === null || (talent.hours ?? 255) > hours) &&
    (fee === null || talent.fee == null || talent.fee < fee) &&
    (visits === null || (visits === 'remote' ? way !== 3 : way >= 2))
  )
}

test('finds whom rank would, narrowed, in its order; and counts them', async () => {
  await fc.assert(
    fc.asyncProperty(market, anyProject, anyNarrowing, async (people, query, narrowing) => {
      const model = modelOf(people)
      const hidden = people.slice(0, 2).map(({ id }) => id)
      const out = new Set(people.filter((one) => hidden.includes(one.id) || !has(one, narrowing)).map(({ id }) => id))
      const expected = rank(model, query, 10_000).filter(({ id }) => !out.has(id))
      const search = { narrowing, query, hidden, k: 10_000 }
      const found = await searchRows(model, { ...search, by: 'fit' })
      expect(found.ranked).toEqual(expected)
      expect(found.count).toBe(expected.length)
      const newest = await searchRows(model, { ...search, by: 'newest', k: 3 })
      const since = new Map(people.map((one) => [one.id, one.since]))
      const days = expected.map(({ id }) => since.get(id)!).sort((a, b) => b - a)
      expect(newest.ranked.map(({ id }) => since.get(id))).toEqual(days.slice(0, 3))
    }),
  )
})

test('a count tells how many there are once its value is chosen', async () => {
  await fc.assert(
    fc.asyncProperty(market, anyNarrowing, async (people, narrowing) => {
      const model = modelOf(people)
      const project: Project = { id: 1, codes: [] }
      const search = { query: project, hidden: [], by: 'fit', k: 1 } as const
      const { counts } = await searchRows(model, { narrowing, ...search })
      const countOf = async (change: Partial<Narrowing>) =>
        (await searchRows(model, { narrowing: { ...narrowing, ...change }, ...search })).count
      expect(counts.leaves[4]).toBe(await countOf({ leaves: [4] }))
      expect(counts.middles[0]).toBe(await countOf({ leaves: [0, 1, 2] }))
      expect(counts.majors[1]).toBe(await countOf({ leaves: [8, 9, 10, 11] }))
      expect(counts.prefectures[6]).toBe(await countOf({ prefecture: 6 }))
      expect(counts.tied[6]).toBe(await countOf({ tied: 6 }))
      expect(counts.hours.slice(11).reduce((sum, one) => sum + one, 0)).toBe(await countOf({ hours: 10 }))
      expect(counts.fees.slice(0, 30).reduce((sum, one) => sum + one, 0)).toBe(await countOf({ fee: 3000 }))
      expect([counts.remote, counts.visits]).toEqual([
        await countOf({ visits: 'remote' }),
        await countOf({ visits: 'visits' }),
      ])
    }),
  )
})

test('somebody who says the same work twice counts once', async () => {
  const twice = { id: 7, prefecture: 6, codes: [4, 4].map((code) => ({ code, level: 1 })) }
  const search = { narrowing: ALL, query: { id: 1, codes: [] }, hidden: [], by: 'fit', k: 1 } as const
  const { counts } = await searchRows(modelOf([twice]), search)
  expect([counts.leaves[4], counts.middles[1], counts.prefectures[6]]).toEqual([1, 1, 1])
})

test('rows that change while it looks are not mixed up', async () => {
  const people = Array.from({ length: 70_000 }, (_, id) => ({ id, prefecture: 5, codes: [{ code: 1, level: 2 }] }))
  const model = modelOf(people)
  const asked = searchRows(model, {
    ...{ narrowing: { ...ALL, prefecture: 5 }, hidden: [], by: 'fit', k: 3 },
    query: { id: 1, codes: [{ code: 1, level: 2 }] },
  })
  await new Promise((resolve) => setImmediate(resolve))
  applyDelta(model, { upsert: talentColumns([{ id: 3, prefecture: 6 }], 8), remove: [0, 69_999] })
  expect((await asked).count).toBe(69_997)
})
