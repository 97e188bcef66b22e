import { expect, test } from 'vitest'
import { LONGEST } from './order.ts'
import { filesUnder } from './source.ts'

test('the files that are begun first are there', () => {
  const files = ['src', 'test'].flatMap(filesUnder)
  expect(LONGEST.filter((file) => !files.includes(file))).toEqual([])
})
