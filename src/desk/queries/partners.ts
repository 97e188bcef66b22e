import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import { invitations, memberships } from '../../accounts/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { partnerHosts, partners } from '../../partners/schema.ts'

/** Every partner with how many people it has, and whether somebody is invited. For the desk. */
export async function partnersForDesk(tx: Tx, now: Date) {
  const members = tx
    .select({ n: sql`count(*)::integer` })
    .from(memberships)
    .where(and(eq(memberships.organisationId, partners.id), isNull(memberships.until)))
  const invited = tx
    .select({ n: sql`count(*)::integer` })
    .from(invitations)
    .where(
      and(
        eq(invitations.organisationId, partners.id),
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
        gt(invitations.expiresAt, now),
      ),
    )
  const { id, name, kind, prefecture, area } = partners
  return tx
    .select({
      id,
      name,
      kind,
      prefecture,
      area,
      host: partnerHosts.host,
      members: sql<number>`(${members})`,
      invited: sql<number>`(${invited})`,
    })
    .from(partners)
    .leftJoin(partnerHosts, eq(partnerHosts.partnerId, partners.id))
    .orderBy(asc(partners.prefecture), asc(partners.name))
}
