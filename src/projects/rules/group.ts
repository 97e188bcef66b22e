import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { dayOfMonth, type LegalDate } from '../../law/dates.ts'
import type { ProjectGroup } from '../schema.ts'
import { type Confirmed, type Draft, draftFrom, type Poster, usualMonths } from './draft.ts'

export type GroupKind = ProjectGroup['kind']
export const KIND_WORDS: Readonly<Record<GroupKind, string>> = { relay: 'リレー', team: 'チーム' }

/** A work of a tree as far as its size and its neighbours matter. Hours are those of a usual month. */
export type Work = {
  readonly code: string
  readonly name: string
  readonly middle: string
  readonly major: string
  readonly hours: number
  readonly months: number
}

/** What one person is asked for: hours a month, so many months. */
export type Role = {
  readonly codes: readonly string[]
  readonly title: string
  readonly hours: number
  readonly months: number
}

/** Hours a month that somebody with a main job can hardly give. */
const TOO_MANY_HOURS = 20
export const ROLE_HOURS = { least: 5, most: 10 } as const
export const MOST_ROLES = 4
const NAMED = 2

/** By major or middle of the job codes: what has to be known first, and what needs something to show or to sell. */
const KNOWING = ['10019', '11981', '53019', '10687']
const SELLING = ['10336', '12270', '10679', '59013']

/** The works behind job codes, in their order; a code that is no longer used stands for what took its place. */
export function worksOf(codes: readonly string[]): Work[] {
  const current = new Set(codes.flatMap((code) => jobCodes().current(code)))
  return [...current].flatMap((code) => {
    const place = jobCodes().place(code)
    if (!place) return []
    const { leaf, middle, major } = place
    const hours = (leaf.hours[0] + leaf.hours[1]) / 2
    return [{ code, name: leaf.name, middle: middle.id, major: major.id, hours, months: usualMonths(leaf) }]
  })
}

/** Hours of a month for all the roles together, as each is asked for. */
export function hoursOfRoles(roles: readonly Pick<Role, 'hours'>[]): number {
  return roles.reduce((sum, { hours }) => sum + hours, 0)
}

/** Hours of a usual month for all of it, if one person did it. */
export function hoursOfAll(works: readonly Work[]): number {
  return Math.round(works.reduce((sum, { hours }) => sum + hours, 0))
}

/** Different trades that together ask for too much, or one among them that does so alone. One work cannot be divided. */
export function isTooLarge(works: readonly Work[]): boolean {
  if (works.length < 2) return false
  const isMixed = new Set(works.map(({ middle }) => middle)).size > 1
  return (isMixed && hoursOfAll(works) > TOO_MANY_HOURS) || works.some(({ hours }) => hours > TOO_MANY_HOURS)
}

/**
 * Two to four roles for what is too large for one person, [] for anything else: near neighbours stay together, and whose
 * outcome the others need comes first; where nothing says so, the order of the tree holds.
 */
export function rolesOf(works: readonly Work[]): Role[] {
  if (!isTooLarge(works)) return []
  const parts = fewEnough(byMiddle(works))
  return parts
    .map((part, at) => ({ part, at }))
    .sort((a, b) => stageOf(a.part[0]!) - stageOf(b.part[0]!) || a.at - b.at)
    .map(({ part }) => roleOf(part))
}

function byMiddle(works: readonly Work[]): Work[][] {
  const middles = [...new Set(works.map(({ middle }) => middle))]
  if (middles.length < 2) return works.map((work) => [work])
  return middles.map((middle) => works.filter((work) => work.middle === middle))
}

/** Joins the two that are nearest, then those with the fewest hours, until there are no more than may be. */
function fewEnough(parts: readonly Work[][]): Work[][] {
  if (parts.length <= MOST_ROLES) return [...parts]
  const pairs = parts.flatMap((a, i) => parts.slice(i + 1).map((b) => ({ a, b })))
  const strangeness = ({ a, b }: (typeof pairs)[number]) => Number(a[0]!.major !== b[0]!.major)
  const [nearest] = pairs.sort(
    (x, y) => strangeness(x) - strangeness(y) || hoursOfAll([...x.a, ...x.b]) - hoursOfAll([...y.a, ...y.b]),
  )
  const { a, b } = nearest!
  return fewEnough(parts.flatMap((part) => (part === a ? [[...a, ...b]] : part === b ? [] : [part])))
}

function stageOf({ middle, major }: Work): number {
  if (KNOWING.includes(middle) || KNOWING.includes(major)) return 0
  return SELLING.includes(middle) || SELLING.includes(major) ? 2 : 1
}

function roleOf(part: readonly Work[]): Role {
  const { least, most } = ROLE_HOURS
  const names = part.slice(0, NAMED).map(({ name }) => name)
  return {
    codes: part.map(({ code }) => code),
    title: names.join('と') + (part.length > NAMED ? 'ほか' : ''),
    hours: Math.min(most, Math.max(least, hoursOfAll(part))),
    months: Math.max(...part.map(({ months }) => months)),
  }
}

/** When each role may begin: in a team whenever somebody is found (null), in a relay after the months of those before. */
export function startsOf(kind: GroupKind, roles: readonly Pick<Role, 'months'>[], today: LegalDate) {
  return roles.map((_, at) => {
    const before = roles.slice(0, at).reduce((sum, { months }) => sum + months, 0)
    // The first one is looked for this month.
    return kind === 'team' || at === 0 ? null : dayOfMonth(today, before + 1, 1)
  })
}

/** The beginning that fits a relay once the last day of the role before is known. */
export function startAfter(last: LegalDate): LegalDate {
  return dayOfMonth(last, 1, 1)
}

const OTHERS = 'ほかの役が受けもちます：'

/**
 * The draft of one role. What was said of the main work stays with the role that has it; what the owner says is not asked
 * for is so for each.
 */
export function roleDraft(
  poster: Poster,
  confirmed: Confirmed,
  roles: readonly Role[],
  { at, startOn }: { at: number; startOn: string | null },
): Draft {
  const role = roles[at]!
  const [main] = worksOf(confirmed.codes)
  const isMain = main !== undefined && role.codes.includes(main.code)
  const said = isMain ? confirmed : { ...confirmed, outcomes: [], scope: null, exclusions: null }
  const draft = draftFrom(poster, { ...said, codes: role.codes })
  const others = roles.filter((other) => other !== role)
  return {
    ...draft,
    // A fee that was named was meant for all of it.
    ...{ hours: role.hours, months: role.months, startOn, fee: null },
    excluded: withOthers(isMain ? [] : (confirmed.ownExclusions ?? []), draft.excluded, others),
  }
}

function withOthers(everywhere: readonly string[], excluded: string | null, others: readonly Role[]): string {
  const lines = others.map(({ title }) => `・${title}`)
  const names = others.flatMap(({ codes }) => codes.map((code) => `・${jobCodes().leaf(code)?.name}`))
  const said = [...everywhere.map((line) => `・${line}`), ...(excluded ?? '').split('\n')]
  const own = [...new Set(said)].filter((line) => line !== '' && ![...lines, ...names].includes(line))
  return [...own, ...(own.length > 0 ? [''] : []), OTHERS, ...lines].join('\n')
}

/** 「3つの役のうちの1つめ」; `at` counts from 0. */
export function placeInWords(at: number, count: number): string {
  return `${count}つの役のうちの${at + 1}つめ`
}

export function groupPath(companyId: string, groupId: string): string {
  return `/companies/${companyId}/project-groups/${groupId}`
}
