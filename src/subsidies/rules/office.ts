import { fiscalYearOf } from '../../law/fiscal-year.ts'
import type { LegalDate } from '../../lib/time.ts'
import type { Grant, Ledger } from '../schema.ts'
import { type Subsidy, subsidies } from './subsidies.ts'
import { type EnteredYear, enteredYear, subsidyIn } from './years.ts'

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

/** The budgets of an office: of the year of a day, and of the next where the office wrote it, for each subsidy that it runs. */
export function budgetsOf(
  slug: string,
  ledgers: readonly Ledger[],
  years: readonly EnteredYear[],
  today: LegalDate,
): Budget[] {
  return subsidies()
    .filter(({ partner }) => partner === slug)
    .flatMap((subsidy) => {
      const running = runningYear(subsidy, years, today)
      const next = enteredYear(subsidy, years, running + 1) ? [running + 1] : []
      return [running, ...next].map((year) => budgetOf(subsidyIn(subsidy, years, year), year, ledgers))
    })
}

function budgetOf(subsidy: Subsidy, fiscalYear: number, ledgers: readonly Ledger[]): Budget {
  const ledger = ledgers.find((one) => one.subsidyId === subsidy.id && one.fiscalYear === fiscalYear)
  const [granted, outside, budget] = [ledger?.grantedYen ?? 0, ledger?.outsideYen ?? 0, subsidy.budget ?? null]
  return { subsidy, fiscalYear, budget, granted, outside, left: budget === null ? null : budget - granted - outside }
}

/** The year whose budget an office works with on a day: the running one, or that of a file which was not renewed. */
function runningYear(subsidy: Subsidy, years: readonly EnteredYear[], today: LegalDate): number {
  const running = fiscalYearOf(today)
  const { year } = subsidy.period
  return year === 'every' || enteredYear(subsidy, years, running) ? running : year
}
