import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { memberships, people } from '../../accounts/schema.ts'
import { companies, partnerCompanies } from '../../companies/schema.ts'
import { history } from '../../history/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { consentHolds } from '../../partners/queries.ts'
import { partners } from '../../partners/schema.ts'
import { seenBy, shownTo, type Viewer } from '../queries.ts'
import type { Unseen } from '../rules/sides.ts'
import type { Names } from '../rules/writers.ts'
import { type Worry, worries } from '../schema.ts'

const DESK_NAME = '事務局'

/** The partners that a company shows itself to now, by name: whom its people may ask. For the company itself. */
export async function partnersOfCompany(tx: Tx, companyId: string, now: Date) {
  return tx
    .select({ id: partners.id, name: partners.name })
    .from(partnerCompanies)
    .innerJoin(partners, eq(partners.id, partnerCompanies.partnerId))
    .where(and(eq(partnerCompanies.companyId, companyId), consentHolds(now)))
    .orderBy(asc(partners.name))
}

/** Worries on which this viewer was asked to work, the one that waits longest first. */
export async function askedWorries(tx: Tx, viewer: Viewer) {
  const purpose = viewer.side?.as === 'operator' ? 'write' : 'read'
  return tx
    .select({ id: worries.id, text: worries.text, helpAskedAt: worries.helpAskedAt, company: companies.name })
    .from(worries)
    .leftJoin(companies, eq(companies.id, worries.companyId))
    .where(and(seenBy(tx, viewer, purpose), isNotNull(worries.helpAskedAt)))
    .orderBy(asc(worries.helpAskedAt), asc(worries.id))
}

/**
 * What people of the desk and of partners are called. For the program: whoever sees a tree may know who wrote on it, and
 * nothing else of these people.
 */
export async function namesOf(tx: Tx, accounts: readonly string[]): Promise<Names> {
  if (accounts.length === 0) return new Map()
  const rows = await tx
    .select({ id: people.accountId, family: people.familyName, partner: partners.name })
    .from(people)
    .leftJoin(memberships, and(eq(memberships.accountId, people.accountId), isNull(memberships.until)))
    .leftJoin(partners, eq(partners.id, memberships.organisationId))
    .where(inArray(people.accountId, [...accounts]))
    .orderBy(asc(partners.name))
  const named = new Map<string, { family: string | null; partner: string | null }>()
  for (const { id, family, partner } of rows) {
    if (!named.get(id)?.partner) named.set(id, { family, partner })
  }
  return named
}

/**
 * Who was asked, by name, and whether they still see it: a company may have stopped to show itself. For the program, on
 * behalf of whoever may see the worry; null when nobody was asked.
 */
export async function askedOf(tx: Tx, worry: Pick<Worry, 'helpAskedAt' | 'helpFrom' | 'companyId'>, now: Date) {
  const { helpAskedAt, helpFrom, companyId } = worry
  if (helpAskedAt === null) return null
  if (helpFrom === null) return { name: DESK_NAME, sees: true }
  const shown = companyId === null ? [] : await shownTo(tx, helpFrom, sql`${companyId}::uuid`, now)
  return { name: await nameOfAsked(tx, helpFrom), sees: shown.length > 0 }
}

/**
 * Why a partner no longer sees a worry that it was once asked to look at: the company stopped showing itself, the owner ended
 * it, or the partner was done; null where it was never asked. For the program, when it is no longer seen.
 */
export async function whyUnseen(tx: Tx, worryId: string, partner: string): Promise<Unseen | null> {
  const [worry] = await tx
    .select({ helpAskedAt: worries.helpAskedAt, helpFrom: worries.helpFrom })
    .from(worries)
    .where(eq(worries.id, worryId))
  if (worry?.helpFrom === partner) return worry.helpAskedAt ? 'hidden' : 'finished'
  const asked = await tx
    .select({ id: history.id })
    .from(history)
    .where(
      and(
        eq(history.subjectId, worryId),
        eq(history.act, 'worry.help-asked'),
        eq(sql`${history.data}->>'from'`, partner),
      ),
    )
    .limit(1)
  return worry && asked.length > 0 ? 'ended' : null
}

/** A partner by its name; null is the desk. */
export async function nameOfAsked(tx: Tx, helpFrom: string | null): Promise<string> {
  if (helpFrom === null) return DESK_NAME
  const [partner] = await tx.select({ name: partners.name }).from(partners).where(eq(partners.id, helpFrom))
  return partner?.name ?? DESK_NAME
}
