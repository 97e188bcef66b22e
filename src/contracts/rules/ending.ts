import { addDays, type LegalDate, readLegalDate } from '../../law/dates.ts'
import { parameter } from '../../law/parameters.ts'
import type { Terms } from '../../law/terms.ts'

/**
 * The first day with which a contract may end before its time when notice is given on `today`: the 30th day after.
 * Article 9 of our contracts asks it of both sides, whatever the length; for six months and more the law asks it of the
 * company (フリーランス法16条1項).
 */
export function earliestEnd(today: LegalDate): LegalDate {
  return addDays(today, parameter('fl.art16.notice_days', today))
}

/** The last day of the work is over, so either side may close the contract alone. */
export function isOver(terms: Pick<Terms, 'periodTo'> | undefined, today: LegalDate): boolean {
  const last = readLegalDate(terms?.periodTo ?? '')
  return last !== null && last < today
}
