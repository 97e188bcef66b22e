import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workedOut } from '../../../test/fixtures/worked-out.ts'
import { type Arc, LEAST_COMPANIES, withheldOf } from './withhold.ts'

type Match = { company: number; from: number; to: number; month: number }
type Named = Arc & { name: string }

/** The arcs of one publication: origins × destinations with both margins, months, and the sum of all. */
function arcsOf(matches: readonly Match[], origins: number, destinations: number, months: number): Named[] {
  const arc = (name: string, from: string, to: string, which: (match: Match) => boolean): Named => {
    const found = matches.filter(which)
    return { name, from, to, value: found.length, companies: new Set(found.map(({ company }) => company)).size }
  }
  const upTo = (n: number) => Array.from({ length: n }, (_, i) => i)
  return [
    arc('all', 'sum', 'time', () => true),
    ...upTo(months).map((m) => arc(`month ${m}`, 'time', 'start', (match) => match.month === m)),
    ...upTo(origins).map((o) => arc(`from ${o}`, 'start', `o${o}`, ({ from }) => from === o)),
    ...upTo(destinations).map((d) => arc(`to ${d}`, `d${d}`, 'sum', ({ to }) => to === d)),
    ...upTo(origins).flatMap((o) =>
      upTo(destinations).map((d) => arc(`${o}→${d}`, `o${o}`, `d${d}`, ({ from, to }) => from === o && to === d)),
    ),
  ]
}

/** Crowded: most cells are large enough, a few are not. */
const crowded = matchesIn(4, 4, 6, 300, 100)

function matchesIn(origins: number, destinations: number, months: number, maxLength: number, minLength = 0) {
  return (
    fc
      .array(
        fc.record({
          company: fc.nat({ max: 80 }),
          // Few come from the last places.
          from: fc.tuple(fc.nat({ max: origins - 1 }), fc.nat({ max: origins - 1 })).map(([a, b]) => Math.min(a, b)),
          month: fc.nat({ max: months - 1 }),
        }),
        { minLength, maxLength },
      )
      // A company lies in one place.
      .map((list) => list.map((match) => ({ ...match, to: match.company % destinations })))
  )
}

describe('for any matches', () => {
  test('no figure of few companies is shown, and zero is', () => {
    fc.assert(
      fc.property(matchesIn(8, 8, 24, 400), (matches) => {
        const arcs = arcsOf(matches, 8, 8, 24)
        const withheld = withheldOf(arcs)
        for (const arc of arcs) {
          if (arc.value > 0 && arc.companies < LEAST_COMPANIES) expect(withheld).toContain(arc)
          if (arc.value === 0) expect(withheld).not.toContain(arc)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('no system of sums has a withheld figure as its solution', () => {
    fc.assert(
      fc.property(crowded, (matches) => {
        const arcs = arcsOf(matches, 4, 4, 6)
        expect(solvable(arcs, withheldOf(arcs))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('whoever tries every table that fits finds two values or more for each withheld figure', () => {
    fc.assert(
      fc.property(matchesIn(2, 2, 2, 14), (matches) => {
        const arcs = arcsOf(matches, 2, 2, 2)
        const withheld = [...withheldOf(arcs, 3)]
        const seen = withheld.map(() => new Set<number>())
        for (const table of tablesThatFit(withheld)) {
          for (const [at, value] of table.entries()) seen[at]!.add(value)
        }
        for (const [at, values] of seen.entries()) {
          expect(values).toContain(withheld[at]!.value)
          expect(values.size).toBeGreaterThan(1)
        }
      }),
      { numRuns: 120 },
    )
  })

  test('what is left when the shown parts are taken from a shown sum is of enough companies', () => {
    fc.assert(
      fc.property(matchesIn(6, 6, 12, 200), (matches) => {
        const arcs = arcsOf(matches, 6, 6, 12)
        const withheld = withheldOf(arcs)
        const hidden = (side: (arc: Arc) => boolean) => arcs.filter((arc) => side(arc) && withheld.has(arc))
        for (const node of new Set(arcs.map(({ from }) => from))) {
          const [into, out] = [hidden(({ to }) => to === node), hidden(({ from }) => from === node)]
          for (const [rest, other] of [
            [into, out],
            [out, into],
          ] as const) {
            if (rest.length === 0 || other.length > 0) continue
            expect(Math.max(...rest.map(({ companies }) => companies))).toBeGreaterThanOrEqual(LEAST_COMPANIES)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

test('with nothing small, nothing is withheld', () => {
  const matches = Array.from({ length: 24 }, (_, n) => ({ company: n, from: n % 2, to: 0, month: 0 }))
  expect(withheldOf(arcsOf(matches, 2, 1, 1))).toEqual(new Set())
})

test('one small part takes another part with it, the smallest that is large enough', () => {
  const part = (name: string, companies: number): Named => ({
    name,
    from: 'sum',
    to: 'parts',
    value: companies,
    companies,
  })
  const parts = [part('a', 3), part('b', 12), part('c', 7), part('d', 20)]
  const sum: Named = { name: 'sum', from: 'parts', to: 'sum', value: 42, companies: 42 }
  expect([...withheldOf([...parts, sum])].map(({ name }) => name).sort()).toEqual(['a', 'c'])
})

test('two small parts of two are not shown by their sum either', () => {
  const ones = [0, 1].map((name) => ({ name: `${name}`, from: 'sum', to: 'parts', value: 1, companies: 1 }))
  const sum = { name: 'sum', from: 'parts', to: 'sum', value: 2, companies: 2 }
  expect(withheldOf([...ones, sum]).size).toBe(3)
})

test('figures that do not add up are refused', () => {
  expect(() => withheldOf([{ from: 'a', to: 'b', value: 1, companies: 1 }])).toThrow(RangeError)
})

/** The names of withheld arcs that follow from the sums alone. */
function solvable(arcs: readonly Named[], withheld: ReadonlySet<Named>): string[] {
  const published = arcs.map((arc) => ({ ...arc, key: arc.name, said: withheld.has(arc) ? null : arc.value }))
  return workedOut(published).map(({ key }) => key)
}

/** Every way to fill the withheld arcs with numbers from 1, at most one away from the truth, that keeps all sums. */
function* tablesThatFit(withheld: readonly Arc[]): Generator<number[]> {
  const lastOf = new Map<string, number>()
  for (const [at, { from, to }] of withheld.entries()) for (const node of [from, to]) lastOf.set(node, at)
  const fits = (moved: readonly number[], node: string) =>
    withheld.reduce(
      (sum, arc, at) => sum + (moved[at] ?? 0) * (Number(arc.to === node) - Number(arc.from === node)),
      0,
    ) === 0
  function* fill(moved: number[]): Generator<number[]> {
    const at = moved.length
    const arc = withheld[at]
    if (!arc) yield moved.map((by, i) => withheld[i]!.value + by)
    else
      for (const by of [-1, 0, 1]) {
        const next = [...moved, by]
        const closed = [arc.from, arc.to].filter((node) => lastOf.get(node) === at)
        if (arc.value + by >= 1 && closed.every((node) => fits(next, node))) yield* fill(next)
      }
  }
  yield* fill([])
}
