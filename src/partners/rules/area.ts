import { municipalityName, prefectureName } from '../../lib/regions.ts'
import type { Partner } from '../schema.ts'

type Area = Pick<Partner, 'prefecture' | 'area'>
type Place = { readonly prefecture: number | null; readonly municipality: string | null }

/** Whether a company of this place is in the area. A company that does not say its town is only in that of a whole prefecture. */
export function covers({ prefecture, area }: Area, place: Place): boolean {
  if (prefecture !== place.prefecture) return false
  return area.length === 0 || (place.municipality !== null && area.includes(place.municipality))
}

/** 「山形県」「福岡県八女市・筑後市」. */
export function areaInWords({ prefecture, area }: Area): string {
  return prefectureName(prefecture) + area.map((code) => municipalityName(code) ?? '').join('・')
}
