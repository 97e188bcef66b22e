import { z } from 'zod'
import { isCorporateNumber } from '../../law/numbers.ts'
import { checkbox, choice, choices, day, longText, phone, text } from '../../lib/input.ts'
import { addDays, type LegalDate } from '../../lib/time.ts'
import { FIELDS } from '../../partners/rules/consent.ts'
import { DROPS, PURPOSES } from './slip.ts'

/** How long a consent holds, in days. */
export const TERMS = [
  { value: '182', label: '半年' },
  { value: '365', label: '1年' },
  { value: '730', label: '2年' },
] as const

const corporateNumber = text({ label: '法人番号', max: 40, required: false }).transform((given, context) => {
  const digits = given.normalize('NFKC').replace(/[\s\p{Pd}ー−]/gu, '')
  if (digits === '' || isCorporateNumber(digits)) return digits || null
  context.addIssue({ code: 'custom', message: '法人番号の数字が合いません。1けたずつ確かめてください。' })
  return z.NEVER
})

/** What a slip says. What the owner told is passed on only when it was read back. */
export const slipForm = z
  .object({
    firm: text({ label: '会社の名前', max: 80 }),
    corporateNumber,
    contact: text({ label: '担当の方の名前', max: 80, required: false }).transform((name) => name || null),
    phone: phone({ label: '電話番号', required: false }).transform((number) => number || null),
    purpose: choice({ label: 'お取次ぎの目的', options: PURPOSES }),
    back: choices({ label: '窓口に知らせること', options: FIELDS }),
    term: choice({ label: '期間', options: TERMS.map(({ value }) => value) }).transform(Number),
    note: longText({ label: 'お聞きした困りごと', max: 400, required: false }).transform((words) => words || null),
    readBack: checkbox({ label: '読み上げて確かめました' }),
  })
  .refine(({ note, readBack }) => note === null || readBack, {
    message: '書いたことばを会社の方に読み上げて、このとおりでよいか確かめてください。',
    path: ['readBack'],
  })
export type Slip = z.output<typeof slipForm>

/** A sheet that came back with a signature: not from tomorrow, and not older than the slip may be. */
export const signedForm = z.object({
  signedOn: day({ label: '署名の日' }),
  seen: checkbox({ label: '署名のある紙を確かめました', required: true }),
})

export const dropForm = z.object({ reason: choice({ label: '理由', options: DROPS }) })

export function isSignedInTime(signedOn: LegalDate, openedOn: LegalDate, day: LegalDate): boolean {
  return signedOn >= addDays(openedOn, -1) && signedOn <= day
}
