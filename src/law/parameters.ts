import type { LegalDate } from './dates.ts'

/**
 * Every legal number the product uses, with the day it is valid from and where it stands. A change of law is a new row,
 * never an edit: what was right when an act happened stays computable. `unverified`: taken from commentary, to be read
 * against e-Gov (elaws.e-gov.go.jp) before it is relied on.
 */
export const PARAMETERS = [
  { key: 'fl.payment.max_days', value: 60, from: '2024-11-01', source: 'フリーランス法4条1項' },
  { key: 'fl.payment.reconsign_days', value: 30, from: '2024-11-01', source: 'フリーランス法4条3項' },
  { key: 'fl.art5.min_months', value: 1, from: '2024-11-01', source: 'フリーランス法5条、施行令1条' },
  { key: 'fl.art13_16.min_months', value: 6, from: '2024-11-01', source: 'フリーランス法13条・16条、施行令3条' },
  { key: 'fl.art16.notice_days', value: 30, from: '2024-11-01', source: 'フリーランス法16条1項' },
  { key: 'fl.fine', value: 500_000, from: '2024-11-01', source: 'フリーランス法24条' },
  {
    key: 'post.required',
    value: ['name', 'address', 'contact', 'content', 'place', 'fee'],
    from: '2024-12-18',
    source: '募集情報の表示についての厚生労働省の周知（2024年12月18日）、フリーランス法12条',
  },
  { key: 'toriteki.employees_making', value: 300, from: '2026-01-01', source: '取適法2条', unverified: true },
  { key: 'toriteki.employees_services', value: 100, from: '2026-01-01', source: '取適法2条', unverified: true },
  { key: 'toriteki.records_years', value: 2, from: '2026-01-01', source: '取適法7条' },
  { key: 'transfer_fee.payer', value: 'client', from: '2026-01-01', source: 'フリーランス法5条1項2号、取適法' },
  { key: 'wht.rate', value: 0.1021, from: '2013-01-01', source: '所得税法205条、復興財確法28条' },
  { key: 'wht.rate_over', value: 0.2042, from: '2013-01-01', source: '所得税法205条、復興財確法28条' },
  { key: 'wht.threshold', value: 1_000_000, from: '2013-01-01', source: '所得税法205条' },
  { key: 'ct.transitional', value: 0.8, from: '2023-10-01', source: '平成28年改正法附則52条' },
  { key: 'ct.transitional', value: 0.7, from: '2026-10-01', source: '令和8年度税制改正の大綱', unverified: true },
  { key: 'ct.transitional', value: 0.5, from: '2028-10-01', source: '令和8年度税制改正の大綱', unverified: true },
  { key: 'ct.transitional', value: 0.3, from: '2030-10-01', source: '令和8年度税制改正の大綱', unverified: true },
  { key: 'ct.transitional', value: 0, from: '2031-10-01', source: '令和8年度税制改正の大綱', unverified: true },
  { key: 'denchou.years', value: 7, from: '2024-01-01', source: '電子帳簿保存法7条、法人税法施行規則59条' },
  { key: 'denchou.years_with_losses', value: 10, from: '2024-01-01', source: '法人税法施行規則26条の3' },
  { key: 'appi.breach.first_days', value: [3, 5], from: '2022-04-01', source: '個人情報保護法26条、同規則8条' },
  { key: 'appi.breach.final_days', value: 30, from: '2022-04-01', source: '個人情報保護法施行規則8条2項' },
  { key: 'appi.breach.final_days_malicious', value: 60, from: '2022-04-01', source: '個人情報保護法施行規則8条2項' },
  { key: 'appi.breach.people', value: 1_000, from: '2022-04-01', source: '個人情報保護法施行規則7条4号' },
  { key: 'shokuan.report', value: '08-31', from: '2022-10-01', source: '職業安定法43条の5' },
  { key: 'ppc.records_years', value: 3, from: '2017-05-30', source: '個人情報保護法29条、同規則21条' },
] as const satisfies readonly Parameter[]

export type Parameter = {
  readonly key: string
  readonly value: number | string | readonly (string | number)[]
  readonly from: `${number}-${number}-${number}`
  readonly source: string
  readonly unverified?: true
}

type Row = (typeof PARAMETERS)[number]
export type ParameterKey = Row['key']
export type ParameterValue<K extends ParameterKey> = Extract<Row, { key: K }>['value']

/** The value of a legal parameter on a day. Throws RangeError before its first day: there was no such rule then. */
export function parameter<K extends ParameterKey>(key: K, on: LegalDate): ParameterValue<K> {
  return rowOn(key, on).value as ParameterValue<K>
}

/** Where the value of `parameter(key, on)` stands in the law. */
export function sourceOf(key: ParameterKey, on: LegalDate): string {
  return rowOn(key, on).source
}

function rowOn(key: ParameterKey, on: LegalDate): Row {
  let found: Row | undefined
  for (const row of PARAMETERS) {
    if (row.key === key && row.from <= on && (!found || found.from < row.from)) found = row
  }
  if (!found) throw new RangeError(`${key} has no value on ${on}`)
  return found
}
