import { expect, test } from 'vitest'
import { createMersenne } from '../../engine/market/mersenne.ts'
import { cosine, DIMENSIONS, textVector } from '../../text/vector.ts'
import { hashOf, MEANING, narrowed, sendable, WIDE, widened } from './meaning.ts'

const { normal } = createMersenne(1)
const some = (length: number) => Float64Array.from({ length }, normal)

test('cosines stay about what they were when a vector is made narrow, without what all have in common', () => {
  const middle = some(768).map((value) => 5 * value)
  let off = 0
  for (let pair = 0; pair < 40; pair++) {
    const one = some(768)
    const share = pair / 40
    const other = some(768).map((value, at) => share * one[at]! + (1 - share) * value)
    const dot = one.reduce((sum, value, at) => sum + value * other[at]!, 0)
    const exact = dot / Math.hypot(...one) / Math.hypot(...other)
    const [a, b] = [one, other].map((away) =>
      narrowed(
        away.map((value, at) => value + middle[at]!),
        middle,
      ),
    )
    expect(a).toHaveLength(MEANING)
    off += Math.abs(cosine(a!, b!) - exact)
  }
  expect(off / 40).toBeLessThan(0.15)
})

test('where one of two texts was not read, only our own vectors are compared', () => {
  const [one, other] = [textVector('原価計算の仕組みを作る'), textVector('原価計算を教える')]
  const meaning = narrowed(some(768), new Float64Array(768))
  const own = cosine(one, other)
  expect(cosine(widened(one, null), widened(other, null))).toBeCloseTo(own, 2)
  expect(cosine(widened(one, meaning), widened(other, null))).toBeCloseTo(own / 2, 1)
  expect(cosine(widened(one, meaning), widened(other, meaning))).toBeCloseTo(0.25 * own + 0.75, 1)
  expect(widened(one, meaning)).toHaveLength(WIDE)
  expect(widened(new Int8Array(DIMENSIONS), meaning).subarray(DIMENSIONS)).toEqual(meaning)
  expect(widened(new Int8Array(DIMENSIONS), null).some((value) => value !== 0)).toBe(false)
})

test('neither names nor contacts are sent, and another reader reads anew', () => {
  const text = '田中さんと山形織物株式会社で働きました。電話は090-1234-5678、小林 恵です。'
  const sent = sendable(text, ['小林 恵'])
  for (const name of ['田中', '山形織物', '090-1234-5678', '小林', '恵']) expect(sent).not.toContain(name)
  expect(hashOf('a', text)).not.toBe(hashOf('b', text))
  expect(hashOf('a', '')).toBeNull()
})
