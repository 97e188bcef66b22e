import { type LegalDate, readLegalDate, wholeMonths } from '../../law/dates.ts'
import type { Terms } from '../../law/terms.ts'

type Work = { startOn: LegalDate | null; months: number | null; monthlyFee: number | null }

/** When and for how much somebody works by signed terms; what they leave open stays as it was drafted. */
export function workOf(terms: Terms, drafted: Work): Work {
  const [from, to] = [readLegalDate(terms.periodFrom ?? ''), readLegalDate(terms.periodTo ?? '')]
  const months = from && to && from <= to ? Math.max(1, wholeMonths(from, to)) : drafted.months
  return { startOn: from ?? drafted.startOn, months, monthlyFee: monthlyFee(terms, months) ?? drafted.monthlyFee }
}

function monthlyFee({ feeKind, feeYen, hoursCap }: Terms, months: number | null): number | null {
  if (feeYen === null) return null
  if (feeKind === 'monthly') return feeYen
  if (feeKind === 'hourly') return hoursCap === null ? null : feeYen * hoursCap
  return feeKind === 'total' && months ? Math.floor(feeYen / months) : null
}
