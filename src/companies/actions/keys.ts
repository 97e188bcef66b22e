import { eq, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import type { Secrets } from '../../lib/secrets.ts'
import { type Known, companyKeys as keysOf } from '../rules/keys.ts'
import { type Affiliate, affiliates, companies, companyKeys, KEYS_VERSION } from '../schema.ts'

/** Adds what a company is known by. Nothing is taken away: who hid from its former name stays hidden. */
export async function writeKeys(act: Act, companyId: string, known: Known, secrets: Secrets): Promise<void> {
  const keys = [...new Set(keysOf(known))]
  if (keys.length === 0) return
  await act.tx
    .insert(companyKeys)
    .values(keys.map((key) => ({ companyId, keyHash: secrets.hash(key, 'company') })))
    .onConflictDoNothing()
  await act.tx.execute(sql`select app_meet_group(${companyId}::uuid)`)
}

/** Adds what a company is known by, by the rules of today. */
export async function renewKeys(act: Act, companyId: string, known: Known, secrets: Secrets): Promise<void> {
  await writeKeys(act, companyId, known, secrets)
  await act.tx.update(companies).set({ keysVersion: KEYS_VERSION }).where(eq(companies.id, companyId))
  await record(act, 'company.keys-renewed', { kind: 'company', id: companyId })
}

/** Whoever comes to a company brings its mail domain along: a company that has people at somebody's employer is hidden from. */
export async function knowMember(act: Act, organisationId: string, email: string, secrets: Secrets): Promise<void> {
  const found = await act.tx.select({ id: companies.id }).from(companies).where(eq(companies.id, organisationId))
  if (found.length > 0) await writeKeys(act, organisationId, { name: '', domains: [email] }, secrets)
}

type AffiliateAnswers = Pick<Affiliate, 'name' | 'corporateNumber' | 'domain'>

/**
 * The desk learnt of a company of the same group. From now on every company of the group that is here is known by all that the
 * others are known by, and so is one that comes later.
 */
export async function nameAffiliate(act: Act, companyId: string, affiliate: AffiliateAnswers, secrets: Secrets) {
  const { name, corporateNumber, domain } = affiliate
  const id = act.newId()
  const keys = keysOf({ name, corporateNumber, domains: domain ? [domain] : [] })
  const keyHashes = keys.map((key) => secrets.hash(key, 'company'))
  const named = { namedBy: act.actor!, namedAt: act.now }
  await act.tx.insert(affiliates).values({ id, companyId, name, corporateNumber, domain, keyHashes, ...named })
  const { rows } = await act.tx.execute<{ id: string }>(
    sql`select id from app_join_group(${companyId}::uuid, ${sql.param(keyHashes)}::text[]) as id`,
  )
  for (const joined of rows) await record(act, 'company.affiliate-named', { kind: 'company', id: joined.id }, {}, id)
}
