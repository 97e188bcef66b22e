import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cosine, DIMENSIONS, learnWeights, textVector, VECTOR_LENGTH } from './vector.ts'

test('64 bytes, the same every time on every machine', () => {
  const vector = textVector('手作業の原価管理')
  expect(vector).toHaveLength(DIMENSIONS)
  expect([...vector.slice(0, 8)]).toEqual([...textVector('手作業の原価管理').slice(0, 8)])
  expect([...textVector('ＨＰ')]).toEqual([...textVector('hp')])
})

test('nearer texts have nearer vectors', () => {
  const one = textVector('織物工場で工程別の作業時間を測り、標準原価を作った')
  const near = textVector('工場の作業時間を測って標準原価を作る')
  const far = textVector('旅館の予約サイトの写真を撮り直す')
  expect(cosine(one, near)).toBeGreaterThan(cosine(one, far) + 0.2)
})

test('weights learned on texts make frequent terms small', () => {
  const weight = learnWeights(['味噌を売る', '酒を売る', '茶を売る'])
  expect(weight(':売る')).toBeLessThan(weight(':味噌'))
})

test('any string gives 64 bytes of the right length, or zeros', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const vector = textVector(text)
      const length = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0))
      return vector.length === DIMENSIONS && (length === 0 || Math.abs(length - VECTOR_LENGTH) < VECTOR_LENGTH * 0.5)
    }),
  )
})

test('cosine is between −1 and 1, 1 with itself, 0 with nothing', () => {
  const vector = textVector('販路開拓')
  expect(cosine(vector, vector)).toBeCloseTo(1, 10)
  expect(cosine(vector, new Int8Array(DIMENSIONS))).toBe(0)
  const bytes = fc.int8Array({ minLength: DIMENSIONS, maxLength: DIMENSIONS })
  fc.assert(fc.property(bytes, bytes, (a, b) => Math.abs(cosine(a, b)) <= 1 + 1e-12))
})
