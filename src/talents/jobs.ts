import { eq } from 'drizzle-orm'
import { asSystem, SYSTEM, sendLetter } from '../accounts/actions/mailing.ts'
import { accounts } from '../accounts/schema.ts'
import { breath } from '../lib/breath.ts'
import { readAs } from '../lib/db.ts'
import type { JobDeps, JobHandler } from '../lib/job.ts'
import type { Letter } from '../lib/mail/letter.ts'
import { placeOf, renewBlocks } from './actions/employer.ts'
import { hiddenLetter, publishedLetter } from './mails.tsx'
import { withOldBlocks } from './queries/own.ts'
import { hidingKeys, readEmployer } from './rules/employer.ts'
import { talents } from './schema.ts'

/** Tells the person that companies can see the profile: whoever did not do it learns of it. */
export const tellPublished: JobHandler = (deps, payload) => tell(deps, payload, publishedLetter(deps.config.publicUrl))

export const tellHidden: JobHandler = (deps, payload) => tell(deps, payload, hiddenLetter(deps.config.publicUrl))

const AT_ONCE = 50

/** After a change of what companies are known by: makes the blocks of those who answered before anew. */
export const renewTalentKeys: JobHandler = async (deps) => {
  const renewSome = () =>
    asSystem(deps, async (act) => {
      const found = await withOldBlocks(act.tx, AT_ONCE)
      for (const { talentId, sealed, email } of found) {
        const answer = sealed && readEmployer(deps.secrets.open(sealed, placeOf(talentId)))
        const keys = answer ? hidingKeys(answer, email) : []
        await renewBlocks(act, deps.secrets, talentId, keys)
      }
      return found.length
    })
  while ((await renewSome()) === AT_ONCE) await breath()
}

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
