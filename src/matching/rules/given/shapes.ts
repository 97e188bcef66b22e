import { z } from 'zod'
import { forbidden } from '../../../text/normalise.ts'
import { codesIn } from './codes.ts'
import { placeIn } from './places.ts'

/** So much of a text is read: what it is about has been said by then. */
const LONGEST = 20_000
const LONGEST_ID = 200
/** What the engine takes: hours of a month and yen of an hour. */
const MOST_HOURS = 250
const MOST_PAY = 65_000

/** A text or null: half letters and NUL come from broken files, and would be compared as something else. */
export const text = z
  .string('文字にしてください')
  .refine(isWhole, 'こわれた文字があります')
  .transform((given) => given.slice(0, LONGEST).toWellFormed())

const ID_WORDS = `文字（1字から${LONGEST_ID}字まで）か整数にしてください`

/** Numbers must be whole and exact, or two of them could become one. */
export const id = z
  .union([z.string().min(1, ID_WORDS).max(LONGEST_ID, ID_WORDS), z.int()], ID_WORDS)
  .refine((given) => isWhole(String(given)), 'こわれた文字があります')

/** Hours and yen are compared as whole numbers. */
export const hours = (least: 0 | 1) => rounded(least, MOST_HOURS, `${least}から${MOST_HOURS}までの数（月の時間）`)
export const pay = rounded(0, MOST_PAY, `0から${MOST_PAY}までの数（1時間の円）`)

export const yesOrNo = z.boolean('true か false にしてください')

export const prefecture = z
  .union([z.string(), z.int()], '都道府県の名前か番号にしてください')
  .transform((given, ctx) => {
    const place = placeIn(String(given))
    if (place?.municipality === null) return place.prefecture
    ctx.addIssue(`都道府県の名前か番号にしてください（${quote(given)}は分かりません）`)
    return z.NEVER
  })

export const place = z
  .union([z.string(), z.int()], '都道府県か市区町村の名前にしてください')
  .transform((given, ctx) => {
    const found = placeIn(String(given))
    if (found) return found
    ctx.addIssue(
      `都道府県か市区町村の名前にしてください（${quote(given)}は分かりません。同じ名前がほかにもあるときは、都道府県から書きます）`,
    )
    return z.NEVER
  })

/** Job codes as they mean today, each once, in the order given. */
export function codes(most: number) {
  const code = z.union([z.string(), z.int()], 'ジョブコードの番号か名前にしてください').transform((given, ctx) => {
    const found = codesIn(String(given))
    if (found.length > 0) return found
    ctx.addIssue(`ジョブコードの番号か名前にしてください（${quote(given)}は分かりません）`)
    return z.NEVER
  })
  return list(code, most)
    .transform((found) => [...new Set(found.flat())])
    .refine((found) => found.length <= most, `${most}個までにしてください`)
}

/** A list that is too long is refused before its parts are looked at. */
export function list<T extends z.ZodType>(part: T, most: number) {
  return z
    .array(z.unknown(), '［ ］で囲んだ並びにしてください')
    .max(most, { error: `${most}個までにしてください`, abort: true })
    .pipe(z.array(part))
}

function rounded(least: number, most: number, what: string) {
  const sentence = `${what}にしてください`
  return z.number(sentence).min(least, sentence).max(most, sentence).transform(Math.round)
}

function isWhole(given: string): boolean {
  const found = forbidden(given)
  return found === null || found === 'bidi'
}

function quote(given: string | number): string {
  return `「${String(given).slice(0, 40).toWellFormed()}」`
}
