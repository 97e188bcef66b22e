import type { Narrowed, Narrowing } from '../../engine/engine.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { inFives } from '../../lib/few.ts'
import { guessedCodes, MOST_WORDS, meaningsOf, type ToldMeaning } from '../../projects/rules/search/understanding.ts'
import { fold } from '../../text/normalise.ts'
import type { PeopleFilters } from './people-filters.ts'

/** A word as people are looked for with it: the work and the prefectures that it may mean. */
export type PeopleWord = {
  readonly word: string
  readonly codes: readonly string[]
  readonly prefectures: readonly number[]
}

/** The words of a company's question. One that is no work and no place means nothing that a card tells. */
export function peopleWords(typed: string): PeopleWord[] {
  const words = fold(typed)
    .split(/[\s、,。]+/)
    .filter(Boolean)
  return words.slice(0, MOST_WORDS).map((word) => {
    const plain = meaningsOf(word)
    const named = plain.flatMap(codesMeant)
    const places = plain.flatMap((one) => (one.because.kind === 'place' && 'keys' in one ? one.keys : []))
    const isCalled = plain.some(({ because, weight }) => because.kind === 'code' && weight >= CALLED)
    const guessed = isCalled || places.length > 0 ? [] : guessedCodes(word).flatMap(codesMeant)
    const codes = [...named, ...guessed]
    return { word, codes: [...new Set(codes)], prefectures: [...new Set(places.map(prefectureOf))] }
  })
}

/** What is called so is meant itself; what a word only leads to, with all that lies beside it. */
function codesMeant({ because, weight }: ToldMeaning): string[] {
  if (because.kind !== 'code') return []
  const middle = jobCodes().ancestors(because.code).at(-1)
  return [weight >= CALLED || middle === undefined ? because.code : middle]
}

/** The weight of a job code whose very name has the word. */
const CALLED = 0.9

/** place:6 or place:06201; a town stands for its prefecture, as finer a card does not tell. */
function prefectureOf(key: string): number {
  const place = key.slice('place:'.length)
  return place.length === 5 ? Number(place.slice(0, 2)) : Number(place)
}

/** What the engine is asked. Words that mean nothing narrow nothing. */
export function narrowingOf(filters: PeopleFilters, words: readonly PeopleWord[]): Narrowing {
  const { code, prefecture, tied, hours, fee, style } = filters
  const known = words.filter(({ codes, prefectures }) => codes.length > 0 || prefectures.length > 0)
  return {
    words: known.map(({ codes, prefectures }) => ({ leaves: codes.flatMap(leavesBelow), prefectures })),
    leaves: code === null ? null : leavesBelow(code),
    ...{ prefecture, tied, hours, fee, visits: style },
  }
}

function leavesBelow(code: string): number[] {
  const tree = jobCodes()
  return tree.leavesOf(code).map(({ id }) => tree.indexOf(id))
}

/** How many there would be with a further choice, in fives. */
export function countsFor({ counts }: Narrowed) {
  const tree = jobCodes()
  const sum = (list: Uint32Array, from: number, to = list.length) =>
    list.subarray(from, to).reduce((all, one) => all + one, 0)
  const nodes = new Map<string, number>()
  tree.places.forEach(({ leaf, middle, major }, at) => {
    nodes.set(leaf.id, counts.leaves[at]!)
    nodes.set(middle.id, counts.middles[tree.middleOf[at]!]!)
    nodes.set(major.id, counts.majors[tree.majorOf[at]!]!)
  })
  return {
    code: (id: string) => inFives(nodes.get(id) ?? 0),
    prefecture: (id: number) => inFives(counts.prefectures[id]!),
    tied: (id: number) => inFives(counts.tied[id]!),
    hours: (more: number) => inFives(sum(counts.hours, more + 1)),
    // Whoever has said nothing stands at 0.
    fee: (less: number) => inFives(sum(counts.fees, 0, Math.floor(less / 100))),
    style: (style: 'remote' | 'visits') => inFives(counts[style]),
  }
}

export type PeopleCounts = ReturnType<typeof countsFor>
