import { municipalityName, prefectureName } from '../../lib/regions.ts'
import { covers } from '../../partners/rules/area.ts'
import type { Partner } from '../../partners/schema.ts'

/** A municipality by its five digits, or a prefecture by its number: as in /regions/:place. */
export type Place = string

export type Area = Pick<Partner, 'prefecture' | 'area'>

export function placeName(place: Place): string {
  if (place.length !== 5) return prefectureName(Number(place))
  return `${prefectureName(prefectureOf(place))}${municipalityName(place) ?? ''}`
}

function prefectureOf(place: Place): number {
  return Number(place.length === 5 ? place.slice(0, 2) : place)
}

/** Whether a partner of this area speaks for the place. */
export function isIn(place: Place, area: Area): boolean {
  return covers(area, { prefecture: prefectureOf(place), municipality: place.length === 5 ? place : null })
}
