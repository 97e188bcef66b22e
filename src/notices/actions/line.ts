import { and, eq, inArray, isNull } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import type { Secrets } from '../../lib/secrets.ts'
import { sameHash } from '../../lib/web/call.ts'
import { askedLinks, isJoined } from '../queries/line.ts'
import { LINK_MINUTES, type LineEvent, nonceOf } from '../rules/line.ts'
import { lineLinks, notices } from '../schema.ts'

/** Somebody wants to join their LINE: LINE will say back a number that only this account was given. */
export async function askForLine(act: Act, accountId: string): Promise<void> {
  const set = { nonceId: act.newId(), askedAt: act.now, lineUserId: null, linkedAt: null }
  await act.tx
    .insert(lineLinks)
    .values({ accountId, ...set })
    .onConflictDoUpdate({ target: lineLinks.accountId, set })
  await record(act, 'line.asked', { kind: 'account', id: accountId })
}

export async function leaveLine(act: Act, accountId: string): Promise<void> {
  const left = await act.tx.delete(lineLinks).where(eq(lineLinks.accountId, accountId)).returning()
  if (left.length > 0) await record(act, 'line.left', { kind: 'account', id: accountId })
}

/** What LINE tells of a person: they agreed to be joined, took us off their list, or wrote and are not joined yet. */
export async function hearLine(act: Act, event: LineEvent, secrets: Secrets): Promise<void> {
  const lineUserId = event.source?.userId
  if (!lineUserId) return
  if (event.type === 'accountLink') return join(act, event, lineUserId, secrets)
  if (event.type === 'unfollow') return forgetLine(act, lineUserId)
  // In a group others would read that somebody uses this.
  const isTalk = event.source?.type === 'user' && (event.type === 'follow' || event.type === 'message')
  if (!isTalk || !event.replyToken || (await isJoined(act.tx, lineUserId))) return
  const { webhookEventId, replyToken } = event
  // LINE sends a letter again that it thinks was lost.
  await act.enqueue('notices.offerLine', { lineUserId, replyToken }, { key: webhookEventId })
}

async function join(act: Act, { link }: LineEvent, lineUserId: string, secrets: Secrets): Promise<void> {
  if (link?.result !== 'ok') return
  const asked = await askedLinks(act.tx, new Date(act.now.getTime() - LINK_MINUTES * 60_000))
  const mine = asked.find(({ nonceId }) => sameHash(nonceOf(secrets, nonceId), link.nonce))
  if (!mine) return
  // One LINE tells of one account: of the one that was joined last.
  await forgetLine(act, lineUserId)
  const joined = await act.tx
    .update(lineLinks)
    .set({ lineUserId, linkedAt: act.now })
    .where(
      and(eq(lineLinks.accountId, mine.accountId), eq(lineLinks.nonceId, mine.nonceId), isNull(lineLinks.linkedAt)),
    )
    .returning()
  if (joined.length > 0) await record(act, 'line.joined', { kind: 'account', id: mine.accountId })
}

/** Nothing can be sent there any more. */
async function forgetLine(act: Act, lineUserId: string): Promise<void> {
  const left = await act.tx.delete(lineLinks).where(eq(lineLinks.lineUserId, lineUserId)).returning()
  for (const { accountId } of left) await record(act, 'line.left', { kind: 'account', id: accountId })
}

export async function notePushed(act: Act, ids: readonly string[]): Promise<void> {
  await act.tx
    .update(notices)
    .set({ pushedAt: act.now })
    .where(inArray(notices.id, [...ids]))
}
