import { and, asc, count, desc, eq, gt, gte, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { companies } from '../../companies/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { projects } from '../../projects/schema.ts'
import { cardsWhere } from '../../talents/queries/shown.ts'
import type { TalentCardData } from '../../talents/rules/card.ts'
import { talents } from '../../talents/schema.ts'
import type { Side } from '../rules/state.ts'
import { type Talk, talks } from '../schema.ts'

/** Somebody's talk about a project that was not called off. */
export async function ownTalk(tx: Tx, accountId: string, projectId: string): Promise<Talk | undefined> {
  const [talk] = await tx
    .select()
    .from(talks)
    .where(and(eq(talks.accountId, accountId), eq(talks.projectId, projectId), isNull(talks.cancelledAt)))
  return talk
}

export type TalkOf = { readonly talk: Talk; readonly title: string; readonly companyName: string }

/** Somebody's talks that were not called off, the newest first. */
export async function talksOfPerson(tx: Tx, accountId: string): Promise<TalkOf[]> {
  const rows = await tx
    .select({ talk: talks, title: projects.title, companyName: companies.name })
    .from(talks)
    .innerJoin(projects, eq(projects.id, talks.projectId))
    .innerJoin(companies, eq(companies.id, talks.companyId))
    .where(and(eq(talks.accountId, accountId), isNull(talks.cancelledAt)))
    .orderBy(desc(talks.askedAt))
  return rows.map((row) => ({ ...row, title: row.title ?? '' }))
}

/** Of somebody's talks those that have no time yet. */
export async function waitingTalks(tx: Tx, accountId: string): Promise<number> {
  const [row] = await tx
    .select({ waiting: count() })
    .from(talks)
    .where(
      and(eq(talks.accountId, accountId), isNull(talks.cancelledAt), isNull(talks.declinedAt), isNull(talks.chosen)),
    )
  return row?.waiting ?? 0
}

export async function talkOfCompany(tx: Tx, companyId: string, id: string): Promise<Talk | undefined> {
  const [talk] = await tx
    .select()
    .from(talks)
    .where(and(eq(talks.id, id), eq(talks.companyId, companyId)))
  return talk
}

/** Who asked, without a name; null once the talk was called off or declined. */
export async function cardBehind(tx: Tx, talk: Talk): Promise<TalentCardData | null> {
  if (talk.cancelledAt || talk.declinedAt) return null
  const [card] = await cardsWhere(tx, eq(talents.id, talk.talentId))
  return card ?? null
}

/** What a company has going: asked for, on offer, or agreed and still to come; the most urgent first. */
export async function liveTalksOf(tx: Tx, companyId: string, now: Date) {
  return tx
    .select({ talk: talks, title: projects.title })
    .from(talks)
    .innerJoin(projects, eq(projects.id, talks.projectId))
    .where(and(eq(talks.companyId, companyId), liveAt(now)))
    .orderBy(asc(talks.answerBy), asc(talks.id))
}

function liveAt(now: Date) {
  const { cancelledAt, declinedAt, chosen } = talks
  return and(isNull(cancelledAt), isNull(declinedAt), or(isNull(chosen), gt(chosen, now)))
}

/** Asked for, and nothing was offered. Over talks and their project. */
export function unansweredTalk() {
  return and(
    isNull(talks.cancelledAt),
    isNull(talks.declinedAt),
    isNull(talks.chosen),
    sql`cardinality(${talks.times}) = 0`,
  )!
}

/** Those whose promise was over after `since`. For the program's own letters. */
export async function talksDueAfter(tx: Tx, since: Date): Promise<Talk[]> {
  return tx
    .select()
    .from(talks)
    .where(and(unansweredTalk(), gt(talks.answerBy, since)))
}

/** Agreed for a moment between the two. For the program's own letters. */
export async function talksBetween(tx: Tx, from: Date, until: Date): Promise<Talk[]> {
  return tx
    .select()
    .from(talks)
    .where(and(isNull(talks.cancelledAt), isNotNull(talks.chosen), gte(talks.chosen, from), lt(talks.chosen, until)))
}

/** Still to come between two of whom one hides from the other, with the side that wants no more of it. For the program itself. */
export async function talksApart(tx: Tx, now: Date): Promise<{ talk: Talk; side: Side }[]> {
  const { talentId, companyId } = talks
  const rows = await tx
    .select({ talk: talks, isTurnedAway: sql<boolean>`app_is_turned_away(${talentId}, ${companyId})` })
    .from(talks)
    .where(and(liveAt(now), sql`app_is_hidden(${talentId}, ${companyId})`))
  return rows.map(({ talk, isTurnedAway }) => ({ talk, side: isTurnedAway ? 'company' : 'talent' }))
}
