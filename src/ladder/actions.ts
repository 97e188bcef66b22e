import { and, count, eq, isNull } from 'drizzle-orm'
import { giveConsent } from '../accounts/actions/people.ts'
import { consents } from '../accounts/schema.ts'
import { record } from '../history/actions.ts'
import { firstOfMonth } from '../law/dates.ts'
import type { Act } from '../lib/act.ts'
import { today } from '../lib/time.ts'
import { NotThere, TooLate } from '../lib/web/errors.ts'
import type { Place } from './rules/places.ts'
import { FIELDS, LETTERS_A_MONTH, type Share } from './rules/sharing.ts'
import { alumniLetters, signpostArrivals, signposts } from './schema.ts'

/** What a partner may know from now on; what was agreed before is over. */
export async function share(act: Act, accountId: string, partnerId: string, what: Share, until: Date): Promise<void> {
  await act.tx
    .update(consents)
    .set({ revokedAt: act.now })
    .where(
      and(
        ...[eq(consents.accountId, accountId), eq(consents.recipientId, partnerId)],
        ...[eq(consents.purpose, 'ladder'), isNull(consents.revokedAt)],
      ),
    )
  if (what !== 'none') {
    const fields = [...FIELDS[what]]
    await giveConsent(act, { accountId, recipientId: partnerId, purpose: 'ladder', fields, until })
  }
  await record(act, what === 'none' ? 'ladder.withheld' : `ladder.${what}`, { kind: 'partner', id: partnerId })
}

/** A link by which acquaintances come to a place; there is one for each. */
export async function makeSignpost(act: Act, accountId: string, place: Place): Promise<void> {
  const made = await act.tx
    .insert(signposts)
    .values({ id: act.newId(), accountId, place, createdAt: act.now })
    .onConflictDoNothing()
    .returning({ id: signposts.id })
  for (const { id } of made) await record(act, 'signpost.made', { kind: 'signpost', id })
}

/** 「教えてもらって来ました」: once for a link, and not by the one who made it. */
export async function sayArrival(act: Act, accountId: string, link: { id: string; own: boolean }): Promise<void> {
  if (link.own) throw new TooLate('ご自分で作ったリンクです。', { href: '/me/ladder', label: '地域とのかかわりへ' })
  const said = await act.tx
    .insert(signpostArrivals)
    .values({ signpostId: link.id, accountId, saidAt: act.now })
    .onConflictDoNothing()
    .returning({ id: signpostArrivals.signpostId })
  for (const { id } of said) await record(act, 'signpost.used', { kind: 'signpost', id })
}

/** To everybody who let this partner know their name. */
export async function writeToAlumni(
  act: Act,
  partnerId: string,
  letter: { subject: string; words: string },
): Promise<void> {
  if (act.actor === null) throw new NotThere()
  const month = firstOfMonth(today(act.now))
  const [before] = await act.tx
    .select({ letters: count() })
    .from(alumniLetters)
    .where(and(eq(alumniLetters.partnerId, partnerId), eq(alumniLetters.month, month)))
  const nth = (before?.letters ?? 0) + 1
  const late = () =>
    new TooLate(`便りは、ひと月に${LETTERS_A_MONTH}回までです。来月、また送れます。`, {
      href: `/partners/${partnerId}/ladder`,
      label: '関係人口へもどる',
    })
  if (nth > LETTERS_A_MONTH) throw late()
  // Two members at once: the constraint lets one of them through.
  const [sent] = await act.tx
    .insert(alumniLetters)
    .values({ id: act.newId(), partnerId, month, nth, ...letter, sentBy: act.actor, sentAt: act.now })
    .onConflictDoNothing()
    .returning({ id: alumniLetters.id })
  if (!sent) throw late()
  await record(act, 'alumni.written-to', { kind: 'alumni-letter', id: sent.id })
}

/** The list of those who let a partner know their name left as a file. */
export async function noteNamesTaken(act: Act, partnerId: string): Promise<void> {
  await record(act, 'alumni.names-taken', { kind: 'partner', id: partnerId })
}
