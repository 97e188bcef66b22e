import { expect, test } from 'vitest'
import { jobCodes, sayings } from './standard.ts'

test('every job code has people who talk of it, nobody twice, and no code that does not exist', () => {
  const all = sayings()
  const unknown = [...all.keys()].filter((code) => !jobCodes().leaf(code))
  expect(unknown).toEqual([])
  for (const { leaf } of jobCodes().places)
    expect([leaf.name, (all.get(leaf.id) ?? []).length >= 20]).toEqual([leaf.name, true])
  const lines = [...all.values()].flat()
  expect(new Set(lines).size).toBe(lines.length)
})
