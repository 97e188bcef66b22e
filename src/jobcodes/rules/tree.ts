import type { Leaf, Major, Middle, Release } from './release.ts'

export type Place = { leaf: Leaf; middle: Middle; major: Major }

export type CodeTree = {
  majors: readonly Major[]
  /** Every leaf with its ancestors, in the order of the release; the place in this list is the engine's dense index. */
  places: readonly Place[]
  leaf: (id: string) => Leaf | undefined
  place: (id: string) => Place | undefined
  /** The major, middle or leaf of this id. */
  node: (id: string) => Major | Middle | Leaf | undefined
  /** Ids from the major down to the parent of this id; [] for a major or an unknown id. */
  ancestors: (id: string) => readonly string[]
  /** All leaves below this id (a leaf gives itself); [] for an unknown id. */
  leavesOf: (id: string) => readonly Leaf[]
  /** The dense index of a leaf, 0 … places.length − 1, or −1; valid for this release only, never stored. */
  indexOf: (id: string) => number
  /** By dense index of a leaf: the dense index of its middle and of its major (both in the order of the release). */
  middleOf: Uint16Array
  majorOf: Uint16Array
}

/** Look-ups over one release. Ids are taken as they are; see `validateRelease` for what is checked. */
export function createTree(release: Release): CodeTree {
  const nodes = new Map<string, Major | Middle | Leaf>()
  const parents = new Map<string, readonly string[]>()
  const below = new Map<string, Leaf[]>()
  const places: Place[] = []
  const groups: [number, number][] = []
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
  const place = (id: string) => places[index.get(id) ?? -1]
  return {
    majors: release,
    places,
    place,
    leaf: (id) => place(id)?.leaf,
    node: (id) => nodes.get(id),
    ancestors: (id) => parents.get(id) ?? [],
    leavesOf: (id) => below.get(id) ?? [],
    indexOf: (id) => index.get(id) ?? -1,
    middleOf: Uint16Array.from(groups, ([middle]) => middle),
    majorOf: Uint16Array.from(groups, ([, major]) => major),
  }
}
