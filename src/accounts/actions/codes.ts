import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { Act } from '../../lib/act.ts'
import type { Tx } from '../../lib/db.ts'
import type { Secrets } from '../../lib/secrets.ts'
import { sameHash } from '../../lib/web/call.ts'
import { openCodeOf } from '../queries.ts'
import { KNOWN_DAYS, UNUSED_HOURS } from '../rules/codes.ts'
import { CODE_MINUTES, CODE_TRIES, sessionSeconds } from '../rules.ts'
import { introductions, sessions, signInCodes, spokenCodes, verifications } from '../schema.ts'

type Purpose = 'sign-in' | 'signing'
/** The browser that asks, and where in the net it is. */
type From = { readonly browserHash: string; readonly neighbourhood: string }

/** Notes that a code is wanted; the worker makes and sends it, so that the answer is the same for every address. */
export async function requestCode(
  act: Act,
  email: string,
  from: From,
  purpose: Purpose,
  introductionId: string | null = null,
): Promise<string> {
  const id = act.newId()
  const expiresAt = new Date(act.now.getTime() + CODE_MINUTES * 60_000)
  const wanted = { id, email, ...from, purpose, introductionId }
  await act.tx.insert(signInCodes).values({ ...wanted, createdAt: act.now, expiresAt })
  await act.enqueue('accounts.sendCode', { id })
  return id
}

/** Stores the hash of a new code; the code itself is only in the mail. */
export async function makeCode(tx: Tx, id: string, code: string, secrets: Secrets): Promise<boolean> {
  const made = await tx
    .update(signInCodes)
    .set({ codeHash: secrets.hash(code, `code:${id}`) })
    .where(and(eq(signInCodes.id, id), isNull(signInCodes.codeHash)))
    .returning({ id: signInCodes.id })
  return made.length === 1
}

/**
 * Spends one try on the newest code of this browser. The proven address, or why not. Tries are counted by a
 * conditional update, so that fifty guesses at once are still five.
 */
export async function spendCode(
  act: Act,
  browserHash: string,
  purpose: Purpose,
  code: string,
  secrets: Secrets,
): Promise<{ email: string; introductionId: string | null } | 'wrong' | 'gone'> {
  const open = await openCodeOf(act.tx, browserHash, purpose, act.now)
  if (!open?.codeHash) return open ? 'wrong' : 'gone'
  const tried = await act.tx
    .update(signInCodes)
    .set({ attempts: sql`${signInCodes.attempts} + 1` })
    .where(and(eq(signInCodes.id, open.id), sql`${signInCodes.attempts} < ${CODE_TRIES}`, isNull(signInCodes.usedAt)))
    .returning({ id: signInCodes.id })
  if (tried.length === 0) return 'gone'
  if (!sameHash(open.codeHash, secrets.hash(code, `code:${open.id}`))) return 'wrong'
  await act.tx.update(signInCodes).set({ usedAt: act.now }).where(eq(signInCodes.id, open.id))
  return { email: open.email, introductionId: open.introductionId }
}

/** Takes away what is left of signing in and is of no use any more: codes with the addresses they went to, sessions that are over. */
export async function forgetSignIns({ tx, now }: Act): Promise<void> {
  const before = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
  const { createdAt, usedAt } = signInCodes
  const unused = and(isNull(usedAt), lt(createdAt, before(UNUSED_HOURS)))
  await tx.delete(signInCodes).where(or(unused, lt(createdAt, before(KNOWN_DAYS * 24))))
  await tx.delete(sessions).where(lt(sessions.createdAt, before(sessionSeconds('person') / 3600)))
  for (const table of [verifications, introductions, spokenCodes])
    await tx.delete(table).where(lt(table.expiresAt, before(UNUSED_HOURS)))
}
