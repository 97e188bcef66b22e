import { and, eq, isNull } from 'drizzle-orm'
import { giveConsent } from '../accounts/actions/people.ts'
import type { Side } from '../applications/rules/state.ts'
import type { Application } from '../applications/schema.ts'
import { record } from '../history/actions.ts'
import type { Act } from '../lib/act.ts'
import { TooLate } from '../lib/web/errors.ts'
import { closedNow } from './queries/closing.ts'
import { watchingAgreed } from './queries/watching.ts'
import { other } from './queries.ts'
import type { NewFile } from './rules/attachments.ts'
import { CLOSED } from './rules/closing.ts'
import { canWrite, ENDED } from './rules/thread.ts'
import { attachments, messages } from './schema.ts'

/** Writes to the other side; whoever answers has read what stood before, and whoever writes first agrees to be watched over. */
export async function sendMessage(
  act: Act,
  side: Side,
  application: Application,
  { body, files = [], signs = [] }: { body: string; files?: readonly NewFile[]; signs?: readonly string[] },
): Promise<void> {
  if (!canWrite(application)) throw new TooLate(ENDED)
  const closed = await closedNow(act.tx, application.id)
  if (closed) throw new TooLate(CLOSED[closed])
  await setRead(act, side, application)
  if (!(await watchingAgreed(act.tx, act.actor!)))
    await giveConsent(act, { accountId: act.actor!, purpose: 'watching', fields: ['messages'] })
  const { id: applicationId, companyId, accountId } = application
  const id = act.newId()
  await act.tx.insert(messages).values({
    ...{ id, applicationId, companyId, accountId },
    ...{ side, senderId: act.actor!, body, sentAt: act.now, signs: [...signs] },
  })
  const whose = { messageId: id, applicationId, companyId, accountId }
  for (const [position, { name, kind, content }] of files.entries()) {
    await act.tx
      .insert(attachments)
      .values({ id: act.newId(), ...whose, position, name, kind, size: content.length, content })
  }
  const kinds = files.map(({ kind }) => kind)
  await record(act, 'message.sent', { kind: 'message', id }, { application: applicationId, side, kinds })
}

/** Tells the other side that its messages were read. */
export async function readMessages(act: Act, side: Side, application: Application): Promise<void> {
  const read = await setRead(act, side, application)
  if (read > 0) await record(act, 'message.read', { kind: 'application', id: application.id }, { side })
}

async function setRead(act: Act, side: Side, application: Application): Promise<number> {
  const read = await act.tx
    .update(messages)
    .set({ readAt: act.now })
    .where(and(eq(messages.applicationId, application.id), eq(messages.side, other(side)), isNull(messages.readAt)))
    .returning({ id: messages.id })
  return read.length
}
