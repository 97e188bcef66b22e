import { firstOfMonth } from '../../law/dates.ts'
import { FEWEST_TOLD, inFives } from '../../lib/few.ts'
import { addDays, startOfDay, today } from '../../lib/time.ts'

/** Days within which somebody who was declined should have the next conversation before them. */
export const NEXT_DAYS = 30

/** Whose decline is counted: of the twelve months whose thirty days were over when this month began, so that it changes once a month. */
export function declinedWithin(now: Date): { from: Date; until: Date } {
  const until = addDays(firstOfMonth(today(now)), -NEXT_DAYS)
  return { from: startOfDay(addDays(until, -365)), until: startOfDay(until) }
}

/** People who were declined, and how many of them had a next conversation arranged in time. */
export type Declined = { readonly marked: boolean; readonly people: number; readonly went: number }

export type NextTalks = {
  readonly who: 'all' | 'runners-up' | 'others'
  /** In whole fives. */
  readonly people: number
  readonly percent: number
}

/**
 * The share of each group; nothing where fewer than five people stand behind it, on either side of it. The two groups are told together
 * or not at all: one and the sum would tell the other.
 */
export function nextTalksOf(rows: readonly Declined[]): NextTalks[] {
  const part = (marked: boolean) => sum(rows.filter((row) => row.marked === marked))
  const [all, marked, others] = [sum(rows), part(true), part(false)]
  if (!isTold(all)) return []
  const parts = isTold(marked) && isTold(others)
  return [told('all', all), ...(parts ? [told('runners-up', marked), told('others', others)] : [])]
}

type Sum = Pick<Declined, 'people' | 'went'>

function sum(rows: readonly Sum[]): Sum {
  return rows.reduce((all, { people, went }) => ({ people: all.people + people, went: all.went + went }), {
    people: 0,
    went: 0,
  })
}

function isTold({ people, went }: Sum): boolean {
  return went >= FEWEST_TOLD && people - went >= FEWEST_TOLD
}

function told(who: NextTalks['who'], { people, went }: Sum): NextTalks {
  return { who, people: inFives(people)!, percent: Math.round((went / people) * 100) }
}
