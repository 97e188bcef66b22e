import type { ColumnsOf, FullColumns, Numbers, World } from './columns.ts'
import type { Field, Fields } from './fields.ts'

/** @throws RangeError naming what is wrong with the tables both sides share. */
export function checkWorld({ tree, industries, dimension }: World): void {
  const count = tree.middleOf.length
  if (count > 65534) throw new RangeError(`tree.middleOf: ${count} leaves, at most 65534`)
  for (let leaf = 0; leaf < count; leaf++) {
    checkWhole('tree.middleOf', leaf, tree.middleOf[leaf]!, 0, tree.majorOf.length - 1)
  }
  for (let middle = 0; middle < tree.majorOf.length; middle++) {
    checkWhole('tree.majorOf', middle, tree.majorOf[middle]!, 0, 65534)
  }
  if (!isWhole(dimension, 0, 1024)) throw new RangeError(`dimension: ${dimension} is not a whole number from 0 to 1024`)
  const size = industries.count
  if (!isWhole(size, 0, 255)) throw new RangeError(`industries.count: ${size} is not a whole number from 0 to 255`)
  if (industries.near.length !== size * size) {
    throw new RangeError(`industries.near: ${industries.near.length} values, must be ${size} × ${size}`)
  }
  for (let at = 0; at < size * size; at++) {
    checkWhole('industries.near', Math.floor(at / size), industries.near[at]!, 0, 1)
    const mirrored = industries.near[(at % size) * size + Math.floor(at / size)]
    if (industries.near[at] !== mirrored) throw new RangeError(`industries.near: not symmetric at value ${at}`)
  }
}

/**
 * Checks every value of every column and fills in the columns left out.
 * @throws RangeError naming column and row.
 */
export function checkRows<F extends Fields>(fields: F, given: ColumnsOf<F>, world: World): FullColumns<F> {
  const columns = given as Record<string, Numbers | undefined>
  const rows = given.id.length
  for (const name of Object.keys(columns)) {
    if (name !== 'id' && name !== 'text' && !(name in fields)) throw new RangeError(`${name}: no such column`)
  }
  checkIds(given.id)
  const full: Record<string, Numbers | null> = { id: given.id, text: checkText(given.text, rows, world.dimension) }
  for (const [name, field] of Object.entries(fields)) {
    const column = columns[name]
    if (column) checkColumn(name, field, column, rows)
    full[name] = column ?? new Int32Array(rows * field.width).fill(field.none)
  }
  checkAcross(full as Record<string, Numbers>, fields, rows, world)
  return full as FullColumns<F>
}

/** @throws RangeError when a value is not an Int32 or comes twice. */
export function checkIds(ids: Numbers): void {
  const seen = new Set<number>()
  for (let row = 0; row < ids.length; row++) {
    const id = ids[row]!
    checkWhole('id', row, id, -2147483648, 2147483647)
    if (seen.has(id)) throw new RangeError(`id, row ${row}: ${id} is there twice`)
    seen.add(id)
  }
}

function checkColumn(name: string, { width, min, max, none }: Field, column: Numbers, rows: number): void {
  if (column.length !== rows * width) {
    throw new RangeError(
      `${name}: ${column.length} values, must be ${rows * width} (${width} for each of ${rows} rows)`,
    )
  }
  for (let at = 0; at < column.length; at++) {
    if (column[at] !== none) checkWhole(name, Math.floor(at / width), column[at]!, min, max)
  }
}

function checkText(text: Numbers | undefined, rows: number, dimension: number): Numbers | null {
  if (!text) return null
  if (text.length !== rows * dimension) {
    throw new RangeError(
      `text: ${text.length} values, must be ${rows * dimension} (${dimension} for each of ${rows} rows)`,
    )
  }
  for (let at = 0; at < text.length; at++) checkWhole('text', Math.floor(at / dimension), text[at]!, -127, 127)
  return text
}

/** What one column alone cannot tell. */
function checkAcross(full: Record<string, Numbers>, fields: Fields, rows: number, world: World): void {
  const width = fields.codes!.width
  const leaves = world.tree.middleOf.length
  for (let at = 0; at < rows * width; at++) {
    const code = full.codes![at]!
    if (code === fields.codes!.none) continue
    const row = Math.floor(at / width)
    if (code >= leaves) throw new RangeError(`codes, row ${row}: ${code} is an unknown code index (${leaves} leaves)`)
    checkWhole('levels', row, full.levels![at]!, 1, 4)
  }
  const industry = fields.industry ? 'industry' : 'industries'
  const each = fields[industry]!
  for (let at = 0; at < rows * each.width; at++) {
    const value = full[industry]![at]!
    if (value !== each.none && value >= world.industries.count) {
      const row = Math.floor(at / each.width)
      throw new RangeError(
        `${industry}, row ${row}: ${value} is an unknown industry (${world.industries.count} of them)`,
      )
    }
  }
  for (let row = 0; row < rows; row++) {
    checkWhole('confirmed', row, full.confirmed![row]!, 0, full.finished![row]!)
    checkWhole('answered', row, full.answered![row]!, 0, full.asked![row]!)
    if (fields.place && full.hours![row] === 0) throw new RangeError(`hours, row ${row}: a project needs at least 1`)
  }
}

function checkWhole(column: string, row: number, value: number, min: number, max: number): void {
  if (!isWhole(value, min, max)) {
    throw new RangeError(`${column}, row ${row}: ${value} is not a whole number from ${min} to ${max}`)
  }
}

function isWhole(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max
}
