import { and, eq, exists, gt, isNotNull, isNull, ne, notExists, or, type SQL, sql } from 'drizzle-orm'
import { accounts, memberships } from '../../accounts/schema.ts'
import { applications, talks } from '../../applications/schema.ts'
import { contracts } from '../../contracts/schema.ts'
import { events, registrations } from '../../events/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { BINDINGS, type Binding } from '../rules/leaving.ts'

/** What still goes on with somebody. */
export async function bindingsOf(tx: Tx, accountId: string, now: Date): Promise<readonly Binding[]> {
  const one = { one: sql`1` }
  const ended = tx
    .select(one)
    .from(contracts)
    .where(
      and(
        eq(contracts.applicationId, applications.id),
        or(isNotNull(contracts.endedAt), isNotNull(contracts.endedEarlyAt)),
      ),
    )
  const mine = { applications: eq(applications.accountId, accountId), talks: eq(talks.accountId, accountId) }
  const { withdrawnAt, acceptedAt, declinedAt, lapsedAt } = applications
  const over = [withdrawnAt, acceptedAt, declinedAt, lapsedAt].map((at) => isNull(at))
  const asked: Record<Binding, SQL> = {
    staff: exists(
      tx
        .select(one)
        .from(accounts)
        .where(and(eq(accounts.id, accountId), ne(accounts.power, 'person'))),
    ),
    membership: exists(
      tx
        .select(one)
        .from(memberships)
        .where(and(eq(memberships.accountId, accountId), isNull(memberships.until))),
    ),
    contract: exists(
      tx
        .select(one)
        .from(applications)
        .where(
          and(
            mine.applications,
            isNotNull(applications.acceptedAt),
            isNull(applications.withdrawnAt),
            notExists(ended),
          ),
        ),
    ),
    application: exists(
      tx
        .select(one)
        .from(applications)
        .where(and(mine.applications, isNotNull(applications.sentAt), ...over)),
    ),
    talk: exists(
      tx
        .select(one)
        .from(talks)
        .where(
          and(
            mine.talks,
            isNull(talks.declinedAt),
            isNull(talks.cancelledAt),
            or(gt(talks.chosen, now), and(isNull(talks.chosen), gt(talks.answerBy, now))),
          ),
        ),
    ),
    event: exists(
      tx
        .select(one)
        .from(registrations)
        .innerJoin(events, eq(events.id, registrations.eventId))
        .where(
          and(
            eq(registrations.accountId, accountId),
            ...[registrations.cancelledAt, registrations.lapsedAt, registrations.refusedAt].map((at) => isNull(at)),
            isNull(events.calledOffAt),
            gt(events.endsAt, now),
          ),
        ),
    ),
  }
  const { rows } = await tx.execute<Record<Binding, boolean>>(
    sql`select ${sql.join(
      BINDINGS.map((name) => sql`${asked[name]} as ${sql.identifier(name)}`),
      sql`, `,
    )}`,
  )
  return BINDINGS.filter((name) => rows[0]?.[name])
}
