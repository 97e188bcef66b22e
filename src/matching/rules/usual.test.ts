import { expect, test } from 'vitest'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { usualOf, usualWork } from './usual.ts'

const { places } = jobCodes()
const first = places[0]!
const sibling = places.find(({ middle, major }) => major === first.major && middle !== first.middle)!
const far = places.find(({ major }) => major !== first.major)!

test('a new leaf begins with what its group came to, a group without work with what stands above it', () => {
  const usual = usualWork([
    { code: first.leaf.id, finished: 400, confirmed: 400 },
    { code: far.leaf.id, finished: 400, confirmed: 0 },
  ])
  expect(usualOf(usual, first.leaf.id)).toBe(100)
  const same = places.find(({ middle, leaf }) => middle === first.middle && leaf !== first.leaf)
  if (same) expect(usualOf(usual, same.leaf.id)).toBe(100)
  // Half of all went well, and of its major everything: drawn towards each other as if by twenty.
  expect(usualOf(usual, sibling.leaf.id)).toBe(100)
  expect(usualOf(usual, far.leaf.id)).toBe(0)
  const elsewhere = places.find(({ major }) => major !== first.major && major !== far.major)!
  expect(usualOf(usual, elsewhere.leaf.id)).toBe(50)
  expect(usualOf(usual, undefined)).toBe(50)
  expect(usualOf(undefined, first.leaf.id)).toBeUndefined()
  expect(usualOf(usualWork([]), first.leaf.id)).toBeUndefined()
})

test('one work moves a group by a step at most', () => {
  const alone = usualWork([{ code: first.leaf.id, finished: 1, confirmed: 0 }])
  expect(Math.abs(usualOf(alone, first.leaf.id)! - 60)).toBeLessThanOrEqual(10)
  const many = (confirmed: number) =>
    usualOf(usualWork([{ code: first.leaf.id, finished: 50, confirmed }]), first.leaf.id)!
  expect(many(40) - many(39)).toBeLessThanOrEqual(5)
})
