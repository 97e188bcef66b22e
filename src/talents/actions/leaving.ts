import { and, eq, isNull, sql } from 'drizzle-orm'
import { addressWithoutMail } from '../../accounts/rules/spoken.ts'
import {
  accounts,
  consents,
  identities,
  invitations,
  passkeys,
  people,
  sessions,
  signInCodes,
  spokenCodes,
  spokenLetters,
} from '../../accounts/schema.ts'
import { applications, interests } from '../../applications/schema.ts'
import { worries } from '../../challenges/schema.ts'
import { contracts } from '../../contracts/schema.ts'
import { consultations } from '../../desk/schema.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { lineLinks, noticeSettings, notices } from '../../notices/schema.ts'
import { watches } from '../../watches/schema.ts'
import { bindingsOf } from '../queries/leaving.ts'
import { codeSuggestions, employers, mainJobChecks, talentCodes, talents, ties } from '../schema.ts'

const GOES_ON = 'まだ続いていることがあるため、やめられません。'

/**
 * Takes away what only its person had of it, and every way in. What others were party to stays theirs: what was sent to a company, and
 * contracts, which name both. So do the keyed hashes of whom somebody hid from: what was hidden does not come to light by leaving.
 */
export async function leave(act: Act, accountId: string): Promise<void> {
  const { tx } = act
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, accountId)).for('update')
  if (!account || (await bindingsOf(tx, accountId, act.now)).length > 0)
    throw new TooLate(GOES_ON, { href: '/me/person', label: '続いていることを見る' })
  await emptyProfile(act, accountId)
  await forgetName(act, accountId)
  for (const table of [notices, noticeSettings, lineLinks, watches, interests, mainJobChecks, consultations])
    await tx.delete(table).where(eq(table.accountId, accountId))
  await tx.delete(worries).where(and(eq(worries.accountId, accountId), isNull(worries.companyId)))
  await tx.delete(applications).where(and(eq(applications.accountId, accountId), isNull(applications.sentAt)))
  await tx
    .update(consents)
    .set({ revokedAt: act.now })
    .where(and(eq(consents.accountId, accountId), isNull(consents.revokedAt)))
  await closeWays(act, account)
  await record(act, 'account.closed', { kind: 'account', id: accountId })
}

async function emptyProfile(act: Act, accountId: string): Promise<void> {
  const { tx, now } = act
  const [talent] = await tx
    .update(talents)
    .set({
      ...{ headline: '', about: '', prefecture: null, municipality: null, hours: null, times: [], fee: null },
      ...{ style: null, motives: [], industries: [], activeOn: null, availability: 'look' },
      ...{ hiddenAt: now, noScoutsAt: now, updatedAt: now, version: sql`${talents.version} + 1` },
    })
    .where(eq(talents.accountId, accountId))
    .returning({ id: talents.id })
  if (!talent) return
  for (const table of [talentCodes, codeSuggestions, ties, employers])
    await tx.delete(table).where(eq(table.talentId, talent.id))
  await record(act, 'talent.hidden', { kind: 'talent', id: talent.id })
}

/** The name stays where a sealed contract has it too; how to reach somebody goes in any case. */
async function forgetName({ tx, now }: Act, accountId: string): Promise<void> {
  const [sealed] = await tx
    .select({ id: contracts.id })
    .from(contracts)
    .where(eq(contracts.accountId, accountId))
    .limit(1)
  const own = eq(people.accountId, accountId)
  if (sealed) await tx.update(people).set({ phone: null, address: null, paperSince: null, updatedAt: now }).where(own)
  else await tx.delete(people).where(own)
}

async function closeWays({ tx, now }: Act, { id, email }: { id: string; email: string }): Promise<void> {
  for (const table of [sessions, passkeys, identities]) await tx.delete(table).where(eq(table.userId, id))
  for (const table of [spokenCodes, spokenLetters]) await tx.delete(table).where(eq(table.accountId, id))
  for (const table of [signInCodes, invitations]) await tx.delete(table).where(eq(table.email, email))
  const nobody = { email: addressWithoutMail(id), emailVerified: false, name: '', image: null }
  await tx
    .update(accounts)
    .set({ ...nobody, closedAt: now, updatedAt: now })
    .where(eq(accounts.id, id))
}
