import { expect, test } from 'vitest'
import { matrix } from '../market/matrix.ts'
import { betweenRuns } from './between.ts'
import type { Lists, Morning } from './morning.ts'

const AIM = { alpha: 1, places: 5, floor: 0 }

const NOTHING = { trials: new Float64Array(0), more: new Float64Array(0), variance: new Float64Array(0) }

/** One person, and projects by number with how likely both say yes; `waiting` counts applications by project. */
function morning(day: number, likings: Record<number, number>, waiting: Record<number, number> = {}): Morning {
  const projects = Int32Array.from(Object.keys(likings), Number)
  const wants = matrix(1, projects.length)
  wants.values.set(Object.values(likings))
  const wanted = { rows: projects.length, columns: 1, values: wants.values.slice() }
  return {
    ...{
      day,
      people: Int32Array.of(7),
      projects,
      market: { wants, wanted },
      places: 5,
      random: { left: () => 0.99, right: () => 0.99 },
    },
    known: { people: NOTHING, projects: NOTHING },
    looked: { left: Float64Array.of(1), right: Float64Array.of(1) },
    openings: new Float64Array(projects.length).fill(1),
    hours: Float64Array.of(10),
    wantedHours: new Float64Array(projects.length).fill(10),
    waiting: (column) => waiting[projects[column]!] ?? 0,
  }
}

const shown = (plan: (morning: Morning) => Lists, now: Morning) =>
  Array.from(plan(now).left(0), (column) => now.projects[column]!)

test('what came since stands where prices of now put it; what was drawn keeps its order whatever they do', () => {
  const moving = betweenRuns(AIM, { every: 7, step: 0.5 })
  const still = betweenRuns(AIM, { every: 7, step: 0 })
  for (const plan of [moving, still]) {
    const first = shown(plan, morning(0, { 3: 0.5, 4: 0.4 }))
    expect(first).toHaveLength(2)
    const [top, next] = first as [number, number]
    // One that is almost as good as both of them.
    const later = { 3: 0.5, 4: 0.4, 9: 0.39 }
    expect(shown(plan, morning(1, later))).toEqual([top, next, 9])
    const crowded = shown(plan, morning(2, later, { 3: 3, 4: 3 }))
    expect(crowded).toEqual(plan === moving ? [9, top, next] : [top, next, 9])
    expect(shown(plan, morning(3, later, { 3: 3, 4: 3, 9: 3 }))).toEqual([top, next, 9])
    expect(shown(plan, morning(4, later))).toEqual([top, next, 9])
  }
})

test('new lists have prices of their own, and one who came after the last ones has the best first', () => {
  const plan = betweenRuns(AIM, { every: 2, step: 0.5 })
  shown(plan, morning(0, { 3: 0.5, 4: 0.4 }, { 3: 4 }))
  const now = { ...morning(1, { 3: 0.5, 4: 0.4 }, { 3: 4 }), people: Int32Array.of(8) }
  expect(shown(plan, now)).toEqual([3, 4])
  // Four applications and one less are one step up and down again.
  expect(shown(plan, { ...now, waiting: (column) => [8, 0][column]! })).toEqual([4, 3])
  shown(plan, morning(2, { 3: 0.5, 4: 0.4 }, { 3: 8 }))
  const after = { ...morning(3, { 3: 0.5, 4: 0.4 }, { 3: 8 }), people: Int32Array.of(8) }
  expect(shown(plan, after)).toEqual([3, 4])
})

test('a company keeps the list of people that was drawn, without who went; who came since stands where they fit', () => {
  const plan = betweenRuns(AIM, { every: 7, step: 0.5 })
  const likedBy = (day: number, people: Record<number, number>): Morning => {
    const likings = Float64Array.from(Object.values(people))
    const wants = { rows: likings.length, columns: 1, values: likings }
    const wanted = { rows: 1, columns: likings.length, values: likings.slice() }
    const hours = new Float64Array(likings.length).fill(10)
    return {
      ...morning(day, { 3: 0.5 }),
      people: Int32Array.from(Object.keys(people), Number),
      market: { wants, wanted },
      hours,
    }
  }
  const shownTo = (now: Morning) => Array.from(plan(now).right(0), (row) => now.people[row]!)
  const first = shownTo(likedBy(0, { 7: 0.2, 8: 0.3, 9: 0.1 }))
  expect(first.toSorted()).toEqual([7, 8, 9])
  expect(shownTo(likedBy(1, { 7: 0.2, 8: 0.3, 9: 0.1, 12: 0.9 }))).toEqual([12, ...first])
  // Decided is as good as gone.
  expect(shownTo(likedBy(2, { 7: 0, 8: 0.3, 9: 0.1, 12: 0.001 }))).toEqual([...first.filter((one) => one !== 7), 12])
})
