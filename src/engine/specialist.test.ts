import { describe, expect, test } from 'vitest'
import { WORLD } from './arbitrary.ts'
import { explain } from './explain.ts'
import { AT } from './factors.ts'
import { createModel } from './model.ts'
import { rankForReading } from './rank.ts'
import { type Project, type Talent, talentColumns } from './records.ts'

/** Leaf 0 is the narrow speciality, leaf 1 its neighbour in the same middle, leaf 3 in the same major. */
const text = [90, 40, 20, 0, 10, 0, 30, 50]
const faint = [10, 90, -20, 60, 10, 40, -30, 0]
const project: Project = {
  codes: [{ code: 0, level: 3, must: true }],
  industry: 0,
  place: 6201,
  hours: 10,
  fee: 3500,
  visits: 2,
  travelPaid: true,
  motives: 3,
  text,
}
const specialist: Talent = {
  id: 1,
  codes: [{ code: 0, level: 4, evidence: 2, years: 6 }],
  industries: [1],
  hours: 10,
  fee: 3500,
  prefecture: 12,
  visits: 1,
  text: faint,
}
const leaves = [1, 2, 3, 4]
const rivals: Record<string, Talent> = {
  'a generalist of the same middle': {
    codes: [1, 2, 3, 4, 5].map((code) => ({ code, level: 4, evidence: 3, years: 6 })),
    industries: [0, 1, 2],
    hours: 40,
    fee: 2500,
    prefecture: 13,
    visits: 3,
    motives: 3,
    text,
  },
  'a neighbouring leaf with slick text and a tie': {
    codes: [{ code: 1, level: 4, evidence: 3, years: 5 }],
    industries: [0],
    ties: [{ kind: 4, recency: 2, place: 6000 }],
    hours: 20,
    fee: 3000,
    prefecture: 13,
    visits: 2,
    text,
  },
  'the exact leaf with two hours a month': { ...specialist, industries: [0], hours: 2, text },
  'the exact leaf without evidence, at a low level': {
    ...specialist,
    codes: [{ code: 0, level: 1, evidence: 0, years: 1 }],
    industries: [0],
    text,
  },
  'an expensive consultant': { ...specialist, industries: [0, 1], hours: 40, fee: 15000, text },
}

function order(wanted: Project) {
  const list = [specialist, ...Object.values(rivals).map((rival, at) => ({ ...rival, id: at + 2 }))]
  const model = createModel({ ...WORLD, side: 'talents', rows: talentColumns(list, 8) })
  return rankForReading(model, wanted, 10)
}

describe('the narrow specialist stands before', () => {
  for (const [at, name] of Object.keys(rivals).entries()) {
    test(name, () => {
      const ids = order(project).ranked.map(({ id }) => id)
      expect(ids.indexOf(1)).toBe(0)
      expect(ids).toContain(at + 2)
    })
  }

  test('everybody, also when the owner confirmed three neighbouring codes beside', () => {
    const wide = {
      ...project,
      codes: [{ code: 0, level: 3, must: true }, ...leaves.slice(0, 3).map((code) => ({ code, level: 2 }))],
    }
    expect(order(wide).ranked[0]?.id).toBe(1)
  })
})

test('says why, and the one doubt', () => {
  const { ranked, yardstick } = order(project)
  const { reasons, doubt } = explain(ranked[0]!.points, yardstick)
  expect(reasons[0]).toBe(AT.code)
  expect(reasons).toContain(AT.level)
  expect(doubt).toBe(AT.tie)
  const short = ranked.find(({ id }) => id === 4)!
  expect(explain(short.points, yardstick).doubt).toBe(AT.hours)
  const dear = ranked.find(({ id }) => id === 6)!
  expect(explain(dear.points, yardstick).doubt).toBe(AT.fee)
})
