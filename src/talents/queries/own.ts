import { asc, eq } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import type { OwnTalent } from '../rules/profile.ts'
import { employers, talentCodes, talents, ties } from '../schema.ts'

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

/** The sealed employer of somebody's own profile; undefined until the question is answered. */
export async function ownEmployer(tx: Tx, talentId: string) {
  const [employer] = await tx.select().from(employers).where(eq(employers.talentId, talentId))
  return employer
}
