import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileAssembly } from '../../../lib/assembly.ts'
import { anyProject, anyTalent, WORLD, withIds } from '../../arbitrary.ts'
import { applyDelta } from '../../delta.ts'
import { BLOCK, emptyHits } from '../../hits.ts'
import { createModel } from '../../model.ts'
import { prepare } from '../../prepare.ts'
import { rank } from '../../rank.ts'
import { type Talent, talentColumns } from '../../records.ts'
import { LOWEST } from '../../top.ts'
import { whatIf } from '../../whatif.ts'
import { freshPostings } from '../best.ts'
import { siftPostings } from '../sift.ts'
import { kernelSource } from './source.ts'

const kernel = new WebAssembly.Module(new Uint8Array(await compileAssembly(kernelSource())))
/** Texts of 8 fill no vector, of 24 one and a half. */
const worlds = [WORLD, { ...WORLD, dimension: 24 }]

function both(talents: Talent[], world = WORLD) {
  const rows = talentColumns(
    talents.map((one) => ({ ...one, text: one.text && longer(one.text, world.dimension) })),
    world.dimension,
  )
  return [kernel, null].map((one) => createModel({ ...world, side: 'talents', rows, kernel: one })) as [Models, Models]
}
type Models = ReturnType<typeof createModel<'talents'>>

const longer = (text: ArrayLike<number>, length: number) => Array.from({ length }, (_, at) => text[at % text.length]!)

test('the vector kernel scores every row as its plain twin does, in turn and from a list, at any floor', () => {
  fc.assert(
    fc.property(
      fc.array(anyTalent, { minLength: 1, maxLength: 40 }).map(withIds),
      anyProject,
      fc.constantFrom(...worlds),
      fc.array(fc.nat(), { maxLength: 30 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (talents, project, world, picks, share) => {
        const text = project.text && longer(project.text, world.dimension)
        const lists = both(talents, world).map((model) => {
          const { scan } = prepare(model, { ...project, text })
          const list = Int32Array.from(picks, (pick) => pick % model.rows)
          const found = (list: Int32Array | null, to: number, floor: number) => {
            const hits = emptyHits()
            scan(model.store, list, 0, to, floor, hits)
            return Array.from({ length: hits.size }, (_, at) => [hits.rows[at], hits.scores[at]])
          }
          const all = found(null, model.rows, LOWEST)
          const floor = all[Math.floor(share * all.length)]?.[1] ?? 0
          return [
            all,
            found(list, list.length, LOWEST),
            found(null, model.rows, floor),
            found(list, list.length, floor),
          ]
        })
        expect(lists[0]).toEqual(lists[1])
      },
    ),
    { numRuns: 2000 },
  )
})

test('the vector kernel passes over the same postings as its plain twin', () => {
  fc.assert(
    fc.property(
      fc.array(anyTalent, { minLength: 1, maxLength: 30 }).map(withIds),
      anyProject,
      fc.oneof(fc.constant(LOWEST), fc.integer({ min: -60000, max: 60000 })),
      (talents, project, floor) => {
        const [model] = both(talents)
        const { walk } = prepare(model, { ...project, open: true })
        const { postings } = freshPostings(model)
        const [fast, plain] = [new Int32Array(BLOCK), new Int32Array(BLOCK)]
        const { aims, leaves } = walk!.wanted.look
        const groups = [...leaves.map((leaf) => [leaf, aims[leaf]!] as const), [WORLD.tree.middleOf.length, 0] as const]
        for (const [leaf, aim] of groups) {
          const range = [postings.starts[leaf]!, postings.starts[leaf + 1]!] as const
          const size = walk!.sift(postings, aim, ...range, floor, fast)
          expect(siftPostings(walk!.wanted, walk!.reach, postings, aim, ...range, floor, plain)).toBe(size)
          expect(fast.subarray(0, size)).toEqual(plain.subarray(0, size))
        }
      },
    ),
    { numRuns: 1000 },
  )
})

test('lists, changes of rank and deltas are the same with and without the kernel', () => {
  const people = fc.sample(anyTalent, { numRuns: 3 * BLOCK, seed: 11 }).map((one, id) => ({ ...one, id }))
  const models = both(people)
  const projects = fc.sample(anyProject, { numRuns: 20, seed: 12 })
  const expectSame = () => {
    for (const project of projects) {
      const [fast, plain] = models.map((model) => rank(model, project, 40))
      expect(fast).toEqual(plain)
      const [one, other] = models.map((model) => whatIf(model, project, 77, { hours: 20 }))
      expect(one).toEqual(other)
    }
  }
  expectSame()
  const later = fc.sample(anyTalent, { numRuns: 900, seed: 13 }).map((one, at) => ({ ...one, id: at * 8 }))
  for (const model of models) applyDelta(model, { upsert: talentColumns(later, 8), remove: [3, 4, 5] })
  expectSame()
})

test('two queries made ready side by side do not mix their tables', () => {
  const [model] = both(fc.sample(anyTalent, { numRuns: 100, seed: 14 }).map((one, id) => ({ ...one, id })))
  const [first, second] = fc
    .sample(anyProject, { numRuns: 2, seed: 15 })
    .map((one) => prepare(model, { ...one, open: true }))
  const scores = (of: typeof first) => {
    const hits = emptyHits()
    of!.scan(model.store, null, 0, model.rows, LOWEST, hits)
    return hits.scores.slice(0, hits.size)
  }
  const before = scores(first)
  scores(second)
  expect(scores(first)).toEqual(before)
})
