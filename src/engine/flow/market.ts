import { examination } from '../market/examination.ts'
import type { Market } from '../market/market.ts'
import { matrix, transposed } from '../market/matrix.ts'
import { createMersenne } from '../market/mersenne.ts'

/** How a company's liking goes with that of the people: not at all, as they like it, or as they do not. */
export const LIKINGS = ['random', 'similar', 'reverse'] as const
export type Liking = (typeof LIKINGS)[number]

/** Published markets have one and a half people for each project, and a noise of this deviation on what is not random. */
const PEOPLE_PER_PROJECT = 1.5
const NOISE = 0.2

/**
 * The markets on which figures of the application flow were published, number by number as NumPy's `seed(seed)` draws them:
 * `projects` × 1.5 people, half ones down. `crowding` from 0 (everybody has a taste of their own) to 1 (all want the same).
 * Source: Su, Bayoumi, Joachims, Optimizing Rankings for Recommendation in Matching Markets, WWW 2022, arXiv 2106.01941.
 */
export function publishedFlowMarket(projects: number, crowding: number, liking: Liking = 'random', seed = 621): Market {
  const [n, m] = [Math.floor(projects * PEOPLE_PER_PROJECT), projects]
  const { random, normal } = createMersenne(seed)
  const wants = matrix(n, m)
  for (let at = 0; at < n * m; at++) wants.values[at] = random()
  const wanted = liking === 'random' ? matrix(m, n) : transposed(wants)
  for (let at = 0; at < n * m; at++) {
    const like = wanted.values[at]!
    if (liking === 'random') wanted.values[at] = random()
    else wanted.values[at] = chance((liking === 'similar' ? like : 1 - like) + NOISE * normal())
  }
  for (const { columns, values } of [wants, wanted]) {
    for (let at = 0; at < values.length; at++) {
      const popular = columns > 1 ? 1 - ((at % columns) / (columns - 1)) * (1 - 1 / columns) : 1
      values[at] = chance((1 - crowding) * values[at]! + crowding * popular)
    }
  }
  return { wants, wanted }
}

function chance(value: number): number {
  return Math.min(1, Math.max(0, value))
}

export const FLOW_EXAMINATIONS = ['inv', 'exp', 'ln'] as const
export type FlowExamination = (typeof FLOW_EXAMINATIONS)[number]

/**
 * By place of a list how much it is looked at, as published: 1/k, e^(1−k), or 1/ln(k + 1), which is 1.44 for the first place:
 * what is more than sure is sure.
 */
export function flowExamination(kind: FlowExamination, length: number): Float64Array {
  if (kind !== 'ln') return examination(kind, length)
  return Float64Array.from({ length }, (_, at) => 1 / Math.log(at + 2))
}
