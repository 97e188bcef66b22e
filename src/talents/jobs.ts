import { eq } from 'drizzle-orm'
import { SYSTEM, sendLetter } from '../accounts/actions/mailing.ts'
import { accounts } from '../accounts/schema.ts'
import { readAs } from '../lib/db.ts'
import type { JobDeps, JobHandler } from '../lib/job.ts'
import type { Letter } from '../lib/mail/letter.ts'
import { hiddenLetter, publishedLetter } from './mails.tsx'
import { talents } from './schema.ts'

/** Tells the person that companies can see the profile: whoever did not do it learns of it. */
export const tellPublished: JobHandler = (deps, payload) => tell(deps, payload, publishedLetter(deps.config.publicUrl))

export const tellHidden: JobHandler = (deps, payload) => tell(deps, payload, hiddenLetter(deps.config.publicUrl))

async function tell(deps: JobDeps, { id, subjectId }: Record<string, unknown>, letter: Letter): Promise<void> {
  const [account] = await readAs(deps.db, SYSTEM, null, (tx) =>
    tx
      .select({ id: accounts.id, email: accounts.email })
      .from(talents)
      .innerJoin(accounts, eq(accounts.id, talents.accountId))
      .where(eq(talents.id, String(subjectId))),
  )
  if (account) await sendLetter(deps, account.email, `${String(id)}-${account.id}`, letter)
}
