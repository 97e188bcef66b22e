import type { Estimator } from '../../engine/evaluation/contributions.ts'
import type { Compared, Counted } from '../schema.ts'

/** Days in which an application counts for the list that showed the project last. */
export const APPLY_DAYS = 14
/** Days after which a list's applications have been answered: 14 to apply, at most 30 to answer, 14 to accept, and two spare. */
export const ANSWERED_DAYS = 60
/** Older lists tell of another market. */
export const OLDEST_DAYS = 365

/**
 * From here on figures are told. The intervals were tried on logs of a hundred people (engine/evaluation/evaluate.test.ts: they hold
 * the truth in 88 to 99 of 100), and of fewer than twenty events a sum is too skewed for them.
 */
export const LEAST = { people: 100, events: 20 } as const

export function isTelling({ people, events }: Counted): boolean {
  return people >= LEAST.people && events >= LEAST.events
}

/** How far the mean weight may be from 1 before the log is said to know nothing of what is asked. */
const MEAN_OFF = 0.15

/** Did everything that lists by agreement would show have its chance in the log? */
export function isCovered({ weights: { mean } }: Compared): boolean {
  return Math.abs(mean - 1) <= MEAN_OFF
}

/** The one that the sentence is made from, chosen before anything was seen: right whatever the model, and steadier with a good one. */
export const MAIN: Estimator = 'dr'

export function mainOf({ estimates }: Compared): Compared['estimates'][number] | undefined {
  return estimates.find(({ estimator }) => estimator === MAIN)
}
