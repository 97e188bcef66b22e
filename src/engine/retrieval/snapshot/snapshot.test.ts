import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { compileAssembly } from '../../../lib/assembly.ts'
import { anyProject, anyTalent, WORLD, withIds } from '../../arbitrary.ts'
import { applyDelta } from '../../delta.ts'
import { createModel } from '../../model.ts'
import { PRIOR } from '../../prior.ts'
import { rank } from '../../rank.ts'
import { type Project, projectColumns, type Talent, talentColumns } from '../../records.ts'
import { kernelSource } from '../kernel/source.ts'
import { openSnapshot } from './open.ts'
import { saveSnapshot } from './save.ts'

const folder = mkdtempSync(join(tmpdir(), 'snapshot-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'talents')
const kernel = new WebAssembly.Module(new Uint8Array(await compileAssembly(kernelSource())))
const columns = (rows: Talent[]) => talentColumns(rows, WORLD.dimension)
const people = fc.sample(anyTalent, { numRuns: 6000, seed: 31 }).map((one, id) => ({ ...one, id }))
const projects = fc.sample(anyProject, { numRuns: 20, seed: 32 }).map((one): Project => ({ ...one, open: true }))

test.each([
  kernel,
  null,
])('a model opened again is the model as it was when the writing ended, kernel %o', async (kernel) => {
  const model = createModel({ ...WORLD, side: 'talents', rows: columns(people), kernel })
  applyDelta(model, { remove: [1, 2, 3] })
  rank(model, projects[0]!, 10)
  const change = (seed: number) =>
    fc.sample(anyTalent, { numRuns: 10, seed }).map((one, at) => ({ ...one, id: at * seed }))
  applyDelta(model, { upsert: columns(change(33)), remove: [500] })
  let own = 1
  const saving = saveSnapshot(model, file, 'up to 7', () => Uint8Array.of(own, 2))
  own = 3
  applyDelta(model, { upsert: columns(change(700)), remove: [10, 11] })
  await saving
  const { model: again, note, attached } = await openSnapshot(file, { ...WORLD, side: 'talents', kernel })
  expect([note, ...attached]).toEqual(['up to 7', 3, 2])
  expect(again.postings).not.toBeNull()
  const expectSame = () => {
    const rows = ({ rowOf }: typeof model) => new Map([...rowOf.ids()].map((id) => [id, rowOf.get(id)]))
    expect(rows(again)).toEqual(rows(model))
    for (const project of projects) expect(rank(again, project, 50)).toEqual(rank(model, project, 50))
  }
  expectSame()
  for (const one of [model, again]) applyDelta(one, { upsert: columns(change(900)), remove: [20] })
  expectSame()
})

test('the other side too, small or empty', async () => {
  const rows = fc.sample(fc.array(anyProject, { maxLength: 9 }).map(withIds), { numRuns: 20, seed: 34 })
  for (const list of [[], ...rows]) {
    const model = createModel({ ...WORLD, side: 'projects', rows: projectColumns(list, WORLD.dimension) })
    await saveSnapshot(model, file)
    const again = (await openSnapshot(file, { ...WORLD, side: 'projects' })).model
    expect(rank(again, { ...people[0], visible: true }, 5)).toEqual(rank(model, { ...people[0], visible: true }, 5))
  }
})

test('another meaning of the numbers, another kind of file and a damaged one are refused', async () => {
  const model = createModel({ ...WORLD, side: 'talents', rows: columns(people.slice(0, 200)) })
  rank(model, projects[0]!, 10)
  await saveSnapshot(model, file)
  const open = (more: object = {}) => openSnapshot(file, { ...WORLD, side: 'talents', ...more })
  const tables = {
    ...PRIOR.tables,
    text: { ...PRIOR.tables.text, apply: PRIOR.tables.text.apply.map((one) => one / 2) },
  }
  const tree = { ...WORLD.tree, majorOf: [0, 0, 1, 1, 1] }
  for (const other of [{ weights: { ...PRIOR, tables } }, { tree }, { dimension: 16 }, { side: 'projects' }]) {
    await expect(open(other)).rejects.toThrow('made with other')
  }
  const whole = readFileSync(file)
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, turn) => {
      const bytes = Buffer.from(whole)
      bytes[at]! ^= turn
      writeFileSync(file, bytes)
      await expect(open()).rejects.toThrow(RangeError)
    }),
    { numRuns: 300 },
  )
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: whole.length - 1 }), async (length) => {
      writeFileSync(file, whole)
      truncateSync(file, length)
      await expect(open()).rejects.toThrow(RangeError)
    }),
  )
  await expect(openSnapshot(join(folder, 'none'), { ...WORLD, side: 'talents' })).rejects.toThrow('ENOENT')
})

test('a snapshot that cannot be written leaves the one before it', async () => {
  const model = createModel({ ...WORLD, side: 'talents', rows: columns(people.slice(0, 5)) })
  await saveSnapshot(model, file)
  const before = readFileSync(file)
  const saving = saveSnapshot(model, file)
  for (let at = 0; at < 70; at++)
    applyDelta(model, { upsert: columns(people.slice(0, 1000).map((one) => ({ ...one, hours: 1 + at }))) })
  await expect(saving).rejects.toThrow('too many')
  expect(readFileSync(file)).toEqual(before)
  const taken = join(folder, 'taken')
  mkdirSync(join(taken, 'inside'), { recursive: true })
  await expect(saveSnapshot(model, taken)).rejects.toThrow()
  expect(readdirSync(folder)).toEqual(['taken', 'talents'])
})
