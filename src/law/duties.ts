import type { LegalDate } from './dates.ts'
import { parameter } from './parameters.ts'

/** One side as far as the act looks at it. `officers`: 役員 of a corporation, the representative included. */
export type Side = { readonly corporation: boolean; readonly employees: boolean; readonly officers: number }

export type Article = 3 | 4 | 5 | 12 | 13 | 14 | 16

export type Duty = {
  readonly article: Article
  /** 'effort' = 努力義務: to be attempted, without a sanction. */
  readonly force: 'duty' | 'effort'
  readonly title: string
  readonly sentence: string
}

export type Commission = {
  /** Does the client employ anybody for 20 hours a week or more, expected for 31 days or more? */
  readonly employees: boolean
  /** The client's officers; 0 or 1 for a person in business alone. */
  readonly officers: number
  /** Whole months of the contract, renewals included (see wholeMonths). */
  readonly months: number
  readonly counterparty: Side
}

const TEXTS: Record<Article, readonly [title: string, sentence: string]> = {
  3: ['取引条件の明示', '仕事をたのんだら、すぐに条件を書面かメールなどで渡します。'],
  4: ['60日以内の支払い', '成果を受け取った日を1日目と数えて60日以内の、できるだけ早い日に支払います。'],
  5: ['7つの禁止', '受け取りを断る、報酬を減らす、返品する、安すぎる額を決める、などをしてはいけません。'],
  12: ['募集の正しい表示', '募集の内容は正しく、いまのものを示します。誤解させる書き方はできません。'],
  13: ['育児や介護への配慮', '申し出があれば、妊娠・出産・育児・介護と両立できるように配慮します。'],
  14: ['ハラスメントへの備え', '相談の窓口を決めて知らせ、相談にはすぐに対応します。'],
  16: ['30日前の予告', '途中でやめる、または更新しないときは、30日前までに知らせます。理由を聞かれたら答えます。'],
}

/**
 * A 特定受託事業者: an individual without employees, or a corporation with one representative, no other officer and no
 * employees. Only such a side is protected. フリーランス法2条1項.
 */
export function isProtected(side: Side): boolean {
  return !side.employees && (!side.corporation || side.officers <= 1)
}

/**
 * The articles of the フリーランス法 that bind the client of a commission, in order; none when the other side is not
 * protected. A client with employees, or a corporation with two officers or more, is a 特定業務委託事業者 (2条6項) and
 * owes more than art. 3; the length of the contract adds art. 5 (施行令1条) and art. 13 and 16 (施行令3条).
 * Throws RangeError before 2024-11-01.
 */
export function dutiesOf(commission: Commission, on: LegalDate): Duty[] {
  const [short, long] = [parameter('fl.art5.min_months', on), parameter('fl.art13_16.min_months', on)]
  if (!isProtected(commission.counterparty)) return []
  if (!commission.employees && commission.officers < 2) return [duty(3)]
  const isLong = commission.months >= long
  return [
    duty(3),
    duty(4),
    ...(commission.months >= short ? [duty(5)] : []),
    duty(12),
    duty(13, isLong ? 'duty' : 'effort'),
    duty(14),
    ...(isLong ? [duty(16)] : []),
  ]
}

function duty(article: Article, force: Duty['force'] = 'duty'): Duty {
  const [title, sentence] = TEXTS[article]
  return { article, force, title, sentence }
}
