import { eq } from 'drizzle-orm'
import { SYSTEM, sendLetter } from '../accounts/actions/mailing.ts'
import { partiesOf } from '../applications/queries/parties.ts'
import { applicationNumber } from '../applications/rules/state.ts'
import { readAs, type Tx } from '../lib/db.ts'
import type { JobHandler } from '../lib/job.ts'
import { messageToCompany, messageToTalent } from './mails.tsx'
import { closedNow } from './queries/closing.ts'
import { messagesOf, other } from './queries.ts'
import { messages } from './schema.ts'

/**
 * A letter to the other side. Its key names the first message that waits to be read: however many follow, there is one
 * letter until somebody has read.
 */
export const tellMessage: JobHandler = async (deps, { subjectId }) => {
  const told = await readAs(deps.db, SYSTEM, null, (tx) => whoIsTold(tx, String(subjectId)))
  if (!told) return
  const { first, side, application, to } = told
  const root = deps.config.publicUrl
  const letter =
    side === 'talent'
      ? messageToTalent(`${root}/me/applications/${application.id}/messages`)
      : messageToCompany(
          applicationNumber(application),
          `${root}/companies/${application.companyId}/applications/${application.id}/messages`,
        )
  for (const { accountId, email } of to) await sendLetter(deps, email, `message-${first}-${accountId}`, letter)
}

async function whoIsTold(tx: Tx, messageId: string) {
  const [message] = await tx.select().from(messages).where(eq(messages.id, messageId))
  if (!message || message.readAt || (await closedNow(tx, message.applicationId))) return null
  const parties = await partiesOf(tx, message.applicationId)
  if (!parties) return null
  const waiting = (await messagesOf(tx, message.applicationId)).filter(
    ({ side, readAt }) => side === message.side && readAt === null,
  )
  const side = other(message.side)
  return { first: waiting[0]!.id, side, application: parties.application, to: parties.to[side] }
}
