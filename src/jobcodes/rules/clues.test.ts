import { expect, test } from 'vitest'
import { cluesOf, jobCodes, meaningsByName } from './standard.ts'

/** Read once: each is seconds of YAML. */
const [SAYINGS, CUES, TOLD] = [cluesOf('sayings'), cluesOf('cues'), cluesOf('told')]

test.each([
  ['sayings', SAYINGS, 20],
  ['cues', CUES, 100],
] as const)('every job code has %s, none twice, and no code that does not exist', (_kind, all, least) => {
  expect([...all.keys()].filter((code) => !jobCodes().leaf(code))).toEqual([])
  for (const { leaf } of jobCodes().places) {
    const own = all.get(leaf.id) ?? []
    expect([leaf.name, own.length >= least, new Set(own).size]).toEqual([leaf.name, true, own.length])
  }
})

/** A cue that points to many codes points to none. */
const MOST_CODES = 12

test('no cue stands with many codes, no saying with two', () => {
  for (const [all, most] of [
    [CUES, MOST_CODES],
    [SAYINGS, 1],
  ] as const) {
    const counts = new Map<string, number>()
    for (const text of [...all.values()].flat()) counts.set(text, (counts.get(text) ?? 0) + 1)
    expect([...counts].filter(([, count]) => count > most)).toEqual([])
  }
})

test('what was told has one to three job codes, none twice, and no text stands twice', () => {
  const told = [...TOLD]
  for (const [key] of told) {
    const codes = key.split(' ')
    expect([key, codes.length <= 3, new Set(codes).size === codes.length]).toEqual([key, true, true])
    expect(codes.filter((code) => !jobCodes().leaf(code))).toEqual([])
  }
  const texts = told.flatMap(([, all]) => all)
  expect(new Set(texts).size).toBe(texts.length)
  expect(texts.length).toBeGreaterThan(10_000)
})

/** A way of speaking that belongs to many meanings tells none of them. */
const MOST_MEANINGS = 2

test('every meaning has ways of speaking, and no way has more than two meanings', () => {
  const meanings = Object.entries(meaningsByName())
  const counts = new Map<string, number>()
  for (const [name, ways] of meanings) {
    expect([name, ways.length >= 5, new Set(ways).size]).toEqual([name, true, ways.length])
    for (const way of ways) counts.set(way, (counts.get(way) ?? 0) + 1)
  }
  expect([...counts].filter(([, count]) => count > MOST_MEANINGS)).toEqual([])
})
