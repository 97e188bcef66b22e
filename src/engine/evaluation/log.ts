import { type Mixture, propensity } from '../market/mixture.ts'

/** One place of a list that was shown, and what came of it. */
export type Impression = {
  /** Whose list it was. What comes of lists of one person may hang together; of different persons it must not. */
  readonly row: number
  /** Of this person, which list: 0, 1, …; every list has all its places in the log. */
  readonly list: number
  /** 0 first. */
  readonly place: number
  readonly column: number
  /** How likely the list was to have this column at this place when it was drawn; above 0. */
  readonly propensity: number
  readonly applied: boolean
  /** A match needs an application. */
  readonly matched: boolean
}

/** Lists by lottery. */
export type Policy = {
  readonly places: number
  readonly columns: number
  /** How likely the list of a row has this column at this place. Of one place all columns add up to 1. */
  chance(row: number, place: number, column: number): number
}

/** What somebody believes; from 0 to 1, right or wrong. */
export type Model = {
  /** P(applies | shown at this place). */
  apply(row: number, place: number, column: number): number
  /** P(matched | applied). */
  answer(row: number, column: number): number
}

/** The lottery that the rounds of a search are (mixture.ts). */
export function mixturePolicy(mixture: Mixture): Policy {
  const { places, columns } = mixture
  return { places, columns, chance: (row, place, column) => propensity(mixture, row, place, column) }
}

/** Always the same list for a row. Throws RangeError when a list is shorter than `places`. */
export function listPolicy(lists: readonly ArrayLike<number>[], places: number, columns: number): Policy {
  const short = lists.findIndex((list) => list.length < places)
  if (short >= 0) throw new RangeError(`list ${short}: ${lists[short]!.length} of ${places} places`)
  return { places, columns, chance: (row, place, column) => (lists[row]![place] === column ? 1 : 0) }
}

/** Throws RangeError with the first line of the log that cannot be. */
export function checkLog(log: readonly Impression[], { places, columns }: Policy): void {
  if (log.length === 0) throw new RangeError('log: nothing in it')
  const seen = new Set<string>()
  for (const [line, one] of log.entries()) {
    const fail = (what: string) => {
      throw new RangeError(`log, line ${line + 1}: ${what}`)
    }
    for (const name of ['row', 'list', 'place', 'column'] as const)
      if (!Number.isInteger(one[name]) || one[name] < 0) fail(`${name} ${one[name]} is not a whole number from 0 on`)
    if (one.place >= places) fail(`place ${one.place} of ${places}`)
    if (one.column >= columns) fail(`column ${one.column} of ${columns}`)
    if (!(one.propensity > 0 && one.propensity <= 1 + 1e-9))
      fail(`propensity ${one.propensity} is not above 0, up to 1`)
    if (one.matched && !one.applied) fail('matched without an application')
    const key = `${one.row} ${one.list} ${one.place}`
    if (seen.has(key)) fail(`place ${one.place} of list ${one.list} of row ${one.row} is there twice`)
    seen.add(key)
  }
  const lists = new Set(log.map(({ row, list }) => `${row} ${list}`)).size
  if (log.length !== lists * places) throw new RangeError(`log: ${log.length} places of ${lists} lists of ${places}`)
}
