import { expect, test } from 'vitest'
import { listOfToday } from './arrivals.ts'

const old = (id: string, score: number) => ({ id, score, isNew: false })
const came = (id: string, score: number) => ({ id, score, isNew: true })

test('without a list the best come first', () => {
  expect(listOfToday([], [old('a', 3), came('b', 2), old('c', 1)], 2)).toEqual(['a', 'b'])
})

test('a drawn list keeps its order, also what stands among nobody’s best, and is filled up from the rest', () => {
  const standing = [old('a', 9), old('b', 8), old('c', 7), old('d', 6)]
  expect(listOfToday(['c', 'far', 'a'], standing, 5)).toEqual(['c', 'far', 'a', 'b', 'd'])
})

test('what came since stands before the first that it beats, else with the rest', () => {
  const standing = [came('x', 10), old('a', 9), came('y', 8), old('b', 7), came('z', 1)]
  expect(listOfToday(['a', 'b'], standing, 9)).toEqual(['x', 'a', 'y', 'b', 'z'])
  expect(listOfToday(['b', 'a'], standing, 9)).toEqual(['x', 'y', 'b', 'a', 'z'])
})
