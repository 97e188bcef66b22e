import { asSystem, SYSTEM } from '../../accounts/actions/mailing.ts'
import { readAs } from '../../lib/db.ts'
import type { JobHandler } from '../../lib/job.ts'
import { linkToken, pushText, replyText } from '../../lib/line.ts'
import { notePushed } from '../actions/line.ts'
import { toPush } from '../queries/line.ts'
import { offerWords, pushWords, retryKeyOf } from '../rules/line.ts'

/** What waits to be told by LINE, in one message. What LINE refuses is not tried again: the same stands in the mail. */
export const pushWaiting: JobHandler = async (deps, payload) => {
  const { lineAccount, publicUrl } = deps.config
  if (!lineAccount) return
  const waiting = await readAs(deps.db, SYSTEM, null, (tx) => toPush(tx, String(payload.accountId), deps.clock()))
  const to = waiting[0]?.to
  if (!to) return
  const ids = waiting.map(({ id }) => id)
  const sent = await pushText(lineAccount, to, pushWords(ids.length, publicUrl), retryKeyOf(ids))
  if (sent === 'refused') deps.log.warn({ act: 'notices.push' }, 'LINE did not take a message')
  await asSystem(deps, (act) => notePushed(act, ids))
}

/** Somebody wrote to the official account and is not joined to an account of ours yet. */
export const offerLine: JobHandler = async (deps, { lineUserId, replyToken }) => {
  const { lineAccount, publicUrl } = deps.config
  if (!lineAccount) return
  const token = await linkToken(lineAccount, String(lineUserId))
  if (!token) return
  const address = `${publicUrl}/me/line?${new URLSearchParams({ linkToken: token })}`
  await replyText(lineAccount, String(replyToken), offerWords(address))
}
