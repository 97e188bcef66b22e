import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyProject, anyTalent, WORLD, withIds } from './arbitrary.ts'
import { visitsImpossible } from './bins.ts'
import { bitsOf } from './bits.ts'
import { FACTOR_COUNT } from './factors.ts'
import { createModel } from './model.ts'
import { prepare } from './prepare.ts'
import { rank } from './rank.ts'
import { type Project, projectColumns, type Talent, talentColumns } from './records.ts'

const talentModel = (talents: Talent[]) => createModel({ ...WORLD, side: 'talents', rows: talentColumns(talents, 8) })
const projectModel = (projects: Project[]) =>
  createModel({ ...WORLD, side: 'projects', rows: projectColumns(projects, 8) })
const talents = fc.array(anyTalent, { maxLength: 40 }).map(withIds)
const projects = fc.array(anyProject, { maxLength: 40 }).map(withIds)

/** The filters once more, from the records. */
function mayMeet(talent: Talent, project: Project): boolean {
  const times = !talent.times || !project.times || (talent.times & project.times) !== 0
  const visits = !visitsImpossible(project.visits ?? 5, talent.visits ?? 4)
  return talent.visible !== false && project.open !== false && talent.hours !== 0 && times && visits
}

/** Scores every pair by the plain reference and sorts. */
function sorted<T extends { id: number }>(rows: T[], passes: (row: T) => boolean, score: (at: number) => number) {
  return rows
    .map((row, at) => ({ id: row.id, score: passes(row) ? score(at) : null }))
    .filter((row): row is { id: number; score: number } => row.score !== null)
    .sort((a, b) => b.score - a.score || a.id - b.id)
}

const sum = (points: Int16Array) => points.reduce((total, one) => total + one, 0)

describe('scan equals sorting everybody by the plain reference', () => {
  test('one project against talents', () => {
    fc.assert(
      fc.property(talents, anyProject, fc.integer({ min: 1, max: 45 }), (rows, project, k) => {
        const model = talentModel(rows)
        const { points } = prepare(model, project)
        const naive = sorted(
          rows,
          (row) => mayMeet(row, project),
          (at) => sum(points(model.store, at).points),
        )
        expect(rank(model, project, k).map(({ id, score }) => ({ id, score }))).toEqual(naive.slice(0, k))
      }),
      { numRuns: 150 },
    )
  })

  test('one talent against projects', () => {
    fc.assert(
      fc.property(projects, anyTalent, fc.integer({ min: 1, max: 45 }), (rows, talent, k) => {
        const model = projectModel(rows)
        const { points } = prepare(model, talent)
        const naive = sorted(
          rows,
          (row) => mayMeet(talent, row),
          (at) => sum(points(model.store, at).points),
        )
        expect(rank(model, talent, k).map(({ id, score }) => ({ id, score }))).toEqual(naive.slice(0, k))
      }),
      { numRuns: 150 },
    )
  })

  test('a list longer than one block', () => {
    const [many, [project]] = [
      withIds(fc.sample(anyTalent, { numRuns: 5000, seed: 3 })),
      fc.sample(anyProject, { numRuns: 1, seed: 4 }),
    ]
    const rows = many.map((row, at) => ({ ...row, id: 5000 - at }))
    const model = talentModel(rows)
    const { points } = prepare(model, { ...project, open: true })
    const wanted = { ...project!, open: true }
    const naive = sorted(
      rows,
      (row) => mayMeet(row, wanted),
      (at) => sum(points(model.store, at).points),
    )
    expect(rank(model, wanted, 300).map(({ id }) => id)).toEqual(naive.slice(0, 300).map(({ id }) => id))
  })
})

test('both directions give one pair the same points', () => {
  fc.assert(
    fc.property(anyTalent, anyProject, (talent, project) => {
      const bare = { ...talent, price: 0 }
      const [person] = rank(talentModel(withIds([bare])), { ...project, price: 0 }, 1)
      const [posting] = rank(projectModel(withIds([{ ...project, price: 0 }])), bare, 1)
      expect(posting?.points).toEqual(person?.points)
      expect(posting?.apply).toEqual(person?.apply)
    }),
  )
})

test('points add up exactly: to the score, and from the two sides', () => {
  fc.assert(
    fc.property(talents, anyProject, (rows, project) => {
      for (const { score, points, apply, offer, row } of rank(talentModel(rows), project, 40)) {
        expect(points).toHaveLength(FACTOR_COUNT)
        expect(sum(points)).toBe(score)
        expect(sum(apply) + sum(offer) - (rows[row]!.price ?? 0)).toBe(score)
      }
    }),
  )
})

test('the order of the rows does not matter', () => {
  fc.assert(
    fc.property(talents, anyProject, fc.integer(), (rows, project, seed) => {
      const shuffled = fc.sample(fc.shuffledSubarray(rows, { minLength: rows.length }), { numRuns: 1, seed })[0]!
      const ids = (list: Talent[]) => rank(talentModel(list), project, 20).map(({ id }) => id)
      expect(ids(shuffled)).toEqual(ids(rows))
    }),
  )
})

test('a blocked row never appears, the others keep their order', () => {
  fc.assert(
    fc.property(talents, anyProject, fc.func(fc.boolean()), (rows, project, isBlocked) => {
      const model = talentModel(rows)
      const ids = rows.map(({ id }) => id).filter((id) => isBlocked(id))
      const all = rank(model, project, 100).map(({ id }) => id)
      const open = rank(model, { ...project, blocked: bitsOf(model, ids) }, 100).map(({ id }) => id)
      expect(open).toEqual(all.filter((id) => !ids.includes(id)))
    }),
  )
})

describe('more of a good thing never lowers a score', () => {
  const scoreOf = (talent: Talent, project: Project) => {
    const ready = { ...talent, visible: true, times: null, visits: 3 }
    return rank(talentModel(withIds([ready])), { ...project, open: true }, 1)[0]!.score
  }
  const never = (name: string, worse: (talent: Talent, project: Project) => [Talent, Project, Talent, Project]) =>
    test(name, () => {
      fc.assert(
        fc.property(anyTalent, anyProject, (talent, project) => {
          const [lessTalent, lessProject, moreTalent, moreProject] = worse(
            { ...talent, hours: talent.hours || 10 },
            project,
          )
          expect(scoreOf(moreTalent, moreProject)).toBeGreaterThanOrEqual(scoreOf(lessTalent, lessProject))
        }),
      )
    })
  never('hours free', (t, p) => [t, p, { ...t, hours: t.hours! + 3 }, p])
  never('fee offered', (t, p) => [
    t,
    { ...p, fee: p.fee ?? 1000 },
    t,
    { ...p, fee: Math.min(65000, (p.fee ?? 1000) + 300) },
  ])
  never('fee hoped for, when less', (t, p) => [
    { ...t, fee: ((t.fee ?? 900) % 64000) + 500 },
    p,
    { ...t, fee: (t.fee ?? 900) % 64000 },
    p,
  ])
  never('level shown', (t, p) => [
    t,
    p,
    { ...t, codes: t.codes!.map((c) => ({ ...c, level: Math.min(4, c.level + 1) })) },
    p,
  ])
  never('evidence', (t, p) => [
    t,
    p,
    { ...t, codes: t.codes!.map((c) => ({ ...c, evidence: Math.min(3, c.evidence! + 1) })) },
    p,
  ])
  never('confirmed work', (t, p) => [
    { ...t, record: { finished: 9, confirmed: 4 } },
    p,
    { ...t, record: { finished: 9, confirmed: 6 } },
    p,
  ])
})

test('an empty store has an empty answer', () => {
  expect(rank(talentModel([]), {}, 100)).toEqual([])
  expect(rank(projectModel([]), { hours: 10 }, 1)).toEqual([])
})

test('what is asked wrongly is refused with a sentence', () => {
  const model = talentModel(withIds([{ hours: 10 }]))
  for (const k of [0, -1, 1.5, Number.NaN, 10001]) expect(() => rank(model, {}, k)).toThrow(/^k: /)
  expect(() => rank(model, { hours: -3 }, 1)).toThrow('hours, row 0: -3 is not a whole number from 0 to 250')
  expect(() => rank(model, { hours: 0 }, 1)).toThrow('hours, row 0: a project needs at least 1')
  expect(() => rank(model, { codes: [{ code: 12, level: 1 }] }, 1)).toThrow('codes, row 0: 12 is an unknown code index')
  expect(() => rank(model, { text: [1, 2] }, 1)).toThrow('text, row 0: 2 values, must be 8')
  expect(() => rank(model, { blocked: new Uint32Array(0) }, 1)).toThrow(/^blocked: 0 words/)
})
