import { type LegalDate, readLegalDate } from './dates.ts'
import { parameter } from './parameters.ts'
import type { Finding } from './terms/shape.ts'

/** What a public posting says, as plain values; '' or null = not given. */
export type Posting = {
  /** Who recruits. */
  readonly name: string
  readonly address: string
  readonly contact: string
  readonly content: string
  /** Where the work is done. */
  readonly place: string
  /** 'direct' = 業務委託 between the two; 'pro-bono' = without a fee. Employment is not offered here. */
  readonly contractKind: 'direct' | 'pro-bono' | null
  /** For a month, whole yen; lowest and highest when a range is shown. */
  readonly feeYen: number | null
  readonly feeMaxYen: number | null
  readonly hoursPerMonth: number | null
  readonly months: number | null
  readonly startsOn: string | null
}

export type PostingItem =
  | 'name'
  | 'address'
  | 'contact'
  | 'content'
  | 'place'
  | 'fee'
  | 'contractKind'
  | 'period'
  | 'hours'

export type PostingFinding = Finding<PostingItem>

const HIDDEN_NAME = /^(某|匿名|非公開|社名非公開|企業名非公開)/
const PREFECTURE = /^(北海道|東京都|京都府|大阪府|.{2,3}県)/
/** A kanji numeral counts only before what it numbers: 八女市, 三条市 and 五番町 are names. */
const HOUSE_NUMBER =
  /[0-9]|[〇一二三四五六七八九十百千]+(?:丁目|番地|番(?![町丁])|号|地割|[のノ][〇一二三四五六七八九十])|無番地|番地なし/
const PHONE = /(?:^|\D)0\d{1,4}-?\d{1,4}-?\d{3,4}(?:\D|$)/
const MAIL_OR_SITE = /[^\s@]+@[^\s@]+\.[^\s@]+|https:\/\/[^\s/]+\.[^\s/]+/
const LUMP = /(?:一式|全般)$/

const CHECKS: Record<PostingItem, (posting: Posting) => string | null> = {
  name: ({ name }) => {
    if (name.trim() === '') return '募集する会社の名前を書いてください。'
    return HIDDEN_NAME.test(name.trim()) ? '会社の名前をかくして募集することはできません。' : null
  },
  address: ({ address }) => {
    const plain = address.normalize('NFKC').trim()
    if (!PREFECTURE.test(plain)) return '会社の住所を、都道府県から書いてください。'
    return HOUSE_NUMBER.test(plain) ? null : '会社の住所を、番地や建物、部屋まで書いてください。'
  },
  contact: ({ contact }) => {
    const plain = contact
      .normalize('NFKC')
      .replace(/[‐‑–—―−ー()]/g, '-')
      .trim()
    return PHONE.test(plain) || MAIL_OR_SITE.test(plain)
      ? null
      : '連絡先（電話、メール、自社の問い合わせページのどれか）を書いてください。'
  },
  content: ({ content }) => {
    const plain = content.normalize('NFKC').trim()
    if (plain === '') return 'してほしい仕事を書いてください。'
    return LUMP.test(plain) && plain.length <= 30
      ? '「一式」「全般」だけでは伝わりません。何をしてほしいかを書いてください。'
      : null
  },
  place: ({ place }) => (place.trim() === '' ? '仕事をする場所（在宅、訪問先など）を書いてください。' : null),
  fee: ({ contractKind, feeYen, feeMaxYen }) => {
    if (feeYen === null || !Number.isInteger(feeYen) || feeYen < 0) return 'お礼の額（月にいくらか）を書いてください。'
    if (contractKind === 'pro-bono') return feeYen === 0 ? null : '無償の募集なのに、お礼の額が入っています。'
    if (feeYen === 0) return '0円の募集は、無償の募集として出してください。'
    return feeMaxYen !== null && feeMaxYen < feeYen ? 'お礼の上の額が、下の額より小さくなっています。' : null
  },
  contractKind: ({ contractKind }) =>
    contractKind === null ? '契約の種類（業務委託か無償か）を選んでください。' : null,
  period: ({ months, startsOn }) => {
    if (months === null || !Number.isInteger(months) || months < 1) return '何か月の仕事かを書いてください。'
    return startsOn === null || readLegalDate(startsOn) ? null : 'はじめる日が、こよみにない日です。'
  },
  hours: ({ contractKind, hoursPerMonth }) => {
    if (contractKind === 'pro-bono' || (hoursPerMonth !== null && hoursPerMonth > 0)) return null
    return '月に何時間の仕事かを書いてください。1時間あたりのめやすを示すためです。'
  },
}

/**
 * What keeps a posting from being published, in the order of the form; empty when it may go live. The six items without
 * which a posting counts as misleading come from `post.required` of the day, then contract kind, period and the hours
 * that the hourly equivalent (hourlyEquivalent) needs. フリーランス法12条, 職業安定法5条の4, 厚生労働省の周知 2024年12月18日.
 */
export function checkPosting(posting: Posting, on: LegalDate): PostingFinding[] {
  const items: readonly PostingItem[] = [...parameter('post.required', on), 'contractKind', 'period', 'hours']
  return items.flatMap((item) => {
    const sentence = CHECKS[item](posting)
    return sentence === null ? [] : [{ item, severity: 'error', sentence }]
  })
}
