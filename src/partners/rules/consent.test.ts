import { expect, test } from 'vitest'
import { canRestore, isLive } from './consent.ts'

const now = new Date('2026-11-23T01:00:00Z')
const before = new Date('2026-11-23T00:31:00Z')

test('a consent is live until its end or until it is taken back', () => {
  expect(isLive({ revokedAt: null, until: null }, now)).toBe(true)
  expect(isLive({ revokedAt: null, until: now }, now)).toBe(false)
  expect(isLive({ revokedAt: before, until: null }, now)).toBe(false)
})

test('what was taken back comes back within half an hour', () => {
  expect(canRestore({ revokedAt: before }, now)).toBe(true)
  expect(canRestore({ revokedAt: new Date('2026-11-23T00:30:00Z') }, now)).toBe(false)
  expect(canRestore({ revokedAt: null }, now)).toBe(false)
})
