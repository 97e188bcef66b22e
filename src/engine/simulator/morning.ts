import type { Market } from '../market/market.ts'

/** What a platform knows on the morning of a day of those who are there. Rows are people, columns projects. */
export type Morning = {
  readonly day: number
  /** Who they are in the world: by row and by column. */
  readonly people: Int32Array
  readonly projects: Int32Array
  /** Believed; 0 for whoever decided already, or has too few hours. */
  readonly market: Market
  /** P(looks) by place, as many as projects (`left`) and people (`right`). */
  readonly looked: { readonly left: Float64Array; readonly right: Float64Array }
  readonly places: number
  readonly openings: Float64Array
  /** Hours that are left of each person, and wanted by each project. */
  readonly hours: Float64Array
  readonly wantedHours: Float64Array
  /** By column, applications that wait for an answer, at the time of asking. */
  readonly waiting: (column: number) => number
  /** What came of each so far: of people by row, of projects by column. */
  readonly known: { readonly people: Known; readonly projects: Known }
  /** Chance for methods that draw their lists, by row (of `right`: column) and count of the draw. */
  readonly random: Readonly<Record<'left' | 'right', (at: number, count: number) => number>>
}

/** By what came of somebody: `trials` answers to a person, looks at a project; infinitely many where all was known before. */
export type Known = {
  readonly trials: Float64Array
  /** How many more said yes than was believed, and the variance of that number if what is believed were right. */
  readonly more: Float64Array
  readonly variance: Float64Array
}

/** The list of whoever asks for it, best first; at least `places` long where there are as many. */
export type Lists = {
  /** The columns for a row. */
  readonly left: (row: number) => ArrayLike<number>
  /** The rows for a column. */
  readonly right: (column: number) => ArrayLike<number>
}
