import { and, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { Tx } from '../../lib/db.ts'
import { FEWEST_TOLD } from '../../lib/few.ts'
import { projectCodes, projects } from '../schema.ts'

const YEARS = 3
const YEAR_MS = 365 * 86_400_000

/**
 * Monthly fees of paid postings of the last years whose main job code is one of these, for about as many hours; none where they are
 * of so few companies that they would tell of one.
 */
export async function feesOf(tx: Tx, codes: readonly string[], hours: number, now: Date): Promise<number[]> {
  // What a posting asked for before a number was given up is work of the same kind.
  const tree = jobCodes()
  const asked = codes.flatMap((code) => tree.current(code)).flatMap((code) => tree.recorded(code))
  if (asked.length === 0) return []
  const rows = await tx
    .select({ fee: projects.fee, companyId: projects.companyId })
    .from(projects)
    .innerJoin(projectCodes, and(eq(projectCodes.projectId, projects.id), eq(projectCodes.position, 0)))
    .where(
      and(
        inArray(projectCodes.code, asked),
        isNotNull(projects.publishedAt),
        gt(projects.publishedAt, new Date(now.getTime() - YEARS * YEAR_MS)),
        eq(projects.contractKind, 'direct'),
        gt(projects.fee, 0),
        sql`${projects.hours} between ${hours} * 2 / 3 and ${hours} * 3 / 2`,
      ),
    )
  if (new Set(rows.map(({ companyId }) => companyId)).size < FEWEST_TOLD) return []
  return rows.flatMap(({ fee }) => fee ?? [])
}
