import { describe, expect, test } from 'vitest'
import { foundAtDoor, numbersIn } from './list-at-door.ts'

test('numbers are read as a paper is read out', () => {
  expect(numbersIn('１、3  5〜8, 3', 20)).toEqual([1, 3, 5, 6, 7, 8])
  expect(numbersIn('', 20)).toEqual([])
  for (const wrong of ['三番', '21', '1-21', '-3', '1--2']) expect(numbersIn(wrong, 20)).toBe(null)
})

describe('somebody at the door is found', () => {
  const rows = [
    { number: 1, name: '佐藤 茂', kana: 'さとう しげる' },
    { number: 12, name: 'サトウ アンナ', kana: '' },
  ]
  test.each([
    ['さとうし', [1]],
    ['サトウ', [1, 12]],
    ['佐藤茂', [1]],
    ['１２', [12]],
    ['', [1, 12]],
    ['田中', []],
  ])('by 「%s」', (typed, numbers) => {
    expect(foundAtDoor(rows, typed).map(({ number }) => number)).toEqual(numbers)
  })
})
