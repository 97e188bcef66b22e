import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { LegalDate } from '../../lib/time.ts'
import { type Counted, cellsOf, type Kept, monthsBefore, places } from './cells.ts'
import { type Before, releasedFigures } from './released.ts'
import { LEAST_COMPANIES } from './withhold.ts'

const UNTILS = ['2026-09-01', '2026-10-01', '2026-11-01'] as LegalDate[]
const CODES = ['10035', '10043', '12592', '56075']
const MONTHS = monthsBefore('2026-11-01' as LegalDate)

/** Flows of few companies and places, most of them in the last months. */
const flowsIn = (max: number) =>
  fc.array(
    fc.record({
      company: fc.nat({ max: 30 }),
      from: fc.constantFrom(null, 13, 13, 27, 6),
      month: fc.constantFrom(...MONTHS.slice(0, 3), ...MONTHS.slice(-6)),
      code: fc.constantFrom(...CODES),
      nth: fc.integer({ min: 1, max: 2 }),
      left: fc.constantFrom(null, '2026-08-15', '2026-09-15', '2026-10-15'),
    }),
    { minLength: 20, maxLength: max },
  )

type Drawn = ReturnType<typeof flowsIn> extends fc.Arbitrary<infer T> ? T : never

function flowsOf(drawn: Drawn): Counted[] {
  return drawn.map(({ company, from, month, code, nth, left }) => ({
    ...{ companyId: `c${company}`, month, codes: [code], fromPrefecture: from, toPrefecture: [5, 6, 40][company % 3]! },
    ...{
      fromIndustry: [null, 'it', 'food'][company % 3]!,
      toIndustry: company % 2 === 0 ? 'crafts' : 'farming',
      nth,
      introduced: company === 3,
      returned: false,
    },
    ...{ leftAt: left === null || left < month ? null : new Date(`${left}T00:00:00Z`), endedAt: null },
  }))
}

/** Counted the same by every release. */
const always = (flows: readonly Counted[]): Kept[] =>
  flows.map((flow) => ({ ...flow, since: '2024-01-01' as LegalDate, earlier: [] }))

/** One release after the other, as the months go by. */
function releasesOf(flows: readonly Counted[]): Before[] {
  const made: Before[] = []
  for (const until of UNTILS) {
    const known = flows.filter(({ month }) => month < until)
    made.unshift({ until, figures: releasedFigures(always(known), until, [...made]) })
  }
  return made.reverse()
}

/** By figure, the flows that count in it by a day. */
function membersOf(flows: readonly Counted[], until: LegalDate): Map<string, Set<Counted>> {
  const members = new Map<string, Set<Counted>>()
  for (const flow of flows) {
    for (const key of cellsOf(flow, until)) members.set(key, (members.get(key) ?? new Set()).add(flow))
  }
  return members
}
const companiesOf = (flows: Iterable<Counted>) => new Set([...flows].map(({ companyId }) => companyId)).size
const enough = (n: number) => n === 0 || n >= LEAST_COMPANIES
const own = ({ figures }: Before, key: string) => Boolean(figures[key] && !figures[key].until)

describe('for any flows and the releases of three months', () => {
  test('a figure comes from enough companies, and so does its difference to when it was last said', () => {
    fc.assert(
      fc.property(flowsIn(160), (drawn) => {
        const flows = flowsOf(drawn)
        const releases = releasesOf(flows)
        const members = new Map(UNTILS.map((until) => [until, membersOf(flows, until)]))
        const none = new Set<Counted>()
        for (const [at, release] of releases.entries()) {
          for (const key of places(release.until).keys()) {
            if (!own(release, key)) continue
            const now = members.get(release.until)!.get(key) ?? none
            if (!enough(companiesOf(now))) expect.fail(`${key} of ${companiesOf(now)}`)
            const last = releases.slice(0, at).findLast((earlier) => own(earlier, key))
            const changed = last && now.symmetricDifference(members.get(last.until)!.get(key) ?? none)
            if (changed && !enough(companiesOf(changed))) expect.fail(`${key} changed by ${companiesOf(changed)}`)
          }
        }
      }),
      { numRuns: 20 },
    )
  })

  test('the changes that are left when all others are taken away are of enough companies', () => {
    fc.assert(
      fc.property(flowsIn(160), (drawn) => {
        const flows = flowsOf(drawn)
        const [first, second] = releasesOf(flows) as [Before, Before]
        const arcs = [...places(second.until)].map(([key, [from, to]]) => ({ key, from, to }))
        const seen = ({ key }: { key: string }) => own(first, key) && own(second, key)
        for (const node of new Set(arcs.map(({ from }) => from))) {
          const [out, into] = [arcs.filter(({ from }) => from === node), arcs.filter(({ to }) => to === node)]
          for (const [side, other] of [
            [out, into],
            [into, out],
          ] as const) {
            if (!other.every(seen)) continue
            const unseen = side.filter((arc) => !seen(arc)).map(({ key }) => key)
            const inAny = (until: LegalDate) => (flow: Counted) =>
              cellsOf(flow, until).find((key) => unseen.includes(key))
            const who = flows.filter((flow) => inAny(first.until)(flow) !== inAny(second.until)(flow))
            expect(enough(new Set(who.map(({ companyId }) => companyId)).size)).toBe(true)
          }
        }
      }),
      { numRuns: 20 },
    )
  })

  test('a figure that stays is the one that was said before', () => {
    fc.assert(
      fc.property(flowsIn(160), (drawn) => {
        const releases = releasesOf(flowsOf(drawn))
        for (const { figures } of releases) {
          for (const [key, figure] of Object.entries(figures)) {
            if (!figure?.until) continue
            const source = releases.find(({ until }) => until === figure.until)!
            expect(source.figures[key]!.value).toBe(figure.value)
          }
        }
      }),
      { numRuns: 20 },
    )
  })
})

test('what is rare counts on in the group above it', () => {
  const tree = jobCodes()
  const [major, middle] = tree.ancestors('10035') as [string, string]
  const flow = (company: number, code: string): Counted => ({
    ...{
      companyId: `c${company}`,
      month: '2026-10-01' as LegalDate,
      codes: [code],
      fromPrefecture: 13,
      toPrefecture: 6,
      nth: 1,
    },
    ...{ fromIndustry: 'it', toIndustry: 'crafts', introduced: false, returned: false, leftAt: null, endedAt: null },
  })
  const [sibling] = tree.leavesOf(middle).filter(({ id }) => id !== '10035')
  const flows = [
    ...Array.from({ length: 4 }, (_, n) => flow(n, '10035')),
    ...Array.from({ length: 6 }, (_, n) => flow(n + 4, sibling!.id)),
  ]
  const figures = releasedFigures(always(flows), UNTILS[2]!, [])
  expect([figures['leaf 10035'], figures[`leaf ${sibling!.id}`]]).toEqual([null, null])
  expect([figures[`middle ${middle}`], figures[`major ${major}`]]).toEqual([{ value: 10 }, { value: 10 }])
})

test('when one company alone comes to a figure, it stays as it was', () => {
  const flow = (n: number, month: LegalDate): Counted => ({
    ...{ companyId: `c${n}`, month, codes: [], fromPrefecture: 13, toPrefecture: n % 2 ? 6 : 40, nth: 1 },
    ...{ fromIndustry: 'it', toIndustry: 'crafts', introduced: false, returned: false, leftAt: null, endedAt: null },
  })
  const old = Array.from({ length: 20 }, (_, n) => flow(n, '2026-08-01' as LegalDate))
  const first = { until: UNTILS[0]!, figures: releasedFigures(always(old), UNTILS[0]!, []) }
  expect(first.figures.all).toEqual({ value: 20 })
  const second = releasedFigures(always([...old, flow(21, '2026-09-01' as LegalDate)]), UNTILS[1]!, [first])
  expect(second.all).toEqual({ value: 20, until: '2026-09-01' })
  expect(second['month 2026-09']).toBe(null)
})

test('what comes to be known after its month was told counts as a change, like what came since', () => {
  const flow = (n: number, since: LegalDate, earlier: Kept['earlier'] = []): Kept => ({
    ...{ companyId: `c${n}`, month: '2026-08-01' as LegalDate, codes: [], fromPrefecture: 13, toPrefecture: 6, nth: 1 },
    ...{ fromIndustry: 'it', toIndustry: 'crafts', introduced: false, returned: false, leftAt: null, endedAt: null },
    ...{ since, earlier },
  })
  const old = Array.from({ length: 20 }, (_, n) => flow(n, UNTILS[0]!))
  const first = { until: UNTILS[0]!, figures: releasedFigures(old, UNTILS[0]!, []) }
  // One was late; of another it was told that it was a first company, which it was not.
  const { since, earlier, ...told } = old[0]!
  const corrected = { ...told, nth: 2, since: UNTILS[1]!, earlier: [{ ...told, since }] }
  expect(earlier).toEqual([])
  const second = releasedFigures([corrected, ...old.slice(1), flow(21, UNTILS[1]!)], UNTILS[1]!, [first])
  for (const key of ['all', 'month 2026-08', 'order first']) {
    expect([key, second[key]]).toEqual([key, { value: 20, until: UNTILS[0]! }])
  }
})
