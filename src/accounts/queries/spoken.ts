import { and, asc, desc, eq, gt, isNull, like } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import { addressWithoutMail } from '../rules/spoken.ts'
import { accounts, people, spokenCodes, spokenLetters } from '../schema.ts'

/** For the desk: everybody who has no mail address, the newest first. */
export async function peopleWithoutMail(tx: Tx) {
  return tx
    .select({ id: accounts.id, familyName: people.familyName, givenName: people.givenName, phone: people.phone })
    .from(accounts)
    .innerJoin(people, eq(people.accountId, accounts.id))
    .where(and(like(accounts.email, addressWithoutMail('%')), isNull(accounts.closedAt)))
    .orderBy(desc(accounts.createdAt))
}

export async function personWithoutMail(tx: Tx, id: string) {
  const [person] = await tx
    .select({ id: accounts.id, familyName: people.familyName, givenName: people.givenName, phone: people.phone })
    .from(accounts)
    .innerJoin(people, eq(people.accountId, accounts.id))
    .where(and(eq(accounts.id, id), eq(accounts.email, addressWithoutMail(id)), isNull(accounts.closedAt)))
  return person
}

/** The code that this operator made for somebody and that is still good. */
export async function liveSpokenCode(tx: Tx, accountId: string, madeBy: string, now: Date) {
  const [code] = await tx
    .select({ id: spokenCodes.id, expiresAt: spokenCodes.expiresAt })
    .from(spokenCodes)
    .where(
      and(
        eq(spokenCodes.accountId, accountId),
        eq(spokenCodes.madeBy, madeBy),
        isNull(spokenCodes.usedAt),
        gt(spokenCodes.expiresAt, now),
      ),
    )
  return code
}

/** For the desk: what has to be told by telephone, the oldest first. */
export async function lettersToTell(tx: Tx) {
  return tx
    .select({
      id: spokenLetters.id,
      subject: spokenLetters.subject,
      lines: spokenLetters.lines,
      createdAt: spokenLetters.createdAt,
      familyName: people.familyName,
      givenName: people.givenName,
      phone: people.phone,
    })
    .from(spokenLetters)
    .innerJoin(people, eq(people.accountId, spokenLetters.accountId))
    .where(isNull(spokenLetters.toldAt))
    .orderBy(asc(spokenLetters.createdAt))
}
