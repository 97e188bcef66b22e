import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { Tx } from '../../lib/db.ts'
import { codesCalled, type Filters, wordsOf } from '../rules/filters.ts'
import { projectCodes, projects } from '../schema.ts'
import { openAt } from './states.ts'

/** Cards on a page. */
export const PAGE = 20

const SHOWN = {
  id: projects.id,
  number: projects.number,
  title: projects.title,
  industry: projects.industry,
  hours: projects.hours,
  fee: projects.fee,
  style: projects.style,
  prefecture: projects.prefecture,
  contractKind: projects.contractKind,
  posterName: projects.posterName,
  publishedAt: projects.publishedAt,
  closesOn: projects.closesOn,
  /** How many there are in all, on every row: the words are looked for once. */
  count: sql<number>`(count(*) over ())::integer`,
}

export type ListedProject = Awaited<ReturnType<typeof openProjects>>[number]

/** One page of the projects to which people may apply now, the newest first. */
export async function openProjects(tx: Tx, filters: Filters, now: Date) {
  return tx
    .select(SHOWN)
    .from(projects)
    .where(matching(tx, filters, now))
    .orderBy(desc(projects.publishedAt), asc(projects.id))
    .limit(PAGE)
    .offset((filters.page - 1) * PAGE)
}

/** The same projects whole, for a list that is read elsewhere. */
export async function openInFull(tx: Tx, filters: Filters, now: Date, limit: number) {
  return tx
    .select()
    .from(projects)
    .where(matching(tx, filters, now))
    .orderBy(desc(projects.publishedAt), asc(projects.id))
    .limit(limit)
}

/** Every posting that everybody may read, closed ones too, in the order in which they came. */
export async function readableProjectIds(tx: Tx) {
  return tx
    .select({ id: projects.id, changed: projects.updatedAt })
    .from(projects)
    .where(and(isNotNull(projects.publishedAt), isNull(projects.withdrawnAt)))
    .orderBy(asc(projects.publishedAt), asc(projects.id))
}

/** How many there are in all when a page is beyond the last one. */
export async function openCount(tx: Tx, filters: Filters, now: Date): Promise<number> {
  const [first] = await openProjects(tx, { ...filters, page: 1 }, now)
  return first?.count ?? 0
}

/** How many are open in each prefecture. */
export async function openByPrefecture(tx: Tx, now: Date): Promise<Map<number, number>> {
  const rows = await tx
    .select({ prefecture: projects.prefecture, n: count() })
    .from(projects)
    .where(openAt(now))
    .groupBy(projects.prefecture)
  return new Map(rows.flatMap(({ prefecture, n }) => (prefecture === null ? [] : [[prefecture, n] as const])))
}

function matching(tx: Tx, { prefecture, code, remote, hourly, ...rest }: Filters, now: Date): SQL {
  const words = wordsOf({ prefecture, code, remote, hourly, ...rest })
  return and(
    openAt(now),
    prefecture === null ? undefined : eq(projects.prefecture, prefecture),
    remote ? inArray(projects.style, ['remote', 'either']) : undefined,
    // fee ≥ hourly × hours, so that nothing is divided by nothing
    hourly === null ? undefined : gte(projects.fee, sql`${hourly} * ${projects.hours}`),
    code === null ? undefined : asksFor(tx, jobCodes().recorded(code)),
    words.length === 0 ? undefined : or(says(words), asksFor(tx, codesCalled(words))),
  )!
}

/** Asked as a list of its own, so that the database looks it up once and not for every project. */
function asksFor(tx: Tx, codes: readonly string[]): SQL | undefined {
  if (codes.length === 0) return undefined
  const asking = tx
    .select({ id: projectCodes.projectId })
    .from(projectCodes)
    .where(inArray(projectCodes.code, [...codes]))
  return inArray(projects.id, asking)
}

/** Every word stands somewhere in the posting, in half or full width, small or capital letters. */
function says(words: readonly string[]): SQL {
  const { title, background, work, goal, place, posterName } = projects
  const all = sql`lower(normalize(concat_ws(' ', ${title}, ${background}, ${work}, ${goal}, ${place}, ${posterName}), NFKC))`
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  return sql`${all} like all (${sql.param(patterns)})`
}
