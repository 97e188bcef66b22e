import { and, asc, desc, eq, gt, isNull, like, type SQL } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import { addressWithoutMail } from '../rules/spoken.ts'
import { accounts, people, spokenCodes, spokenLetters } from '../schema.ts'

const PERSON = {
  ...{ familyName: people.familyName, givenName: people.givenName, phone: people.phone },
  paperSince: people.paperSince,
}

/** For the desk: everybody who has no mail address, the newest first. */
export async function peopleWithoutMail(tx: Tx) {
  return tx
    .select({ ...PERSON, id: accounts.id })
    .from(accounts)
    .innerJoin(people, eq(people.accountId, accounts.id))
    .where(and(like(accounts.email, addressWithoutMail('%')), isNull(accounts.closedAt)))
    .orderBy(desc(accounts.createdAt))
}

export async function personWithoutMail(tx: Tx, id: string) {
  const [person] = await tx
    .select({ ...PERSON, id: accounts.id, address: people.address })
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

/** For the desk: what has to be told by telephone, or sent on paper, the oldest first. */
export async function lettersToTell(tx: Tx) {
  return waitingLetters(tx)
}

/** One that waits, to be printed. */
export async function letterToTell(tx: Tx, id: string) {
  const [letter] = await waitingLetters(tx, eq(spokenLetters.id, id))
  return letter
}

async function waitingLetters(tx: Tx, which?: SQL) {
  return tx
    .select({
      ...{ ...PERSON, address: people.address },
      ...{ id: spokenLetters.id, key: spokenLetters.key, createdAt: spokenLetters.createdAt },
      ...{ accountId: spokenLetters.accountId, subject: spokenLetters.subject, lines: spokenLetters.lines },
    })
    .from(spokenLetters)
    .innerJoin(people, eq(people.accountId, spokenLetters.accountId))
    .where(and(isNull(spokenLetters.toldAt), isNull(spokenLetters.postedAt), which))
    .orderBy(asc(spokenLetters.createdAt))
}
