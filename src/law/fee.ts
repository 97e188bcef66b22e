import type { LegalDate } from './dates.ts'
import { parameter } from './parameters.ts'

/**
 * Income tax withheld from one payment to an individual for the listed kinds of work, in whole yen, 0 or more.
 * 10.21 % up to 1,000,000 yen and 20.42 % of what lies above; a fraction of a yen is dropped.
 * `amountYen`: the one payment, without consumption tax where that is shown separately (国税庁 直法6-1).
 * Whether a kind of work is listed, and whether this payer withholds at all, is not decided here.
 * Throws RangeError for an amount that is no whole number of yen, 0 to 2,000,000,000.
 * Source: 所得税法204条・205条, 復興財確法28条・31条, 国税通則法119条.
 */
export function withholding(amountYen: number, on: LegalDate): number {
  requireYen(amountYen)
  const threshold = parameter('wht.threshold', on)
  const below = Math.min(amountYen, threshold) * perTenThousand(parameter('wht.rate', on))
  const above = Math.max(amountYen - threshold, 0) * perTenThousand(parameter('wht.rate_over', on))
  return Math.floor((below + above) / 10_000)
}

/**
 * What a fee is for one hour, in whole yen, a fraction dropped so that no more is shown than is paid.
 * `feeYen` and `hours` belong to the same span (a month). Null when the hours are not known or not above 0.
 */
export function hourlyEquivalent(feeYen: number, hours: number | null): number | null {
  requireYen(feeYen)
  return hours !== null && hours > 0 ? Math.floor(feeYen / hours) : null
}

function perTenThousand(rate: number): number {
  return Math.round(rate * 10_000)
}

function requireYen(amount: number): void {
  if (!Number.isInteger(amount) || amount < 0 || amount > 2_000_000_000) {
    throw new RangeError(`Not a whole amount of yen: ${amount}`)
  }
}
