import { z } from 'zod'
import { choice, email, longText, phone, text } from '../../lib/input.ts'
import { municipalitiesOf, PREFECTURES } from '../../lib/regions.ts'
import type { Partner } from '../schema.ts'
import { KIND_WORDS } from './consent.ts'

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
