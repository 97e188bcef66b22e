import { eq, inArray } from 'drizzle-orm'
import { type Act, actOf } from '../../lib/act.ts'
import { asActor, type Db, readAs, type Tx } from '../../lib/db.ts'
import type { JobDeps } from '../../lib/job.ts'
import { type Letter, written } from '../../lib/mail/letter.ts'
import type { Mail } from '../../lib/mail.ts'
import { lineLinkOf } from '../../notices/queries/line.ts'
import { wishesOf } from '../../notices/queries.ts'
import { kindOf, pathOf } from '../../notices/rules/kinds.ts'
import { discreet, isDiscreet, onLockScreen } from '../../notices/rules/shown.ts'
import { mailAt } from '../../notices/rules/ways.ts'
import { notices } from '../../notices/schema.ts'
import { hasMail } from '../rules/spoken.ts'
import { accounts, mailbox, sentMails, spokenLetters } from '../schema.ts'

/** The program itself, without a person behind it. */
export const SYSTEM = { id: null, power: 'system' } as const

/** An act of the program itself: what jobs and commands write with. */
export function asSystem<T>(deps: JobDeps, fn: (act: Act) => Promise<T>): Promise<T> {
  return asActor(deps.db, SYSTEM, null, (tx) => fn(actOf(deps, tx, null, null, deps.clock())))
}

/**
 * Tells a letter once, however often its job runs: `key` names what it is about and to whom. Whoever has an account finds it
 * among their notices, so that mail and notices never differ, and gets the mail when and as they wish.
 */
export async function sendLetter(deps: JobDeps, to: string, key: string, letter: Letter): Promise<void> {
  const goesOut = await asActor(deps.db, SYSTEM, null, async (tx) => {
    const sent = await tx.select().from(sentMails).where(eq(sentMails.id, key))
    return sent.length === 0 && (await note(tx, deps, to, key, letter))
  })
  if (goesOut)
    await mailOnce(deps, to, key, goesOut === 'discreetly' ? discreet(letter, deps.config.publicUrl) : letter)
}

export type Addressee = { readonly accountId: string; readonly email: string }

/** The same letter to each of several. */
export async function sendLetters(deps: JobDeps, to: readonly Addressee[], key: string, letter: Letter): Promise<void> {
  for (const { accountId, email } of to) await sendLetter(deps, email, `${key}-${accountId}`, letter)
}

/**
 * That a mail was sent is written after it went out, so a crash between the two may send it twice, never lose it; the
 * Message-ID stays the same. `keys`: the notices that it tells.
 */
export async function mailOnce(deps: JobDeps, to: string, key: string, letter: Letter, keys = [key]): Promise<void> {
  const sent = await readAs(deps.db, SYSTEM, null, (tx) => tx.select().from(sentMails).where(eq(sentMails.id, key)))
  if (sent.length === 0) {
    const shown = onLockScreen(letter, deps.config.publicUrl)
    const { subject, stop } = shown
    const bodies = written(shown, deps.config.supportPhone)
    await deps.mail({ id: key, to, subject, ...bodies, ...(stop && { stop }) })
  }
  const now = deps.clock()
  await asActor(deps.db, SYSTEM, null, async (tx) => {
    await tx.insert(sentMails).values({ id: key, sentAt: now }).onConflictDoNothing()
    await tx.update(notices).set({ mailedAt: now }).where(inArray(notices.key, keys))
  })
}

type GoesOut = 'openly' | 'discreetly' | false

/** Among the notices of whoever has an account. Whether its mail goes out now; what goes later waits in a job. */
async function note(tx: Tx, deps: JobDeps, to: string, key: string, letter: Letter): Promise<GoesOut> {
  const root = deps.config.publicUrl
  const kind = kindOf(letter, root)
  const [account] =
    kind === null
      ? []
      : await tx.select({ id: accounts.id, closedAt: accounts.closedAt }).from(accounts).where(eq(accounts.email, to))
  if (!kind || !account) return hasMail(to) && 'openly'
  if (account.closedAt) return false
  const now = deps.clock()
  const wishes = await wishesOf(tx, account.id)
  const mailDueAt = hasMail(to) ? mailAt(kind, wishes, now) : null
  const { subject, lines, items = [], link, stop } = letter
  const row = { id: deps.newId(), key, accountId: account.id, subject, lines: [...lines], createdAt: now }
  // Whoever has no mail address hears it from the desk by telephone, but for what they only wanted to look for.
  if (!hasMail(to) && kind !== 'watch') await tx.insert(spokenLetters).values(row).onConflictDoNothing()
  await tx
    .insert(notices)
    .values({
      ...{ ...row, kind, mailDueAt, stop, label: link?.label, href: pathOf(link?.href, root) },
      items: items.map((item) => ({ ...item, href: pathOf(item.href, root) ?? item.href })),
    })
    .onConflictDoNothing()
  const [kept] = await tx
    .select({ dueAt: notices.mailDueAt, mailedAt: notices.mailedAt })
    .from(notices)
    .where(eq(notices.key, key))
  if (!kept?.dueAt || kept.mailedAt) return false
  if (deps.config.lineAccount && (await lineLinkOf(tx, account.id))?.linkedAt) {
    const push = { startAfter: kept.dueAt, key: kept.dueAt > now ? `${account.id}-${kept.dueAt.toISOString()}` : key }
    await deps.jobs.enqueue(tx, 'notices.push', { accountId: account.id }, push)
  }
  if (kept.dueAt > now) {
    const when = { startAfter: kept.dueAt, key: `${account.id}-${kept.dueAt.toISOString()}` }
    await deps.jobs.enqueue(tx, 'notices.mail', { accountId: account.id }, when)
    return false
  }
  return isDiscreet(kind, wishes) ? 'discreetly' : 'openly'
}

/** Demo without a mail server: mails go to a page that everybody who tries the demo can open. */
export async function putInMailbox(db: Db, mail: Mail, at: Date): Promise<void> {
  const { to: recipient, stop: _, ...rest } = mail
  await asActor(db, SYSTEM, null, (tx) =>
    tx
      .insert(mailbox)
      .values({ ...rest, recipient, at })
      .onConflictDoNothing(),
  )
}
