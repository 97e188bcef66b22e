import { and, desc, eq, exists, isNotNull, isNull, ne, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { memberships } from '../accounts/schema.ts'
import { mayPost } from '../companies/queries.ts'
import { partnerCompanies } from '../companies/schema.ts'
import type { Tx } from '../lib/db.ts'
import { consentHolds } from '../partners/queries.ts'
import { liveNodes, saidOf } from './rules/nodes.ts'
import { OWNER, type Side } from './rules/sides.ts'
import { challengeNodes, worries, worryBrowsers } from './schema.ts'

/** Who looks at a worry: a browser, the person signed in there, and on whose side; on the owner's when nothing is said. */
export type Viewer = { readonly browser: string; readonly account: string | null; readonly side?: Side }

export function sideOf({ side = OWNER }: Viewer): Side {
  return side
}

/**
 * The worries that somebody may see: what this browser wrote or brought the code of, until it is somebody's own; what
 * the person claimed; what belongs to a company of theirs, to be written on by whoever posts for it. The desk reads all and
 * writes where it was asked to; a partner sees where it was asked to and the company still shows itself.
 */
export function seenBy(tx: Tx, viewer: Viewer, purpose: 'read' | 'write' = 'read'): SQL {
  const { browser, account } = viewer
  const side = sideOf(viewer)
  if (side.as !== 'owner' && side.assisting) return eq(worries.companyId, side.assisting)
  if (side.as === 'operator') return purpose === 'read' ? sql`true` : askedOfDesk()
  if (side.as === 'partner') return askedOf(tx, side, account, purpose)
  const brought = tx
    .select({ is: worryBrowsers.worryId })
    .from(worryBrowsers)
    .where(and(eq(worryBrowsers.worryId, worries.id), eq(worryBrowsers.browserHash, browser)))
  const nobodys = and(
    isNull(worries.accountId),
    isNull(worries.companyId),
    or(eq(worries.browserHash, browser), exists(brought)),
  )
  if (account === null) return nobodys!
  const posts = purpose === 'write' ? mayPost : undefined
  return or(nobodys, eq(worries.accountId, account), exists(membershipOf(tx, worries.companyId, account, posts)))!
}

function askedOfDesk(): SQL {
  return and(isNotNull(worries.helpAskedAt), isNull(worries.helpFrom))!
}

function askedOf(tx: Tx, side: Extract<Side, { as: 'partner' }>, account: string | null, purpose: 'read' | 'write') {
  const { partner, now } = side
  if (account === null) return sql`false`
  // Tasks are given to a company's people only.
  const works = purpose === 'write' ? ne(memberships.role, 'viewer') : undefined
  return and(
    exists(membershipOf(tx, partner, account, works)),
    isNotNull(worries.helpAskedAt),
    eq(worries.helpFrom, partner),
    exists(shownTo(tx, partner, worries.companyId, now)),
  )!
}

function membershipOf(tx: Tx, organisation: string | SQLWrapper, account: string, which: SQL | undefined) {
  return tx
    .select({ is: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.organisationId, organisation),
        eq(memberships.accountId, account),
        isNull(memberships.until),
        which,
      ),
    )
}

/** The company's consent to be seen by the partner, as long as it holds. */
export function shownTo(tx: Tx, partner: string, company: SQLWrapper, now: Date) {
  return tx
    .select({ is: partnerCompanies.companyId })
    .from(partnerCompanies)
    .where(and(eq(partnerCompanies.partnerId, partner), eq(partnerCompanies.companyId, company), consentHolds(now)))
}

export async function worryFor(tx: Tx, id: string, viewer: Viewer, purpose: 'read' | 'write' = 'read') {
  const [worry] = await tx
    .select()
    .from(worries)
    .where(and(eq(worries.id, id), seenBy(tx, viewer, purpose)))
  return worry
}

/** For the program, on behalf of whoever holds its sheet. */
export async function worryNamed(tx: Tx, id: string) {
  const [worry] = await tx.select().from(worries).where(eq(worries.id, id))
  return worry
}

/** Every node of a worry, of both readings, removed ones too. */
export async function nodesOf(tx: Tx, worryId: string) {
  return tx.select().from(challengeNodes).where(eq(challengeNodes.worryId, worryId)).orderBy(challengeNodes.position)
}

/** A worry that was brought into this company, with the tree its people look at. */
export async function worryOfCompany(tx: Tx, companyId: string, worryId: string) {
  const [worry] = await tx
    .select()
    .from(worries)
    .where(and(eq(worries.id, worryId), eq(worries.companyId, companyId)))
  if (!worry) return undefined
  const nodes = await nodesOf(tx, worry.id)
  return { worry, nodes: liveNodes(nodes, worry.reading), said: saidOf(nodes, worry.reading) }
}

/** The worries of a company, newest first. */
export async function worriesOfCompany(tx: Tx, companyId: string, limit = 20) {
  return tx.select().from(worries).where(eq(worries.companyId, companyId)).orderBy(desc(worries.createdAt)).limit(limit)
}

/** What somebody wrote and has not yet brought into a company. */
export async function worriesOfPerson(tx: Tx, accountId: string, limit = 20) {
  return tx
    .select()
    .from(worries)
    .where(and(eq(worries.accountId, accountId), isNull(worries.companyId), isNotNull(worries.structuredAt)))
    .orderBy(desc(worries.createdAt))
    .limit(limit)
}

/** What was being written in this browser and was never sent. */
export async function draftFor(tx: Tx, viewer: Viewer) {
  const [draft] = await tx
    .select()
    .from(worries)
    .where(and(isNull(worries.structuredAt), isNull(worries.companyId), seenBy(tx, viewer)))
    .orderBy(desc(worries.updatedAt))
    .limit(1)
  return draft
}

/** The worry whose printed code has this hash. */
export async function worryByCode(tx: Tx, resumeHash: string) {
  const [worry] = await tx.select().from(worries).where(eq(worries.resumeHash, resumeHash))
  return worry
}
