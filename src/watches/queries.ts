import { and, asc, count, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { accounts } from '../accounts/schema.ts'
import { companies } from '../companies/schema.ts'
import type { Tx } from '../lib/db.ts'
import { openAt } from '../projects/queries/states.ts'
import { projects } from '../projects/schema.ts'
import { talents } from '../talents/schema.ts'
import { addressOfWatched, watchedIn } from './rules/watched.ts'
import { watches, watchHits } from './schema.ts'

/** What somebody watches, the newest first, with the names of the companies among it. */
export async function watchesOf(tx: Tx, accountId: string) {
  const rows = await tx
    .select()
    .from(watches)
    .where(eq(watches.accountId, accountId))
    .orderBy(desc(watches.createdAt), asc(watches.id))
  const names = await companyNames(
    tx,
    rows.map(({ address }) => address),
  )
  return rows.map((watch) => ({ watch, companyName: names.get(watch.address) ?? null }))
}

export async function companyNameOf(tx: Tx, address: string): Promise<string | null> {
  return (await companyNames(tx, [address])).get(address) ?? null
}

/** By the address at which a company is watched. */
async function companyNames(tx: Tx, addresses: readonly string[]): Promise<Map<string, string>> {
  const ids = addresses.flatMap((address) => {
    const watched = watchedIn(address)
    return watched?.kind === 'company' ? [watched.companyId] : []
  })
  if (ids.length === 0) return new Map()
  const { id, name } = companies
  const rows = await tx.select({ id, name }).from(companies).where(inArray(id, ids))
  return new Map(rows.map((one) => [addressOfWatched({ kind: 'company', companyId: one.id }), one.name]))
}

/** Whether and how somebody watches this list; nobody without an account. */
export async function watchAt(tx: Tx, accountId: string | undefined, address: string) {
  if (accountId === undefined) return undefined
  const [watch] = await tx
    .select()
    .from(watches)
    .where(and(eq(watches.accountId, accountId), eq(watches.address, address)))
  return watch
}

export async function watchCount(tx: Tx, accountId: string): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(watches).where(eq(watches.accountId, accountId))
  return row?.count ?? 0
}

/** For the program: by its id, whoever it belongs to, with the name of the company that it is about. */
export async function anyWatch(tx: Tx, id: string) {
  const [watch] = await tx.select().from(watches).where(eq(watches.id, id))
  return watch && { watch, companyName: await companyNameOf(tx, watch.address) }
}

/** Letters may be sent: an address that belongs to no account has to be confirmed first. */
const isLive = and(isNull(watches.pausedAt), or(isNotNull(watches.accountId), isNotNull(watches.confirmedAt)))

/** For the program: every list that somebody watches. */
export async function watchedAddresses(tx: Tx): Promise<string[]> {
  const rows = await tx.selectDistinct({ address: watches.address }).from(watches).where(isLive)
  return rows.map(({ address }) => address)
}

/** For the program: who watches one of these lists. */
export function watchersOf(tx: Tx, addresses: readonly string[]) {
  const { id, accountId, cadence, address } = watches
  return tx
    .select({ id, accountId, cadence, address })
    .from(watches)
    .where(and(sql`${address} = any(${sql.param([...addresses])}::text[])`, isLive))
}

/** For the program: watches with something to tell, and all whose letters come by the week or the day. */
export function watchesToTell(tx: Tx) {
  const waiting = sql<boolean>`exists (select 1 from ${watchHits}
    where ${watchHits.watchId} = ${watches.id} and ${watchHits.toldAt} is null)`
  return tx
    .select({ id: watches.id, cadence: watches.cadence, lookedOn: watches.lookedOn, waiting })
    .from(watches)
    .where(isLive)
}

/**
 * For the program: what a watch has to tell now. A company that the person does not want to be seen by is not told of either,
 * also where the letter goes to an address that was left without signing in but has an account.
 */
export async function hitsToTell(tx: Tx, watchId: string, now: Date) {
  return tx
    .select({ project: projects, letterId: watchHits.letterId })
    .from(watchHits)
    .innerJoin(watches, eq(watches.id, watchHits.watchId))
    .innerJoin(projects, eq(projects.id, watchHits.projectId))
    .where(
      and(eq(watchHits.watchId, watchId), isNull(watchHits.toldAt), isLive, openAt(now), mayHearOf(projects.companyId)),
    )
    .orderBy(desc(projects.publishedAt), asc(projects.id))
}

/** True for a watch whose person has nothing against this company. */
export function mayHearOf(companyId: typeof projects.companyId | SQL): SQL {
  return sql`not exists (select 1 from ${talents} join ${accounts} on ${accounts.id} = ${talents.accountId}
    where (${accounts.id} = ${watches.accountId} or ${accounts.email} = ${watches.email})
      and app_is_hidden(${talents.id}, ${companyId}))`
}

/** For the program: where letters of a watch go. */
export async function addresseeOf(tx: Tx, watchId: string) {
  const [row] = await tx
    .select({ watch: watches, email: sql<string>`coalesce(${watches.email}, ${accounts.email})` })
    .from(watches)
    .leftJoin(accounts, eq(accounts.id, watches.accountId))
    .where(and(eq(watches.id, watchId), isLive, isNull(accounts.closedAt)))
  return row
}
