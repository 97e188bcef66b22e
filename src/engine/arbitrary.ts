import fc from 'fast-check'
import type { World } from './columns.ts'
import type { Project, Talent } from './records.ts'

/** A small world for the tests beside: 12 leaves in 5 middles in 2 majors, 4 industries, texts of 8. */
export const WORLD: World = {
  tree: { middleOf: [0, 0, 0, 1, 1, 2, 2, 2, 3, 3, 4, 4], majorOf: [0, 0, 0, 1, 1] },
  industries: { count: 4, near: [0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0] },
  dimension: 8,
}

const code = fc.nat({ max: 11 })
const level = fc.integer({ min: 1, max: 4 })
const place = fc.constantFrom(6000, 6201, 6202, 5201, 13101, 40130, 40000, 47201)
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })

const common = {
  times: fc.constantFrom(null, 1, 2, 3),
  fee: maybe(fc.constantFrom(0, 1, 999, 1000, 2500, 3000, 3333, 5000, 9000, 65000)),
  motives: fc.constantFrom(null, 1, 3, 6, 12, 65535),
  record: fc.nat({ max: 20 }).chain((finished) =>
    fc.record({
      finished: fc.constant(finished),
      confirmed: fc.nat({ max: finished }),
      usual: fc.constantFrom(undefined, 0, 60, 95, 100),
    }),
  ),
  answers: fc.nat({ max: 9 }).chain((asked) =>
    fc.record({
      seenDays: fc.constantFrom(0, 8, 31, 400),
      asked: fc.constant(asked),
      answered: fc.nat({ max: asked }),
    }),
  ),
  price: fc.constantFrom(0, 0, 500, -700),
  text: fc.option(fc.array(fc.integer({ min: -127, max: 127 }), { minLength: 8, maxLength: 8 }), { nil: undefined }),
}

export const anyTalent: fc.Arbitrary<Talent> = fc.record({
  ...common,
  visible: fc.constantFrom(true, true, true, false),
  codes: fc.array(fc.record({ code, level, evidence: fc.nat({ max: 3 }), years: fc.nat({ max: 7 }) }), {
    maxLength: 6,
  }),
  industries: fc.array(fc.nat({ max: 3 }), { maxLength: 3 }),
  ties: fc.array(fc.record({ kind: fc.nat({ max: 7 }), recency: fc.nat({ max: 3 }), place }), { maxLength: 4 }),
  hours: maybe(fc.constantFrom(0, 2, 5, 9, 10, 12, 20, 40)),
  prefecture: fc.constantFrom(null, 6, 5, 13, 40, 47),
  visits: fc.constantFrom(null, 0, 1, 2, 3),
})

export const anyProject: fc.Arbitrary<Project> = fc.record({
  ...common,
  open: fc.constantFrom(true, true, true, true, false),
  codes: fc.array(fc.record({ code, level, must: fc.boolean() }), { maxLength: 4 }),
  industry: maybe(fc.nat({ max: 3 })),
  place: maybe(place),
  hours: maybe(fc.constantFrom(1, 5, 10, 16, 20)),
  visits: fc.constantFrom(null, 0, 1, 2, 3, 4),
  travelPaid: fc.boolean(),
})

/** Rows with ids that are neither dense nor in order. */
export function withIds<T>(rows: readonly T[]): (T & { id: number })[] {
  return rows.map((row, at) => ({ ...row, id: ((at * 7919) % 1009) - 500 }))
}
