import { describe, expect, it } from 'vitest'
import type { Criterion } from '../schema.ts'
import { changedAfter, draftCriteria, inForce, pointsInWords, together, weighted } from './scoring.ts'

const at = (day: number) => new Date(Date.UTC(2026, 10, day))
const row = (key: string, position: number, weight: number, declared = 1, ended: number | null = null): Criterion => ({
  ...{ id: `${key}-${declared}`, key, position, weight, name: key, projectId: 'p', companyId: 'c', declaredBy: 'a' },
  ...{ declaredAt: at(declared), endedAt: ended === null ? null : at(ended) },
})
const criteria = [row('skill', 1, 3), row('words', 2, 1)]

describe('points', () => {
  it('count by their weight, and only where they were given', () => {
    expect(weighted({ skill: 5, words: 1 }, criteria)).toBe(4)
    expect(weighted({ words: 2 }, criteria)).toBe(2)
    expect(weighted({ gone: 5 }, criteria)).toBe(null)
  })

  it('of several are taken together with how far they are apart', () => {
    const sum = together([{ points: { skill: 5, words: 5 } }, { points: { skill: 2, words: 4 } }], criteria)
    expect(sum).toEqual({ mean: 3.75, spread: 2.5, count: 2, each: [3.5, 4.5] })
    expect(pointsInWords(sum.mean)).toBe('3.8')
    expect(together([], criteria)).toEqual({ mean: null, spread: 0, count: 0, each: [null, null] })
  })
})

it('what holds and what was changed after the first points can be told apart', () => {
  const rows = [row('skill', 1, 2, 1, 5), row('skill', 1, 3, 5), row('words', 2, 1)]
  expect(inForce(rows).map(({ id }) => id)).toEqual(['skill-5', 'words-1'])
  expect(changedAfter(rows, [{ givenAt: at(3) }])).toEqual([at(5)])
  expect(changedAfter(rows, [{ givenAt: at(6) }])).toEqual([])
  expect(changedAfter(rows, [])).toEqual([])
})

it('a first draft comes from the work that is asked for', () => {
  const draft = draftCriteria(['10035', '10043', '10036'])
  expect(draft).toHaveLength(5)
  expect(draft[0]).toEqual({ name: '「手作業・工芸の原価管理」の経験', weight: 3 })
  expect(draftCriteria([])).toHaveLength(3)
})
