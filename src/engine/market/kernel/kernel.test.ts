import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileAssembly } from '../../../lib/assembly.ts'
import { tasteLikings } from '../likings.ts'
import { createMersenne } from '../mersenne.ts'
import { plainReader, STRIP, WINDOW } from '../reading.ts'
import { sampledCandidates } from '../sampling.ts'
import { vectorReader } from './kernel.ts'
import { pairsSource } from './source.ts'

const kernel = new WebAssembly.Module(new Uint8Array(await compileAssembly(pairsSource())))

test('the vector kernel tells the same pairs with the same scores as its plain twin, at any floors', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2 * STRIP }),
      fc.integer({ min: 1, max: 2 * WINDOW }),
      fc.integer({ min: 0, max: 1000 }),
      fc.double({ min: -12, max: 4, noNaN: true }),
      (left, right, seed, middle) => {
        const likings = tasteLikings(left, right, 1, seed)
        const { normal } = createMersenne(seed + 1)
        const some = (count: number, at: number) => Float32Array.from({ length: count }, () => at + normal())
        const prices = { left: some(left, -1), right: some(right, -1) }
        const readers = [plainReader(likings, prices), vectorReader(kernel, likings.factors!, prices)]
        const floors = { rows: some(STRIP, middle), columns: some(right, middle) }
        const found = readers.map((reader) => {
          reader.floors.rows.set(floors.rows)
          reader.floors.columns.set(floors.columns)
          const all: number[][] = []
          for (let top = 0; top < left; top += STRIP)
            for (let from = 0; from < right; from += WINDOW) {
              const size = reader.read(top, Math.min(left, top + STRIP), from, Math.min(right, from + WINDOW))
              all.push([...reader.hits.subarray(0, size)], [...reader.scores.subarray(0, size)])
            }
          return all
        })
        expect(found[1]).toEqual(found[0])
      },
    ),
    { numRuns: 60 },
  )
})

test('the same pairs are chosen with the kernel and without', () => {
  const likings = tasteLikings(2 * STRIP + 5, WINDOW + 71, 1, 3)
  const options = { perSide: 7, sample: 100 }
  const [plain, fast] = [undefined, kernel].map((one) =>
    sampledCandidates(likings, { ...options, kernel: one, random: createMersenne(2).random }),
  )
  expect(fast).toEqual(plain)
})
