import type { Fields, PROJECT_FIELDS, TALENT_FIELDS } from './fields.ts'
import type { Weights } from './prior.ts'

export type Numbers = ArrayLike<number>

export type Side = 'talents' | 'projects'

/**
 * Columns of one side, structure of arrays, row by row: column `codes` of a talent has 6 values a row.
 * A column left out holds "not said" in every row. `id` is the caller's own Int32 key of a row. `text` has `dimension`
 * values from -127 to 127 a row, of length 127, so that a sixteenth of a cosine is a bin; all zero = no text. Widths, ranges and the "not said" values stand in fields.ts.
 */
export type ColumnsOf<F extends Fields> = { id: Numbers; text?: Numbers | undefined } & {
  [K in keyof F]?: Numbers | undefined
}

export type TalentColumns = ColumnsOf<typeof TALENT_FIELDS>
export type ProjectColumns = ColumnsOf<typeof PROJECT_FIELDS>
export type RowColumns<S extends Side> = S extends 'talents' ? TalentColumns : ProjectColumns

/** The same columns after checking, none left out. */
export type FullColumns<F extends Fields> = { id: Numbers; text: Numbers | null } & { [K in keyof F]: Numbers }
export type FullTalents = FullColumns<typeof TALENT_FIELDS>
export type FullProjects = FullColumns<typeof PROJECT_FIELDS>

/** What both sides of a market share. */
export interface World {
  /** Job codes by dense index: the middle of each leaf, the major of each middle. */
  tree: { middleOf: Numbers; majorOf: Numbers }
  /** Neighbouring industries, count × count, 1 = neighbours; symmetric. The diagonal does not matter. */
  industries: { count: number; near: Numbers }
  /** Length of a text vector, 0–1024; 0 = no texts. */
  dimension: number
  /** Look-up tables in logits; the expert prior when left out. */
  weights?: Weights | undefined
}

export interface ModelColumns<S extends Side> extends World {
  side: S
  rows: RowColumns<S>
  /** Rows to be ready for: until there are so many, nothing has to move. */
  room?: number | undefined
  /**
   * The vector kernel that scores talents, with the rows in shared memory. Left out: the one the build made, from 4,096
   * rows on. null: always the plain twin, which gives the same answers.
   */
  kernel?: WebAssembly.Module | null | undefined
}
