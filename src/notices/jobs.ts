import { createHash } from 'node:crypto'
import { asSystem, mailOnce, SYSTEM } from '../accounts/actions/mailing.ts'
import { readAs } from '../lib/db.ts'
import type { JobHandler } from '../lib/job.ts'
import { forgetOld } from './actions.ts'
import { toMail, wishesOf } from './queries.ts'
import { together } from './rules/shown.ts'

/** What waited for the morning, or for the mail of the day: all in one. Its key is made of theirs, so that it comes once. */
export const mailWaiting: JobHandler = async (deps, payload) => {
  const accountId = String(payload.accountId)
  const { waiting, wishes } = await readAs(deps.db, SYSTEM, null, async (tx) => ({
    waiting: await toMail(tx, accountId, deps.clock()),
    wishes: await wishesOf(tx, accountId),
  }))
  const [first] = waiting
  if (!first) return
  const all = waiting.map(({ notice }) => notice)
  const keys = all.map(({ key }) => key)
  const key = keys.length === 1 ? keys[0]! : `notices-${createHash('sha256').update(keys.join()).digest('hex')}`
  await mailOnce(deps, first.email, key, together(all, wishes, deps.config.publicUrl), keys)
}

export const forget: JobHandler = (deps) => asSystem(deps, forgetOld)
