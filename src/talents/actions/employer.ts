import { eq } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import type { Secrets } from '../../lib/secrets.ts'
import { type Employer, hidingKeys, writeEmployer } from '../rules/employer.ts'
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
  const row = { none: answer.employer === null, sealed, updatedAt: act.now }
  await act.tx
    .insert(employers)
    .values({ talentId, ...row })
    .onConflictDoUpdate({ target: employers.talentId, set: row })
  await act.tx.delete(employerBlocks).where(eq(employerBlocks.talentId, talentId))
  const keys = hidingKeys(answer, ownAddress)
  if (keys.length > 0) {
    await act.tx.insert(employerBlocks).values(keys.map((key) => ({ talentId, keyHash: secrets.hash(key, 'company') })))
  }
  await record(act, 'talent.employer-answered', { kind: 'talent', id: talentId })
}

/** Where a sealed employer belongs: it opens at no other row. */
export function placeOf(talentId: string): string {
  return `employers:sealed:${talentId}`
}
