import { and, eq, exists, isNotNull, isNull } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { seenBy, shownTo, type Viewer } from '../queries.ts'
import { type Worry, worries } from '../schema.ts'
import { wayBack } from './lines.ts'

/**
 * 「いっしょに見てもらう」: from now on the desk, or a partner to whom the company shows itself, works on the tree too. One
 * at a time.
 */
export async function askForHelp(act: Act, viewer: Viewer, id: string, partner: string | null): Promise<void> {
  const shown = partner === null ? undefined : exists(shownTo(act.tx, partner, worries.companyId, act.now))
  const asked = await act.tx
    .update(worries)
    .set({ helpAskedAt: act.now, helpFrom: partner })
    .where(and(eq(worries.id, id), isNull(worries.helpAskedAt), shown, seenBy(act.tx, viewer, 'write')))
    .returning({ id: worries.id })
  if (asked.length === 0) throw new TooLate('もう、見てもらうようにお願いしてあります。', wayBack(viewer, id))
  await record(act, 'worry.help-asked', { kind: 'worry', id }, { from: partner ?? 'desk' })
}

/** The owner ends it: the lines stay, the other side sees nothing more. */
export async function endHelp(act: Act, viewer: Viewer, id: string): Promise<void> {
  await end(act, viewer, id, 'worry.help-ended', { helpAskedAt: null, helpFrom: null })
}

/** 「見終わりました」: whoever was asked is done, and the owner hears of it. */
export async function finishHelp(act: Act, viewer: Viewer, id: string): Promise<void> {
  await end(act, viewer, id, 'worry.help-finished', { helpAskedAt: null })
}

async function end(act: Act, viewer: Viewer, id: string, name: string, set: Partial<Worry>): Promise<void> {
  const ended = await act.tx
    .update(worries)
    .set(set)
    .where(and(eq(worries.id, id), isNotNull(worries.helpAskedAt), seenBy(act.tx, viewer, 'write')))
    .returning({ id: worries.id })
  if (ended.length === 0) throw new TooLate('もう、終わっています。', wayBack(viewer, id))
  await record(act, name, { kind: 'worry', id })
}
