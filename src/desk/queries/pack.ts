import { asc, eq, inArray } from 'drizzle-orm'
import { accounts, people } from '../../accounts/schema.ts'
import { eventsOfHost } from '../../events/queries/events.ts'
import type { Tx } from '../../lib/db.ts'
import type { Resting } from '../../lib/jobs.ts'
import { japaneseDate, today } from '../../lib/time.ts'
import { mandatesWith } from '../../mandates/queries.ts'
import type { papersToType } from '../../projects/queries/paper-photos.ts'
import { doneBy } from '../../referrals/queries/handovers.ts'
import { type Contact, type DatedLine, inOrder, type Line, type Pack } from '../../referrals/rules/handover.ts'
import { linesOf } from '../rules/waiting.ts'
import { nearbyRunnersUp } from './runners-up.ts'
import { waitingForDesk } from './waiting.ts'

/** Who works at the desk, and who did; by what they are called. */
export async function deskPeople(tx: Tx) {
  const rows = await tx
    .select({ id: accounts.id, email: accounts.email, closedAt: accounts.closedAt, person: people })
    .from(accounts)
    .leftJoin(people, eq(people.accountId, accounts.id))
    .where(inArray(accounts.power, ['operator', 'administrator']))
    .orderBy(asc(accounts.createdAt), asc(accounts.id))
  const named = rows.map(({ id, email, closedAt, person }) => ({
    ...{ id, email, closedAt, name: person ? `${person.familyName} ${person.givenName}` : email },
  }))
  return { live: named.filter(({ closedAt }) => !closedAt), former: named.filter(({ closedAt }) => closedAt) }
}

type Beside = {
  readonly reader: string
  readonly now: Date
  /** What only the program reads: written papers, and work that failed. */
  readonly papers: Awaited<ReturnType<typeof papersToType>>
  readonly resting: readonly Resting[]
}

/**
 * What is open at the desk today. Nobody there keeps matters of their own: whoever takes over takes all of it, and of
 * the one who goes only what they did is told.
 */
export async function packOfDesk(tx: Tx, fromId: string, { reader, now, papers, resting }: Beside): Promise<Pack> {
  const waiting = await waitingForDesk(tx, reader, now)
  const lines = linesOf({
    ...{ ...waiting, now },
    typing: [...waiting.typing, ...papers.map((paper) => ({ ...paper, isPaper: true as const }))],
    resting: resting.map((job) => ({ ...job, reference: null })),
  })
  const titleOf = ({ kind, what }: (typeof lines)[number]) => (what ? `${kind}：${what}` : kind)
  const untold = (await nearbyRunnersUp(tx, now)).some(({ suggestedAt }) => suggestedAt === null)
  const matters: Line[] = [
    ...lines.map((line) => ({
      ...{ title: titleOf(line), href: line.href, words: `${japaneseDate(today(line.since))}から` },
    })),
    ...(untold ? [{ title: '次点の方：近くの会社に、まだ知らせていない方がいます', href: '/desk/runners-up' }] : []),
  ]
  return {
    companies: [],
    matters,
    promises: inOrder(
      lines.flatMap((line) => (line.by ? [{ day: line.by, title: titleOf(line), href: line.href }] : [])),
    ),
    contacts: contactsOf(waiting),
    history: await doneBy(tx, null, fromId, now),
    calendar: await calendarOf(tx, now),
  }
}

/** Whom to ring, as the cards of the desk say it. */
function contactsOf({ calls, letters, overdue, referrals }: Awaited<ReturnType<typeof waitingForDesk>>): Contact[] {
  return [
    ...calls.map(({ name, phone }) => ({ firm: 'お電話を待っている方', contact: name, phone })),
    ...referrals.map(({ referral: { firm, contact, phone }, company }) => ({
      firm: company ?? firm ?? '',
      contact,
      phone,
    })),
    ...overdue.map(({ name, contact, phone }) => ({ firm: name, contact, phone })),
    ...letters.map(({ familyName, givenName, phone }) => ({
      ...{ firm: 'メールのない方', contact: `${familyName} ${givenName}`, phone },
    })),
  ]
}

/** What the desk itself holds, and what companies gave it in hand until a day. */
async function calendarOf(tx: Tx, now: Date): Promise<DatedLine[]> {
  const events = (await eventsOfHost(tx, null)).filter(({ endsAt, calledOffAt }) => endsAt > now && !calledOffAt)
  const mandates = await mandatesWith(tx, null, now)
  return inOrder([
    ...events.map(({ id, title, beginsAt }) => ({ day: today(beginsAt), title, href: `/desk/events/${id}` })),
    ...mandates.map(({ company, endsAt }) => ({ day: today(endsAt), title: `${company}の委任の終わりの日` })),
  ])
}
