import { prefectureName, REGIONS, type RegionId } from '../../lib/regions.ts'
import type { Figure, Matches, Origin } from './matches.ts'

/** How a withheld figure stands in a file: the mark that official statistics use. */
export const WITHHELD_MARK = 'X'

type Rows = (string | number)[][]

/** 東北 for tohoku. */
export function regionName(region: Origin): string {
  return region === 'unknown' ? '地域を書いていない人' : REGIONS.find(({ id }) => id === region)!.name
}

/** 2026年4月 for 2026-04. */
export function monthName(month: string): string {
  return `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`
}

/** The rows of each file, with the head of its columns and the sum of all. */
export const TABLES = {
  matches: ({ months, total }: Matches): Rows => [
    ['月', '契約数'],
    ...months.map(({ month, value }) => [month, said(value)]),
    ['合計', said(total)],
  ],
  prefectures: ({ prefectures, total }: Matches): Rows => [
    ['都道府県番号', '都道府県', '契約数'],
    ...prefectures.map(({ prefecture, value }) => [prefecture, prefectureName(prefecture), said(value)]),
    ['', '合計', said(total)],
  ],
  flows: ({ flows, origins, destinations, total }: Matches): Rows => [
    ['人の地域', '会社の地域', '契約数'],
    ...flows.map(({ from, to, value }) => [regionName(from), regionName(to), said(value)]),
    ...origins.map(({ region, value }) => [regionName(region), '合計', said(value)]),
    ...destinations.map(({ region, value }) => ['合計', regionName(region), said(value)]),
    ['合計', '合計', said(total)],
  ],
} as const satisfies Record<string, (matches: Matches) => Rows>

export type TableName = keyof typeof TABLES

export const LABELS: Record<TableName, string> = {
  matches: '月ごとの契約',
  prefectures: '都道府県ごとの契約',
  flows: '地域から地域へ',
}

export type RegionSum = { region: RegionId; out: Figure; into: Figure }

/** What goes out of each region and comes into it. */
export function regionSums({ origins, destinations }: Matches): RegionSum[] {
  return destinations.map(({ region, value }) => ({
    region,
    out: origins.find((origin) => origin.region === region)!.value,
    into: value,
  }))
}

function said(value: Figure): string | number {
  return value ?? WITHHELD_MARK
}
