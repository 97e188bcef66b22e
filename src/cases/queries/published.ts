import {
  and,
  arrayOverlaps,
  asc,
  count,
  desc,
  eq,
  ilike,
  inArray,
  isNotNull,
  isNull,
  ne,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { companies } from '../../companies/schema.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { Tx } from '../../lib/db.ts'
import { OUTCOMES } from '../../works/rules/reviews.ts'
import { type CaseFilter, industriesOf, outcomesOf } from '../rules/filter.ts'
import { type Asked, nearest } from '../rules/likeness.ts'
import { type PublishedCase, shownCase } from '../rules/published.ts'
import { cases } from '../schema.ts'

/** Names are shown only when everybody who has a side in it chose to be named. */
const NAMED = sql`${cases.companyOpenness} = 'named' and (${cases.accountId} is null or ${cases.talentOpenness} = 'named')`

/** What is made into what everybody may read. */
const READ = {
  ...{ id: cases.id, number: cases.number, title: cases.title, problem: cases.problem, done: cases.done },
  ...{ result: cases.result, learned: cases.learned, surprised: cases.surprised, told: cases.told },
  ...{ outcome: cases.outcome, causes: cases.causes, codes: cases.codes, industry: cases.industry },
  ...{ prefecture: cases.prefecture, size: cases.size, talentPrefecture: cases.talentPrefecture },
  ...{ shownCodes: cases.shownCodes, shownIndustry: cases.shownIndustry, shownPrefecture: cases.shownPrefecture },
  ...{ shownRegion: cases.shownRegion, shownSize: cases.shownSize },
  ...{ hours: cases.hours, months: cases.months, fee: cases.fee, applicants: cases.applicants, days: cases.days },
  publishedAt: cases.publishedAt,
  isNamed: sql<boolean>`coalesce(${NAMED}, false)`,
  companyName: companies.name,
  talentName: cases.talentName,
}

const isPublished = and(isNotNull(cases.publishedAt), isNull(cases.withdrawnAt))

/** Public, and both are named in it. */
export function publishedByName(): SQL {
  return and(isPublished, NAMED)!
}

/** The published cases that answer a filter, the newest first, with how many there are. */
export async function publishedCases(tx: Tx, filter: CaseFilter, page: { size: number; number: number }) {
  const where = and(isPublished, ...conditionsOf(filter))
  const [total] = await tx.select({ count: count() }).from(cases).where(where)
  const rows = await casesWhere(tx, where, NEWEST, page.size, (page.number - 1) * page.size)
  return { total: total?.count ?? 0, rows }
}

/** The newest that tell of work somebody did. */
export async function newestCases(tx: Tx, limit: number): Promise<PublishedCase[]> {
  return casesWhere(tx, and(isPublished, inArray(cases.outcome, [...OUTCOMES])), NEWEST, limit)
}

export async function publishedCase(tx: Tx, id: string): Promise<PublishedCase | null> {
  const [row] = await casesWhere(tx, and(isPublished, eq(cases.id, id)))
  return row ?? null
}

/** Every published case in the order in which they came. */
export async function publishedCaseIds(tx: Tx) {
  return tx
    .select({ id: cases.id, changed: cases.publishedAt })
    .from(cases)
    .where(isPublished)
    .orderBy(asc(cases.publishedAt), asc(cases.id))
}

/** The cases that stand under this company's name, the newest first. */
export async function publishedCasesOf(tx: Tx, companyId: string): Promise<PublishedCase[]> {
  return casesWhere(tx, and(isPublished, eq(cases.companyId, companyId), NAMED), NEWEST)
}

/** Published cases in this order; one that is not published is missing. */
export async function publishedCasesIn(tx: Tx, ids: readonly string[]): Promise<PublishedCase[]> {
  if (ids.length === 0) return []
  const rows = await casesWhere(tx, and(isPublished, inArray(cases.id, [...ids])))
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
}

/** Which of these cases are published, by number: for whoever cites them. */
export async function publishedByNumber(tx: Tx, numbers: readonly number[]) {
  if (numbers.length === 0) return new Map<number, { id: string; title: string }>()
  const rows = await tx
    .select({ id: cases.id, number: cases.number, title: cases.title })
    .from(cases)
    .where(and(isPublished, inArray(cases.number, [...numbers])))
  return new Map(rows.map(({ number, ...row }) => [number, row]))
}

/**
 * The published cases nearest to a piece of work: the more of its job codes the better, then the industry, then the
 * prefecture, then the newest. Only cases that share a job code or the industry.
 */
export async function similarCases(
  tx: Tx,
  codes: readonly string[],
  industry: string | null,
  prefecture: number | null,
  limit: number,
  exceptId?: string,
): Promise<PublishedCase[]> {
  const asked = sql`${sql.param(recorded(codes))}::text[]`
  const shared = sql`cardinality(array(select unnest(${cases.shownCodes}) intersect select unnest(${asked})))`
  const nearness = sql`${shared} * 4 + coalesce(${cases.shownIndustry} = ${industry ?? ''}, false)::int * 2 + coalesce(${cases.shownPrefecture} = ${prefecture ?? 0}, false)::int`
  return casesWhere(
    tx,
    and(
      isPublished,
      exceptId ? ne(cases.id, exceptId) : undefined,
      or(sql`${cases.shownCodes} && ${asked}`, eq(cases.shownIndustry, industry ?? '')),
    ),
    [desc(nearness), ...NEWEST],
    limit,
  )
}

/** Cases to look through for comparable ones: a few hundred of the newest are plenty. */
const LOOKED_AT = 300

/** 「似た会社はこうした」: published cases of the same or near work, with why each is alike. */
export async function comparableCases(tx: Tx, asked: Asked, most: number) {
  const tree = jobCodes()
  const today = asked.codes.flatMap((code) => [...tree.current(code)])
  const middles = today.map((code) => tree.ancestors(code)[1] ?? code)
  const near = [...recorded(middles), ...middles]
  if (near.length === 0) return []
  const rows = await casesWhere(tx, and(isPublished, arrayOverlaps(cases.shownCodes, near)), NEWEST, LOOKED_AT)
  return nearest(asked, rows, most)
}

const NEWEST = [desc(cases.publishedAt), desc(cases.number)]

async function casesWhere(
  tx: Tx,
  where: SQL | undefined,
  order: readonly SQL[] = [],
  limit = 100_000,
  offset = 0,
): Promise<PublishedCase[]> {
  const rows = await tx
    .select(READ)
    .from(cases)
    .innerJoin(companies, eq(companies.id, cases.companyId))
    .where(where)
    .orderBy(...order)
    .limit(limit)
    .offset(offset)
  return rows.map(shownCase)
}

function conditionsOf({ words, code, industry, region, prefecture, size, outcome, cause }: CaseFilter) {
  const codes = code ? [...recorded([code]), code] : []
  return [
    codes.length > 0 ? arrayOverlaps(cases.shownCodes, codes) : undefined,
    industry ? inArray(cases.shownIndustry, industriesOf(industry)) : undefined,
    region ? eq(cases.shownRegion, region) : undefined,
    prefecture === null ? undefined : eq(cases.shownPrefecture, prefecture),
    size ? eq(cases.shownSize, size) : undefined,
    outcome === null ? undefined : inArray(cases.outcome, outcomesOf(outcome)),
    cause ? sql`${cause} = any(${cases.causes})` : undefined,
    ...words.split(/\s+/).filter(Boolean).map(holding),
  ]
}

/** A case keeps the numbers that were in use when it was written. */
function recorded(codes: readonly string[]): string[] {
  return codes.flatMap((code) => [...jobCodes().recorded(code)])
}

/** Every word has to stand somewhere in the text. */
function holding(word: string): SQL | undefined {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
  return or(
    ...[cases.title, cases.problem, cases.done, cases.result, cases.learned, cases.surprised].map((text) =>
      ilike(text, pattern),
    ),
  )
}
