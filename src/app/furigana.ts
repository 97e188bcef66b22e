import { z } from 'zod'
import { jobCodes } from '../jobcodes/rules/standard.ts'
import { readReference } from '../lib/reference.ts'
import { municipalitiesOf, PREFECTURES } from '../lib/regions.ts'
import { type Readings, withFurigana } from '../text/furigana.ts'

const listed = z.record(z.string(), z.string().regex(/^[ぁ-んー]+$/))
const KANJI_ONLY = /^[\p{Script=Han}々]+$/u

let readings: Readings | undefined

/** A page for whoever asked for furigana: the words of our own screens, places and job codes. */
export function furiganaOver(html: string): string {
  readings ??= allReadings()
  return withFurigana(html, readings)
}

/** What stands in our own list goes before the name of a town that is written the same. */
function allReadings(): Readings {
  const places = PREFECTURES.flatMap((prefecture) => [prefecture, ...municipalitiesOf(prefecture.id)])
  const named = [...places, ...jobCodes().places.flatMap(({ leaf, middle, major }) => [leaf, middle, major])]
  return new Map([
    ...named.filter(({ name }) => KANJI_ONLY.test(name)).map(({ name, reading }) => [name, reading] as const),
    ...Object.entries(listed.parse(readReference('furigana'))),
  ])
}
