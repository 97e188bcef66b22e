import { isFew } from '../../lib/few.ts'
import { FIGURES, type FigureId, GRANT_FIGURES, isDivided, type SingleId } from './figures.ts'
import type { YearGrant } from './grant-sums.ts'
import type { Fact, Figure, Report, Sealed, WentOn } from './report.ts'

/** What each company came to in each cell of a figure: kept beside what was told of it, for the program's own eyes. */
export type Counts = Readonly<Record<string, Cells>>
type Cells = Readonly<Record<string, Readonly<Record<string, number>>>>

/** What was told of a year, with what stood behind it. */
export type Told = { readonly report: Report; readonly counts: Counts }

type Behind = {
  readonly own: readonly Fact[]
  readonly area: readonly Fact[]
  readonly sealed: readonly Sealed[]
  readonly wentOn: readonly WentOn[]
  readonly grants: readonly YearGrant[]
}

export function countsOf({ own, area, sealed, wentOn, grants }: Behind): Counts {
  const counts: Record<string, Record<string, Record<string, number>>> = {}
  const add = (figure: string, cell: string, company: string, value: number) => {
    counts[figure] ??= {}
    counts[figure][cell] ??= {}
    const companies = counts[figure][cell]
    companies[company] = (companies[company] ?? 0) + value
  }
  for (const fact of own) {
    add(fact.figure, 'all', fact.company, fact.value)
    for (const cut of ['month', 'industry', 'major', 'municipality'] as const) {
      if (isDivided(fact.figure, cut)) add(fact.figure, `${cut} ${fact[cut]}`, fact.company, fact.value)
    }
  }
  for (const { figure, company, municipality, value } of area) add(figure, `area ${municipality}`, company, value)
  for (const { company, days, again } of sealed) {
    if (again) add('again', 'all', company, 1)
    if (days !== null) add('days', 'all', company, days + 1)
  }
  for (const { company, continued, unaided } of wentOn) {
    if (continued) add('continued', 'all', company, 1)
    if (unaided) add('unaided', 'all', company, 1)
  }
  for (const grant of grants) {
    add('grants', 'planned', grant.company, grant.expectedYen + 1)
    if (grant.applied) add('grants', 'applied', grant.company, grant.expectedYen + 1)
    if (grant.grantedYen !== null) add('grants', 'granted', grant.company, grant.grantedYen + 1)
    if (grant.paidYen !== null) add('grants', 'paid', grant.company, grant.paidYen + 1)
    if (grant.released) add('grants', 'released', grant.company, grant.grantedYen ?? 0)
  }
  return counts
}

/** Single figures that stand or change together. */
const TOGETHER: Readonly<Record<string, readonly SingleId[]>> = {
  ...{ again: ['again'], days: ['days'], continued: ['continued'], unaided: ['unaided'] },
  grants: GRANT_FIGURES.map(({ id }) => id),
}

/**
 * A further version beside the one before, which stays readable: a figure is told anew only when in each of its cells, and so in
 * whatever is subtracted, nobody or five companies and more come to something else. Else all of it stays as it was told.
 */
export function corrected({ report, counts }: Told, before: Told | null): Told {
  if (!before) return { report, counts }
  const stays = (figure: string) => isOfFew(counts[figure] ?? {}, before.counts[figure] ?? {})
  const divided = FIGURES.map(({ id }) => id).filter(stays)
  // First and further contracts are the parts of all.
  const groups = Object.keys(TOGETHER).filter(
    (group) => stays(group) || (group === 'again' && divided.includes('contracts')),
  )
  const singles = {
    ...report.singles,
    ...pick(
      before.report.singles,
      groups.flatMap((group) => TOGETHER[group]!),
    ),
  }
  // Who came to events is counted in people of whom nothing is kept.
  const { attendees = null } = before.report.singles
  return {
    report: {
      ...report,
      totals: { ...report.totals, ...pick(before.report.totals, divided) },
      area: { ...report.area, ...pick(before.report.area, divided) },
      singles: { ...singles, attendees },
      parts: report.parts.map((part) => ({
        ...part,
        values: { ...part.values, ...valuesThen(part, before.report, divided) },
      })),
      stays: [...divided, ...groups.flatMap((group) => TOGETHER[group]!)].filter(
        (id) => id in report.totals || id in singles,
      ),
    },
    counts: { ...counts, ...pick(before.counts, [...divided, ...groups]) },
  }
}

function isOfFew(now: Cells, then: Cells): boolean {
  return [...new Set([...Object.keys(now), ...Object.keys(then)])].some((cell) => {
    const [a, b] = [now[cell] ?? {}, then[cell] ?? {}]
    const changed = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((company) => a[company] !== b[company])
    return isFew(changed.length)
  })
}

/** A part that was not there then has nothing that could be told. */
function valuesThen(
  { cut, key }: Report['parts'][number],
  { parts }: Report,
  figures: readonly FigureId[],
): Partial<Record<FigureId, Figure>> {
  const then = parts.find((part) => part.cut === cut && part.key === key)
  return Object.fromEntries(
    figures.filter((figure) => isDivided(figure, cut)).map((figure) => [figure, then ? then.values[figure] : null]),
  )
}

function pick<V>(from: Readonly<Record<string, V>>, names: readonly string[]): Record<string, V> {
  return Object.fromEntries(names.flatMap((name) => (name in from ? [[name, from[name]!]] : [])))
}
