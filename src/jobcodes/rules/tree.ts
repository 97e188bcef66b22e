import { endsNumbers, type Version } from './changes.ts'
import type { Leaf, Major, Middle, Release } from './release.ts'

export type Place = { leaf: Leaf; middle: Middle; major: Major }

export type CodeTree = {
  majors: readonly Major[]
  /** All releases so far, the first one first. */
  versions: readonly Version[]
  /** Every leaf with its ancestors, in the order of the release; the place in this list is the engine's dense index. */
  places: readonly Place[]
  /** The leaf of this id; one that is no longer used is marked `old`, so that what was written with it stays readable. */
  leaf: (id: string) => Leaf | undefined
  place: (id: string) => Place | undefined
  /** The major, middle or leaf of this id. */
  node: (id: string) => Major | Middle | Leaf | undefined
  /** Ids from the major down to the parent of this id; [] for a major or an unknown id. */
  ancestors: (id: string) => readonly string[]
  /** All leaves in use below this id (a leaf gives itself, an old one its successors); [] for an unknown id. */
  leavesOf: (id: string) => readonly Leaf[]
  /** Every leaf no longer used, in the order in which they were given up. */
  old: readonly Leaf[]
  /** The leaves in use that took the place of an old one, over all versions since; [] for any other id. */
  successors: (id: string) => readonly Leaf[]
  /** The ids in use that an id of a row means today: itself, or its successors; [] for an unknown id. */
  current: (id: string) => readonly string[]
  /** The ids under which rows may lie that belong to this id today: those below it, and the old ones they took over. */
  recorded: (id: string) => readonly string[]
  /** The dense index of a leaf in use, 0 … places.length − 1, or −1; valid for this release only, never stored. */
  indexOf: (id: string) => number
  /** By dense index of a leaf: the dense index of its middle and of its major (both in the order of the release). */
  middleOf: Uint16Array
  majorOf: Uint16Array
}

/**
 * Look-ups over one release and the versions that led to it. Both are taken as they are; see `validateRelease` and
 * `validateHistory` for what is checked.
 */
export function createTree(release: Release, versions: readonly Version[] = []): CodeTree {
  const nodes = new Map<string, Major | Middle | Leaf>()
  const parents = new Map<string, readonly string[]>()
  const below = new Map<string, Leaf[]>()
  const places: Place[] = []
  const groups: [number, number][] = []
  const middlePlaces = new Map<string, Omit<Place, 'leaf'>>()
  let middles = 0
  release.forEach((major, majorIndex) => {
    nodes.set(major.id, major)
    below.set(
      major.id,
      major.middles.flatMap((middle) => middle.leaves),
    )
    for (const middle of major.middles) {
      nodes.set(middle.id, middle)
      parents.set(middle.id, [major.id])
      below.set(middle.id, middle.leaves)
      middlePlaces.set(middle.id, { middle, major })
      for (const leaf of middle.leaves) {
        nodes.set(leaf.id, leaf)
        parents.set(leaf.id, [major.id, middle.id])
        below.set(leaf.id, [leaf])
        places.push({ leaf, middle, major })
        groups.push([middles, majorIndex])
      }
      middles++
    }
  })
  const index = new Map(places.map(({ leaf }, i) => [leaf.id, i]))
  const oldPlaces = new Map<string, Place>()
  const formerly = new Map<string, string[]>()
  for (const { leaf, group } of oldLeaves(versions, (id) => index.has(id))) {
    const at = middlePlaces.get(group)
    if (at) oldPlaces.set(leaf.id, { leaf, ...at })
    nodes.set(leaf.id, leaf)
    parents.set(leaf.id, at ? [at.major.id, at.middle.id] : [])
    below.set(
      leaf.id,
      leaf.old!.successors.map((id) => nodes.get(id) as Leaf),
    )
    // What nothing took the place of still belongs where it stood.
    const { successors } = leaf.old!
    for (const id of successors.length > 0 ? successors : parents.get(leaf.id)!) {
      formerly.set(id, [...(formerly.get(id) ?? []), leaf.id])
    }
  }
  const place = (id: string) => places[index.get(id) ?? -1] ?? oldPlaces.get(id)
  const leavesOf = (id: string) => below.get(id) ?? []
  const isOld = (id: string) => oldPlaces.has(id)
  return {
    majors: release,
    versions,
    places,
    place,
    leaf: (id) => place(id)?.leaf,
    node: (id) => nodes.get(id),
    ancestors: (id) => parents.get(id) ?? [],
    leavesOf,
    old: [...oldPlaces.values()].map(({ leaf }) => leaf),
    successors: (id) => (isOld(id) ? leavesOf(id) : []),
    current: (id) => (index.has(id) || isOld(id) ? leavesOf(id).map((leaf) => leaf.id) : []),
    recorded: (id) => {
      const used = leavesOf(id).map((leaf) => leaf.id)
      const over = [id, ...used].flatMap((one) => formerly.get(one) ?? [])
      return [...new Set([...(isOld(id) ? [id] : []), ...used, ...over])]
    },
    indexOf: (id) => index.get(id) ?? -1,
    middleOf: Uint16Array.from(groups, ([middle]) => middle),
    majorOf: Uint16Array.from(groups, ([, major]) => major),
  }
}

/** What is still known of such a leaf is its name and definition. The rest is empty, hours and months say nothing. */
function oldLeaves(versions: readonly Version[], isUsed: (id: string) => boolean): { leaf: Leaf; group: string }[] {
  const ends = versions.flatMap(({ version, date, changes }) =>
    changes.filter(endsNumbers).flatMap((change) => change.from.map((before) => ({ version, date, change, before }))),
  )
  const targets = new Map(ends.map(({ before, change }) => [before.code, change.to]))
  const resolve = (id: string): string[] => (isUsed(id) ? [id] : (targets.get(id) ?? []).flatMap(resolve))
  return ends
    .filter(({ before }) => !isUsed(before.code))
    .map(({ version, date, change: { kind, why }, before: { code, name, definition = '', group = '' } }) => ({
      group,
      leaf: {
        ...{ id: code, name, reading: '', english: '', definition },
        ...{ phrases: [], synonyms: [], includes: [], excludes: [], tasks: [], deliverables: [], success: [] },
        ...{ questions: [], skills: [], evidence: [], related: [], mhlw: [], withholding: 'ask' },
        ...{ hours: [1, 1], months: [1, 1] },
        old: { since: version, date, kind, why, successors: [...new Set(resolve(code))] },
      },
    }))
}
