import { expect, test } from 'vitest'
import { cluesOf, jobCodes } from './standard.ts'

test.each([
  ['sayings', 20],
  ['cues', 100],
] as const)('every job code has %s, none twice, and no code that does not exist', (kind, least) => {
  const all = cluesOf(kind)
  expect([...all.keys()].filter((code) => !jobCodes().leaf(code))).toEqual([])
  for (const { leaf } of jobCodes().places) {
    const own = all.get(leaf.id) ?? []
    expect([leaf.name, own.length >= least, new Set(own).size]).toEqual([leaf.name, true, own.length])
  }
})

/** A cue that points to many codes points to none. */
const MOST_CODES = 12

test('no cue stands with many codes, no saying with two', () => {
  for (const [kind, most] of [
    ['cues', MOST_CODES],
    ['sayings', 1],
  ] as const) {
    const counts = new Map<string, number>()
    for (const text of [...cluesOf(kind).values()].flat()) counts.set(text, (counts.get(text) ?? 0) + 1)
    expect([...counts].filter(([, count]) => count > most)).toEqual([])
  }
})
