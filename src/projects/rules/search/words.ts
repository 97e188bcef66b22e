import { INDUSTRIES } from '../../../companies/rules/industries.ts'
import { businessSynonyms, jobCodes } from '../../../jobcodes/rules/standard.ts'
import { readReference } from '../../../lib/reference.ts'
import { municipalitiesOf, PREFECTURES, REGIONS } from '../../../lib/regions.ts'
import { fold } from '../../../text/normalise.ts'
import { keyOf } from '../../../text/search/key.ts'
import { createLabels, type Labels } from '../../../text/search/labels.ts'
import { createReadings, type Readings } from '../../../text/search/readings.ts'

/** What is known of words before any project is: made at the first question and kept. */
export type Lore = {
  readonly readings: Readings
  /** Every job code in use, and where a word stands in its name or reading, or in its synonyms. */
  readonly codes: readonly string[]
  readonly named: Labels
  readonly alike: Labels
  /** Prefectures, municipalities and regions by every name they have: the numbers and codes they stand for. */
  readonly places: ReadonlyMap<string, Place>
  readonly industries: readonly { readonly id: string; readonly name: string; readonly key: string }[]
}

export type Place = { readonly name: string; readonly places: readonly (number | string)[] }

let lore: Lore | undefined

export function wordLore(): Lore {
  lore ??= makeLore()
  return lore
}

function makeLore(): Lore {
  const leaves = jobCodes().places.map(({ leaf }) => leaf)
  return {
    readings: createReadings(namesWithReadings()),
    codes: leaves.map(({ id }) => id),
    named: createLabels(leaves.map(({ name, reading }) => [name, reading])),
    alike: createLabels(leaves.map(({ synonyms }) => synonyms)),
    places: placesByName(),
    industries: INDUSTRIES.map(({ id, name }) => ({ id, name, key: keyOf(name) })),
  }
}

/** Other words of the business language for the same thing, for a word as a whole; [] when it has none. */
export function sameWords(typed: string): string[] {
  const { groups, find } = businessSynonyms()
  const folded = fold(typed)
  const whole = find(folded).filter(({ start, end }) => start === 0 && end === folded.length)
  return [...new Set(whole.flatMap(({ group }) => groups[group]!))].filter((word) => fold(word) !== folded)
}

function namesWithReadings(): [string, string][] {
  const tree = jobCodes()
  const groups = tree.majors.flatMap((major) => [major, ...major.middles])
  const leaves = tree.places.map(({ leaf }) => leaf)
  const own = Object.entries(readReference('readings') as Record<string, string[]>)
  return [
    ...own.flatMap(([reading, words]) => words.map((word): [string, string] => [word, reading])),
    ...[...groups, ...leaves].map(({ name, reading }): [string, string] => [name, reading]),
  ]
}

/** A place is called by its whole name or without 県 and 市, in kanji or kana; of two of one name both are meant. */
function placesByName(): Map<string, Place> {
  const found = new Map<string, { name: string; places: (number | string)[] }>()
  const add = (called: string, name: string, places: readonly (number | string)[]) => {
    const key = keyOf(called)
    const before = found.get(key)
    if (before) before.places.push(...places)
    else found.set(key, { name, places: [...places] })
  }
  for (const { id, name } of REGIONS) {
    const own = PREFECTURES.filter(({ region }) => region === id).map((prefecture) => prefecture.id)
    for (const called of new Set([name, name.split('・')[0]!, `${name}地方`]))
      if (id !== 'hokkaido') add(called, name, own)
  }
  for (const { id, name, reading } of PREFECTURES) {
    for (const called of bothNames(name, reading, /[都府県]$/, /(けん|と|ふ)$/)) add(called, name, [id])
    for (const town of municipalitiesOf(id))
      for (const called of bothNames(town.name, town.reading, /[市町村区]$/, /(し|まち|ちょう|むら|そん|く)$/))
        add(called, town.name, [town.code])
  }
  return found
}

function bothNames(name: string, reading: string, end: RegExp, ending: RegExp): Set<string> {
  const [short, spoken] = [name.replace(end, ''), reading.replace(ending, '')]
  // 津 and 呉 alone are words of other things.
  return new Set([name, reading, ...(short.length > 1 ? [short] : []), ...(spoken.length > 2 ? [spoken] : [])])
}
