import { and, eq, isNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { COUNTED, saidRoughly } from '../rules/draft.ts'
import { cases } from '../schema.ts'

/**
 * For the program: cases of postings without a match that were drafted when their text still said how many days they were open and
 * how many applied. What was published is mended as well, and what is kept from before the desk mended it. Twice finds nothing more.
 */
export async function sayRoughly(act: Act): Promise<void> {
  const rows = await act.tx
    .select()
    .from(cases)
    .where(and(isNull(cases.contractId), or(isCounted(cases.result), isCounted(sql`${cases.earlier}->>'result'`))))
  for (const row of rows) {
    const result = saidRoughly(row.result, row.applicants)
    const before = row.earlier?.result
    const earlier = before === undefined ? row.earlier : { ...row.earlier, result: saidRoughly(before, row.applicants) }
    const said = await act.tx
      .update(cases)
      .set({ result, earlier, version: row.version + 1 })
      .where(and(eq(cases.id, row.id), eq(cases.version, row.version)))
      .returning({ id: cases.id })
    for (const { id } of said)
      await record(act, 'case.settled', { kind: 'case', id }, { contractId: null, projectId: row.projectId })
  }
}

function isCounted(text: SQLWrapper): SQL {
  return sql`${text} ~ ${COUNTED.source}`
}
