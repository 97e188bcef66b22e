import { and, eq } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { keyedCode } from '../../lib/ids.ts'
import type { Secrets } from '../../lib/secrets.ts'
import { NotThere } from '../../lib/web/errors.ts'
import { seenBy, type Viewer } from '../queries.ts'
import { worries, worryBrowsers } from '../schema.ts'

export function codeOfWorry(secrets: Secrets, worryId: string): string {
  return keyedCode(secrets, worryId, 'resume bytes')
}

export function hashOfCode(secrets: Secrets, code: string): string {
  return secrets.hash(code, 'resume')
}

/** From now on the worry's code opens it in another browser. */
export async function openSheet(act: Act, viewer: Viewer, id: string, secrets: Secrets): Promise<void> {
  const resumeHash = hashOfCode(secrets, codeOfWorry(secrets, id))
  const opened = await act.tx
    .update(worries)
    .set({ resumeHash })
    .where(and(eq(worries.id, id), seenBy(act.tx, viewer)))
    .returning({ id: worries.id })
  if (opened.length === 0) throw new NotThere()
  await record(act, 'worry.sheet-made', { kind: 'worry', id })
}

/** Somebody brought the code: this browser may read and write the worry too; the first one keeps it. */
export async function resumeWorry(act: Act, worryId: string, browserHash: string): Promise<void> {
  await act.tx.insert(worryBrowsers).values({ worryId, browserHash, since: act.now }).onConflictDoNothing()
  await record(act, 'worry.resumed', { kind: 'worry', id: worryId })
}
