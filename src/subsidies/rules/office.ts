import { fiscalYearOf } from '../../law/fiscal-year.ts'
import type { LegalDate } from '../../lib/time.ts'
import type { Grant, Ledger } from '../schema.ts'
import { type Subsidy, subsidies } from './subsidies.ts'

export type ShownGrant = { readonly grant: Grant; readonly companyName: string }

/** A year's budget of one subsidy as its office reads it, in yen. */
export type Budget = {
  readonly subsidy: Subsidy
  readonly fiscalYear: number
  readonly budget: number | null
  readonly granted: number
  readonly outside: number
  /** Null where no budget is known. */
  readonly left: number | null
}

/** The budgets of an office for the year of a day: one for each subsidy that it runs. */
export function budgetsOf(slug: string, ledgers: readonly Ledger[], today: LegalDate): Budget[] {
  return subsidies()
    .filter(({ partner }) => partner === slug)
    .map((subsidy) => {
      const fiscalYear = yearOf(subsidy, today)
      const ledger = ledgers.find((one) => one.subsidyId === subsidy.id && one.fiscalYear === fiscalYear)
      const [granted, outside, budget] = [ledger?.grantedYen ?? 0, ledger?.outsideYen ?? 0, subsidy.budget ?? null]
      return {
        subsidy,
        fiscalYear,
        budget,
        granted,
        outside,
        left: budget === null ? null : budget - granted - outside,
      }
    })
}

export function yearOf({ period }: Subsidy, today: LegalDate): number {
  return period.year === 'every' ? fiscalYearOf(today) : period.year
}
