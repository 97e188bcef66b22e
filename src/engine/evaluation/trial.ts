import type { Mersenne } from '../market/mersenne.ts'

/** What came of one cluster: of so many lists, so many events. */
export type Cluster = { readonly lists: number; readonly events: number }

export type Trial = {
  /** Events of a list with the second setting, less those with the first. */
  readonly difference: number
  /** Share of the draws that could have been made with a difference at least as large, were there none; two-sided. */
  readonly chance: number
  /** Differences that a test at this level does not refuse: with 5 %, it holds the truth in 95 of 100 trials. */
  readonly interval: readonly [low: number, high: number]
  readonly draws: number
}

/** More draws than these cannot be looked at one by one. */
const MOST_CLUSTERS = 16
/** Of all draws, those whose two halves are most alike in size: one in so many. */
const BALANCED = 4
const STEPS = 60
const ROUNDING = 1e-12

/**
 * Every way to give half of the clusters the second setting that may be drawn: of all halves the quarter in which both have most
 * nearly as many people. Chance among these alone, and the test looks at no others. `true` for the second setting.
 * Throws RangeError for fewer than 4, more than 16, or an odd number of clusters. Source: Morgan & Rubin, Annals of Statistics 2012.
 */
export function admissible(people: readonly number[]): readonly (readonly boolean[])[] {
  return Array.from(admissibleBits(people), (bits) => halfOf(bits, people.length))
}

/** One of them, by chance. */
export function drawHalf(people: readonly number[], { random }: Pick<Mersenne, 'random'>): readonly boolean[] {
  const all = admissibleBits(people)
  return halfOf(all[Math.floor(random() * all.length)]!, people.length)
}

/** Halves as numbers, a bit a cluster: a page waits for one of the thirteen thousand of sixteen clusters. */
function admissibleBits(people: readonly number[]): Uint32Array {
  const count = people.length
  if (count < 4 || count > MOST_CLUSTERS || count % 2 !== 0)
    throw new RangeError(`clusters: ${count} is not an even number from 4 to ${MOST_CLUSTERS}`)
  const wrong = people.findIndex((one) => !(one >= 0 && one < Number.POSITIVE_INFINITY))
  if (wrong >= 0) throw new RangeError(`people of cluster ${wrong}: ${people[wrong]} is not 0 or more`)
  const halves = Uint32Array.from({ length: 2 ** count }, (_, bits) => bits).filter((bits) => ones(bits) * 2 === count)
  const off = Float64Array.from(halves, (bits) => {
    let sum = 0
    for (let at = 0; at < count; at++) sum += (bits >> at) & 1 ? people[at]! : -people[at]!
    return Math.abs(sum)
  })
  // A half and its other half are equally uneven, so both are in or both are out: no setting is favoured.
  const limit = off.slice().sort()[Math.ceil(halves.length / BALANCED) - 1]!
  return halves.filter((_, at) => off[at]! <= limit)
}

function halfOf(bits: number, count: number): boolean[] {
  return Array.from({ length: count }, (_, at) => ((bits >> at) & 1) === 1)
}

function ones(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/**
 * The difference of two settings that clusters were given by chance, with the permutation test of no difference and the interval of
 * all differences that it does not refuse. It asks nothing of the clusters but that they were drawn as `admissible` says: they may be
 * few, of any size, and people in one may be alike as they like. Throws RangeError for clusters that were not so drawn, for counts
 * that cannot be, or a half without lists.
 */
export function compareHalves(
  clusters: readonly Cluster[],
  second: readonly boolean[],
  people: readonly number[],
  level = 0.05,
): Trial {
  const halves = admissible(people)
  if (!(level > 0 && level < 1)) throw new RangeError(`level: ${level} is not between 0 and 1`)
  if (!halves.some((half) => half.length === second.length && half.every((one, at) => one === second[at])))
    throw new RangeError('second: no half that could have been drawn')
  if (clusters.length !== people.length) throw new RangeError(`clusters: ${clusters.length} of ${people.length}`)
  for (const [at, { lists, events }] of clusters.entries())
    if (!(Number.isInteger(lists) && lists >= 0) || !(events >= 0 && (lists > 0 || events === 0)))
      throw new RangeError(`cluster ${at}: ${events} events of ${lists} lists`)
  for (const [which, name] of [
    [true, 'second'],
    [false, 'first'],
  ] as const)
    if (!clusters.some(({ lists }, at) => lists > 0 && second[at] === which))
      throw new RangeError(`lists: none with the ${name} setting`)

  /** As if the second setting had not added `shift` a list. */
  const differenceOf = (half: readonly boolean[], shift: number) => {
    const sums = [0, 0, 0, 0]
    for (const [at, { lists, events }] of clusters.entries()) {
      const from = half[at] ? 2 : 0
      sums[from]! += events - (second[at] ? shift * lists : 0)
      sums[from + 1]! += lists
    }
    const [above, below, aboveSecond, belowSecond] = sums as [number, number, number, number]
    return below === 0 || belowSecond === 0 ? 0 : aboveSecond / belowSecond - above / below
  }
  const chanceOf = (shift: number) => {
    const own = Math.abs(differenceOf(second, shift))
    return halves.filter((half) => Math.abs(differenceOf(half, shift)) >= own - ROUNDING).length / halves.length
  }
  const difference = differenceOf(second, 0)
  const end = (direction: 1 | -1) => {
    let [inside, outside] = [0, 1]
    while (chanceOf(difference + direction * outside) > level && outside < 2 ** 20) outside *= 2
    if (outside >= 2 ** 20) return direction * Number.POSITIVE_INFINITY
    for (let step = 0; step < STEPS; step++) {
      const middle = (inside + outside) / 2
      if (chanceOf(difference + direction * middle) > level) inside = middle
      else outside = middle
    }
    return difference + direction * outside
  }
  return { difference, chance: chanceOf(0), interval: [end(-1), end(1)], draws: halves.length }
}
