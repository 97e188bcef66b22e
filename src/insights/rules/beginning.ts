import { ANY_CASE, type CaseFilter } from '../../cases/rules/filter.ts'
import { answerCases } from '../../cases/rules/search.ts'
import { INDUSTRY_GROUPS } from '../../companies/rules/industries.ts'
import { FEWEST_TOLD } from '../../lib/few.ts'
import { LEAST_COMPARED, quartilesOf } from '../../projects/rules/fee-guidance.ts'
import type { Shelves } from '../../projects/rules/search/answering.ts'

/** What one posting pays and asks for, a month. */
export type Posted = { readonly companyId: string; readonly fee: number; readonly hours: number }
/** A group of trades with how many published cases say that they are of it. */
export type Trade = { readonly filter: CaseFilter; readonly name: string; readonly cases: number }

const OWN_MONEY = '会社から、手伝う方へ直接払うお礼です。'

/** What help costs, for whoever thinks about it for the first time: from what was posted, or where that is too little by an example. */
export function costInWords(posted: readonly Posted[]): string {
  const companies = new Set(posted.map(({ companyId }) => companyId)).size
  if (posted.length < LEAST_COMPARED || companies < FEWEST_TOLD)
    return `たとえば月10時間、1時間3,000円なら、月30,000円（税別）です。${OWN_MONEY}`
  const [low, middle, high] = quartilesOf(posted.map(({ fee }) => fee)).map(yen)
  const [, hours] = quartilesOf(posted.map((one) => one.hours))
  return `このごろの案件${posted.length}件では、月${middle}くらい（半分は${low}から${high}まで、税別）、時間は月${Math.round(hours)}時間くらいです。${OWN_MONEY}`
}

function yen(value: number): string {
  return `${(Math.round(value / 1000) * 1000).toLocaleString('ja-JP')}円`
}

/** Where an owner finds firms like the own one with one tap: the groups of trades of which there are cases, most first. */
export function tradesWithCases(shelves: Shelves): Trade[] {
  return INDUSTRY_GROUPS.map(({ id, short }) => {
    const filter = { ...ANY_CASE, industry: id }
    return { filter, name: short, cases: answerCases(shelves, filter, 0, 0).count }
  })
    .filter(({ cases }) => cases > 0)
    .sort((a, b) => b.cases - a.cases)
}
