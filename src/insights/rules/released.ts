import { inFives, isFew } from '../../lib/few.ts'
import type { LegalDate } from '../../lib/time.ts'
import type { ReleasedFigure } from '../schema.ts'
import { cellsOf, cellsThen, type Kept, places } from './cells.ts'
import { type Arc, LEAST_COMPANIES, withheldOf } from './withhold.ts'

/** A figure with the end of the months it was counted for, when that is an earlier release than the one it stands in. */
export type Figure = ReleasedFigure
/** By the keys of `places`, each of them; null is withheld. */
export type Figures = Readonly<Record<string, Figure>>
/** An earlier release. */
export type Before = { readonly until: LegalDate; readonly figures: Figures }

type Cell = Arc & { readonly key: string }

/**
 * What a release may say of the flows: no figure from fewer than five companies, none that others give away, and none whose
 * difference to what was said before is the doing of one to four companies. Such a figure stays as it was last said.
 * `before`: the earlier releases, the newest first.
 */
export function releasedFigures(flows: readonly Kept[], until: LegalDate, before: readonly Before[]): Figures {
  const counts = tally(flows, until)
  const cells: Cell[] = [...places(until)].map(([key, [from, to]]) => {
    const { value = 0, companies } = counts.get(key) ?? {}
    return { key, from, to, value, companies: companies?.size ?? 0 }
  })
  const last = new Map(cells.map(({ key }) => [key, before.find(({ figures }) => isSaid(figures, key))]))
  const changes = changesSince(flows, until, [...last.values(), before[0]])
  const forced = new Set(cells.filter(({ key }) => isFew(changes.get(last.get(key)?.until ?? '')?.get(key)?.size ?? 0)))
  const withheld = withheldTogether(cells, forced, before[0], changes)
  const said = cells.map((cell): [string, Figure] => {
    if (!withheld.has(cell)) return [cell.key, { value: cell.value }]
    const old = last.get(cell.key)
    return [cell.key, old ? { value: old.figures[cell.key]!.value, until: old.until } : null]
  })
  return { ...Object.fromEntries(said), companies: figureOf(inFives(counts.get('all')?.companies.size ?? 0)) }
}

/** Is the figure said by this release itself, not handed on from an earlier one? */
export function isSaid(figures: Figures, key: string): boolean {
  const figure = figures[key]
  return Boolean(figure && figure.until === undefined)
}

/**
 * What is withheld so that also the sum of the changes that cannot be seen one by one is the doing of nobody or of enough
 * companies: where all of one side of a place is known in both releases, the rest of the other side is, too.
 */
function withheldTogether(
  cells: readonly Cell[],
  forced: ReadonlySet<Cell>,
  newest: Before | undefined,
  changes: Changes,
): Set<Cell> {
  const also = new Set(forced)
  for (;;) {
    const withheld = withheldOf(cells, LEAST_COMPANIES, also)
    if (!newest) return withheld
    const changed = changes.get(newest.until) ?? new Map<string, Set<string>>()
    const hidden = (cell: Cell) => withheld.has(cell) || !isSaid(newest.figures, cell.key)
    const companion = companionOf(cells, hidden, withheld, changed)
    if (!companion) return withheld
    also.add(companion)
  }
}

function companionOf(
  cells: readonly Cell[],
  hidden: (cell: Cell) => boolean,
  withheld: ReadonlySet<Cell>,
  changed: ReadonlyMap<string, ReadonlySet<string>>,
): Cell | undefined {
  const sides = { from: Map.groupBy(cells, ({ from }) => from), to: Map.groupBy(cells, ({ to }) => to) }
  for (const node of sides.from.keys()) {
    const [out, into] = [sides.from.get(node) ?? [], sides.to.get(node) ?? []]
    for (const [side, other] of [
      [out, into],
      [into, out],
    ] as const) {
      const unseen = side.filter(hidden)
      if (unseen.length === 0 || other.some(hidden)) continue
      const who = new Set(unseen.flatMap(({ key }) => [...(changed.get(key) ?? [])]))
      if (!isFew(who.size)) continue
      const next = [...side, ...other]
        .filter((cell) => cell.value > 0 && !withheld.has(cell))
        .sort((a, b) => a.value - b.value)[0]
      if (next) return next
    }
  }
  return undefined
}

/** Counts that nothing adds up with: in fives, and no number below five. */
export function marketFigures(market: {
  readonly asked: ReadonlyMap<string, number>
  readonly offered: ReadonlyMap<string, number>
}): Figures {
  return Object.fromEntries(
    (['asked', 'offered'] as const).flatMap((kind) =>
      [...market[kind]].map(([key, n]) => [`${kind} ${key}`, figureOf(inFives(n))]),
    ),
  )
}

function figureOf(value: number | null): Figure {
  return value === null ? null : { value }
}

type Tally = Map<string, { value: number; companies: Set<string> }>

function tally(flows: readonly Kept[], until: LegalDate): Tally {
  const counts: Tally = new Map()
  for (const flow of flows) {
    for (const key of cellsOf(flow, until)) {
      const cell = counts.get(key)
      if (cell) {
        cell.value++
        cell.companies.add(flow.companyId)
      } else counts.set(key, { value: 1, companies: new Set([flow.companyId]) })
    }
  }
  return counts
}

/** By the day of an earlier release: the companies behind what came into each figure or left it since, what was known late among it. */
type Changes = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>

function changesSince(flows: readonly Kept[], until: LegalDate, releases: readonly (Before | undefined)[]): Changes {
  const days = [...new Set(releases.flatMap((release) => (release ? [release.until] : [])))]
  return new Map(
    days.map((day) => {
      const changed = new Map<string, Set<string>>()
      for (const flow of flows) {
        const [then, now] = [new Set(cellsThen(flow, day)), new Set(cellsOf(flow, until))]
        for (const key of then.symmetricDifference(now)) {
          const companies = changed.get(key)
          if (companies) companies.add(flow.companyId)
          else changed.set(key, new Set([flow.companyId]))
        }
      }
      return [day, changed]
    }),
  )
}
