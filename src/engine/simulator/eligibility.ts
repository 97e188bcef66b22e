import { mutual } from '../market/market.ts'
import { type Matrix, matrix } from '../market/matrix.ts'
import type { Morning } from './morning.ts'

/** Expected matches, were a project looked at by all who are eligible, for each of its openings. */
const PER_OPENING = 3

/**
 * Scores of a method in the manner of thresholded eligibility control (Sekiya et al., arXiv 2606.17397), of which only the
 * abstract is followed: exposure goes by unfilled capacity, and each project settles its threshold alone, in parallel. Here a
 * project is eligible for the people who contribute most to it in expectation, as many as fill its openings three times over;
 * each person sees the eligible ones first, in the order of that contribution. The factor three is ours, and so is the rest.
 */
export function eligible({ market, openings }: Morning): Matrix {
  const both = mutual(market)
  const { rows, columns, values } = both
  const scores = matrix(rows, columns)
  for (let column = 0; column < columns; column++) {
    const byGain = Array.from({ length: rows }, (_, row) => row).sort(
      (a, b) => values[b * columns + column]! - values[a * columns + column]! || a - b,
    )
    let room = openings[column]! * PER_OPENING
    for (const row of byGain) {
      const gain = values[row * columns + column]!
      // Above 1: before everything that is not eligible.
      scores.values[row * columns + column] = room > 0 && gain > 0 ? 1 + gain : gain
      room -= gain
    }
  }
  return scores
}
