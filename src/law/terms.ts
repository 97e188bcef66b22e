import { type LegalDate, readLegalDate } from './dates.ts'
import type { TermsItem } from './notice.ts'
import { readPaymentDay } from './payment.ts'
import { checkFee } from './terms/fee.ts'
import { checkPayment } from './terms/payment.ts'
import type { Terms, TermsFinding } from './terms/shape.ts'
import { checkWork } from './terms/work.ts'

export type { Finding, Terms, TermsFinding, Undecided } from './terms/shape.ts'

/**
 * What is missing or not allowed in terms, in the order of the notice; empty when they can be proposed. An error keeps
 * them from being agreed. `today`: the day in Tokyo. フリーランス法3条・4条, 規則1条; nothing here is legal advice.
 */
export function checkTerms(terms: Terms, today: LegalDate): TermsFinding[] {
  const findings = [...checkWork(terms, today), ...checkFee(terms), ...checkPayment(terms)]
  return findings.map((finding) => (isLeftOpen(terms, finding.item, today) ? openly(finding) : finding))
}

/** Names, the day and the transfer fee are always known when work is commissioned, so they cannot be left open. */
const NEVER_OPEN: readonly TermsItem[] = ['names', 'date', 'transferFee', 'recommission']

function isLeftOpen(terms: Terms, item: TermsItem, today: LegalDate): boolean {
  if (NEVER_OPEN.includes(item) || isGiven(terms, item)) return false
  return terms.undecided.some((open) => {
    const decidedOn = readLegalDate(open.decidedOn)
    return open.item === item && open.reason.trim() !== '' && decidedOn !== null && decidedOn >= today
  })
}

/** A day that is written down is not open: when it is not allowed, no reason makes it so. */
function isGiven({ payment, periodFrom, periodTo }: Terms, item: TermsItem): boolean {
  if (item === 'payment') return ['monthly', 'date'].includes(readPaymentDay(payment).kind)
  return item === 'period' && [periodFrom, periodTo].every((day) => readLegalDate(day ?? '') !== null)
}

function openly(finding: TermsFinding): TermsFinding {
  if (finding.severity === 'warning') return finding
  return {
    ...finding,
    severity: 'warning',
    sentence: `まだ決まっていません。決まったらすぐに書き足します。（${finding.sentence}）`,
  }
}
