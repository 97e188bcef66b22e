import { and, eq, gt, isNotNull, isNull, notExists, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { undoneSince } from '../../lib/undo.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { projects } from '../../projects/schema.ts'
import { companies } from '../schema.ts'

/** The desk made sure that a company exists and that it is the one that writes. `version` is what the desk compared. */
export async function verifyCompany(act: Act, id: string, version: number): Promise<void> {
  const verified = await act.tx
    .update(companies)
    .set({ verifiedAt: act.now, updatedAt: act.now, version: sql`${companies.version} + 1` })
    .where(and(eq(companies.id, id), eq(companies.version, version), isNull(companies.verifiedAt)))
    .returning({ id: companies.id })
  if (verified.length === 0) {
    throw new TooLate('会社の内容が変わったか、ほかの人がもう確かめました。いまの内容を見てください。')
  }
  await record(act, 'company.verified', { kind: 'company', id })
}

/** 取り消し of a verification: within half an hour, and only while nothing of the company has been published. */
export async function unverifyCompany(act: Act, id: string): Promise<void> {
  const { tx, now } = act
  // A publication that is under way holds the company: after it the question below has to be asked anew.
  await tx.select({ id: companies.id }).from(companies).where(eq(companies.id, id)).for('update')
  const since = undoneSince(now)
  const undone = await tx
    .update(companies)
    .set({ verifiedAt: null, updatedAt: now, version: sql`${companies.version} + 1` })
    .where(and(eq(companies.id, id), gt(companies.verifiedAt, since), nothingPublished(act, id)))
    .returning({ id: companies.id })
  if (undone.length === 0) throw new TooLate('もう取り消せません。30分を過ぎたか、案件を公開しています。')
  await record(act, 'company.unverified', { kind: 'company', id })
}

function nothingPublished({ tx }: Act, companyId: string) {
  const published = tx
    .select({ one: sql`1` })
    .from(projects)
    .where(and(eq(projects.companyId, companyId), isNotNull(projects.publishedAt)))
  return notExists(published)
}
