import { and, desc, eq, exists, isNotNull, isNull, ne, or, type SQL } from 'drizzle-orm'
import { memberships } from '../accounts/schema.ts'
import type { Tx } from '../lib/db.ts'
import { liveNodes } from './rules/nodes.ts'
import { challengeNodes, worries, worryBrowsers } from './schema.ts'

/** Who looks at a worry: a browser, and the person signed in there. */
export type Viewer = { readonly browser: string; readonly account: string | null }

/**
 * The worries that somebody may see: what this browser wrote or brought the code of, until it is somebody's own; what
 * the person claimed; what belongs to a company of theirs. To write, a viewer of the company is not enough.
 */
export function seenBy(tx: Tx, { browser, account }: Viewer, purpose: 'read' | 'write' = 'read'): SQL {
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
  const colleague = tx
    .select({ is: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.organisationId, worries.companyId),
        eq(memberships.accountId, account),
        isNull(memberships.until),
        purpose === 'write' ? ne(memberships.role, 'viewer') : undefined,
      ),
    )
  return or(nobodys, eq(worries.accountId, account), exists(colleague))!
}

export async function worryFor(tx: Tx, id: string, viewer: Viewer, purpose: 'read' | 'write' = 'read') {
  const [worry] = await tx
    .select()
    .from(worries)
    .where(and(eq(worries.id, id), seenBy(tx, viewer, purpose)))
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
  return worry && { worry, nodes: liveNodes(await nodesOf(tx, worry.id), worry.reading) }
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

/** For the desk, which may see every worry. */
export async function worryOfDesk(tx: Tx, id: string) {
  const [worry] = await tx.select().from(worries).where(eq(worries.id, id))
  return worry
}

/** The worry whose printed code has this hash. */
export async function worryByCode(tx: Tx, resumeHash: string) {
  const [worry] = await tx.select().from(worries).where(eq(worries.resumeHash, resumeHash))
  return worry
}
