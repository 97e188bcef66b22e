import { fiscalYearOf } from '../../law/fiscal-year.ts'
import { today as dayOf, type LegalDate } from '../../lib/time.ts'
import type { SubsidyYear } from '../schema.ts'
import type { Subsidy } from './subsidies.ts'

/** A year as its office wrote it; `slug` is the office's, so that nobody's row speaks of another's subsidy. */
export type EnteredYear = SubsidyYear & { readonly slug: string }

function yearsOf(subsidy: Subsidy, years: readonly EnteredYear[]): EnteredYear[] {
  return years.filter((one) => one.subsidyId === subsidy.id && one.slug === subsidy.partner)
}

export function enteredYear(subsidy: Subsidy, years: readonly EnteredYear[], fiscalYear: number) {
  return yearsOf(subsidy, years).find((one) => one.fiscalYear === fiscalYear)
}

/** The rule of one fiscal year: what the office wrote for it, else the file as it is. */
export function subsidyIn(subsidy: Subsidy, years: readonly EnteredYear[], fiscalYear: number): Subsidy {
  const entered = enteredYear(subsidy, years, fiscalYear)
  return entered ? withYear(subsidy, entered) : subsidy
}

/**
 * The rule by which a day's question is answered: that of the running year; that of the next where this one's reception is over or
 * there is none; else the newest that is known.
 */
export function subsidyOn(subsidy: Subsidy, years: readonly EnteredYear[], today: LegalDate): Subsidy {
  const running = fiscalYearOf(today)
  const [now, next] = [enteredYear(subsidy, years, running), enteredYear(subsidy, years, running + 1)]
  const { year } = subsidy.period
  if (now) return next && isOver(now, today) ? withYear(subsidy, next) : withYear(subsidy, now)
  if (year === 'every' || year >= running) return subsidy
  if (next) return withYear(subsidy, next)
  const old = yearsOf(subsidy, years)
    .filter((one) => one.fiscalYear < running)
    .toSorted((a, b) => b.fiscalYear - a.fiscalYear)[0]
  return old && old.fiscalYear > year ? withYear(subsidy, old) : subsidy
}

function isOver({ terms }: EnteredYear, today: LegalDate): boolean {
  return !terms.offered || terms.applyUntil < today
}

function withYear(subsidy: Subsidy, { fiscalYear, terms, outline, url, enteredAt }: EnteredYear): Subsidy {
  const { ceiling: _, budget: __, ...rest } = subsidy
  return {
    ...rest,
    costs: subsidy.costs.map((line, at) => {
      const own = terms.costs[at]
      if (!own) return line
      return { of: line.of, rate: [...own.rate], ...(own.ceiling !== null && { ceiling: own.ceiling }) }
    }),
    ...(terms.ceiling !== null && { ceiling: terms.ceiling }),
    ...(terms.budget !== null && { budget: terms.budget }),
    period: {
      year: fiscalYear,
      ...{ applyFrom: monthDay(terms.applyFrom), applyUntil: monthDay(terms.applyUntil) },
      ...{ workFrom: monthDay(terms.workFrom), workUntil: monthDay(terms.workUntil) },
    },
    source: { ...subsidy.source, note: outline },
    entered: { offered: terms.offered, on: dayOf(enteredAt), url },
  }
}

/** 29 February is the day before: a year that is looked at by last year's rules may have none. */
function monthDay(day: LegalDate): string {
  const at = day.slice(5)
  return at === '02-29' ? '02-28' : at
}
