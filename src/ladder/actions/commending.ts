import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { giveConsent } from '../../accounts/actions/people.ts'
import { consents } from '../../accounts/schema.ts'
import { record } from '../../history/actions.ts'
import { firstOfMonth } from '../../law/dates.ts'
import { fiscalYearOf } from '../../law/fiscal-year.ts'
import type { Act } from '../../lib/act.ts'
import { today } from '../../lib/time.ts'
import { NotThere, TooLate } from '../../lib/web/errors.ts'
import { answerUntilOf } from '../rules/commending.ts'
import { type Share, WHEN_COMMENDED } from '../rules/sharing.ts'
import { commendations } from '../schema.ts'

type Asked = { readonly accountId: string; readonly from: string; readonly to: string; readonly words: string }

/** Asks one of a partner's alumni whether another partner may know of them. */
export async function askToCommend(act: Act, { accountId, from, to, words }: Asked): Promise<void> {
  if (act.actor === null) throw new NotThere()
  const day = today(act.now)
  // Two members at once: the constraints let one of them through.
  const [asked] = await act.tx
    .insert(commendations)
    .values({
      ...{ id: act.newId(), accountId, fromPartnerId: from, toPartnerId: to, words },
      ...{ month: firstOfMonth(day), year: fiscalYearOf(day), askedBy: act.actor, askedAt: act.now },
      answerUntil: answerUntilOf(act.now),
    })
    .onConflictDoNothing()
    .returning({ id: commendations.id })
  if (!asked) {
    const link = { href: `/partners/${from}/ladder`, label: '関係人口へもどる' }
    throw new TooLate('同じ方に聞けるのは、ひと月に1回、同じ紹介先については年度に1回までです。', link)
  }
  await record(act, 'commendation.asked', { kind: 'commendation', id: asked.id })
}

type Question = { readonly id: string; readonly to: string; readonly version: number }

/** What the other partner may know from now on; nothing is an answer, too. */
export async function answerCommendation(act: Act, { id, to, version }: Question, what: Share, until: Date) {
  if (act.actor === null) throw new NotThere()
  const open = and(isNull(commendations.answeredAt), gt(commendations.answerUntil, act.now))
  const answered = await act.tx
    .update(commendations)
    .set({ answeredAt: act.now, version: sql`${commendations.version} + 1` })
    .where(and(eq(commendations.id, id), eq(commendations.version, version), open))
    .returning({ id: commendations.id })
  if (answered.length === 0) throw tooLate('この返事は、もうすんでいるか、期限が過ぎています。')
  if (what !== 'none') {
    const fields = [...WHEN_COMMENDED[what]]
    await giveConsent(act, { accountId: act.actor, recipientId: to, purpose: 'region', subjectId: id, fields, until })
  }
  await record(act, what === 'none' ? 'commendation.declined' : `commendation.${what}`, { kind: 'commendation', id })
}

/** From now on the other partner knows nothing any more. */
export async function revokeCommendation(act: Act, accountId: string, id: string): Promise<void> {
  const revoked = await act.tx
    .update(consents)
    .set({ revokedAt: act.now })
    .where(
      and(
        ...[eq(consents.accountId, accountId), eq(consents.purpose, 'region')],
        ...[eq(consents.subjectId, id), isNull(consents.revokedAt)],
      ),
    )
    .returning({ id: consents.id })
  if (revoked.length === 0) throw tooLate('もう、伝わっていません。')
  await record(act, 'commendation.revoked', { kind: 'commendation', id })
}

function tooLate(words: string): TooLate {
  return new TooLate(words, { href: '/me/ladder', label: '地域とのかかわりへ' })
}
