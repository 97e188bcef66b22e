import { FEWEST_TOLD } from '../../lib/few.ts'

/**
 * One figure of a publication as an arc of a circulation: at every node, what comes in goes out. Parts of a sum run
 * side by side into a node, their sum runs on from it, so that every row, column and total is a node and every way to
 * work a figure out from others is a cycle of arcs.
 */
export type Arc = {
  readonly from: string
  readonly to: string
  /** A whole number, 0 or more. */
  readonly value: number
  /** The different companies behind the value. */
  readonly companies: number
}

/** A figure is shown only when it comes from this many companies. */
export const LEAST_COMPANIES = FEWEST_TOLD

/**
 * Which arcs may not be shown. An arc is withheld when fewer than `least` companies stand behind it (zero is shown), and
 * further arcs, the smallest first, until
 * 1. every withheld arc could as well have another value, 1 or more, with all shown arcs the same (so neither a
 *    subtraction nor knowing that it is not zero gives it away), and
 * 2. whatever a reader gets by subtracting the shown parts from a shown sum comes from `least` companies or more.
 * `also`: arcs that may not be shown for another reason. The values must balance at every node, or RangeError is thrown.
 */
export function withheldOf<A extends Arc>(
  arcs: readonly A[],
  least = LEAST_COMPANIES,
  also: ReadonlySet<A> = new Set(),
): Set<A> {
  checkBalance(arcs)
  const isHidden = (arc: A) => arc.value > 0 && (arc.companies < least || also.has(arc))
  const withheld = new Set(arcs.filter(isHidden))
  const at = Map.groupBy(
    arcs.filter(({ value }) => value > 0).flatMap((arc) => [arc.from, arc.to].map((node) => ({ node, arc }))),
    ({ node }) => node,
  )
  const safe = new Set<A>()
  for (let before = -1; before !== withheld.size; ) {
    before = withheld.size
    // Arcs that join the set on the way are visited in the same round.
    for (const arc of withheld) {
      if (safe.has(arc)) continue
      for (const other of [arc, ...cheapestCycle(arc, at, withheld)]) {
        withheld.add(other)
        safe.add(other)
      }
    }
    const companion = missingCompanion(arcs, withheld, least)
    if (companion) withheld.add(companion)
  }
  return withheld
}

/**
 * The arcs that close a cycle with `arc` along which all values can be moved by one. Withheld arcs cost nothing, others
 * their value. An arc against its direction goes down by one, so it must keep at least one.
 */
function cheapestCycle<A extends Arc>(arc: A, at: Neighbours<A>, withheld: ReadonlySet<A>): A[] {
  const up = cheapestPath(arc.to, arc.from, arc, at, withheld)
  const down = arc.value > 1 ? cheapestPath(arc.from, arc.to, arc, at, withheld) : null
  if (!up) return down?.path ?? []
  return down && down.cost < up.cost ? down.path : up.path
}

type Reached<A> = { cost: number; path: A[] }
/** The arcs that begin or end at a node. */
type Neighbours<A> = ReadonlyMap<string, readonly { readonly arc: A }[]>

function cheapestPath<A extends Arc>(
  start: string,
  end: string,
  without: A,
  at: Neighbours<A>,
  withheld: ReadonlySet<A>,
): Reached<A> | null {
  const reached = new Map<string, Reached<A>>([[start, { cost: 0, path: [] }]])
  const done = new Set<string>()
  for (;;) {
    const next = [...reached].filter(([node]) => !done.has(node)).sort(([, a], [, b]) => a.cost - b.cost)[0]
    if (!next) return null
    const [node, { cost, path }] = next
    if (node === end) return { cost, path }
    done.add(node)
    for (const { arc } of at.get(node) ?? []) {
      const to = arc === without ? null : otherEnd(arc, node)
      if (to === null) continue
      const total = cost + (withheld.has(arc) ? 0 : arc.value)
      if (total < (reached.get(to)?.cost ?? Number.POSITIVE_INFINITY)) {
        reached.set(to, { cost: total, path: [...path, arc] })
      }
    }
  }
}

function otherEnd(arc: Arc, node: string): string | null {
  if (arc.from === node) return arc.to
  return arc.to === node && arc.value > 1 ? arc.from : null
}

/** The next arc to withhold where a reader could still work out a sum of few companies. */
function missingCompanion<A extends Arc>(arcs: readonly A[], withheld: ReadonlySet<A>, least: number): A | undefined {
  for (const node of nodesOf(arcs)) {
    const [into, out] = [arcs.filter(({ to }) => to === node), arcs.filter(({ from }) => from === node)]
    for (const [side, other] of [
      [into, out],
      [out, into],
    ] as const) {
      const hidden = side.filter((arc) => withheld.has(arc))
      if (hidden.length === 0 || other.some((arc) => withheld.has(arc))) continue
      if (hidden.some(({ companies }) => companies >= least)) continue
      return [...side, ...other]
        .filter((arc) => arc.value > 0 && !withheld.has(arc))
        .sort((a, b) => a.value - b.value)[0]
    }
  }
  return undefined
}

function nodesOf(arcs: readonly Arc[]): Set<string> {
  return new Set(arcs.flatMap(({ from, to }) => [from, to]))
}

function checkBalance(arcs: readonly Arc[]): void {
  for (const node of nodesOf(arcs)) {
    const sum = arcs.reduce((total, { from, to, value }) => {
      return total + (to === node ? value : 0) - (from === node ? value : 0)
    }, 0)
    if (sum !== 0) throw new RangeError(`What comes into ${node} does not go out of it: ${sum} left`)
  }
}
