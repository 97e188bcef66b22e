import { z } from 'zod'
import type { Terms, TermsFinding } from '../../law/terms.ts'
import { checkbox, choice, day, digits, longText, text, wholeNumber, yen } from '../../lib/input.ts'
import { parseNumber } from '../../text/number.ts'
import { USUAL_PAYMENT } from './prefill.ts'
import { CALL_DIGITS } from './signing.ts'

const NO_YES = ['no', 'yes'] as const
/** What may be left open for a while: everything that can honestly not be known yet. */
export const OPEN_ITEMS = ['content', 'period', 'place', 'fee', 'expenses', 'payment'] as const

/** Payment days on offer, all within the law's limit; another can be written. */
export const PAYMENT_DAYS = [USUAL_PAYMENT, '毎月末日締め翌月末日払い', '毎月20日締め翌月10日払い'] as const

const FEE_KINDS = ['monthly', 'total', 'hourly'] as const
const MOST_HOURS = 200
const optional = { required: false } as const

/** The questions of the terms. Each may be left empty while somebody writes; what is missing is found by the law's check. */
export const termsForm = z.object({
  companyName: text({ label: '会社の名前', max: 100, ...optional }),
  talentName: text({ label: '仕事をする人の名前', max: 100, ...optional }),
  commissionedOn: day({ label: '仕事をたのむと決めた日', ...optional }),
  work: longText({ label: 'たのむ仕事', max: 3000, ...optional }),
  deliverables: longText({ label: '渡してもらうもの', max: 1000, ...optional }),
  ip: choice({ label: '作ったものの権利', options: ['none', 'talent', 'licence', 'transfer'], ...optional }),
  ipScope: longText({ label: 'どれを、どこまで', max: 600, ...optional }),
  periodFrom: day({ label: 'はじめる日', ...optional }),
  periodTo: day({ label: '終わる日', ...optional }),
  place: text({ label: '仕事をする場所', max: 300, ...optional }),
  feeKind: choice({ label: '報酬の決め方', options: FEE_KINDS, ...optional }),
  feeYen: feeYen(),
  hoursCap: wholeNumber({ label: '月の時間', min: 1, max: MOST_HOURS, unit: '時間', ...optional }),
  tax: choice({ label: '消費税', options: ['excluded', 'included'], ...optional }),
  expenses: choice({ label: '交通費など', options: ['actual', 'included'], ...optional }),
  expensesRule: text({ label: '費用の決め方', max: 300, ...optional }),
  payment: choice({ label: '支払う日', options: [...PAYMENT_DAYS, 'other'], ...optional }),
  paymentOther: text({ label: 'ほかの支払日', max: 60, ...optional }),
  inspected: choice({ label: '検査', options: NO_YES, ...optional }),
  inspectionDays: wholeNumber({ label: '検査を終えるまでの日数', min: 0, max: 60, unit: '日', ...optional }),
  recommissioned: choice({ label: 'よそから受けた仕事か', options: NO_YES, ...optional }),
  originalClient: text({ label: '元の依頼者', max: 100, ...optional }),
  originalPaymentOn: day({ label: '元の仕事の支払期日', ...optional }),
  openItem: choice({ label: 'まだ決められないこと', options: OPEN_ITEMS, ...optional }),
  openReason: text({ label: '決められないわけ', max: 200, ...optional }),
  openOn: day({ label: '決める日', ...optional }),
})

const PAID = { monthly: 'month', hourly: 'hour', total: undefined } as const

/** The same questions, of a form that says what the amount is for and how many hours a month. */
export function termsFormOf(body: Readonly<Record<string, unknown>>) {
  const kind = FEE_KINDS.find((known) => known === body.feeKind)
  const hours = typeof body.hoursCap === 'string' ? parseNumber(body.hoursCap) : null
  const known = hours !== null && hours >= 1 && hours <= MOST_HOURS ? hours : null
  return termsForm.extend({ feeYen: feeYen(kind && PAID[kind], known) })
}

function feeYen(per?: 'hour' | 'month', hours: number | null = null) {
  return yen({ label: '報酬の額', max: 100_000_000, per, hours, ...optional })
}

export type TermsAnswers = z.output<typeof termsForm>
export type TermsField = keyof TermsAnswers

export function termsOf(answers: TermsAnswers): Terms {
  const { tax, payment, paymentOther, inspected, recommissioned, openItem, openReason, openOn, ...plain } = answers
  return {
    ...plain,
    payment: payment === 'other' ? paymentOther : (payment ?? ''),
    taxIncluded: tax === null ? null : tax === 'included',
    inspected: inspected === 'yes',
    inspectionOn: null,
    inspectionDays: inspected === 'yes' ? plain.inspectionDays : null,
    transferFeePayer: 'company',
    recommissioned: recommissioned === 'yes',
    undecided: openItem ? [{ item: openItem, reason: openReason, decidedOn: openOn ?? '' }] : [],
  }
}

export function answersOf(terms: Terms): Record<TermsField, string> {
  const open = terms.undecided[0]
  const isUsual = PAYMENT_DAYS.some((day) => day === terms.payment)
  const plain = (value: string | number | null) => (value === null ? '' : String(value))
  return {
    companyName: terms.companyName,
    talentName: terms.talentName,
    commissionedOn: plain(terms.commissionedOn),
    work: terms.work,
    deliverables: terms.deliverables,
    ip: plain(terms.ip),
    ipScope: terms.ipScope,
    periodFrom: plain(terms.periodFrom),
    periodTo: plain(terms.periodTo),
    place: terms.place,
    feeKind: plain(terms.feeKind),
    feeYen: plain(terms.feeYen),
    hoursCap: plain(terms.hoursCap),
    tax: terms.taxIncluded === null ? '' : terms.taxIncluded ? 'included' : 'excluded',
    expenses: plain(terms.expenses),
    expensesRule: terms.expensesRule,
    payment: isUsual ? terms.payment : terms.payment === '' ? '' : 'other',
    paymentOther: isUsual ? '' : terms.payment,
    inspected: terms.inspected ? 'yes' : 'no',
    inspectionDays: plain(terms.inspectionDays),
    recommissioned: terms.recommissioned ? 'yes' : 'no',
    originalClient: terms.originalClient,
    originalPaymentOn: plain(terms.originalPaymentOn),
    openItem: OPEN_ITEMS.find((item) => item === open?.item) ?? '',
    openReason: open?.reason ?? '',
    openOn: open?.decidedOn ?? '',
  }
}

/** Where findings about an item are mended, the first that is still missing first. */
function fieldsOf({ item }: TermsFinding, terms: Terms): TermsField[] {
  switch (item) {
    case 'names':
      return terms.companyName.trim() === '' ? ['companyName', 'talentName'] : ['talentName']
    case 'date':
      return ['commissionedOn']
    case 'content':
      return ['work']
    case 'ip':
      return [terms.ip === 'transfer' || terms.ip === 'licence' ? 'ipScope' : 'ip']
    case 'period':
      return [terms.periodFrom ? 'periodTo' : 'periodFrom']
    case 'inspection':
      return ['inspectionDays']
    case 'fee':
      return feeFields(terms)
    case 'expenses':
      return [terms.expenses === null ? 'expenses' : 'expensesRule']
    case 'recommission':
      return terms.originalClient.trim() === '' ? ['originalClient', 'originalPaymentOn'] : ['originalPaymentOn']
    case 'place':
      return ['place']
    default:
      return [terms.payment === '' || PAYMENT_DAYS.some((day) => day === terms.payment) ? 'payment' : 'paymentOther']
  }
}

function feeFields({ feeKind, feeYen, hoursCap }: Terms): TermsField[] {
  if (feeKind === null) return ['feeKind', 'tax']
  if (feeYen === null || feeYen === 0) return ['feeYen', 'tax']
  return feeKind === 'hourly' && hoursCap === null ? ['hoursCap', 'tax'] : ['tax']
}

/** The errors of a check as a form shows them; warnings are no errors. */
export function errorsOf(findings: readonly TermsFinding[], terms: Terms): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const finding of findings) {
    if (finding.severity !== 'error') continue
    const field = fieldsOf(finding, terms).find((name) => errors[name] === undefined)
    if (field) errors[field] = finding.sentence
  }
  return errors
}

export const changeForm = z.object({ words: longText({ label: '変えてほしいこと', max: 1000 }) })

const notAsked = z
  .unknown()
  .optional()
  .transform(() => null)

/** An agreement, with the numbers that prove who agrees: none after a passkey. */
export function agreementForm(asked: readonly ('heard' | 'code')[]) {
  const wanted = <T extends z.ZodType>(name: 'heard' | 'code', field: T) => (asked.includes(name) ? field : notAsked)
  return z.object({
    versionId: text({ label: '条件の版', max: 40 }),
    sha256: text({ label: '条件の指紋', max: 64 }),
    heard: wanted('heard', digits({ label: '電話で聞いた番号', count: CALL_DIGITS, from: '電話で聞いた' })),
    code: wanted('code', digits({ label: 'メールの番号', count: 6, from: 'メールに書かれた' })),
    read: checkbox({ label: '内容を確かめました', required: true }),
  })
}

export const endingForm = z.object({
  endsOn: day({ label: '終わりにする日' }),
  reason: longText({ label: 'わけ', max: 600 }),
})

export const dropForm = z.object({ reason: longText({ label: 'わけ', max: 600 }) })
