import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyProject, anyTalent, WORLD, withIds } from './arbitrary.ts'
import { bitsOf } from './bits.ts'
import { createModel } from './model.ts'
import { rank } from './rank.ts'
import { type Talent, talentColumns } from './records.ts'
import { whatIf } from './whatif.ts'

const modelOf = (talents: Talent[]) => createModel({ ...WORLD, side: 'talents', rows: talentColumns(talents, 8) })
const placeOf = (model: ReturnType<typeof modelOf>, project: Parameters<typeof rank<'talents'>>[1], row: number) => {
  const at = rank(model, project, 100).findIndex((one) => one.row === row)
  return at < 0 ? null : at + 1
}

test('the rank after a change is the rank in a model built with the change', () => {
  const change = fc.oneof(
    fc.record({ hours: fc.constantFrom(0, 5, 20) }),
    fc.record({ fee: fc.constantFrom(1000, 3000), visits: fc.constantFrom(0, 2) }),
    anyTalent,
  )
  fc.assert(
    fc.property(
      fc.array(anyTalent, { minLength: 1, maxLength: 25 }).map(withIds),
      anyProject,
      change,
      fc.nat(),
      (rows, project, other, pick) => {
        const row = pick % rows.length
        const model = modelOf(rows)
        const changed = modelOf(rows.map((one, at) => (at === row ? { ...one, ...other } : one)))
        expect(whatIf(model, project, row, other)).toEqual({
          before: placeOf(model, project, row),
          after: placeOf(changed, project, row),
        })
      },
    ),
  )
})

test('a blocked row has no rank, whatever it changes', () => {
  const model = modelOf(withIds([{ hours: 10 }]))
  const blocked = bitsOf(model, model.rowOf.ids())
  expect(whatIf(model, { blocked }, 0, { hours: 20 })).toEqual({ before: null, after: null })
})

test('a row that is not there and a change out of range are refused', () => {
  const model = modelOf(withIds([{ hours: 10 }]))
  expect(() => whatIf(model, {}, 1, {})).toThrow('row: 1 is not a row of this model')
  expect(() => whatIf(model, {}, 0, { hours: 251 })).toThrow('hours, row 0: 251')
})
