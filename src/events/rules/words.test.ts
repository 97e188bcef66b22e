import { expect, test } from 'vitest'
import { whenInWords } from './words.ts'

test('when an event is, says nothing of its end twice', () => {
  const at = (time: string) => new Date(`${time}+09:00`)
  const said = (begin: string, end: string) => whenInWords({ beginsAt: at(begin), endsAt: at(end) })
  expect(said('2026-12-20T13:30', '2026-12-20T15:30')).toBe('2026年12月20日（日）13:30から15:30まで')
  expect(said('2027-01-08T12:00', '2027-01-10T12:00')).toBe('2027年1月8日（金）12:00から1月10日（日）12:00まで')
  expect(said('2026-12-31T12:00', '2027-01-02T12:00')).toBe('2026年12月31日（木）12:00から2027年1月2日（土）12:00まで')
})
