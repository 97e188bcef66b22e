import { INDUSTRIES, INDUSTRY_GROUPS } from '../../companies/rules/industries.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { dayOfMonth } from '../../law/dates.ts'
import { PREFECTURES, REGIONS, regionOf } from '../../lib/regions.ts'
import { type LegalDate, startOfDay } from '../../lib/time.ts'
import type { Flow } from '../schema.ts'

/** How many months a release looks back. */
export const MONTHS = 24

/** What is counted of a flow; who the person is stays out of it. */
export type Counted = Omit<Flow, 'contractId' | 'sealedAt'>
/** A flow as the release counts it; `earlier`: as releases before did, each from the one of `since` on. */
export type Kept = Counted & { readonly since: LegalDate; readonly earlier: readonly (Counted & Since)[] }
type Since = { readonly since: LegalDate }

/** Somebody who has not said where they live, a project without a job code. */
export const UNKNOWN = 'unknown'

/** Where people live, and who does not say. */
export const ORIGINS: readonly string[] = [...REGIONS.map(({ id }) => id), UNKNOWN]
/** Groups of industries, and who does not say. */
export const GROUPS: readonly string[] = [...INDUSTRY_GROUPS.map(({ id }) => id), UNKNOWN]

/** The months whose flows a release counts, oldest first, as their first days; `until` is the day after the last one. */
export function monthsBefore(until: LegalDate): LegalDate[] {
  return Array.from({ length: MONTHS }, (_, n) => dayOfMonth(until, n - MONTHS, 1))
}

/** Every figure in which a flow counts in the release of `until`, as things stood then; none when it is outside of its months. */
export function cellsOf(flow: Counted, until: LegalDate): string[] {
  if (flow.month >= until || flow.month < dayOfMonth(until, -MONTHS, 1)) return []
  const { fromPrefecture, toPrefecture, month } = flow
  const [from, to] = [fromPrefecture === null ? UNKNOWN : regionOf(fromPrefecture).id, regionOf(toPrefecture).id]
  const { major, middle, leaf } = workOf(flow.codes)
  const [knows, serves] = [groupOf(flow.fromIndustry), groupOf(flow.toIndustry)]
  const distance = fromPrefecture === null ? UNKNOWN : fromPrefecture === toPrefecture ? 'same' : 'other'
  return [
    'all',
    `month ${month.slice(0, 7)}`,
    ...[`origin ${from}`, `flow ${from} ${to}`, `destination ${to}`, `prefecture ${toPrefecture}`],
    ...[`need ${to} ${major}`, `major ${major}`, `middle ${middle}`, `leaf ${leaf}`],
    `order ${flow.nth > 1 ? 'later' : 'first'}`,
    `distance ${distance}`,
    `stay ${stayOf(flow, until)}`,
    `introduced ${flow.introduced ? 'yes' : 'no'}`,
    `returned ${flow.returned ? 'yes' : 'no'}`,
    ...[`group-origin ${knows}`, `group-flow ${knows} ${serves}`, `group ${serves}`],
    `industry ${INDUSTRIES.some(({ id }) => id === flow.toIndustry) ? flow.toIndustry : UNKNOWN}`,
  ]
}

/** In which figures the release of an earlier day counted it; none before it was known. */
export function cellsThen(flow: Kept, until: LegalDate): string[] {
  const then = [flow, ...flow.earlier].filter(({ since }) => since <= until)
  const last = then.reduce<(Counted & Since) | undefined>((a, b) => (a && a.since > b.since ? a : b), undefined)
  return last ? cellsOf(last, until) : []
}

function groupOf(industry: string | null): string {
  return (industry && INDUSTRIES.find(({ id }) => id === industry)?.group) || UNKNOWN
}

/** A contract counts once, by the first of its job codes as it is called today. */
function workOf(codes: readonly string[]): { major: string; middle: string; leaf: string } {
  const tree = jobCodes()
  const leaf = codes.flatMap((code) => tree.current(code))[0]
  const [major, middle] = leaf ? tree.ancestors(leaf) : []
  return leaf && major && middle ? { major, middle, leaf } : { major: UNKNOWN, middle: UNKNOWN, leaf: UNKNOWN }
}

/** What stayed by the day of the release: something, nothing, or the work still goes on. */
function stayOf({ leftAt, endedAt }: Counted, until: LegalDate): 'left' | 'nothing' | 'going' {
  const end = startOfDay(until)
  if (leftAt && leftAt < end) return 'left'
  return endedAt && endedAt < end ? 'nothing' : 'going'
}

/**
 * Every figure there is, each between two places of one circulation, so that whatever adds up is seen to: companies → months →
 * people's regions → companies' regions → prefectures → kinds of work → and so on → companies.
 */
export function places(until: LegalDate): ReadonlyMap<string, readonly [from: string, to: string]> {
  const arcs = new Map<string, readonly [string, string]>()
  arcs.set('all', ['companies', 'time'])
  for (const month of monthsBefore(until)) arcs.set(`month ${month.slice(0, 7)}`, ['time', 'people'])
  for (const from of ORIGINS) arcs.set(`origin ${from}`, ['people', `from ${from}`])
  for (const from of ORIGINS) for (const { id } of REGIONS) arcs.set(`flow ${from} ${id}`, [`from ${from}`, `to ${id}`])
  for (const { id } of REGIONS) arcs.set(`destination ${id}`, [`to ${id}`, `in ${id}`])
  for (const { id, region } of PREFECTURES) arcs.set(`prefecture ${id}`, [`in ${region}`, `of ${region}`])
  addWork(arcs)
  addSplit(arcs, ['skills', 'ordered'], 'order', ['first', 'later'])
  addSplit(arcs, ['ordered', 'gone'], 'distance', ['same', 'other', UNKNOWN])
  addSplit(arcs, ['gone', 'stayed'], 'stay', ['left', 'nothing', 'going'])
  addSplit(arcs, ['stayed', 'known'], 'introduced', ['yes', 'no'])
  addSplit(arcs, ['known', 'returned'], 'returned', ['yes', 'no'])
  addIndustries(arcs)
  return arcs
}

/** What people know best → what the companies do, as groups, and within each of those the industries. */
function addIndustries(arcs: Arcs): void {
  for (const from of GROUPS) {
    arcs.set(`group-origin ${from}`, ['returned', `knows ${from}`])
    for (const to of GROUPS) arcs.set(`group-flow ${from} ${to}`, [`knows ${from}`, `serves ${to}`])
  }
  for (const to of GROUPS) arcs.set(`group ${to}`, [`serves ${to}`, `within ${to}`])
  for (const { id, group } of [...INDUSTRIES, { id: UNKNOWN, group: UNKNOWN }]) {
    arcs.set(`industry ${id}`, [`within ${group}`, 'companies'])
  }
}

type Arcs = Map<string, readonly [string, string]>

/** A rare kind of work is withheld and counts on in the group above it: leaf → middle → major. */
function addWork(arcs: Arcs): void {
  const below = new Map<string, Map<string, string[]>>([[UNKNOWN, new Map([[UNKNOWN, [UNKNOWN]]])]])
  for (const major of jobCodes().majors) {
    below.set(major.id, new Map(major.middles.map(({ id, leaves }) => [id, leaves.map((leaf) => leaf.id)])))
  }
  for (const [major, middles] of below) {
    for (const { id } of REGIONS) arcs.set(`need ${id} ${major}`, [`of ${id}`, `work ${major}`])
    arcs.set(`major ${major}`, [`work ${major}`, `in work ${major}`])
    for (const [middle, leaves] of middles) {
      arcs.set(`middle ${middle}`, [`in work ${major}`, `in group ${middle}`])
      for (const leaf of leaves) arcs.set(`leaf ${leaf}`, [`in group ${middle}`, 'skills'])
    }
  }
}

function addSplit(arcs: Arcs, [from, to]: readonly [string, string], name: string, parts: readonly string[]): void {
  for (const part of parts) arcs.set(`${name} ${part}`, [from, to])
}
