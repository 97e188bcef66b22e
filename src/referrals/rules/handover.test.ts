import { expect, test } from 'vitest'
import { doneInWords, HISTORY_LINES } from './handover.ts'

const at = (day: number, hour: number) => new Date(Date.UTC(2026, 10, day, hour))

test('what was done several times in a day is one line, and what nobody has to know is none', () => {
  const rows = [
    { at: at(23, 14), act: 'referral.called' },
    { at: at(23, 3), act: 'referral.called' },
    { at: at(23, 2), act: 'session.begun' },
    { at: at(22, 20), act: 'referral.called' },
    { at: at(22, 2), act: 'case.published' },
  ]
  expect(doneInWords(rows)).toEqual([
    // Japan's day, not that of Greenwich.
    { day: '2026-11-23', title: 'お取次ぎの最初の電話をしました（3回）' },
    { day: '2026-11-22', title: '事例を公開しました' },
  ])
  const many = Array.from({ length: HISTORY_LINES + 5 }, (_, n) => ({ at: at(-n, 3), act: 'event.published' }))
  expect(doneInWords(many)).toHaveLength(HISTORY_LINES)
})
