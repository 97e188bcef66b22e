import { dateInWords, type LegalDate, lastDayOfMonths, legalDate, readLegalDate } from '../dates.ts'
import { latestPaymentDate, latestRecommissionedPayment, monthlyKeepsLimit, readPaymentDay } from '../payment.ts'
import type { Terms, TermsFinding } from './shape.ts'

/** Payment day, its legal limit, the transfer fee, and the block of a re-commission: items 8 and 10. */
export function checkPayment(terms: Terms): TermsFinding[] {
  return [...paymentDay(terms), ...transferFee(terms), ...recommission(terms)]
}

function paymentDay(terms: Terms): TermsFinding[] {
  if (terms.payment.trim() === '') return [error('payment', '支払う日を書いてください。')]
  const day = readPaymentDay(terms.payment)
  if (day.kind === 'vague') {
    return [
      error('payment', `「${day.phrase}」では日が決まりません。「毎月末日締め翌月25日払い」のように書いてください。`),
    ]
  }
  if (day.kind === 'unread') {
    return [error('payment', '支払う日が読み取れません。「毎月末日締め翌月25日払い」か、年月日で書いてください。')]
  }
  if (day.kind === 'monthly') {
    if (monthlyKeepsLimit(day) || hasRecommission(terms)) return []
    return [
      error(
        'payment',
        '支払う日がおそすぎます。締めた月の次の月のうち、締め日と同じ日よりおそくない日にしてください。',
      ),
    ]
  }
  const latest = latestDay(terms)
  if (!latest || day.date <= latest) return []
  return [error('payment', `支払う日がおそすぎます。おそくとも${dateInWords(latest)}にしてください。`)]
}

const ACT_IN_FORCE = legalDate('2024-11-01')

/** A monthly fee is earned month by month, so its first month sets the limit; otherwise the end of the work does. */
function latestDay(terms: Terms): LegalDate | null {
  const original = readLegalDate(terms.originalPaymentOn ?? '')
  if (hasRecommission(terms) && original && original >= ACT_IN_FORCE) return latestRecommissionedPayment(original)
  const [from, to] = [readLegalDate(terms.periodFrom ?? ''), readLegalDate(terms.periodTo ?? '')]
  if (!from || !to || from < ACT_IN_FORCE || to < from) return null
  const firstMonth = lastDayOfMonths(from, 1)
  return latestPaymentDate(terms.feeKind !== 'total' && firstMonth < to ? firstMonth : to)
}

function transferFee(terms: Terms): TermsFinding[] {
  if (terms.transferFeePayer === 'company') return []
  return [error('transferFee', '振込手数料は、支払う会社の負担です。報酬から差し引くことはできません。')]
}

function recommission(terms: Terms): TermsFinding[] {
  if (!terms.recommissioned) return []
  const findings: TermsFinding[] = []
  if (terms.originalClient.trim() === '') {
    findings.push(error('recommission', '元の依頼者の名前を書いてください。'))
  }
  if (!readLegalDate(terms.originalPaymentOn ?? '')) {
    findings.push(error('recommission', '元の仕事の支払期日を書いてください。'))
  }
  return findings
}

/** The later limit holds only when everything about the original work is shown. フリーランス法4条3項. */
function hasRecommission(terms: Terms): boolean {
  return terms.recommissioned && recommission(terms).length === 0
}

function error(item: TermsFinding['item'], sentence: string): TermsFinding {
  return { item, severity: 'error', sentence }
}
