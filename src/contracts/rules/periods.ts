import { addDays, dayOfMonth, type LegalDate, readLegalDate, wholeMonths } from '../../law/dates.ts'
import type { Terms } from '../../law/terms.ts'

export type Period = { readonly from: LegalDate; readonly to: LegalDate }

/** The period of terms, or null while a day is missing or they are turned round. */
export function periodOf(terms: Pick<Terms, 'periodFrom' | 'periodTo'>): Period | null {
  const [from, to] = [readLegalDate(terms.periodFrom ?? ''), readLegalDate(terms.periodTo ?? '')]
  return from && to && from <= to ? { from, to } : null
}

export function overlaps(a: Period, b: Period): boolean {
  return a.from <= b.to && b.from <= a.to
}

/**
 * Whole months of a period with the earlier ones that it renews: what ends less than a month before the next begins
 * counts as one (フリーランス法13条・16条の解釈ガイドライン: the gap counts as part of the term, unverified).
 */
export function monthsWithRenewals(period: Period, earlier: readonly Period[]): number {
  let from = period.from
  for (const before of [...earlier].sort((a, b) => (a.from < b.from ? 1 : -1))) {
    const isRenewed = before.from < from && addDays(dayOfMonth(before.to, 1, Number(before.to.slice(8))), 1) > from
    if (isRenewed) from = before.from
  }
  return wholeMonths(from, period.to)
}
