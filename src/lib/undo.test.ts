import { expect, test } from 'vitest'
import { canStillUndo, undoneSince, undoUntil } from './undo.ts'

test('what was done can be taken back for half an hour, and not at its end', () => {
  const done = new Date('2026-11-23T00:00:00Z')
  const after = (minutes: number) => new Date(done.getTime() + minutes * 60_000)
  expect([canStillUndo(done, done), canStillUndo(done, after(29)), canStillUndo(done, after(30))]).toEqual([
    true,
    true,
    false,
  ])
  expect(canStillUndo(null, done)).toBe(false)
  expect(undoneSince(undoUntil(done))).toEqual(done)
})
