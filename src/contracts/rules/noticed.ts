import { dateInWords, readLegalDate } from '../../law/dates.ts'
import { type NoticeItem, noticeItems } from '../../law/notice.ts'
import type { Terms } from '../../law/terms.ts'

export type NoticeRow = { readonly number: number; readonly title: string; readonly lines: readonly string[] }

const GROUPED = new Intl.NumberFormat('ja-JP')
const FEE_PER = { monthly: '月額', total: '総額', hourly: '1時間あたり' } as const
const RIGHTS = {
  none: '権利：業務により著作権などの権利は生じない。',
  transfer: '権利：次の権利を委託者に譲渡する。',
  licence: '権利：受託者に残し、次の範囲で委託者が使うことを許す。',
  talent: '権利：受託者に残す。',
} as const

/** What terms say on each item of the notice (3条通知), for the contract and for the screen: every item, none left out. */
export function noticeRows(terms: Terms): NoticeRow[] {
  return noticeItems.map((item) => ({
    number: item.number,
    title: item.title,
    lines: [...LINES[item.number]!(terms).filter((line) => line !== ''), ...openLines(terms, item)],
  }))
}

const LINES: Record<number, (terms: Terms) => string[]> = {
  1: ({ companyName, talentName }) => [`委託者：${companyName}`, `受託者：${talentName}`],
  2: ({ commissionedOn }) => [dayOf(commissionedOn)],
  3: ({ work, deliverables, ip, ipScope }) => [
    work.trim(),
    deliverables.trim() && `渡すもの：${deliverables.trim()}`,
    ip ? RIGHTS[ip] + (ip === 'transfer' || ip === 'licence' ? ipScope.trim() : '') : '',
  ],
  4: ({ periodFrom, periodTo }) => (periodFrom || periodTo ? [`${dayOf(periodFrom)}から${dayOf(periodTo)}まで`] : []),
  5: ({ place }) => [place.trim()],
  6: (terms) => [inspectionLine(terms)],
  7: (terms) => [feeLine(terms), expensesLine(terms)],
  8: ({ payment, transferFeePayer }) => [
    payment.trim(),
    transferFeePayer === 'company' ? '銀行振込。振込手数料は委託者が負担する。' : '',
  ],
  9: () => ['現金以外の方法（手形など）では支払わない。'],
  10: ({ recommissioned, originalClient, originalPaymentOn }) =>
    recommissioned
      ? [
          'この業務は再委託である。',
          `元の依頼者：${originalClient.trim()}`,
          `元の業務の支払期日：${dayOf(originalPaymentOn)}`,
        ]
      : ['再委託ではない。'],
}

function inspectionLine({ inspected, inspectionOn, inspectionDays }: Terms): string {
  if (!inspected) return '検査は行わない。'
  if (inspectionOn) return `${dayOf(inspectionOn)}に検査を終える。`
  return inspectionDays === null ? '' : `成果を受け取った日から${inspectionDays}日以内に検査を終える。`
}

function feeLine({ feeKind, feeYen, hoursCap, taxIncluded }: Terms): string {
  if (!feeKind || feeYen === null) return ''
  const tax = taxIncluded === null ? '' : taxIncluded ? '（消費税を含む）' : '（消費税は別に支払う）'
  const fee = `${FEE_PER[feeKind]}${yen(feeYen)}${tax}`
  if (hoursCap === null) return fee
  if (feeKind === 'hourly') return `${fee}に、実際に行った時間をかけた額。月${hoursCap}時間を上限とする。`
  return `${fee}。月${hoursCap}時間を目安とする。`
}

function expensesLine({ expenses, expensesRule }: Terms): string {
  if (!expenses) return ''
  return expenses === 'included' ? '交通費などの費用は報酬に含む。' : `費用は報酬とは別に支払う。${expensesRule.trim()}`
}

function openLines(terms: Terms, item: NoticeItem): string[] {
  return terms.undecided
    .filter((open) => item.items.includes(open.item))
    .map((open) => `未定。理由：${open.reason.trim()}。${dayOf(open.decidedOn)}までに決めて書き足す。`)
}

function dayOf(text: string | null): string {
  const date = readLegalDate(text ?? '')
  return date ? dateInWords(date) : ''
}

function yen(amount: number): string {
  return `${GROUPED.format(amount)}円`
}
