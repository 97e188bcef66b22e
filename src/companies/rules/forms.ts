import { z } from 'zod'
import { isCorporateNumber } from '../../law/numbers.ts'
import { choice, email, longText, text, wholeNumber } from '../../lib/input.ts'
import { municipalitiesOf, PREFECTURES } from '../../lib/regions.ts'
import { INDUSTRIES } from './industries.ts'

const name = text({ label: '会社の名前', max: 80 })
const prefecture = choice({ label: '都道府県', options: PREFECTURES.map(({ id }) => String(id)) }).transform(Number)
const industry = choice({ label: '業種', options: INDUSTRIES.map(({ id }) => id) })

/** Empty becomes null; full width, spaces and hyphens are understood. */
const corporateNumber = text({ label: '法人番号', max: 40, required: false }).transform((given, context) => {
  const digits = given.normalize('NFKC').replace(/[\s\p{Pd}ー−]/gu, '')
  if (digits === '') return null
  if (isCorporateNumber(digits)) return digits
  const message = /^\d{13}$/.test(digits)
    ? '法人番号の数字が合いません。1けたずつ確かめてください。'
    : '法人番号は、数字13けたです。'
  context.addIssue({ code: 'custom', message })
  return z.NEVER
})

/** What a company is founded with: as little as a project needs. */
export const foundingForm = z.object({ name, prefecture, industry, corporateNumber })
export type Founding = z.output<typeof foundingForm>

/** A line that may be left out is stored as null. */
function optional(label: string, max: number) {
  return text({ label, max, required: false }).transform((line) => line || null)
}

const NOT_THERE = { message: '市区町村を、都道府県に合わせて選びなおしてください。', path: ['municipality'] }
const people = { min: 0, max: 1_000_000, unit: '人', required: false } as const

/**
 * What somebody may type for a company in an assisted session; of it, what everybody reads. Nothing by which a company is known (its
 * name, how that is read, its number): from these follows who hides from it.
 */
export const PUBLIC_DETAILS = ['municipality', 'industry', 'about'] as const
export const ASSISTED_DETAILS = [...PUBLIC_DETAILS, 'employees', 'officers', 'contactName', 'address'] as const

const details = {
  municipality: optional('市区町村', 5),
  industry,
  about: longText({ label: '会社の紹介', max: 1000, required: false }),
  employees: wholeNumber({ label: '働いている人の数', ...people }),
  officers: wholeNumber({ label: '役員の数', ...people }),
  contactName: optional('連絡を受ける方の名前', 80),
  address: optional('住所', 200),
}
export type AssistedDetails = { [K in (typeof ASSISTED_DETAILS)[number]]: z.output<(typeof details)[K]> }

/** Some of the details, of a company that stays in its prefecture. */
export function detailsFormOf(names: readonly (typeof ASSISTED_DETAILS)[number][], prefecture: number) {
  const shape = Object.fromEntries(Object.entries(details).filter(([name]) => names.some((one) => one === name)))
  return z
    .object(shape)
    .transform((answers) => answers as Partial<AssistedDetails>)
    .refine(({ municipality }) => !municipality || isThere(prefecture, municipality), NOT_THERE)
}

export const detailsForm = z
  .object({
    ...details,
    name,
    nameKana: optional('会社の名前の読み', 80),
    corporateNumber,
    prefecture,
    phone: optional('電話番号', 30),
    email: email({ label: 'メールアドレス', required: false }).transform((address) => address || null),
  })
  .refine(({ prefecture, municipality }) => municipality === null || isThere(prefecture, municipality), NOT_THERE)
export type Details = z.output<typeof detailsForm>

function isThere(prefecture: number, municipality: string): boolean {
  return municipalitiesOf(prefecture).some(({ code }) => code === municipality)
}
