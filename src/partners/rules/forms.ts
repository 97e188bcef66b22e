import { z } from 'zod'
import { fiscalYearOf } from '../../law/fiscal-year.ts'
import { choice, day, email, longText, phone, text, wholeNumber, yen } from '../../lib/input.ts'
import { municipalitiesOf, PREFECTURES } from '../../lib/regions.ts'
import type { Partner } from '../schema.ts'
import { KIND_WORDS } from './consent.ts'
import { COLOURS } from './programmes.ts'
import { TEMPLATES } from './templates.ts'

const about = longText({ label: 'ひとことの紹介', max: 120 })
const number = phone({ label: '電話番号' })

/** With what the desk founds a partner. The first member becomes its owner. */
export const foundingForm = z
  .object({
    kind: choice({ label: '種類', options: Object.keys(KIND_WORDS) as Partner['kind'][] }),
    name: text({ label: '名前', max: 80 }),
    prefecture: choice({ label: '都道府県', options: PREFECTURES.map(({ id }) => String(id)) }).transform(Number),
    area: text({ label: '市区町村', max: 400, required: false }),
    about,
    phone: number,
    email: email({ label: 'はじめの方のメールアドレス' }),
  })
  .transform(({ area, ...form }, context) => {
    const { codes, unknown } = municipalitiesIn(area, form.prefecture)
    if (unknown.length > 0) {
      const message = `「${unknown.join('」「')}」は、その都道府県にありません。`
      context.addIssue({ code: 'custom', message, path: ['area'] })
      return z.NEVER
    }
    if (form.kind === 'municipality' && codes.length === 0) {
      context.addIssue({ code: 'custom', message: '市町村のときは、市区町村を入れてください。', path: ['area'] })
      return z.NEVER
    }
    return { ...form, area: codes }
  })
export type Founding = z.output<typeof foundingForm>

/** What a partner says about itself. */
export const detailsForm = z.object({
  about,
  phone: number,
  message: longText({ label: '企業と働く方へのことば', max: 1200, required: false }),
  colour: choice({ label: 'ページの色', options: COLOURS }),
})
export type Details = z.output<typeof detailsForm>

export const firstMemberForm = z.object({ email: email({ label: 'メールアドレス' }) })

/** 「新庄市、最上町」 as codes, in the order of their numbers, and the words that name no place of this prefecture. */
export function municipalitiesIn(words: string, prefecture: number): { codes: string[]; unknown: string[] } {
  const named = words
    .normalize('NFKC')
    .split(/[\s、,・]+/u)
    .filter(Boolean)
  const places = municipalitiesOf(prefecture)
  const isMeant = (word: string) => places.some(({ name }) => name === word)
  return {
    codes: places.filter(({ name }) => named.includes(name)).map(({ code }) => code),
    unknown: named.filter((word) => !isMeant(word)),
  }
}

export const beginningForm = z.object({
  template: choice({ label: 'ひな形', options: TEMPLATES.map(({ id }) => id) }),
  year: wholeNumber({ label: '年度', min: 2020, max: 2100 }),
})

const goal = (label: string, unit: string) =>
  wholeNumber({ label, min: 1, max: 100_000, unit, required: false as boolean })
/** A programme is decided on by fiscal year; some go on over a few of them. */
const MOST_YEARS = 5

export const programmeForm = z
  .object({
    title: text({ label: '事業の名前', max: 60 }),
    slug: text({ label: 'ページの住所', max: 40, required: false }),
    about: longText({ label: '紹介', max: 1500 }),
    firstDay: day({ label: '始まる日' }),
    lastDay: day({ label: '終わる日' }),
    goalCompanies: goal('参加する企業', '社'),
    goalProjects: goal('公開する案件', '件'),
    goalContracts: goal('結ぶ契約', '件'),
    goalVisits: goal('現地への訪問', '回'),
    goalAttendees: goal('催しに来る方', '人'),
    budget: yen({ label: '予算', max: 2_000_000_000, required: false as boolean }),
    contact: text({ label: '問い合わせ先', max: 120, required: false }),
    colour: choice({ label: 'ページの色', options: COLOURS }),
  })
  .refine(({ slug }) => slug === '' || /^[a-z][a-z0-9-]{2,39}$/.test(slug), {
    message: 'ページの住所は、英字で始まる、半角の小文字・数字・ハイフン3字以上にしてください（例: yame-2026）。',
    path: ['slug'],
  })
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, {
    message: '終わる日は、始まる日より後にしてください。',
    path: ['lastDay'],
  })
  .refine(({ firstDay, lastDay }) => fiscalYearOf(lastDay) - fiscalYearOf(firstDay) < MOST_YEARS, {
    message: `1つの事業は、${MOST_YEARS}年度までにしてください。`,
    path: ['lastDay'],
  })
export type ProgrammeAnswers = z.output<typeof programmeForm>
