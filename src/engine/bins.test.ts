import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeBin, recordBin, tieBin, workBin } from './bins.ts'
import { nearness } from './facts.ts'
import { blockOf, distanceBand } from './prefectures.ts'

describe('code', () => {
  test('one exact must is the top, a middle six, nothing zero', () => {
    expect([3, 2, 1, 0].map((agreement) => codeBin([agreement], 1, 1))).toEqual([15, 6, 2, 0])
  })

  test('one exact of four stands above near to all four', () => {
    expect(codeBin([3, 0, 0, 0], 4, 4)).toBeGreaterThan(codeBin([2, 2, 2, 2], 4, 4))
  })

  test('better agreement anywhere never lowers the bin', () => {
    const four = fc.array(fc.nat({ max: 3 }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(four, fc.nat({ max: 3 }), fc.integer({ min: 1, max: 4 }), (agreements, slot, musts) => {
        const better = agreements.map((one, at) => (at === slot ? Math.min(3, one + 1) : one))
        expect(codeBin(better, musts, 4)).toBeGreaterThanOrEqual(codeBin(agreements, musts, 4))
      }),
    )
  })
})

test('a tie to the municipality is stronger than to the prefecture, than to the block', () => {
  expect(nearness(6201, 6201)).toBe(3)
  expect(nearness(6000, 6000)).toBe(2)
  expect(nearness(6202, 6201)).toBe(2)
  expect(nearness(5201, 6201)).toBe(1)
  expect(nearness(13101, 6201)).toBe(0)
  expect(nearness(0, 6201)).toBe(0)
  expect([3, 2, 1, 0].map((near) => tieBin(near, 0, 3))).toEqual([15, 10, 4, 0])
})

test('blocks and distances of prefectures', () => {
  expect([1, 2, 7, 8, 14, 15, 24, 35, 36, 47].map(blockOf)).toEqual([1, 2, 2, 3, 3, 4, 5, 6, 7, 8])
  expect([
    distanceBand(13, 13),
    distanceBand(13, 14),
    distanceBand(13, 6),
    distanceBand(13, 34),
    distanceBand(13, 47),
  ]).toEqual([0, 1, 2, 3, 4])
})

test('travel counts less when it is paid, more when it is far or more often than accepted', () => {
  expect(workBin(0, 0, 0, 4)).toBe(15)
  expect(workBin(3, 1, 3, 2)).toBeGreaterThan(workBin(3, 0, 3, 2))
  expect(workBin(3, 0, 3, 1)).toBeGreaterThan(workBin(3, 0, 3, 4))
  expect(workBin(3, 0, 3, 1)).toBeGreaterThan(workBin(3, 0, 1, 1))
})

test('a short record moves little', () => {
  expect(recordBin(0, 0)).toBe(9)
  expect(recordBin(1, 1)).toBeLessThan(recordBin(10, 10))
  expect(recordBin(1, 0)).toBeGreaterThan(recordBin(10, 0))
  expect([0, 50, 90, 100].map((usual) => recordBin(0, 0, usual))).toEqual([0, 8, 14, 15])
  expect(recordBin(200, 20, 100)).toBe(recordBin(200, 20, 0))
})
