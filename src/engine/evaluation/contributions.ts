import { type Impression, listOf, type Model, type Policy, personOf } from './log.ts'

/**
 * Ways to tell from the lists of one policy how many matches the lists of another would bring:
 * `direct`: what the model believes, no more; as wrong as the model.
 * `ips`: what came of each place, weighed by how much likelier the other policy shows it. Right without any model.
 * `snips`: the same, divided by the mean weight. A little wrong in small logs, but steadier.
 * `dr`: the model, and by weight what it was wrong by. Right whatever the model, steadier the better it is.
 * `dips`: applications by weight × the believed answer. Applications are many where matches are few; right if the answers are.
 * `dpr`: the model, and by weight what applications say it was wrong by. Right if the answers are, steadier than `dips`.
 * Sources: Horvitz & Thompson 1952; Swaminathan & Joachims, NIPS 2015; Dudík, Langford, Li, ICML 2011; the last two after Hayashi,
 * Goda, Saito, RecSys 2025, arXiv 2507.13608.
 */
export const ESTIMATORS = ['direct', 'ips', 'snips', 'dr', 'dips', 'dpr'] as const
export type Estimator = (typeof ESTIMATORS)[number]

/** Sums of one person. Other persons have nothing to do with them, so they are what is drawn again and counted. */
export type Contribution = {
  readonly lists: number
  /** What came of them. */
  readonly matched: number
  readonly sums: Readonly<Record<Estimator, number>>
  /** Of the weights of places, and of their squares: places count alike, or by attention. */
  readonly weight: number
  readonly squares: number
  readonly largest: number
  /** What the weights add up to on average, whatever was logged, if all that is asked for had a chance. */
  readonly mass: number
}

/** Places by what is seen of them, for logs in which a place decides only whether it is looked at. */
export type Attention = {
  readonly attention: Float64Array
  /** How much of a column the row saw on average in the log, over the lottery: Σ attention × chance. Above 0 for what was logged. */
  seen(row: number, column: number): number
}

/** How much of a column a row sees on average. */
export function seenIn(policy: Policy, attention: Float64Array, row: number, column: number): number {
  let sum = 0
  for (let place = 0; place < policy.places; place++) sum += attention[place]! * chanceOf(policy, row, place, column)
  return sum
}

/** One for each person of the log, in the order in which they first come. */
export function contributionsOf(
  log: readonly Impression[],
  policy: Policy,
  model: Model | undefined,
  attention?: Attention,
): Contribution[] {
  return [...Map.groupBy(log, personOf).values()].map((own) => {
    const lists = Map.groupBy(own, listOf)
    const sums = { direct: 0, ips: 0, snips: 0, dr: 0, dips: 0, dpr: 0 }
    let [weight, squares, largest, mass, matched] = [0, 0, 0, 0, 0]
    for (const one of own) {
      const by = weightOf(one, policy, attention)
      const counts = attention ? attention.attention[one.place]! : 1
      weight += counts * by
      squares += counts * by * by
      largest = Math.max(largest, by)
      mass += counts
      matched += Number(one.matched)
      sums.ips += by * Number(one.matched)
      if (!model) continue
      const answer = believed(model.answer(one.row, one.column), 'answer', one)
      const both = believed(model.apply(one.row, one.place, one.column), 'apply', one) * answer
      sums.dr += by * (Number(one.matched) - both)
      sums.dips += by * Number(one.applied) * answer
      sums.dpr += by * (Number(one.applied) * answer - both)
    }
    sums.snips = sums.ips
    const rows = [...lists.values()].map(([first]) => first!.row)
    sums.direct = model ? directOfAll(rows, policy, model) : 0
    sums.dr += sums.direct
    sums.dpr += sums.direct
    return { lists: lists.size, matched, sums, weight, squares, largest, mass }
  })
}

function weightOf({ row, place, column, propensity }: Impression, policy: Policy, by: Attention | undefined): number {
  if (!by) return chanceOf(policy, row, place, column) / propensity
  const seen = by.seen(row, column)
  if (!(seen > 0)) throw new RangeError(`seen: row ${row} sees ${seen} of column ${column}, which is in the log`)
  return seenIn(policy, by.attention, row, column) / seen
}

/** Expected matches of one list of each row, were the model right. */
function directOfAll(rows: readonly number[], policy: Policy, model: Model): number {
  const once = new Map<number, number>()
  return rows.reduce((sum, row) => {
    const own = once.get(row) ?? directOf(row, policy, model)
    once.set(row, own)
    return sum + own
  }, 0)
}

function directOf(row: number, policy: Policy, model: Model): number {
  let sum = 0
  for (let place = 0; place < policy.places; place++) {
    for (let column = 0; column < policy.columns; column++) {
      const chance = chanceOf(policy, row, place, column)
      if (chance === 0) continue
      const where = { row, place, column }
      sum +=
        chance *
        believed(model.apply(row, place, column), 'apply', where) *
        believed(model.answer(row, column), 'answer', where)
    }
  }
  return sum
}

type Where = { readonly row: number; readonly place: number; readonly column: number }

function chanceOf(policy: Policy, row: number, place: number, column: number): number {
  return checked(policy.chance(row, place, column), 'policy', { row, place, column })
}

function believed(value: number, name: string, where: Where): number {
  return checked(value, `model, ${name}`, where)
}

function checked(value: number, name: string, { row, place, column }: Where): number {
  // A sum of chances may be a rounding above 1.
  if (!(value >= 0 && value <= 1 + 1e-9))
    throw new RangeError(`${name}: ${value} for row ${row}, place ${place}, column ${column} is not from 0 to 1`)
  return value
}
