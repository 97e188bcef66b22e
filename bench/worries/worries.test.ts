import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { cluesOf, jobCodes } from '../../src/jobcodes/rules/standard.ts'
import { acceptedOf, kappa, readHalf, readWide, textOfHalf, wilson } from './labels.ts'

/** Of the half that nobody may tune to. It never changes. */
const FROZEN = '97d86333907619b935e69edbe05f98df9dd2d41ccd530422c8b1461e8631c5d7'

test('the frozen half is the one that was committed before any tuning', () => {
  expect(createHash('sha256').update(textOfHalf('frozen')).digest('hex')).toBe(FROZEN)
})

test('every worry stands once, with codes that exist', () => {
  const all = [...readHalf('open'), ...readHalf('frozen')]
  expect(all.length).toBeGreaterThanOrEqual(200)
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  expect(new Set(all.map(({ text }) => text)).size).toBe(all.length)
  for (const worry of all) {
    for (const code of [...worry.first, ...worry.second]) expect(jobCodes().leaf(code), code).toBeDefined()
    expect(acceptedOf(worry).length).toBeGreaterThan(0)
  }
}, 60_000)

test('every worry of the wide part stands once, with codes that exist', () => {
  const wide = readWide()
  expect(new Set(wide.map(({ text }) => text)).size).toBe(wide.length)
  for (const { codes } of wide) {
    expect(codes.length).toBeGreaterThan(0)
    for (const code of codes) expect(jobCodes().leaf(code), code).toBeDefined()
  }
})

/** Letters in a row that two people do not write by chance. */
const SAME = 18

test('what the classifier learns from holds nothing of the worries that measure it', () => {
  const pieces = new Map<string, string>()
  for (const { id, text } of [...readHalf('open'), ...readHalf('frozen'), ...readWide()]) {
    for (let at = 0; at + SAME <= text.length; at++) pieces.set(text.slice(at, at + SAME), id)
  }
  const learned = [...cluesOf('told').values(), ...cluesOf('sayings').values()].flat()
  const found = learned.filter((text) => {
    for (let at = 0; at + SAME <= text.length; at++) if (pieces.has(text.slice(at, at + SAME))) return true
    return false
  })
  expect(found).toEqual([])
}, 60_000)

test('what both chose comes first, then the first choice of each', () => {
  const worry = { id: '', card: '', text: '' }
  expect(acceptedOf({ ...worry, first: ['1', '2'], second: ['2', '3'] })).toEqual(['2', '1'])
  expect(acceptedOf({ ...worry, first: ['1'], second: ['2'] })).toEqual(['1', '2'])
})

test('kappa and the interval of Wilson on worked examples', () => {
  expect(kappa(['a', 'a', 'b', 'b'], ['a', 'a', 'b', 'b'])).toBe(1)
  expect(kappa(['a', 'a', 'b', 'b'], ['a', 'b', 'a', 'b'])).toBe(0)
  const [low, high] = wilson(8, 10)
  expect([low.toFixed(3), high.toFixed(3)]).toEqual(['0.490', '0.943'])
})
