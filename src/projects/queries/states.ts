import { and, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { today } from '../../lib/time.ts'
import type { State } from '../rules/state.ts'
import { projects } from '../schema.ts'

/** The later fact wins: the order in which `stateOf` asks. A draft has none of them. */
const FACTS = [
  ['withdrawn', projects.withdrawnAt],
  ['filled', projects.filledAt],
  ['unfilled', projects.unfilledAt],
  ['closed', projects.closedAt],
  ['published', projects.publishedAt],
  ['returned', projects.returnedAt],
  ['submitted', projects.submittedAt],
] as const satisfies readonly (readonly [State, unknown])[]

/** The SQL twin of `stateOf`: a test checks that both agree. */
export function inState(state: State): SQL {
  const rank = FACTS.findIndex(([name]) => name === state)
  const later = FACTS.slice(0, rank < 0 ? FACTS.length : rank).map(([, fact]) => isNull(fact))
  const own = FACTS[rank]
  return and(...(own ? [isNotNull(own[1])] : []), ...later)!
}

export function inStates(states: readonly State[]): SQL {
  return or(...states.map(inState)) ?? sql`false`
}

/** The SQL twin of `isOpen`. */
export function openAt(now: Date): SQL {
  return and(inState('published'), or(isNull(projects.closesOn), sql`${projects.closesOn} >= ${today(now)}`))!
}
