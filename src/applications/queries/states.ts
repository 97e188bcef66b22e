import { and, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { State } from '../rules/state.ts'
import { applications } from '../schema.ts'

/** The later fact wins: the order in which `stateOf` asks. A draft has none of them. */
const FACTS = [
  ['withdrawn', applications.withdrawnAt],
  ['accepted', applications.acceptedAt],
  ['declined', applications.declinedAt],
  ['lapsed', applications.lapsedAt],
  ['offered', applications.offeredAt],
  ['interview', applications.interviewAt],
  ['shortlisted', applications.shortlistedAt],
  ['read', applications.readAt],
  ['sent', applications.sentAt],
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
