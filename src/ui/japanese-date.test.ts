import { expect, it } from 'vitest'
import { japaneseDate } from './japanese-date.tsx'

it('writes a day the way it is said', () => {
  expect(japaneseDate('2026-11-23')).toBe('2026年11月23日（月）')
  expect(japaneseDate('2027-02-03')).toBe('2027年2月3日（水）')
  expect(japaneseDate('2026-09')).toBe('2026年9月')
  expect(japaneseDate('未定')).toBe('未定')
})
