import { eq } from 'drizzle-orm'
import { KEYS_VERSION } from '../../companies/schema.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import type { Secrets } from '../../lib/secrets.ts'
import { type Employer, hidingKeys, readEmployer, writeEmployer } from '../rules/employer.ts'
import { employerBlocks, employers } from '../schema.ts'
import { touch } from './profile.ts'

/** Answers the employer question: from this moment the employer and the other companies named see nothing. */
export async function answerEmployer(
  act: Act,
  secrets: Secrets,
  talentId: string,
  version: number,
  answer: Employer,
  ownAddress: string,
): Promise<void> {
  await touch(act, talentId, version, { employerAnsweredAt: act.now })
  const sealed = secrets.seal(writeEmployer(answer), placeOf(talentId))
  const row = { none: answer.employer === null, sealed, updatedAt: act.now, keysVersion: KEYS_VERSION }
  await act.tx
    .insert(employers)
    .values({ talentId, ...row })
    .onConflictDoUpdate({ target: employers.talentId, set: row })
  await act.tx.delete(employerBlocks).where(eq(employerBlocks.talentId, talentId))
  await writeBlocks(act, secrets, talentId, hidingKeys(answer, ownAddress))
  await record(act, 'talent.employer-answered', { kind: 'talent', id: talentId })
}

/** Adds what an answer means by the rules of today. What hid before goes on hiding. */
export async function renewBlocks(act: Act, secrets: Secrets, talentId: string, keys: readonly string[]) {
  await writeBlocks(act, secrets, talentId, keys)
  await act.tx.update(employers).set({ keysVersion: KEYS_VERSION }).where(eq(employers.talentId, talentId))
  await record(act, 'talent.keys-renewed', { kind: 'talent', id: talentId })
}

async function writeBlocks({ tx }: Act, secrets: Secrets, talentId: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  const rows = keys.map((key) => ({ talentId, keyHash: secrets.hash(key, 'company') }))
  await tx.insert(employerBlocks).values(rows).onConflictDoNothing()
}

/** The answer in a row of `employers`, opened with the instance's key. */
export function employerFrom(
  secrets: Secrets,
  talentId: string,
  row: { none: boolean; sealed: string | null } | undefined,
): Employer | undefined {
  if (!row) return undefined
  if (row.sealed === null) return { employer: null, others: [] }
  return readEmployer(secrets.open(row.sealed, placeOf(talentId)))
}

/** Where a sealed employer belongs: it opens at no other row. */
export function placeOf(talentId: string): string {
  return `employers:sealed:${talentId}`
}
