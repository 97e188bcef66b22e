import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { dayOfMonth, daysBetween } from '../../law/dates.ts'
import { inFives, isFew } from '../../lib/few.ts'
import { regionOf } from '../../lib/regions.ts'
import { type LegalDate, startOfDay, today } from '../../lib/time.ts'
import { LEAST_COMPARED, quartilesOf } from '../../projects/rules/fee-guidance.ts'
import { MONTHS } from './cells.ts'
import { type Before, type Figure, type Figures, isSaid } from './released.ts'
import { LEAST_COMPANIES } from './withhold.ts'

/** A published project, what it asked for and what came of it. */
export type Posted = {
  readonly companyId: string
  /** The first of its job codes. */
  readonly code: string | null
  readonly prefecture: number | null
  readonly industry: string | null
  readonly publishedAt: Date
  readonly withdrawnAt: Date | null
  /** Yen a month; null where it is done for nothing. */
  readonly fee: number | null
  /** The same for one hour; null too where no hours are said, or what the way costs is in it. */
  readonly hourly: number | null
  /** When somebody first said yes. */
  readonly decidedAt: Date | null
  /** Applications sent within the first days, of which the number does not change any more. */
  readonly applicants: number
}

/** Applications of the first days only: whether a project was closed by then or is open still makes no difference. */
export const APPLIED_WITHIN_DAYS = 60
/** Quartiles of more than a quarter of one company's are its own. */
const MOST_OF_ONE = 1 / 4
const DAY_MS = 86_400_000
/** Yen to which what is usual is rounded. */
const ROUND: Readonly<Partial<Record<Kind, number>>> = { fee: 1000, hourly: 100 }

export const KINDS = ['fee', 'hourly', 'days', 'applicants'] as const
export type Kind = (typeof KINDS)[number]
/** From the narrowest to the widest: what lies within each other stands in one row. */
const TREES = [['leaf', 'middle', 'major'], ['region'], ['industry']] as const
export type Level = (typeof TREES)[number][number]
/** 「leaf 10035」 */
export type Group = `${Level} ${string}`
const PARTS = ['n', 'low', 'half', 'high'] as const

/** What a project counts as in the release of a day; null where it does not count. */
export function countedAs(kind: Kind, posted: Posted, until: LegalDate): number | null {
  const { publishedAt, withdrawnAt, fee, hourly, decidedAt, applicants } = posted
  const [first, end] = [startOfDay(dayOfMonth(until, -MONTHS, 1)), startOfDay(until)]
  if (publishedAt < first || publishedAt >= end || (withdrawnAt && withdrawnAt < end)) return null
  if (kind === 'fee') return fee
  if (kind === 'hourly') return hourly
  if (kind === 'days') return decidedAt && decidedAt < end ? daysBetween(today(publishedAt), today(decidedAt)) : null
  return publishedAt.getTime() + APPLIED_WITHIN_DAYS * DAY_MS <= end.getTime() ? applicants : null
}

/**
 * What is usual in a kind of work, a region and an industry. A group is told of ten projects of five companies or more, of
 * which no company has more than a quarter, and only when what is left of it beside the narrower groups that are told is of nobody
 * or of enough companies, too, and so is all that changed since it was last told; else it stays as it was. Only what is told is in
 * the figures.
 */
export function usualFigures(posted: readonly Posted[], until: LegalDate, before: readonly Before[]): Figures {
  return Object.fromEntries(
    KINDS.flatMap((kind) => TREES.flatMap((levels) => toldOf(kind, levels, posted, until, before))),
  )
}

function toldOf(
  kind: Kind,
  levels: readonly Level[],
  posted: readonly Posted[],
  until: LegalDate,
  before: readonly Before[],
): [string, Figure][] {
  const told: [string, Figure][] = []
  const covered = new Set<Posted>()
  const counts = (one: Posted) => countedAs(kind, one, until) !== null
  const changedSince = (ones: readonly Posted[], day: LegalDate | undefined) =>
    day ? companiesOf(ones.filter((one) => countedAs(kind, one, day) !== countedAs(kind, one, until))) : 0
  for (const level of levels) {
    const anew: Posted[] = []
    for (const [group, members] of Map.groupBy(posted, (one) => groupOf(one, level))) {
      if (!group) continue
      const last = before.find(({ figures }) => isSaid(figures, keyOf(kind, 'n', group)))
      const counted = members.filter(counts)
      const rest = members.filter((one) => !covered.has(one))
      const may =
        counted.length >= LEAST_COMPARED &&
        companiesOf(counted) >= LEAST_COMPANIES &&
        mostOfOne(counted) <= counted.length * MOST_OF_ONE &&
        ![
          companiesOf(rest.filter(counts)),
          changedSince(members, last?.until),
          ...[last?.until, before[0]?.until].map((day) => changedSince(rest, day)),
        ].some(isFew)
      if (may) {
        const values = counted.map((one) => countedAs(kind, one, until)!)
        told.push(...figuresOf(kind, group, values))
        anew.push(...members)
      } else if (last) {
        const old = (key: string): Figure => ({ value: last.figures[key]!.value, until: last.until })
        told.push(...PARTS.map((part) => keyOf(kind, part, group)).map((key): [string, Figure] => [key, old(key)]))
      }
    }
    for (const one of anew) covered.add(one)
  }
  return told
}

function figuresOf(kind: Kind, group: Group, values: readonly number[]): [string, Figure][] {
  const to = ROUND[kind]
  const round = (value: number) => (to ? Math.round(value / to) * to : value)
  const [low, half, high] = quartilesOf(values).map((value): Figure => ({ value: round(value) }))
  const figures = { n: { value: inFives(values.length)! }, low: low!, half: half!, high: high! }
  return PARTS.map((part) => [keyOf(kind, part, group), figures[part]])
}

export type Usual = { group: Group; n: number; low: number; half: number; high: number; until?: LegalDate }

/** The first of these groups of which something is told. */
export function usualIn(figures: Figures, kind: Kind, groups: readonly Group[]): Usual | null {
  for (const group of groups) {
    const [n, low, half, high] = PARTS.map((part) => figures[keyOf(kind, part, group)])
    if (n && low && half && high) {
      const until = n.until ? { until: n.until } : {}
      return { group, n: n.value, low: low.value, half: half.value, high: high.value, ...until }
    }
  }
  return null
}

/** Everything that `usualIn` reads. */
export function keysOf(kind: Kind, groups: readonly Group[]): string[] {
  return groups.flatMap((group) => PARTS.map((part) => keyOf(kind, part, group)))
}

function keyOf(kind: Kind, part: (typeof PARTS)[number], group: Group): string {
  return `${kind} ${part} ${group}`
}

function groupOf({ code, prefecture, industry }: Posted, level: Level): Group | null {
  if (level === 'region') return prefecture === null ? null : `region ${regionOf(prefecture).id}`
  if (level === 'industry') return industry === null ? null : `industry ${industry}`
  return (code !== null && groupsOfWork(code).find((group) => group.startsWith(`${level} `))) || null
}

/** A kind of work, then what lies around it. */
export function groupsOfWork(code: string): Group[] {
  const tree = jobCodes()
  const leaf = tree.current(code)[0]
  if (!leaf) return []
  const [major, middle] = tree.ancestors(leaf)
  return [`leaf ${leaf}`, `middle ${middle}`, `major ${major}`]
}

function mostOfOne(ones: readonly Posted[]): number {
  return Math.max(...[...Map.groupBy(ones, ({ companyId }) => companyId).values()].map(({ length }) => length))
}

function companiesOf(ones: readonly Posted[]): number {
  return new Set(ones.map(({ companyId }) => companyId)).size
}
