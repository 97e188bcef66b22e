import { and, asc, desc, eq, gte, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { askedWorries } from '../../challenges/queries/together.ts'
import { eventsOfHost } from '../../events/queries/events.ts'
import { history } from '../../history/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { telephoneNumber } from '../../lib/ids.ts'
import { addDays, japaneseDate, type LegalDate, startOfDay, today } from '../../lib/time.ts'
import { mandatesWith } from '../../mandates/queries.ts'
import { programmesOfPartner } from '../../partners/queries/programmes.ts'
import { companiesOfPartner } from '../../partners/queries.ts'
import { milestonesInOrder } from '../../partners/rules/milestones.ts'
import { grantsOfOffice } from '../../subsidies/queries/office.ts'
import { STEP_WORDS, STEPS } from '../rules/funnel.ts'
import {
  type DatedLine,
  doneInWords,
  HISTORY_DAYS,
  HISTORY_LINES,
  inOrder,
  type Line,
  type Pack,
} from '../rules/handover.ts'
import { codeUntil, stateOf } from '../rules/slip.ts'
import { type Handover, handoverReceipts, handovers, type Referral } from '../schema.ts'
import { referralsOfPartner } from './slips.ts'
import { reachedBy } from './steps.ts'

/** Every pack of a partner, or of the desk, that somebody gives or takes; for whoever runs it all. The newest first. */
export async function handoversFor(tx: Tx, partnerId: string | null, reader: { accountId: string; isOwner: boolean }) {
  const { accountId, isOwner } = reader
  const rows = await tx
    .select()
    .from(handovers)
    .where(
      and(
        ofHouse(partnerId),
        isOwner
          ? undefined
          : or(eq(handovers.fromId, accountId), eq(handovers.toId, accountId), eq(handovers.givenBy, accountId)),
      ),
    )
    .orderBy(desc(handovers.givenAt))
  const receipts =
    rows.length === 0
      ? []
      : await tx
          .select()
          .from(handoverReceipts)
          .where(
            inArray(
              handoverReceipts.handoverId,
              rows.map(({ id }) => id),
            ),
          )
          .orderBy(asc(handoverReceipts.acknowledgedAt))
  return rows.map((handover) => ({
    handover,
    receipts: receipts.filter(({ handoverId }) => handoverId === handover.id),
  }))
}

function ofHouse(partnerId: string | null): SQL {
  return partnerId === null ? isNull(handovers.partnerId) : eq(handovers.partnerId, partnerId)
}

/** What is in a pack of a partner today. Read in the partner's name, so that nothing is in it which its reader may not see anyway. */
export async function packOf(tx: Tx, partnerId: string, handover: Handover, reader: string, now: Date): Promise<Pack> {
  const { fromId, toId } = handover
  const kept = (await referralsOfPartner(tx, partnerId, now)).filter(
    ({ keeper, openedBy }) => (keeper ?? openedBy) === fromId || (openedBy === fromId && keeper === toId),
  )
  const reached = await reachedBy(tx, kept, now)
  const side = { as: 'partner', partner: partnerId, now } as const
  const worries = await askedWorries(tx, { browser: '', account: reader, side })
  const grants = (await grantsOfOffice(tx, partnerId)).filter(({ grant }) => !grant.decidedAt && !grant.withdrawnAt)
  const own = `/partners/${partnerId}`
  const matters: Line[] = [
    ...kept.map((referral, at) => ({
      title: `${referral.firm ?? ''}のお取次ぎ ${telephoneNumber(referral.number)}`,
      href: `${own}/referrals/${referral.id}`,
      words: furthestWords(referral, reached[at]!, now),
    })),
    ...worries.map(({ id, company }) => ({
      title: `${company ?? '会社'}から頼まれた困りごと`,
      href: `${own}/worries/${id}`,
    })),
    ...grants.map(({ grant, companyName }) => ({
      title: `${companyName}の補助 ${telephoneNumber(grant.number)}`,
      href: `${own}/subsidies`,
      words: '返事を待っています',
    })),
  ]
  return {
    companies: kept.flatMap(({ companyId, confirmedAt }) => (companyId && confirmedAt ? [companyId] : [])),
    matters,
    promises: promisesOf(kept, own, now),
    contacts: kept.map(({ firm, contact, phone }) => ({ firm: firm ?? '', contact, phone })),
    history: await doneBy(tx, partnerId, fromId, now),
    calendar: await calendarOf(tx, partnerId, now),
  }
}

function furthestWords(referral: Referral, reached: Awaited<ReturnType<typeof reachedBy>>[number], now: Date): string {
  const state = stateOf(referral, today(now))
  if (state === 'draft') return '会社の同意を待っています'
  if (state === 'waiting') return '事務局の最初の電話を待っています'
  const step = STEPS.findLast((one) => reached[one] !== null)!
  return `${STEP_WORDS[step]}　${japaneseDate(today(reached[step]!))}`
}

function promisesOf(kept: readonly Referral[], own: string, now: Date): DatedLine[] {
  return inOrder(
    kept.flatMap((referral): DatedLine[] => {
      const href = `${own}/referrals/${referral.id}`
      const state = stateOf(referral, today(now))
      if (state === 'waiting')
        return [{ day: referral.callBy!, title: `${referral.firm}への最初の電話（事務局）`, href }]
      if (state !== 'draft' || !referral.codeMadeAt) return []
      return [{ day: codeUntil(referral.codeMadeAt), title: `${referral.firm}の同意書の読み取りの期限`, href }]
    }),
  )
}

/** What somebody did in a partner's name, or at the desk, the newest first: acts and numbers, no words of anybody. */
export async function doneBy(tx: Tx, partnerId: string | null, accountId: string, now: Date): Promise<DatedLine[]> {
  const rows = await tx
    .select({ at: history.at, act: history.act })
    .from(history)
    .where(
      and(
        partnerId === null ? isNull(history.organisation) : eq(history.organisation, partnerId),
        eq(history.actor, accountId),
        gte(history.at, startOfDay(addDays(today(now), -HISTORY_DAYS))),
      ),
    )
    .orderBy(desc(history.id))
    .limit(HISTORY_LINES * 5)
  return doneInWords(rows)
}

/** What comes to its end or takes place: consents, mandates, events, programmes, and what an office does around them. */
async function calendarOf(tx: Tx, partnerId: string, now: Date): Promise<DatedLine[]> {
  const own = `/partners/${partnerId}`
  const companies = await companiesOfPartner(tx, partnerId, now)
  const events = (await eventsOfHost(tx, partnerId)).filter(({ endsAt, calledOffAt }) => endsAt > now && !calledOffAt)
  const mandates = await mandatesWith(tx, partnerId, now)
  const programmes = (await programmesOfPartner(tx, partnerId)).filter(({ lastDay }) => lastDay >= today(now))
  return inOrder([
    ...companies.flatMap(({ name, until }) =>
      until ? [{ day: today(until), title: `${name}の同意の終わりの日` }] : [],
    ),
    ...mandates.map(({ company, endsAt }) => ({ day: today(endsAt), title: `${company}の委任の終わりの日` })),
    ...events.map(({ id, title, beginsAt }) => ({ day: today(beginsAt), title, href: `${own}/events/${id}` })),
    ...programmes.flatMap(({ id, title, milestones }) =>
      milestonesInOrder(milestones)
        .filter(({ day }) => day >= today(now))
        .map(({ name, day }) => ({ day, title: `${name}（事業「${title}」）`, href: `${own}/programmes/${id}` })),
    ),
    ...programmes.map(({ title, lastDay }) => ({ day: lastDay as LegalDate, title: `事業「${title}」の終わりの日` })),
  ])
}

/** Packs that wait: for the reader to acknowledge, and for whoever runs the house those of everybody else. */
export async function waitingHandovers(tx: Tx, partnerId: string | null, accountId: string, isOwner: boolean) {
  const { rows } = await tx.execute<{ own: number; others: number }>(sql`
    select count(*) filter (where to_id = ${accountId})::int as own,
      count(*) filter (where to_id <> ${accountId})::int as others
    from ${handovers} where ${ofHouse(partnerId)} and withdrawn_at is null and received_at is null`)
  const { own, others } = rows[0]!
  return { own: Number(own), others: isOwner ? Number(others) : 0 }
}
