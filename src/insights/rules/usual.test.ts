import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { LegalDate } from '../../lib/time.ts'
import type { Before } from './released.ts'
import { countedAs, KINDS, type Posted, usualFigures, usualIn } from './usual.ts'

const UNTILS = ['2026-09-01', '2026-10-01', '2026-11-01'] as LegalDate[]
const tree = jobCodes()
const [MAJOR, MIDDLE] = tree.ancestors('10035') as [string, string]
const SIBLING = tree.leavesOf(MIDDLE).find(({ id }) => id !== '10035')!.id
const COUSIN = tree.leavesOf(MAJOR).find(({ id }) => !tree.ancestors(id).includes(MIDDLE))!.id
const day = (text: string) => new Date(`${text}T03:00:00Z`)

const made: Posted = {
  ...{ companyId: 'c', code: '10035', prefecture: 6, industry: 'crafts', publishedAt: day('2026-06-10') },
  ...{ withdrawnAt: null, fee: 30_000, hourly: 3_000, decidedAt: day('2026-06-22'), applicants: 3 },
}
const drawn = fc.array(
  fc.record({
    companyId: fc.nat({ max: 14 }).map((n) => `c${n}`),
    code: fc.constantFrom('10035', '10035', SIBLING, COUSIN, '56075', null),
    prefecture: fc.constantFrom(6, 6, 40, null),
    industry: fc.constantFrom('crafts', 'food'),
    publishedAt: fc.constantFrom('2024-09-10', '2026-06-10', '2026-07-10', '2026-08-10', '2026-09-10').map(day),
    withdrawnAt: fc.constantFrom(null, null, null, day('2026-09-20')),
    fee: fc.constantFrom(null, 20_000, 30_000, 41_234, 98_765),
    hourly: fc.constantFrom(null, 1_999, 3_000, 4_123),
    decidedAt: fc.constantFrom(null, day('2026-09-15'), day('2026-10-15')),
    applicants: fc.nat({ max: 9 }),
  }),
  { minLength: 30, maxLength: 150 },
)

function releasesOf(posted: readonly Posted[]): Before[] {
  const releases: Before[] = []
  for (const until of UNTILS) releases.unshift({ until, figures: usualFigures(posted, until, [...releases]) })
  return releases.toReversed()
}

const groupsOf = ({ code, prefecture, industry }: Posted) => [
  ...(code ? [`leaf ${code}`, `middle ${tree.ancestors(code)[1]}`, `major ${tree.ancestors(code)[0]}`] : []),
  ...[prefecture === 6 ? 'region tohoku' : prefecture === 40 ? 'region kyushu' : '', `industry ${industry}`],
]
const companiesOf = (ones: readonly Posted[]) => new Set(ones.map(({ companyId }) => companyId)).size
const enough = (n: number) => n === 0 || n >= 5

test('of any postings: what is told is of ten and five companies, and so is what is left of it, and what changed', () => {
  fc.assert(
    fc.property(drawn, (posted) => {
      const releases = releasesOf(posted)
      for (const [at, { until, figures }] of releases.entries()) {
        const own = (key: string) => figures[key] && !figures[key].until
        for (const [key, figure] of Object.entries(figures)) {
          const [, kind, part, group] = /^(\w+) (\w+) (.+)$/.exec(key)!
          const source = releases.find((one) => one.until === figure!.until)
          if (figure!.until) expect(source!.figures[key]).toEqual({ value: figure!.value })
          if (part !== 'n' || figure!.until) continue
          const value = (one: Posted, of = until) => countedAs(kind as 'fee', one, of)
          const members = posted.filter((one) => groupsOf(one).includes(group!))
          const counted = members.filter((one) => value(one) !== null)
          expect(figure!.value).toBe(counted.length - (counted.length % 5))
          expect([key, counted.length >= 10, companiesOf(counted) >= 5]).toEqual([key, true, true])
          const most = Math.max(...[...Map.groupBy(counted, (one) => one.companyId).values()].map((of) => of.length))
          expect([key, most <= counted.length / 4]).toEqual([key, true])
          const levels = ['leaf', 'middle', 'major']
          const below = levels.slice(0, Math.max(levels.indexOf(group!.split(' ')[0]!), 0))
          const isBelow = (one: Posted) =>
            groupsOf(one).some((name) => below.includes(name.split(' ')[0]!) && own(`${kind} n ${name}`))
          expect([key, enough(companiesOf(counted.filter((one) => !isBelow(one))))]).toEqual([key, true])
          const last = releases.slice(0, at).findLast((one) => one.figures[key] && !one.figures[key].until)
          const changed = last ? members.filter((one) => value(one) !== value(one, last.until)) : []
          expect([key, enough(companiesOf(changed))]).toEqual([key, true])
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('counts by the day of the release, in thousands of yen and whole days, the first group that is told of', () => {
  const posted = Array.from({ length: 12 }, (_, n) => ({ ...made, companyId: `c${n % 6}`, fee: 30_400 + n * 1000 }))
  const [, , newest] = releasesOf(posted)
  const of = (kind: (typeof KINDS)[number]) => usualIn(newest!.figures, kind, ['leaf 56075', 'leaf 10035'])
  expect(of('fee')).toEqual({ group: 'leaf 10035', n: 10, low: 33_000, half: 36_000, high: 39_000 })
  expect(of('hourly')).toMatchObject({ low: 3000, high: 3000 })
  expect(of('days')).toEqual({ group: 'leaf 10035', n: 10, low: 12, half: 12, high: 12 })
  expect(of('applicants')).toMatchObject({ half: 3 })
  expect(usualIn(newest!.figures, 'fee', ['leaf 56075'])).toBe(null)
  const ofOne = [...posted, ...posted.map((one) => ({ ...one, companyId: 'c0' }))]
  expect(usualFigures(ofOne, UNTILS[2]!, [])).toEqual({})
  // Sixty days must be over, somebody decided on, the window open and nothing taken back by that day.
  const values = (one: Partial<Posted>) => KINDS.map((kind) => countedAs(kind, { ...made, ...one }, UNTILS[0]!))
  expect(values({})).toEqual([30_000, 3_000, 12, 3])
  expect(values({ publishedAt: day('2026-07-10'), decidedAt: day('2026-09-02'), fee: null, hourly: null })).toEqual([
    ...[null, null, null, null],
  ])
  for (const out of [
    { publishedAt: day('2024-08-31') },
    { publishedAt: day('2026-09-01') },
    { withdrawnAt: day('2026-08-01') },
  ])
    expect(values(out)).toEqual([null, null, null, null])
})
