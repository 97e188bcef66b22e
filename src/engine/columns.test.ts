import { expect, test } from 'vitest'
import { WORLD } from './arbitrary.ts'
import type { TalentColumns, World } from './columns.ts'
import { createModel } from './model.ts'
import { emptyRow } from './row.ts'
import { STRIDE } from './store.ts'

const build =
  (rows: object, world: Partial<World> = {}) =>
  () =>
    createModel({ ...WORLD, ...world, side: 'talents', rows: { id: [1, 2], ...rows } as TalentColumns })

test('each wrong column is named with its row', () => {
  expect(build({ hours: [10, Number.NaN] })).toThrow(
    new RangeError('hours, row 1: NaN is not a whole number from 0 to 250'),
  )
  expect(build({ hours: [10, -1] })).toThrow('hours, row 1: -1')
  expect(build({ fee: [1] })).toThrow('fee: 1 values, must be 2 (1 for each of 2 rows)')
  expect(build({ codes: new Uint16Array(12).fill(12) })).toThrow(
    'codes, row 0: 12 is an unknown code index (12 leaves)',
  )
  expect(build({ codes: new Uint16Array(12) })).toThrow('levels, row 0: 0 is not a whole number from 1 to 4')
  expect(build({ industries: [255, 255, 255, 4, 255, 255] })).toThrow('industries, row 1: 4 is an unknown industry')
  expect(build({ finished: [0, 1], confirmed: [0, 2] })).toThrow(
    'confirmed, row 1: 2 is not a whole number from 0 to 1',
  )
  expect(build({ id: [5, 5] })).toThrow('id, row 1: 5 is there twice')
  expect(build({ id: [0.5, 1] })).toThrow('id, row 0: 0.5')
  expect(build({ text: new Int8Array(15) })).toThrow('text: 15 values, must be 16')
  expect(build({ age: [30, 40] })).toThrow('age: no such column')
})

test('wrong shared tables are named', () => {
  expect(build({}, { dimension: -1 })).toThrow('dimension: -1')
  expect(build({}, { tree: { middleOf: [3], majorOf: [0] } })).toThrow('tree.middleOf, row 0: 3')
  expect(build({}, { industries: { count: 2, near: [0, 1, 0, 0] } })).toThrow('industries.near: not symmetric')
  expect(build({}, { industries: { count: 2, near: [0] } })).toThrow('industries.near: 1 values, must be 2 × 2')
})

test('a talent is about fifty bytes, a project about thirty, and a row fits in its place', () => {
  const [talent, project] = [emptyRow('talents', 8), emptyRow('projects', 8)]
  expect(talent.bytes.length).toBeLessThanOrEqual(STRIDE.talents)
  expect(project.bytes.length).toBeLessThanOrEqual(STRIDE.projects)
})
