import { eq } from 'drizzle-orm'
import { SYSTEM, sendLetters } from '../accounts/actions/mailing.ts'
import { partiesOf } from '../applications/queries/parties.ts'
import { applicationNumber, pathFor } from '../applications/rules/state.ts'
import { readAs, type Tx } from '../lib/db.ts'
import type { JobHandler } from '../lib/job.ts'
import { decidedLetter, messageToCompany, messageToTalent } from './mails.tsx'
import { closedNow } from './queries/closing.ts'
import { messagesOf, other } from './queries.ts'
import { FOR_OTHERS, OUTCOMES } from './rules/reports.ts'
import { messages, reports } from './schema.ts'

/**
 * A letter to the other side. Its key names the first message that waits to be read: however many follow, there is one
 * letter until somebody has read.
 */
export const tellMessage: JobHandler = async (deps, { subjectId }) => {
  const told = await readAs(deps.db, SYSTEM, null, (tx) => whoIsTold(tx, String(subjectId)))
  if (!told) return
  const { first, side, application, to } = told
  const link = `${deps.config.publicUrl}${pathFor(side, application)}/messages`
  const letter = side === 'talent' ? messageToTalent(link) : messageToCompany(applicationNumber(application), link)
  await sendLetters(deps, to, `message-${first}`, letter)
}

/**
 * What the desk decided: to whoever told of it, and to the other side where something follows for it. Nobody learns from us that
 * they were told of without need.
 */
export const tellDecided: JobHandler = async (deps, { subjectId }) => {
  const seen = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const [report] = await tx
      .select()
      .from(reports)
      .where(eq(reports.id, String(subjectId)))
    const parties = report && (await partiesOf(tx, report.applicationId))
    return report && parties && { report, ...parties }
  })
  if (!seen?.report.decision) return
  const { report, application, to } = seen
  const { decision, answer } = report
  for (const side of ['talent', 'company'] as const) {
    const told = side === report.side
    if (!told && decision === 'dismissed') continue
    const link = `${deps.config.publicUrl}${pathFor(side, application)}/messages`
    const letter = decidedLetter(side, told ? OUTCOMES[decision!] : FOR_OTHERS[decision!], answer, link)
    await sendLetters(deps, to[side], `report-${report.id}`, letter)
  }
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
