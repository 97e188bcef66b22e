import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { Assessment, Criterion } from '../schema.ts'

export const CRITERIA_MAX = 5
export const POINTS = [
  { value: '5', label: '5　とても良い' },
  { value: '4', label: '4　良い' },
  { value: '3', label: '3　ふつう' },
  { value: '2', label: '2　少し心配' },
  { value: '1', label: '1　合わない' },
] as const
export const WEIGHTS = [
  { value: '3', label: 'とても大事' },
  { value: '2', label: '大事' },
  { value: '1', label: 'できれば' },
] as const

/** What is looked at, as somebody wishes it. */
export type Wished = { readonly name: string; readonly weight: number }

/** A first draft: the work that is asked for, the answers, and that it can be done at all. */
export function draftCriteria(codes: readonly string[]): Wished[] {
  const works = codes.slice(0, 2).flatMap((code, at) => {
    const leaf = jobCodes().leaf(code)
    return leaf ? [{ name: `「${leaf.name}」の経験`, weight: at === 0 ? 3 : 2 }] : []
  })
  return [
    ...works,
    { name: '質問への答えが具体的か', weight: 2 },
    { name: 'うちの仕事を分かろうとしているか', weight: 2 },
    { name: '時間と通い方が合うか', weight: 1 },
  ]
}

/** The rows that hold now, in their order. */
export function inForce(rows: readonly Criterion[]): Criterion[] {
  return rows.filter(({ endedAt }) => endedAt === null).toSorted((a, b) => a.position - b.position)
}

/** The changes that came after the first points, by the moment in which they were made. */
export function changedAfter(rows: readonly Criterion[], given: readonly Pick<Assessment, 'givenAt'>[]): Date[] {
  const first = Math.min(...given.map(({ givenAt }) => givenAt.getTime()))
  const moments = rows.flatMap(({ declaredAt, endedAt }) => [declaredAt, ...(endedAt ? [endedAt] : [])])
  return [...new Set(moments.map((moment) => moment.getTime()))]
    .filter((moment) => moment > first)
    .sort((a, b) => a - b)
    .map((moment) => new Date(moment))
}

/** The weighted mean of what one person gave, from 1 to 5; null where nothing that still counts was given. */
export function weighted(points: Readonly<Record<string, number>>, criteria: readonly Criterion[]): number | null {
  const given = criteria.filter(({ key }) => points[key] !== undefined)
  const weight = given.reduce((sum, one) => sum + one.weight, 0)
  return weight === 0 ? null : given.reduce((sum, one) => sum + one.weight * points[one.key]!, 0) / weight
}

export type Sum = {
  /** Of everybody's weighted means; null without any. */
  readonly mean: number | null
  /** Between the highest and the lowest of them. */
  readonly spread: number
  readonly count: number
  /** The mean of each criterion, in their order. */
  readonly each: readonly (number | null)[]
}

/** What several gave to one applicant, together. */
export function together(given: readonly Pick<Assessment, 'points'>[], criteria: readonly Criterion[]): Sum {
  const sums = given.flatMap(({ points }) => weighted(points, criteria) ?? [])
  return {
    mean: meanOf(sums),
    spread: sums.length > 0 ? Math.max(...sums) - Math.min(...sums) : 0,
    count: sums.length,
    each: criteria.map(({ key }) => meanOf(given.flatMap(({ points }) => points[key] ?? []))),
  }
}

/** From here on people see somebody so differently that they should talk. */
export const APART = 1.5

/** 3.8 */
export function pointsInWords(points: number | null): string {
  return points === null ? 'まだ' : points.toFixed(1)
}

function meanOf(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0) / numbers.length
}
