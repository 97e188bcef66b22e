import { expect, test } from 'vitest'
import { dueNow } from './schedule.ts'

const at = (jst: string) => new Date(`${jst}:00+09:00`)

test('a daily job is due from its time in Japan on, with one key for the day', () => {
  const schedule = [{ job: 'night', daily: '3:10' }] as const
  expect(dueNow(schedule, at('2026-11-23T03:09'))).toEqual([])
  expect(dueNow(schedule, at('2026-11-23T03:10'))).toEqual([{ job: 'night', key: '2026-11-23' }])
  expect(dueNow(schedule, at('2026-11-23T23:59'))).toEqual([{ job: 'night', key: '2026-11-23' }])
  expect(dueNow(schedule, at('2026-11-24T00:00'))).toEqual([])
})

test('an hourly job has a key of its own each hour', () => {
  const schedule = [{ job: 'dump', hourly: 5 }] as const
  expect(dueNow(schedule, at('2026-11-23T10:04'))).toEqual([])
  const keys = ['10:05', '10:59', '11:05'].map((time) => dueNow(schedule, at(`2026-11-23T${time}`))[0]!.key)
  expect(keys[0]).toBe(keys[1])
  expect(keys[2]).not.toBe(keys[1])
})
