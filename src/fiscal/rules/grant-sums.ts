import { type Arc, LEAST_COMPANIES, withheldOf } from '../../insights/rules/withhold.ts'
import { isFew } from '../../lib/few.ts'
import type { GrantFigureId } from './figures.ts'
import type { Figure } from './report.ts'

/** A grant of the office's own subsidies, as far as it had come. Yen in whole yen. */
export type YearGrant = {
  readonly company: string
  readonly expectedYen: number
  /** The company showed its application to the office here. */
  readonly applied: boolean
  /** Null: not granted (yet). */
  readonly grantedYen: number | null
  readonly refused: boolean
  readonly paidYen: number | null
  /** Given up after it was granted: free again. */
  readonly released: boolean
}

/** What the budgets of the office hold, without what was promised here; null where none is known. */
type Budget = number | null

/**
 * What may be told of the grants of a year. A grant is planned, then applied for or not, granted, refused or open, and paid or
 * not yet: one circulation, so that nothing small is what is left of two figures. The office knows which ones it was shown, so
 * those it was not shown must be none or many. A sum of yen is told where its number is: the same companies stand behind both.
 */
export function grantSums(grants: readonly YearGrant[], budget: Budget): Partial<Record<GrantFigureId, Figure>> {
  const applied = grants.filter((one) => one.applied)
  const unshown = grants.filter((one) => !one.applied)
  const granted = applied.filter(({ grantedYen }) => grantedYen !== null)
  const paid = granted.filter(({ paidYen }) => paidYen !== null)
  const released = granted.filter((one) => one.released)
  const arcs = {
    planned: arcOf(grants, 'start', 'planned'),
    unshown: arcOf(unshown, 'planned', 'start'),
    applied: arcOf(applied, 'planned', 'applied'),
    refused: arcOf(
      applied.filter((one) => one.refused),
      'applied',
      'start',
    ),
    open: arcOf(
      applied.filter(({ refused, grantedYen }) => !refused && grantedYen === null),
      'applied',
      'start',
    ),
    granted: arcOf(granted, 'applied', 'granted'),
    unpaid: arcOf(
      granted.filter(({ paidYen }) => paidYen === null),
      'granted',
      'start',
    ),
    paid: arcOf(paid, 'granted', 'start'),
  }
  const withheld = withheldOf(
    Object.values(arcs),
    LEAST_COMPANIES,
    new Set(isFew(arcs.unshown.companies) ? [arcs.planned] : []),
  )
  const told = (arc: Arc, value: number): Figure => (withheld.has(arc) ? null : value)
  const bound = granted.filter((one) => !one.released)
  const promised = sum(bound.map(({ grantedYen }) => grantedYen ?? 0))
  // The budget is known to everybody: what is left of it tells what is promised, and that what was given up.
  const isLeftKept = withheld.has(arcs.granted) || isFew(companiesOf(released)) || isFew(companiesOf(bound))
  return {
    planned: told(arcs.planned, grants.length),
    plannedYen: told(arcs.planned, sum(grants.map(({ expectedYen }) => expectedYen))),
    applied: told(arcs.applied, applied.length),
    appliedYen: told(arcs.applied, sum(applied.map(({ expectedYen }) => expectedYen))),
    granted: told(arcs.granted, granted.length),
    grantedYen: told(arcs.granted, sum(granted.map(({ grantedYen }) => grantedYen ?? 0))),
    paid: told(arcs.paid, paid.length),
    paidYen: told(arcs.paid, sum(paid.map(({ paidYen }) => paidYen ?? 0))),
    ...(budget !== null && { leftYen: isLeftKept ? null : budget - promised }),
  }
}

function arcOf(grants: readonly YearGrant[], from: string, to: string): Arc {
  return { from, to, value: grants.length, companies: companiesOf(grants) }
}

function companiesOf(grants: readonly YearGrant[]): number {
  return new Set(grants.map(({ company }) => company)).size
}

function sum(yen: readonly number[]): number {
  return yen.reduce((total, one) => total + one, 0)
}
