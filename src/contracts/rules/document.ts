import { dateInWords, dayInTokyo } from '../../law/dates.ts'
import type { Terms } from '../../law/terms.ts'
import { CLAUSES } from './clauses.ts'
import { type NoticeRow, noticeRows } from './noticed.ts'

/** One side of a contract and its agreement to the terms. `agreedAt`: milliseconds since 1970. */
export type AgreedSide = {
  readonly name: string
  /** '' when not shown, as a person's home. */
  readonly address: string
  /** Who agreed: for a company the person and the office, for a person alone the same name. */
  readonly signer: string
  readonly agreedAt: number
}

export type AgreedContract = {
  /** As read out by telephone: '8001-3'. */
  readonly number: string
  readonly version: number
  readonly terms: Terms
  /** SHA-256 of the frozen terms, hexadecimal: what both sides agreed to. */
  readonly sha256: string
  readonly company: AgreedSide
  readonly talent: AgreedSide
}

/** What the template prints: words only, so that it decides nothing but the look. */
export type ContractData = {
  readonly title: string
  readonly subtitle: string
  readonly number: string
  readonly version: string
  readonly preamble: string
  readonly notice: readonly NoticeRow[]
  readonly clauses: readonly {
    readonly heading: string
    readonly title: string
    readonly paragraphs: readonly string[]
  }[]
  readonly closing: string
  readonly sides: readonly {
    readonly role: string
    readonly name: string
    readonly address: string
    readonly signer: string
    readonly agreed: string
  }[]
  /** The fingerprint of the terms in groups of eight, so that two people can compare it by eye. */
  readonly fingerprint: readonly string[]
  /** The later day of agreement, for the properties of the file. */
  readonly date: { readonly year: number; readonly month: number; readonly day: number }
}

export function contractData(contract: AgreedContract): ContractData {
  const { company, talent } = contract
  const [year, month, day] = dayInTokyo(Math.max(company.agreedAt, talent.agreedAt)).split('-').map(Number)
  return {
    title: '業務委託契約書',
    subtitle: '兼 取引条件の明示（フリーランス法第3条）',
    number: contract.number,
    version: `第${contract.version}版`,
    preamble: `${company.name}（以下「委託者」という。）と${talent.name}（以下「受託者」という。）は、次のとおり業務委託契約を結ぶ。`,
    notice: noticeRows(contract.terms),
    clauses: CLAUSES.map(({ number, title, text }) => ({ heading: `第${number}条`, title, paragraphs: text })),
    closing:
      '両者は、上の条件と条文に、それぞれ次の日時に電磁的方法で合意した。この書面は合意の内容を記したもので、電子署名により封印され、1文字でも変わると見分けることができる。',
    sides: [sideOf('委託者', company), sideOf('受託者', talent)],
    fingerprint: contract.sha256.match(/.{1,8}/g) ?? [],
    date: { year: year!, month: month!, day: day! },
  }
}

function sideOf(role: string, side: AgreedSide): ContractData['sides'][number] {
  return {
    role,
    name: side.name,
    address: side.address,
    signer: side.signer,
    agreed: momentInWords(side.agreedAt),
  }
}

function momentInWords(at: number): string {
  const minutes = Math.floor(at / 60_000) + 9 * 60
  const [hour, minute] = [Math.floor(minutes / 60) % 24, minutes % 60]
  return `${dateInWords(dayInTokyo(at))} ${hour}時${String(minute).padStart(2, '0')}分`
}
