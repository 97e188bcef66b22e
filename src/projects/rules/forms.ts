import { z } from 'zod'
import { INDUSTRIES } from '../../companies/rules/industries.ts'
import { checkbox, choice, choices, longText, text, wholeNumber, yen } from '../../lib/input.ts'
import { PREFECTURES } from '../../lib/regions.ts'
import { type LegalDate, readLegalDate } from '../../lib/time.ts'
import { parseNumber } from '../../text/number.ts'
import { PROBONO, SOON } from './choices.ts'
import { codeField, MOST_CODES } from './codes.ts'
import type { FieldName } from './steps.ts'

/** Posted by 「わからない」. */
export const UNSURE = 'unsure' as const
const MOST_HOURS = 200
const MOST_FEE = 10_000_000
const MOST_MONTHS = 36

/** A draft has gaps: nothing is required until it is sent. */
const FIELDS = {
  background: longText({ label: 'いまの様子', max: 2000, required: false }),
  title: text({ label: '案件の題', max: 60, required: false }),
  work: longText({ label: '頼みたいこと', max: 2000, required: false }),
  industry: choice({ label: '業種', options: INDUSTRIES.map(({ id }) => id), required: false }),
  goal: longText({ label: '三か月後の姿', max: 1000, required: false }),
  goalUnsure: checkbox({ label: 'わからない' }),
  excluded: longText({ label: '頼まないこと', max: 1000, required: false }),
  hours: numberOr('時間', 1, MOST_HOURS, [UNSURE]),
  hoursOther: wholeNumber({ label: 'ほかの時間', min: 1, max: MOST_HOURS, unit: '時間', required: false }),
  fee: numberOr('お礼', 1, MOST_FEE, [UNSURE, PROBONO]),
  feeOther: feeOther(null),
  style: choice({ label: '働き方', options: ['remote', 'visits', 'either', UNSURE], required: false }),
  travelPaid: choice({ label: '交通費', options: ['yes', 'no'], required: false }),
  place: text({ label: '働く場所', max: 200, required: false }),
  prefecture: choice({ label: '都道府県', options: PREFECTURES.map(({ id }) => String(id)), required: false }),
  months: numberOr('期間', 1, MOST_MONTHS, [UNSURE]),
  startOn: dayOr('始まり', [SOON, UNSURE]),
  openings: number('人数', 1, 99),
  ending: longText({ label: '終わり方', max: 500, required: false }),
  closesOn: dayOr<never>('募集の終わり', []),
  applicationLimit: number('応募の数', 1, 999),
  posterName: text({ label: '会社の名前', max: 100, required: false }),
  posterAddress: text({ label: '住所', max: 200, required: false }),
  posterContact: text({ label: '連絡先', max: 200, required: false }),
  answerDays: number('返事の約束', 1, 30),
  question1: text({ label: '質問1', max: 200, required: false }),
  question2: text({ label: '質問2', max: 200, required: false }),
} satisfies Record<FieldName, z.ZodType>

type Fields = { [K in FieldName]: z.output<(typeof FIELDS)[K]> }
/** What some of the screens of a draft answered. */
export type Answers = Partial<Fields>

const PARTS = {
  level: choice({ label: 'どのくらいできる人か', options: ['1', '2', '3', '4'] }),
  need: choice({ label: '大切さ', options: ['must', 'nice', 'none'] }),
  rank: choice({ label: '順番', options: Array.from({ length: MOST_CODES }, (_, n) => String(n + 1)) }),
}

/** The form of some fields. The job codes on the screen bring three each; `go` and `find` are buttons and search. */
export function draftForm(fields: readonly FieldName[], body: Readonly<Record<string, unknown>>) {
  const shape: Record<string, z.ZodType> = {
    go: text({ label: 'ボタン', max: 20, required: false }),
    find: text({ label: 'さがす言葉', max: 100, required: false }),
  }
  for (const field of fields) shape[field] = FIELDS[field]
  if (fields.includes('feeOther')) shape.feeOther = feeOther(hoursIn(body))
  for (const name of fields.includes('work') ? Object.keys(body) : []) {
    const field = codeField(name)
    if (field) shape[name] = PARTS[field.part]
  }
  return z.object(shape) as unknown as z.ZodType<Answers & Record<string, unknown> & { go: string; find: string }>
}

/** For a month; with the hours of the same screen one for an hour is told what it comes to. */
function feeOther(hours: number | null) {
  return yen({ label: 'ほかの額', min: 1, max: MOST_FEE, per: 'month', hours, required: false })
}

function hoursIn({ hours, hoursOther }: Readonly<Record<string, unknown>>): number | null {
  const said = [hoursOther, hours].map((value) => (typeof value === 'string' ? parseNumber(value) : null))
  return said.find((value) => value !== null && value >= 1 && value <= MOST_HOURS) ?? null
}

/** Why the desk sends a project back. */
export const RETURN_REASONS = {
  work: '頼みたいことを、もう少しくわしく書いてください',
  goal: '三か月後の姿を、もう少しはっきり書いてください',
  width: '一度に頼むことが多いようです。まず一つにしぼりましょう',
  fee: 'お礼と時間のつり合いを、もう一度考えてください',
  contact: '会社の名前・住所・連絡先を確かめてください',
  employment: '雇うときの書き方になっています。仕事を頼む形に直してください',
} as const

export type ReturnReason = keyof typeof RETURN_REASONS

export const returnForm = z
  .object({
    reasons: choices({ label: '理由', options: Object.keys(RETURN_REASONS) as ReturnReason[] }),
    words: longText({ label: '会社に伝える言葉', max: 500, required: false }),
  })
  .refine(({ reasons, words }) => reasons.length > 0 || words !== '', {
    message: '理由を選ぶか、言葉で書いてください。',
    path: ['reasons'],
  })

/** One of a few numbers. */
function number(label: string, min: number, max: number) {
  return numberOr<never>(label, min, max, [])
}

/** One of a few numbers, or a word that stands for something else. */
function numberOr<W extends string>(label: string, min: number, max: number, words: readonly W[]) {
  return text({ label, max: 12, required: false }).transform((value, context): number | W | null => {
    if (value === '') return null
    const word = words.find((known) => known === value)
    if (word !== undefined) return word
    const found = Number(value)
    if (Number.isInteger(found) && found >= min && found <= max) return found
    context.addIssue({ code: 'custom', message: `${label}を、もう一度選んでください。` })
    return z.NEVER
  })
}

/** One of a few days, or a word. */
function dayOr<W extends string>(label: string, words: readonly W[]) {
  return text({ label, max: 12, required: false }).transform((value, context): LegalDate | W | null => {
    if (value === '') return null
    const found = words.find((known) => known === value) ?? readLegalDate(value)
    if (found) return found
    context.addIssue({ code: 'custom', message: `${label}を、もう一度選んでください。` })
    return z.NEVER
  })
}
