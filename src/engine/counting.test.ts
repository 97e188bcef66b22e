import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyProject, anyTalent, WORLD, withIds } from './arbitrary.ts'
import { bitsOf } from './bits.ts'
import { countFits } from './counting.ts'
import { createModel } from './model.ts'
import { rank } from './rank.ts'
import { type Project, type Talent, talentColumns } from './records.ts'

const modelOf = (talents: Talent[]) => createModel({ ...WORLD, side: 'talents', rows: talentColumns(talents, 8) })
const middleOf = (code: number) => WORLD.tree.middleOf[code]

/** The same rule once more, over records instead of columns. */
function fits(talent: Talent, project: Project): boolean {
  if (talent.visible === false || project.open === false || talent.hours === 0) return false
  const codes = project.codes ?? []
  const musts = codes.some(({ must }) => must) ? codes.filter(({ must }) => must) : codes
  const knows = (wanted: number) => (talent.codes ?? []).some(({ code }) => middleOf(code) === middleOf(wanted))
  const needed = [0, 0, 1, 2, 3][project.visits ?? 0]!
  return (
    musts.every(({ code }) => knows(code)) &&
    (talent.hours ?? 250) >= (project.hours ?? 0) &&
    (talent.fee ?? 0) <= (project.fee ?? 65_000) &&
    (talent.visits ?? 3) >= needed &&
    ((talent.times ?? 255) & (project.times ?? 255)) !== 0
  )
}

const anyChange = fc.oneof(
  fc.record({ hours: fc.constantFrom(1, 6, 11, 21) }),
  fc.record({ fee: fc.constantFrom(500, 1500, 3500) }),
  fc.constant({ visits: 0 }),
  fc.record({
    codes: fc.array(fc.record({ code: fc.nat({ max: 11 }), level: fc.constant(2), must: fc.boolean() }), {
      maxLength: 4,
    }),
  }),
)
const market = fc.array(anyTalent, { maxLength: 25 }).map(withIds)

test('counts whoever meets all that is asked for, now and with each change', () => {
  fc.assert(
    fc.property(market, anyProject, fc.array(anyChange, { maxLength: 5 }), (people, project, changes) => {
      const countOf = (asked: Project) => people.filter((one) => fits(one, asked)).length
      expect(countFits(modelOf(people), project, changes)).toEqual({
        now: countOf(project),
        after: changes.map((change) => countOf({ ...project, ...change })),
      })
    }),
  )
})

test('nobody is counted whom a filter keeps out of the list, and whoever is blocked is not counted', () => {
  fc.assert(
    fc.property(
      market,
      anyProject,
      fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }),
      (people, project, out) => {
        const model = modelOf(people)
        const blocked = bitsOf(
          model,
          people.flatMap(({ id }, at) => (out[at] ? [id] : [])),
        )
        const listed = people.length === 0 ? 0 : rank(model, { ...project, blocked }, 100).length
        const left = people.filter((one, at) => !out[at] && fits(one, project)).length
        expect(countFits(model, { ...project, blocked }).now).toBe(left)
        expect(left).toBeLessThanOrEqual(listed)
      },
    ),
  )
})

test('asking for less never leaves fewer', () => {
  fc.assert(
    fc.property(market, anyProject, (people, project) => {
      const must = project.codes?.findIndex((code) => code.must) ?? -1
      const { hours, fee, codes = [] } = project
      const rest = codes.filter((_, at) => at !== must)
      const easier: Partial<Project>[] = [
        { visits: 0 },
        { fee: Math.min(65_000, (fee ?? 65_000) + 500) },
        { hours: hours === null || hours === undefined || hours === 1 ? null : hours - 1 },
        ...(rest.some((code) => code.must) ? [{ codes: rest }] : []),
      ]
      const { now, after } = countFits(modelOf(people), project, easier)
      for (const count of after) expect(count).toBeGreaterThanOrEqual(now)
    }),
  )
})

test('an empty store counts nobody, and what is out of range is refused by name', () => {
  expect(countFits(modelOf([]), { hours: 10 }, [{ hours: 11 }])).toEqual({ now: 0, after: [0] })
  const model = modelOf([{ hours: 10 }])
  expect(() => countFits(model, { hours: 251 })).toThrow('hours, row 0: 251')
  expect(() => countFits(model, {}, [{ fee: -1 }])).toThrow('fee, row 0: -1')
  expect(() => countFits(model, { blocked: new Uint32Array(0) })).toThrow('blocked: 0 words')
})
