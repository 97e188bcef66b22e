import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { consents } from '../../accounts/schema.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { Tx } from '../../lib/db.ts'
import { neighboursOf } from '../../lib/regions.ts'
import type { Project } from '../../projects/schema.ts'
import { RUNNERS_UP } from '../rules/runner-up.ts'
import type { Application } from '../schema.ts'

/** Until when the person lets companies nearby see the card; undefined when not. For the person alone. */
export async function sharingOf(tx: Tx, application: Application, now: Date): Promise<Date | undefined> {
  const [consent] = await tx
    .select({ until: consents.until })
    .from(consents)
    .where(and(sharing(application), gt(consents.until, now)))
  return consent?.until ?? undefined
}

/** The consent that was given as runner-up of this application and not taken back. */
export function sharing({ id, accountId }: Application) {
  const { subjectId, purpose, revokedAt } = consents
  return and(eq(consents.accountId, accountId), eq(subjectId, id), eq(purpose, 'runner-up'), isNull(revokedAt))
}

/** Where runners-up of a project may have been marked, and every number of the work that they have to know. */
export function lookedFor(prefecture: number, codes: readonly string[]) {
  const tree = jobCodes()
  return {
    near: [prefecture, ...neighboursOf(prefecture)],
    wanted: codes.flatMap((code) => tree.current(code)).flatMap((code) => tree.recorded(code)),
  }
}

/**
 * People whom companies of the same and of neighbouring prefectures marked as runner-up, who agreed to be seen, and who know
 * work that this project asks for. Nobody may read others' consents: the database answers for the company that asks, and
 * leaves out whoever hides from it, works for it, or applied to it.
 */
export async function runnersUpFor(
  tx: Tx,
  project: Pick<Project, 'id' | 'prefecture'>,
  codes: readonly string[],
  now: Date,
): Promise<string[]> {
  if (project.prefecture === null || codes.length === 0) return []
  const { near, wanted } = lookedFor(project.prefecture, codes)
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from app_runners_up(${project.id}::uuid, ${sql.param(near)}::integer[], ${sql.param(wanted)}::text[],
      ${now.toISOString()}::timestamptz, ${RUNNERS_UP}::integer) as id`)
  return rows.map(({ id }) => id)
}
