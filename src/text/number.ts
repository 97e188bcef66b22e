import { fold } from './normalise.ts'

const DIGITS: Record<string, number> = {
  ...Object.fromEntries([...'〇一二三四五六七八九'].map((digit, value) => [digit, value])),
  ...{ 零: 0, 壱: 1, 壹: 1, 弐: 2, 貳: 2, 参: 3, 參: 3, 肆: 4, 伍: 5, 陸: 6, 漆: 7, 捌: 8, 玖: 9 },
}
const SMALL: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1_000, 阡: 1_000, 仟: 1_000 }
const LARGE: Record<string, number> = { 万: 1e4, 萬: 1e4, 億: 1e8, 兆: 1e12 }

const BEFORE = /^(約|およそ|だいたい|大体|ざっと|月に|月|毎月|時給|月給|¥|\\)+/
const AFTER =
  /(円|えん|yen|時間|人|名|件|個|社|回|日|年|歳|才|%|か月|ヶ月|ケ月|ヵ月|カ月|箇月|くらい|ぐらい|位|ほど|程度|前後|以内|以下|以上|まで|弱|強|ちょうど|です)+$/

/** What people write around an amount of money that says nothing of what it is paid for, or how often. */
const BEFORE_YEN = /^(約|およそ|だいたい|大体|ざっと|¥|\\|\(?税(込み?|別|抜き?)\)?)+/
const AFTER_YEN = /(円|えん|yen|也|-|くらい|ぐらい|位|ほど|程度|前後|ちょうど|です|\(?税(込み?|別|抜き?)\)?)+$/

/**
 * The number an owner typed, or null when it is none or could mean two things: 「３万」 「三万円」 「1,000円」 「1.5万」
 * 「二千五百」 「約3万円くらい」. 「3万5」 is null, because people mean 35,000 and grammar says 30,005.
 * A unit around it is ignored, never converted.
 */
export function parseNumber(text: string): number | null {
  if (text.length > 100) return null
  return figure(fold(text).replaceAll(' ', '').replace(BEFORE, '').replace(AFTER, ''))
}

/**
 * An amount of money, or null: 「３万円」 「税込30,000円」. Any other word would be lost, and with it what the amount is
 * for: 「時給2000」 is no fee of 2,000 yen a month.
 */
export function parseYen(text: string): number | null {
  if (text.length > 100) return null
  return figure(fold(text).replaceAll(' ', '').replace(BEFORE_YEN, '').replace(AFTER_YEN, ''))
}

/** What an amount is paid for. */
export type Pay = { readonly amount: number; readonly per: 'hour' | 'month' }

const MONTH = '(?:毎月|月々|月額|月給|(?:1|一|ひと)(?:か|ヶ|ケ|ヵ|カ|箇)?月(?:あたり)?|月)'
const HOUR = '(?:時給|時間給|毎時|(?:1|一)時間(?:あたり)?)'
const PAID = {
  month: new RegExp(`^${MONTH}(?:に|で)?|(?:/|毎)(?:1?(?:か|ヶ|ケ|ヵ|カ|箇)?月)$`),
  hour: new RegExp(`^${HOUR}(?:に|で)?|/(?:1?時間?|h)$`),
} as const

/** An amount with what it is paid for, or null: 「月3万円」 「時給2,000円」 「30,000円/月」. */
export function parsePay(text: string): Pay | null {
  if (text.length > 100) return null
  const folded = fold(text).replaceAll(' ', '')
  for (const per of ['hour', 'month'] as const) {
    const amount = PAID[per].test(folded) ? parseYen(folded.replace(PAID[per], '')) : null
    if (amount !== null) return { amount, per }
  }
  return null
}

function figure(bare: string): number | null {
  const negative = /^(-|マイナス)/.test(bare)
  const value = unsigned(bare.replace(/^(-|マイナス|\+)/, '').replace(/(?<=\d)[,、](?=\d{3}(?!\d))/g, ''))
  return value !== null && Number.isSafeInteger(Math.trunc(value)) ? (negative && value !== 0 ? -value : value) : null
}

function unsigned(text: string): number | null {
  if (!/^[\d.〇零一二三四五六七八九壱壹弐貳参參肆伍陸漆捌玖十拾百佰千阡仟万萬億兆]+$/.test(text)) return null
  if (/[万萬][\d一二三四五六七八九]$|\d[千阡仟]\d$/.test(text)) return null
  let total = 0
  let rest = text
  let above = Number.POSITIVE_INFINITY
  while (rest !== '') {
    const at = [...rest].findIndex((sign) => sign in LARGE)
    const unit = at < 0 ? 1 : LARGE[rest[at]!]!
    const value = underTenThousand(at < 0 ? rest : rest.slice(0, at), at < 0 && total === 0)
    if (value === null || unit >= above || (at === 0 && unit > 1)) return null
    total += value * unit
    above = unit
    rest = at < 0 ? '' : rest.slice(at + 1)
  }
  return text === '' ? null : Number(total.toFixed(6))
}

/** 「2千5百」 「二千五百」 「2500」 「二五〇〇」; without a larger unit a plain figure may have any length. */
function underTenThousand(text: string, anyLength: boolean): number | null {
  const plain = plainFigure(text)
  if (plain !== null) return anyLength || plain < 10_000 ? plain : null
  let total = 0
  let above = 10_000
  for (const [, figure = '', unit = ''] of text.matchAll(/([^十拾百佰千阡仟]*)([十拾百佰千阡仟]?)/gu)) {
    if (figure === '' && unit === '') continue
    const size = unit === '' ? 1 : SMALL[unit]!
    const count = figure === '' ? 1 : plainFigure(figure)
    if (count === null || size >= above || count * size >= 10_000) return null
    total += count * size
    above = size
  }
  return total
}

function plainFigure(text: string): number | null {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text)
  if (text === '' || ![...text].every((sign) => sign in DIGITS)) return null
  return Number([...text].map((sign) => DIGITS[sign]).join(''))
}
