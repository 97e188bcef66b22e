import type { Market } from '../market/market.ts'
import { type Matrix, matrix } from '../market/matrix.ts'

/** So many applications that are less likely than this do not come: what they would bring is below the rounding of the sum. */
const NEVER = 1e-16

/** What is expected of a market in which people apply and companies go through their applications, best liked first. */
export type Flow = {
  /**
   * Expected matches, and (n × m) by how much they rise for each bit surer that somebody applies, all others as they are.
   * `applying` (n × m) tells how likely each applies to each.
   */
  gains(applying: Matrix): { readonly matches: number; readonly gains: Matrix }
  /** The gains of one person, a number a project. */
  gainsOf(applying: Matrix, person: number): Float64Array
}

/**
 * Exactly, without drawing. Whether one applies has nothing to do with whether another does, so how many better liked ones
 * applied is a sum of independent chances (Poisson binomial), and its distribution goes on from each to the next worse liked.
 * Backwards goes what all worse liked bring after so many applications. Both together tell what one more application brings: the
 * answer to it, less what those behind it lose by one place. `attention` is by place among the applications, first place first;
 * an answer comes with liking × attention, at most surely. O(n·m·k), k the most applications that are at all likely.
 */
export function createFlow({ wants, wanted }: Market, attention: Float64Array): Flow {
  const { rows: n, columns: m } = wants
  const reviews = Array.from({ length: m }, (_, project) => reviewOf(wanted, project))
  // No application comes later than all n; two more places are read with chance 0.
  const places = new Float64Array(n + 3)
  places.set(attention.subarray(0, n))
  const counts = new Float64Array(n + 3)
  const ahead = new Float64Array(n + 3)
  let table = new Float64Array(0)

  /** Distribution of applications before the place `upTo`, in `counts`; the most of them that were likely on the way. */
  const forward = ({ order }: Review, project: number, applying: Matrix, from: number, upTo: number, most: number) => {
    let highest = most
    for (let at = from; at < upTo; at++) {
      most = oneMore(counts, most, applying.values[order[at]! * m + project]!)
      highest = Math.max(highest, most)
    }
    return { most, highest }
  }
  /** What the one at this place brings, counted from so many applications on; `rest` is what those behind bring. */
  const backward = (rest: Float64Array, own: Float64Array, width: number, applies: number, like: number) => {
    for (let k = 0; k < width; k++)
      own[k] = applies * (Math.min(1, like * places[k]!) + rest[k + 1]!) + (1 - applies) * rest[k]!
    // Beyond what is likely: any number in range will do.
    own[width] = own[width - 1]!
  }
  const onApplying = (rest: Float64Array, most: number, like: number) => {
    let sum = 0
    for (let k = 0; k <= most; k++) sum += ahead[k]! * (Math.min(1, like * places[k]!) + rest[k + 1]! - rest[k]!)
    return sum
  }
  const startOver = () => {
    counts.fill(0)
    counts[0] = 1
  }

  const gainsIn = (project: number, applying: Matrix, gains: Matrix): number => {
    const review = reviews[project]!
    startOver()
    const width = Math.min(n + 1, forward(review, project, applying, 0, n, 0).highest + 2)
    const stride = width + 1
    if (table.length < (n + 1) * stride) table = new Float64Array((n + 1) * stride)
    const row = (at: number) => table.subarray(at * stride, (at + 1) * stride)
    row(n).fill(0)
    for (let at = n - 1; at >= 0; at--)
      backward(row(at + 1), row(at), width, applying.values[review.order[at]! * m + project]!, review.likes[at]!)
    startOver()
    let most = 0
    for (let at = 0; at < n; at++) {
      ahead.set(counts)
      gains.values[review.order[at]! * m + project] = onApplying(row(at + 1), most, review.likes[at]!)
      most = forward(review, project, applying, at, at + 1, most).most
    }
    return table[0]!
  }
  const rest = new Float64Array(n + 3)
  const gainOf = (project: number, applying: Matrix, person: number): number => {
    const review = reviews[project]!
    const place = review.places[person]!
    startOver()
    const before = forward(review, project, applying, 0, place, 0)
    ahead.set(counts)
    const width = Math.min(n + 1, forward(review, project, applying, place + 1, n, before.most).highest + 2)
    rest.fill(0)
    for (let at = n - 1; at > place; at--)
      backward(rest, rest, width, applying.values[review.order[at]! * m + project]!, review.likes[at]!)
    return onApplying(rest, before.most, review.likes[place]!)
  }

  return {
    gains(applying) {
      const gains = matrix(n, m)
      let matches = 0
      for (let project = 0; project < m && n > 0; project++) matches += gainsIn(project, applying, gains)
      return { matches, gains }
    },
    gainsOf: (applying, person) => Float64Array.from({ length: m }, (_, project) => gainOf(project, applying, person)),
  }
}

/** The people in the order of a company's liking, how much each is liked, and at which place each stands. */
type Review = { readonly order: Uint32Array; readonly likes: Float64Array; readonly places: Uint32Array }

/** Equal ones by lower number. */
export function reviewOf({ columns, values }: Matrix, project: number): Review {
  const own = values.subarray(project * columns, (project + 1) * columns)
  const order = Uint32Array.from({ length: columns }, (_, at) => at).sort((a, b) => own[b]! - own[a]! || a - b)
  const places = new Uint32Array(columns)
  for (const [place, person] of order.entries()) places[person] = place
  return { order, likes: Float64Array.from(order, (person) => own[person]!), places }
}

/** Counts one more chance into a distribution of counts; the highest count that is still at all likely. */
function oneMore(counts: Float64Array, most: number, chance: number): number {
  for (let k = most + 1; k > 0; k--) counts[k] = counts[k]! * (1 - chance) + counts[k - 1]! * chance
  counts[0] = counts[0]! * (1 - chance)
  let now = most + 1
  while (now > 0 && counts[now]! < NEVER) counts[now--] = 0
  return now
}
