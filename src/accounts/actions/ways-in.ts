import { and, eq, lt } from 'drizzle-orm'
import type { Act } from '../../lib/act.ts'
import type { Vouched } from '../../lib/openid.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { identitiesOf, passkeysOf } from '../queries.ts'
import { hasMail } from '../rules/spoken.ts'
import { INTRODUCTION_MINUTES, isLastWay } from '../rules/ways-in.ts'
import { accounts, identities, introductions, passkeys } from '../schema.ts'

/** Remembers whom another service vouched for in this browser, until they prove a mailbox. */
export async function introduce(act: Act, { issuer, subject, email }: Vouched, browserHash: string): Promise<string> {
  await act.tx.delete(introductions).where(lt(introductions.expiresAt, act.now))
  const id = act.newId()
  const expiresAt = new Date(act.now.getTime() + INTRODUCTION_MINUTES * 60_000)
  await act.tx.insert(introductions).values({ id, browserHash, issuer, subject, email, expiresAt })
  return id
}

/** Uses an introduction up: whom the other service vouched for. */
export async function takeIntroduction(act: Act, id: string) {
  const [taken] = await act.tx.delete(introductions).where(eq(introductions.id, id)).returning()
  return taken
}

/** From now on somebody comes in by the other service, too; false when that is already somebody's way. */
export async function keepIdentity(
  act: Act,
  accountId: string,
  { issuer, subject }: Pick<Vouched, 'issuer' | 'subject'>,
): Promise<boolean> {
  const kept = await act.tx
    .insert(identities)
    .values({
      ...{ id: act.newId(), userId: accountId, providerId: issuer, accountId: subject },
      ...{ createdAt: act.now, updatedAt: act.now },
    })
    .onConflictDoNothing()
    .returning({ id: identities.id })
  return kept.length === 1
}

/** Takes a passkey or another service away from somebody's ways in, as long as one is left. */
export async function removeWay(act: Act, accountId: string, kind: 'passkey' | 'identity', id: string): Promise<void> {
  // Two removals at once come one after the other, so that they do not both find the other's way.
  const [account] = await act.tx.select().from(accounts).where(eq(accounts.id, accountId)).for('update')
  const others = (await passkeysOf(act.tx, accountId)).length + (await identitiesOf(act.tx, accountId)).length
  if (account && isLastWay({ hasMail: hasMail(account.email), others }))
    throw new TooLate('これを外すと、めぐりに入れなくなります。先に、ほかの入り方を足してください。', {
      ...{ href: '/me/passkeys', label: '入り方にもどる' },
    })
  if (kind === 'passkey') await act.tx.delete(passkeys).where(and(eq(passkeys.id, id), eq(passkeys.userId, accountId)))
  else await act.tx.delete(identities).where(and(eq(identities.id, id), eq(identities.userId, accountId)))
}
