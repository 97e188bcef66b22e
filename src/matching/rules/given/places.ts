import { municipalitiesOf, municipalityName, PREFECTURES, prefectureIn } from '../../../lib/regions.ts'
import { municipalityIn } from '../../../talents/rules/ties.ts'

export type GivenPlace = { readonly prefecture: number; readonly municipality: string | null }

/**
 * The place that somebody wrote: a prefecture (see prefectureIn), 「山形県新庄市」, a municipality whose name there is once in
 * Japan, or its number of five or six digits. Null when it is none, or when several have the name.
 */
export function placeIn(typed: string): GivenPlace | null {
  const wanted = typed.normalize('NFKC').replace(/\s/g, '')
  const prefecture = prefectureIn(wanted)
  if (prefecture !== null) return { prefecture, municipality: null }
  const number = /^(\d{5})\d?$/.exec(wanted)?.[1]
  if (number !== undefined) return municipalityName(number) === null ? null : inPrefecture(number)
  const within = PREFECTURES.find(({ name }) => wanted.startsWith(name))
  if (within) {
    const municipality = municipalityIn(within.id, wanted.slice(within.name.length))
    return municipality === null ? null : { prefecture: within.id, municipality }
  }
  const found = PREFECTURES.flatMap(({ id }) => municipalityIn(id, wanted) ?? [])
  return found.length === 1 ? inPrefecture(found[0]!) : null
}

function inPrefecture(municipality: string): GivenPlace | null {
  const prefecture = Number(municipality.slice(0, 2))
  return municipalitiesOf(prefecture).length === 0 ? null : { prefecture, municipality }
}
