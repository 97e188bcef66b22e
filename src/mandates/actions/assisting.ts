import { and, count, eq, gt, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { addressesOf } from '../../accounts/queries.ts'
import { hasMail } from '../../accounts/rules/spoken.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import type { Secrets } from '../../lib/secrets.ts'
import { sameHash } from '../../lib/web/call.ts'
import { NotThere, TooLate } from '../../lib/web/errors.ts'
import type { Scope } from '../../lib/web/guard.ts'
import { after, CODE_MINUTES, codeDigits, MOST_CALLS, MOST_TRIES, SESSION_MINUTES } from '../rules.ts'
import { type AssistedSession, assistCodes, assistedSessions, mandates } from '../schema.ts'

/** The digits of a code: the row's id and the key say them again while it is good. */
export function codeOf(id: string, secrets: Secrets): string {
  return codeDigits(secrets.hash(id, 'assist-code'))
}

type Asked = { companyId: string; partnerId: string | null; scope: Scope }

/** A new code of a company; those before it are over. */
export async function makeCode(act: Act, asked: Asked, secrets: Secrets): Promise<void> {
  await act.tx
    .update(assistCodes)
    .set({ expiresAt: act.now })
    .where(
      and(eq(assistCodes.companyId, asked.companyId), isNull(assistCodes.usedAt), gt(assistCodes.expiresAt, act.now)),
    )
  await writeCode(act, asked, secrets)
  await record(act, 'assist-code.made', { kind: 'company', id: asked.companyId }, { scope: asked.scope })
}

async function writeCode(act: Act, asked: Asked, secrets: Secrets): Promise<string> {
  const id = act.newId()
  await act.tx.insert(assistCodes).values({
    ...{ id, ...asked, madeBy: act.actor!, createdAt: act.now, expiresAt: after(act.now, CODE_MINUTES) },
    codeHash: hashOf(codeOf(id, secrets), asked.partnerId, secrets),
  })
  return id
}

/**
 * While the desk speaks with an owner by telephone: digits go to the mailboxes of the owners, and whoever reads them back lets the
 * desk in. The desk itself never sees them: what it could ring, read or write down, it could give to itself. For the program.
 */
export async function sendCodeForCall(act: Act, companyId: string, scope: Scope, secrets: Secrets): Promise<void> {
  const owners = await addressesOf(act.tx, companyId, { role: 'owner' })
  if (!owners.some(({ email }) => hasMail(email))) throw new TooLate(NO_MAILBOX, TO_DESK)
  const desk = and(eq(assistCodes.companyId, companyId), isNull(assistCodes.partnerId))
  // One after the other, so that many who press at once do not all find that little was sent.
  await act.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`assist-codes:${companyId}`}, 0))`)
  const [asked] = await act.tx
    .select({ all: count() })
    .from(assistCodes)
    .where(and(desk, gt(assistCodes.createdAt, after(act.now, -60))))
  if (asked!.all >= MOST_CALLS) throw new TooLate(ENOUGH_CALLS, TO_DESK)
  await act.tx
    .update(assistCodes)
    .set({ expiresAt: act.now })
    .where(and(desk, isNull(assistCodes.usedAt), gt(assistCodes.expiresAt, act.now)))
  const id = await writeCode(act, { companyId, partnerId: null, scope }, secrets)
  await record(act, 'assist-code.sent', { kind: 'company', id: companyId }, { scope })
  await act.enqueue('mandates.sendCode', { id }, { key: id })
}

const TO_DESK = { href: '/desk/assistance', label: '代わりに入力する' }
const NO_MAILBOX = 'この会社の代表の方には、メールが届きません。署名した紙か、会社の方の画面の番号で始めてください。'
const ENOUGH_CALLS = 'この会社には、番号を続けて送っています。1時間ほどおいてから、送ってください。'

export type Assistant = { readonly id: string; readonly signInId: string; readonly partnerId: string | null }

/**
 * Whoever helps types the code that the owner said: the company whose session began, or null. A wrong number counts against
 * every code that this house could have guessed. For the program, which alone reads codes.
 */
export async function beginByCode(
  act: Act,
  code: string,
  assistant: Assistant,
  secrets: Secrets,
): Promise<string | null> {
  const good = and(
    sameHouse(assistCodes.partnerId, assistant.partnerId),
    isNull(assistCodes.usedAt),
    gt(assistCodes.expiresAt, act.now),
    lt(assistCodes.attempts, MOST_TRIES),
  )
  // Counted before it is looked at: guesses that come at the same time wait for each other.
  const tried = await act.tx
    .update(assistCodes)
    .set({ attempts: sql`${assistCodes.attempts} + 1` })
    .where(good)
    .returning()
  const hash = hashOf(code, assistant.partnerId, secrets)
  const used = tried.find(({ codeHash }) => sameHash(codeHash, hash))
  if (!used) return null
  await act.tx.update(assistCodes).set({ usedAt: act.now }).where(eq(assistCodes.id, used.id))
  // It was no guess: to the others nothing happened.
  const others = tried.filter((one) => one !== used).map(({ id }) => id)
  if (others.length > 0) {
    await act.tx
      .update(assistCodes)
      .set({ attempts: sql`${assistCodes.attempts} - 1` })
      .where(inArray(assistCodes.id, others))
  }
  const { companyId, partnerId, scope } = used
  await begin(act, { companyId, partnerId, scope, codeId: used.id, mandateId: null }, assistant)
  return companyId
}

/** As long as a mandate holds, whoever belongs to the house that has it begins without a code. For the program. */
export async function beginByMandate(act: Act, id: string, assistant: Assistant): Promise<string> {
  const [mandate] = await act.tx
    .select()
    .from(mandates)
    .where(
      and(
        eq(mandates.id, id),
        sameHouse(mandates.partnerId, assistant.partnerId),
        isNull(mandates.revokedAt),
        lte(mandates.startsAt, act.now),
        gt(mandates.endsAt, act.now),
      ),
    )
    .for('share')
  if (!mandate) throw new NotThere()
  const { companyId, partnerId, scope } = mandate
  await begin(act, { companyId, partnerId, scope, codeId: null, mandateId: id }, assistant)
  return companyId
}

type Beginning = Pick<AssistedSession, 'companyId' | 'partnerId' | 'scope' | 'codeId' | 'mandateId'>

/** One at a time from one sign-in, and one for each company: what somebody began before is over. */
async function begin(act: Act, what: Beginning, assistant: Assistant): Promise<void> {
  const id = act.newId()
  const { signInId, assistantId, companyId } = assistedSessions
  const same = and(eq(assistantId, assistant.id), eq(companyId, what.companyId))
  await end(act, or(eq(signInId, assistant.signInId), same)!)
  const expiresAt = after(act.now, SESSION_MINUTES)
  await act.tx.insert(assistedSessions).values({
    ...{ id, ...what, assistantId: assistant.id, signInId: assistant.signInId, startedAt: act.now, expiresAt },
  })
  await act.enqueue('mandates.close', { id }, { startAfter: expiresAt, key: id })
  const named = { partner: what.partnerId, scope: what.scope, ...(what.mandateId && { mandate: what.mandateId }) }
  await record(inNameOf(act, what.companyId), 'assisted-session.begun', { kind: 'assisted-session', id }, named)
}

/** 「終わる」: by whoever works in it, or by the company. */
export async function endSession(act: Act, companyId: string, id: string): Promise<void> {
  const ended = await end(act, and(eq(assistedSessions.id, id), eq(assistedSessions.companyId, companyId))!)
  if (ended === 0)
    throw new TooLate('代行入力は、もう終わっています。', {
      href: `/companies/${companyId}/assistance`,
      label: '手伝ってもらう人を見る',
    })
}

/** Its time is over. */
export async function closeSession(act: Act, id: string): Promise<void> {
  await end(act, and(eq(assistedSessions.id, id), lte(assistedSessions.expiresAt, act.now))!)
}

/** Whoever signs out stops working for anybody. */
export async function endOfSignIn(act: Act, signInId: string): Promise<void> {
  await end(act, eq(assistedSessions.signInId, signInId))
}

/** How many ended; one whose time was over before ended then. */
async function end(act: Act, which: SQL): Promise<number> {
  const ended = await act.tx
    .update(assistedSessions)
    .set({ endedAt: sql`least(${act.now}, ${assistedSessions.expiresAt})` })
    .where(and(which, isNull(assistedSessions.endedAt)))
    .returning({ id: assistedSessions.id, companyId: assistedSessions.companyId })
  for (const { id, companyId } of ended) {
    await record(inNameOf(act, companyId), 'assisted-session.ended', { kind: 'assisted-session', id })
  }
  return ended.length
}

/** So that the company reads it, whoever did it. */
function inNameOf(act: Act, companyId: string): Act {
  return { ...act, organisation: companyId }
}

function sameHouse(column: typeof mandates.partnerId | typeof assistCodes.partnerId, partnerId: string | null): SQL {
  return partnerId === null ? isNull(column) : eq(column, partnerId)
}

function hashOf(code: string, partnerId: string | null, secrets: Secrets): string {
  return secrets.hash(`${partnerId ?? 'desk'}:${code}`, 'assist-code-typed')
}
