import type { Side } from './columns.ts'
import type { Facts } from './facts.ts'
import type { Model } from './model.ts'
import { type PairBins, type PairPoints, sumOf } from './points.ts'
import { type Prepared, prepare, type QueryOf } from './prepare.ts'
import { bestOf } from './retrieval/best.ts'
import { type Top, takeRows } from './top.ts'
import type { Yardstick } from './yardstick.ts'

/** Longest list that can be asked for. */
export const MAX_K = 10000

/** One row of a ranking; `points` and its two sides as described at PairPoints. */
export interface Ranked extends PairPoints {
  row: number
  /** The caller's key of the row. */
  id: number
  /** Exact sum of `points`. */
  score: number
}

/**
 * The best k rows for one query, exactly, best first; equal scores by id, lower first.
 * @param query one project against a model of talents, one talent against a model of projects; `blocked` rows,
 *   closed or invisible rows, rows without hours or without a common time of the week, and remote-only persons with
 *   projects that ask for visits never appear
 * @param k 1–10,000; fewer rows come back when fewer pass
 * @throws RangeError when k or a value of the query is out of range
 */
export function rank<S extends Side>(model: Model<S>, query: QueryOf<S>, k: number): Ranked[] {
  return rankWith(model, prepare(model, query), k)
}

/**
 * The same with a yardstick for `explain` and with what is so about any row (as `factsOf`), so that a query is made ready only
 * once.
 */
export function rankForReading<S extends Side>(
  model: Model<S>,
  query: QueryOf<S>,
  k: number,
): { ranked: Ranked[]; yardstick: Yardstick; factsOf: (row: number) => Facts } {
  const prepared = prepare(model, query)
  return {
    ranked: rankWith(model, prepared, k),
    yardstick: prepared.yardstick,
    factsOf: (row) => factsOfRow(model, prepared, row),
  }
}

/**
 * The same without rows whose job codes have not even a major group in common with the query's; so there may be fewer than k
 * though more pass.
 */
export function rankAgreeing<S extends Side>(model: Model<S>, query: QueryOf<S>, k: number): Ranked[] {
  const prepared = prepare(model, query)
  return agreeing(model, prepared, rankWith(model, prepared, k))
}

export function agreeing(model: Model, prepared: Prepared, ranked: Ranked[]): Ranked[] {
  return ranked.filter(({ row }) => prepared.facts(model.store, row).agreement > 0)
}

/** What is so about one row for a query: which code, which tie, which bins. @throws RangeError as rank does */
export function factsOf<S extends Side>(model: Model<S>, query: QueryOf<S>, row: number): Facts {
  return factsOfRow(model, prepare(model, query), row)
}

function factsOfRow(model: Model, prepared: Prepared, row: number): Facts {
  checkRow(model, row)
  return prepared.facts(model.store, row)
}

/**
 * The bins of rows for a query, in their order: what learning reads (learning/), to be kept when a list is shown, since people
 * and projects change. @throws RangeError as rank does
 */
export function binsOf<S extends Side>(model: Model<S>, query: QueryOf<S>, rows: readonly number[]): PairBins[] {
  for (const row of rows) checkRow(model, row)
  const prepared = prepare(model, query)
  return rows.map((row) => prepared.bins(model.store, row))
}

export function checkRow(model: Model, row: number): void {
  if (!Number.isInteger(row) || row < 0 || row >= model.rows || model.rowOf.get(model.store.id[row]!) !== row) {
    throw new RangeError(`row: ${row} is not a row of this model`)
  }
}

function rankWith<S extends Side>(model: Model<S>, prepared: Prepared, k: number): Ranked[] {
  checkK(k)
  return rankedRows(model, prepared, bestOf(model, prepared, k))
}

export function checkK(k: number): void {
  if (!Number.isInteger(k) || k < 1 || k > MAX_K)
    throw new RangeError(`k: ${k} is not a whole number from 1 to ${MAX_K}`)
}

/** The rows of a heap from best to worst, with their points. */
export function rankedRows<S extends Side>(model: Model<S>, prepared: Prepared, top: Top): Ranked[] {
  return Array.from(takeRows(top), (row) => {
    const points = prepared.points(model.store, row)
    return { row, id: model.store.id[row]!, score: sumOf(points.points), ...points }
  })
}
