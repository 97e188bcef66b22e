import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { missedIn, TABLES, wishOf } from './tables.ts'

test('every table has its program', () => {
  for (const { name } of TABLES) expect(existsSync(new URL(`./${name}.ts`, import.meta.url))).toBe(true)
})

test('without names all are run; what is said after one name is for its program', () => {
  expect(wishOf(['--quick'])).toEqual({ tables: TABLES, quick: true, list: false, further: [] })
  const { tables, further } = wishOf(['market', '--scale', '100x10'])
  expect(tables.map(({ name }) => name)).toEqual(['market'])
  expect(further).toEqual(['--scale', '100x10'])
  expect(() => wishOf(['flow', 'markt'])).toThrow('「markt」という表はありません')
  expect(() => wishOf(['flow', 'market', '--seed', '1'])).toThrow('表を一つだけ選んだとき')
})

test('missed goals are found where they begin a line', () => {
  expect(missedIn('kept   one\nMISSED two: 3 of 4\n  MISSED inside\n')).toEqual(['two: 3 of 4'])
})
