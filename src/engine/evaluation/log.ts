import { type Mixture, propensity } from '../market/mixture.ts'

/** One place of a list that was shown, and what came of it. */
export type Impression = {
  /** Whose lottery it was drawn from. */
  readonly row: number
  /** Of this row, which list: 0, 1, …; every list has its places in the log from the first to its last, at most as many as there are. */
  readonly list: number
  /**
   * Whose list it was; `row` where each person has one lottery for all lists. What comes of lists of one person may hang together;
   * of different persons it must not.
   */
  readonly person?: number
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
  /** Of the longest list. */
  readonly places: number
  readonly columns: number
  /** How likely the list of a row has this column at this place. Of one place all columns add up to 1, behind the end to 0. */
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

/** Always the same list for a row, as far as there are places. */
export function listPolicy(lists: readonly ArrayLike<number>[], places: number, columns: number): Policy {
  return { places, columns, chance: (row, place, column) => (lists[row]![place] === column ? 1 : 0) }
}

/** Throws RangeError with the first line of the log that cannot be. */
export function checkLog(log: readonly Impression[], { places, columns }: Policy): void {
  if (log.length === 0) throw new RangeError('log: nothing in it')
  const seen = new Set<string>()
  const lists = new Map<string, { row: number; list: number; count: number; last: number; person: number }>()
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
    const person = personOf(one)
    if (!Number.isInteger(person) || person < 0) fail(`person ${person} is not a whole number from 0 on`)
    const own = lists.get(listOf(one)) ?? { row: one.row, list: one.list, count: 0, last: 0, person }
    if (own.person !== person) fail(`person ${person} has the list of person ${own.person}`)
    lists.set(listOf(one), { ...own, count: own.count + 1, last: Math.max(own.last, one.place) })
  }
  for (const { row, list, count, last } of lists.values())
    if (count !== last + 1) throw new RangeError(`log: list ${list} of row ${row} has ${count} of ${last + 1} places`)
}

export function personOf({ person, row }: Impression): number {
  return person ?? row
}

/** One key for each list of a log. */
export function listOf({ row, list }: Impression): string {
  return `${row} ${list}`
}
