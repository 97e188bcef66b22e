import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { people } from '../../accounts/schema.ts'
import { companies, companyContacts } from '../../companies/schema.ts'
import type { Tx } from '../../lib/db.ts'
import type { Party } from '../rules/side.ts'
import { callStateOf } from '../rules/signing.ts'
import { contracts, signingCalls } from '../schema.ts'

/** Who is to be called; null for somebody who never wrote a name. */
const NAME = { name: sql<string | null>`${people.familyName} || ' ' || ${people.givenName}` }

/** The number at which the desk calls this side, and since when it is so: a company's own, or the person's. */
export async function registeredPhone(tx: Tx, party: Party) {
  const [row] =
    party.side === 'company'
      ? await tx
          .select({ phone: companyContacts.phone, updatedAt: companyContacts.updatedAt })
          .from(companyContacts)
          .where(eq(companyContacts.companyId, party.companyId))
      : await tx
          .select({ phone: people.phone, updatedAt: people.updatedAt })
          .from(people)
          .where(eq(people.accountId, party.accountId))
  return row?.phone ? { phone: row.phone, updatedAt: row.updatedAt } : null
}

/** The call that somebody asked for about a contract, while it can still lead to an agreement. */
export async function liveSigningCall(tx: Tx, contractId: string, accountId: string, now: Date) {
  const [call] = await tx
    .select()
    .from(signingCalls)
    .where(and(eq(signingCalls.contractId, contractId), eq(signingCalls.accountId, accountId)))
    .orderBy(desc(signingCalls.askedAt))
    .limit(1)
  return call && callStateOf(call, now) !== 'over' ? call : null
}

/** For the desk: whom to call before they can agree, the oldest first. */
export async function waitingSigningCalls(tx: Tx) {
  return tx
    .select({
      id: signingCalls.id,
      side: signingCalls.side,
      askedAt: signingCalls.askedAt,
      number: contracts.number,
      company: companies.name,
      ...NAME,
    })
    .from(signingCalls)
    .innerJoin(contracts, eq(contracts.id, signingCalls.contractId))
    .innerJoin(companies, eq(companies.id, signingCalls.companyId))
    .leftJoin(people, eq(people.accountId, signingCalls.accountId))
    .where(and(isNull(signingCalls.openedAt), isNull(signingCalls.usedAt), isNull(contracts.endedEarlyAt)))
    .orderBy(asc(signingCalls.askedAt))
}

/** For the desk: one call, with the number to ring. */
export async function signingCallOfDesk(tx: Tx, id: string) {
  const [row] = await tx
    .select({ call: signingCalls, number: contracts.number, company: companies.name, ...NAME })
    .from(signingCalls)
    .innerJoin(contracts, eq(contracts.id, signingCalls.contractId))
    .innerJoin(companies, eq(companies.id, signingCalls.companyId))
    .leftJoin(people, eq(people.accountId, signingCalls.accountId))
    .where(eq(signingCalls.id, id))
  if (!row) return null
  const { side, companyId, accountId } = row.call
  const registered = await registeredPhone(tx, side === 'company' ? { side, companyId } : { side: 'talent', accountId })
  return { ...row, registered }
}
