import { asc, eq, lt } from 'drizzle-orm'
import { accounts } from '../../accounts/schema.ts'
import { KEYS_VERSION } from '../../companies/schema.ts'
import type { Tx } from '../../lib/db.ts'
import type { OwnTalent } from '../rules/profile.ts'
import { codeSuggestions, employers, mainJobChecks, talentCodes, talents, ties } from '../schema.ts'

/** Somebody's own profile with codes in their order and ties; undefined before it was begun. */
export async function ownTalent(tx: Tx, accountId: string): Promise<OwnTalent | undefined> {
  const [talent] = await tx.select().from(talents).where(eq(talents.accountId, accountId))
  if (!talent) return undefined
  const codes = await tx
    .select()
    .from(talentCodes)
    .where(eq(talentCodes.talentId, talent.id))
    .orderBy(asc(talentCodes.position), asc(talentCodes.code))
  const bonds = await tx.select().from(ties).where(eq(ties.talentId, talent.id)).orderBy(asc(ties.kind), asc(ties.id))
  return { ...talent, codes, ties: bonds }
}

/** The job codes that a CV led to, and those that were denied, of somebody's own profile. */
export async function ownSuggestions(tx: Tx, talentId: string) {
  const { code, phrase, deniedAt, position } = codeSuggestions
  return tx
    .select({ code, phrase, deniedAt })
    .from(codeSuggestions)
    .where(eq(codeSuggestions.talentId, talentId))
    .orderBy(asc(position), asc(code))
}

/** The sealed check of the main job's rules: nobody's but its own person's. */
export async function ownCheck(tx: Tx, accountId: string) {
  const [check] = await tx.select().from(mainJobChecks).where(eq(mainJobChecks.accountId, accountId))
  return check
}

/** The sealed employer of somebody's own profile; undefined until the question is answered. */
export async function ownEmployer(tx: Tx, talentId: string) {
  const [employer] = await tx.select().from(employers).where(eq(employers.talentId, talentId))
  return employer
}

/** For the program: answers to the employer question whose blocks were made by older rules; at most `limit`. */
export async function withOldBlocks(tx: Tx, limit: number) {
  return tx
    .select({ talentId: employers.talentId, sealed: employers.sealed, email: accounts.email })
    .from(employers)
    .innerJoin(talents, eq(talents.id, employers.talentId))
    .innerJoin(accounts, eq(accounts.id, talents.accountId))
    .where(lt(employers.keysVersion, KEYS_VERSION))
    .limit(limit)
}
