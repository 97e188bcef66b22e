import { municipalitiesOf } from '../src/lib/regions.ts'
import type { Random } from './random.ts'

/**
 * People of each prefecture in thousands, JIS X 0401 order.
 * Source: 総務省統計局「令和2年国勢調査 人口等基本集計」（2020年10月1日現在）.
 */
const POPULATION = [
  5225, 1238, 1211, 2302, 960, 1068, 1833, 2867, 1933, 1939, 7345, 6284, 14048, 9237, 2201, 1035, 1133, 767, 810, 2048,
  1979, 3633, 7542, 1770, 1414, 2578, 8838, 5465, 1324, 923, 553, 671, 1888, 2800, 1342, 720, 950, 1335, 692, 5135, 811,
  1312, 1738, 1124, 1070, 1588, 1467,
] as const

/** Where firms of the regions are looked for, the great cities and their belts count little. */
const CITIES: Readonly<Record<number, number>> = { 11: 0.25, 12: 0.25, 13: 0.08, 14: 0.15, 23: 0.4, 27: 0.2, 28: 0.6 }
const LEAST_FIRMS = 0.6

const homes = POPULATION.map((people, at) => [at + 1, people] as const)
const firms = POPULATION.map(
  (people, at) => [at + 1, Math.max(people * (CITIES[at + 1] ?? 1), 700) ** LEAST_FIRMS] as const,
)

/** Where somebody lives: as often as people live there. */
export function homePrefecture(random: Random): number {
  return random.weighted(homes)
}

/** Where the n-th firm sits: the first 47 one in each prefecture, the others where people live outside the great cities. */
export function firmPrefecture(random: Random, n: number): number {
  return n < 47 ? n + 1 : random.weighted(firms)
}

/** A town of a prefecture, the larger ones (cities come first in the list) more often. */
export function townOf(random: Random, prefecture: number): { code: string; name: string } {
  const towns = municipalitiesOf(prefecture)
  const cities = towns.filter(({ name }) => /[市区]$/.test(name))
  const { code, name } = random.pick(cities.length > 0 && random.chance(0.7) ? cities : towns)
  return { code, name }
}
