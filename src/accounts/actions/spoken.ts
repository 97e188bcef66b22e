import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Act } from '../../lib/act.ts'
import type { Secrets } from '../../lib/secrets.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { addressWithoutMail, SPOKEN_MINUTES, spokenDigits } from '../rules/spoken.ts'
import { accounts, people, spokenCodes, spokenLetters } from '../schema.ts'

type Person = { readonly familyName: string; readonly givenName: string; readonly phone: string }

/** Somebody who has no mail address gets an account from the desk. Its id. */
export async function writeDownPerson(act: Act, person: Person): Promise<string> {
  const id = act.newId()
  await act.tx.insert(accounts).values({
    ...{ id, email: addressWithoutMail(id), name: `${person.familyName} ${person.givenName}` },
    ...{ createdAt: act.now, updatedAt: act.now },
  })
  await act.tx.insert(people).values({ accountId: id, ...person, updatedAt: act.now })
  return id
}

/** The digits of a code: only the row's id and the key are needed to say them again while it is good. */
export function spokenCodeOf(id: string, secrets: Secrets): string {
  return spokenDigits(secrets.hash(id, 'spoken-code'))
}

/** A new code for somebody without a mail address; those before it are over. */
export async function makeSpokenCode(act: Act, accountId: string, madeBy: string, secrets: Secrets): Promise<string> {
  const id = act.newId()
  await act.tx
    .update(spokenCodes)
    .set({ expiresAt: act.now })
    .where(and(eq(spokenCodes.accountId, accountId), isNull(spokenCodes.usedAt), gt(spokenCodes.expiresAt, act.now)))
  await act.tx.insert(spokenCodes).values({
    ...{ id, accountId, madeBy, createdAt: act.now },
    codeHash: hashOf(spokenCodeOf(id, secrets), secrets),
    expiresAt: new Date(act.now.getTime() + SPOKEN_MINUTES * 60_000),
  })
  return id
}

/** Uses a code up: whose it is, or null. Two devices at once: one gets in. */
export async function useSpokenCode(act: Act, code: string, secrets: Secrets): Promise<string | null> {
  const [used] = await act.tx
    .update(spokenCodes)
    .set({ usedAt: act.now })
    .where(
      and(
        eq(spokenCodes.codeHash, hashOf(code, secrets)),
        isNull(spokenCodes.usedAt),
        gt(spokenCodes.expiresAt, act.now),
      ),
    )
    .returning({ accountId: spokenCodes.accountId })
  return used?.accountId ?? null
}

/** From now on letters are told by telephone, or printed and posted to an address. */
export async function chooseLetters(act: Act, accountId: string, address: string | null): Promise<void> {
  await act.tx
    .update(people)
    .set({ paperSince: address === null ? null : act.now, ...(address && { address }), updatedAt: act.now })
    .where(eq(people.accountId, accountId))
}

/** The desk has told a letter by telephone, or posted it. */
export async function markTold(act: Act, letterId: string, how: 'toldAt' | 'postedAt'): Promise<void> {
  const told = await act.tx
    .update(spokenLetters)
    .set({ [how]: act.now, toldBy: act.actor })
    .where(and(eq(spokenLetters.id, letterId), isNull(spokenLetters.toldAt), isNull(spokenLetters.postedAt)))
    .returning({ id: spokenLetters.id })
  if (told.length === 0) throw new TooLate('ほかの人が、もう伝えたか、送りました。', { href: '/desk', label: '事務局' })
}

function hashOf(code: string, secrets: Secrets): string {
  return secrets.hash(code, 'spoken-code-typed')
}
