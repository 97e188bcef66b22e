import { addDays, dayOfMonth, type LegalDate, readLegalDate } from './dates.ts'
import { parameter } from './parameters.ts'

/**
 * The day a fee is paid: every month, `monthsAfter` months after the month of the closing day (31 = end of the month),
 * or one date.
 */
export type PaymentDay =
  | { readonly kind: 'monthly'; readonly closingDay: number; readonly monthsAfter: number; readonly payDay: number }
  | { readonly kind: 'date'; readonly date: LegalDate }

/** Why a text names no day: 'vague' = it names a limit or an event instead of a day; 'unread' = not understood. */
export type UnreadPayment = { readonly kind: 'vague'; readonly phrase: string } | { readonly kind: 'unread' }

const VAGUE =
  /まで|迄|以内|以降|頃|ごろ|請求書?(?:の)?(?:受領|受取|到着|発行)後?|検収(?:完了)?後|検査(?:完了)?後|納品後|入金後|別途|応相談|速やか|随時|未定/
const CLOSING = /(?:毎月|当月|月)?(末日?|\d{1,2}日)(?:締め?切り|締め|締|〆)/
const MONTHLY = /(当月|同月|翌月|翌々月|翌翌月)の?(末日?|\d{1,2}日)(?:に|払い?|支払い?)?/
const MONTHS_AFTER: Record<string, number> = { 当月: 0, 同月: 0, 翌月: 1, 翌々月: 2, 翌翌月: 2 }

/**
 * Reads the payment day out of what people write: 「毎月末日締め翌月25日払い」, 「20日〆翌月末払い」, 「2027年3月31日」,
 * '2027-03-31'. Full-width digits are understood. A limit (「…まで」) or an event (「請求書受領後」「検収後」) is no
 * payment day in the sense of フリーランス法3条, 規則1条1項8号.
 */
export function readPaymentDay(text: string): PaymentDay | UnreadPayment {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  const vague = VAGUE.exec(plain)
  if (vague) return { kind: 'vague', phrase: vague[0] }
  return readMonthly(plain) ?? readDate(plain) ?? { kind: 'unread' }
}

/**
 * The last day on which a fee may be paid when the work was received on `receipt`: the 60th day, the day of receipt
 * being the first, whether or not it was inspected. フリーランス法4条1項. Throws RangeError before the act was in force.
 */
export function latestPaymentDate(receipt: LegalDate): LegalDate {
  return addDays(receipt, parameter('fl.payment.max_days', receipt) - 1)
}

/**
 * The last day on which a re-commissioned fee may be paid: the 30th day, the day on which the original client
 * is due to pay being the first. Only where the three items of the re-commission were shown. フリーランス法4条3項.
 */
export function latestRecommissionedPayment(originalPayment: LegalDate): LegalDate {
  return addDays(originalPayment, parameter('fl.payment.reconsign_days', originalPayment) - 1)
}

/**
 * True when a monthly payment day keeps the limit in every month: payment within two months of the first day of the
 * month that is closed, the form that practice accepts for monthly closing (下請法の運用にならう, unverified).
 */
export function monthlyKeepsLimit(day: PaymentDay & { kind: 'monthly' }): boolean {
  if (day.monthsAfter === 0) return day.payDay >= day.closingDay
  return day.monthsAfter === 1 && day.payDay <= day.closingDay
}

/** The day on which the work of the month closed on `closing` is paid. */
export function paymentDateAfter(day: PaymentDay, closing: LegalDate): LegalDate {
  return day.kind === 'date' ? day.date : dayOfMonth(closing, day.monthsAfter, day.payDay)
}

function readMonthly(plain: string): PaymentDay | null {
  const closing = CLOSING.exec(plain)
  if (!closing) return null
  const pay = MONTHLY.exec(plain.slice(closing.index + closing[0].length))
  if (!pay) return null
  const closingDay = dayNamed(closing[1]!)
  const payDay = dayNamed(pay[2]!)
  if (!closingDay || !payDay) return null
  return { kind: 'monthly', closingDay, monthsAfter: MONTHS_AFTER[pay[1]!]!, payDay }
}

function readDate(plain: string): PaymentDay | null {
  const match =
    /^(\d{4})(?:年|-|\/|\.)(\d{1,2})(?:月|-|\/|\.)(\d{1,2})日?(?:\([日月火水木金土]\))?(?:に|払い?|支払い?)?$/.exec(
      plain,
    )
  if (!match) return null
  const date = readLegalDate(`${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`)
  return date && { kind: 'date', date }
}

function dayNamed(text: string): number | null {
  if (text.startsWith('末')) return 31
  const day = Number(text.replace('日', ''))
  return day >= 1 && day <= 31 ? day : null
}
