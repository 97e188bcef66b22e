import fc from 'fast-check'
import { expect, test } from 'vitest'
import { learning, learnSpace } from './space.ts'
import { cosine, DIMENSIONS } from './vector.ts'

const TEXTS = [
  '織物工場で工程の作業時間を測り、標準原価を作った',
  '縫製工場の作業時間と標準原価を管理した',
  '標準原価と予算の差を月次で報告した',
  '旅館の予約サイトの写真と料金を見直した',
  'ホテルの予約サイトと料金を管理した',
  '宿の料金と部屋の写真を季節ごとに変えた',
]
const space = learnSpace(TEXTS)

test('texts of one subject come nearer than those of another', () => {
  const costs = space.vector('作業時間から原価を出す')
  const inn = space.vector('ホテルの写真を撮る')
  const loom = space.vector(TEXTS[0]!)
  expect(cosine(costs, loom)).toBeGreaterThan(cosine(inn, loom) + 0.3)
})

test('the same texts give the same bytes', () => {
  expect([...learnSpace(TEXTS).vector(TEXTS[2]!)]).toEqual([...space.vector(TEXTS[2]!)])
})

test('nothing to learn from, or nothing in common, gives zeros', () => {
  expect(
    learnSpace([])
      .vector('原価')
      .every((x) => x === 0),
  ).toBe(true)
  expect(space.vector('😊').every((x) => x === 0)).toBe(true)
})

test('any text has a vector of 64 bytes', () => {
  const parts = fc.array(fc.constantFrom(...TEXTS, '\0', '\ud800', '😊', '。')).map((some) => some.join(''))
  fc.assert(fc.property(parts, (text) => space.vector(text).length === DIMENSIONS))
})

test('can be learned piece by piece, with the same result', () => {
  const work = learning(TEXTS)
  let pauses = 0
  let next = work.next()
  for (; !next.done; next = work.next()) pauses++
  expect(pauses).toBeGreaterThan(1)
  expect([...next.value.vector(TEXTS[1]!)]).toEqual([...space.vector(TEXTS[1]!)])
})
