import { eq } from 'drizzle-orm'
import { type Act, actOf } from '../../lib/act.ts'
import { asActor, type Db, type Tx } from '../../lib/db.ts'
import type { JobDeps } from '../../lib/job.ts'
import { type Letter, written } from '../../lib/mail/letter.ts'
import type { Mail } from '../../lib/mail.ts'
import { kindOf, pathOf } from '../../notices/rules/kinds.ts'
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
 * Sends a letter once, however often its job runs: `key` names what it is about and to whom. Whoever has an account finds it
 * among their notices too, so that mail and notices never differ. That a mail was sent is written after it went out, so a
 * crash between the two may send it twice, never lose it; the Message-ID stays the same.
 */
export async function sendLetter(deps: JobDeps, to: string, key: string, letter: Letter): Promise<void> {
  const isNew = await asActor(deps.db, SYSTEM, null, async (tx) => {
    const sent = await tx.select().from(sentMails).where(eq(sentMails.id, key))
    if (sent.length > 0) return false
    await noteFor(tx, deps, to, key, letter)
    return true
  })
  if (!isNew || !hasMail(to)) return
  const { subject, stop } = letter
  await deps.mail({ id: key, to, subject, ...written(letter, deps.config.supportPhone), ...(stop && { stop }) })
  await asActor(deps.db, SYSTEM, null, (tx) =>
    tx.insert(sentMails).values({ id: key, sentAt: deps.clock() }).onConflictDoNothing(),
  )
}

/**
 * Among the notices of whoever has an account; whoever has no mail address hears it from the desk by telephone,
 * too, but for what they only wanted to look for.
 */
async function noteFor(tx: Tx, deps: JobDeps, to: string, key: string, letter: Letter): Promise<void> {
  const root = deps.config.publicUrl
  const kind = kindOf(letter, root)
  const [account] =
    kind === null ? [] : await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, to))
  if (!kind || !account) return
  const { subject, lines, items = [], link, stop } = letter
  const row = { id: deps.newId(), key, accountId: account.id, subject, lines: [...lines], createdAt: deps.clock() }
  if (!hasMail(to) && kind !== 'watch') await tx.insert(spokenLetters).values(row).onConflictDoNothing()
  await tx
    .insert(notices)
    .values({
      ...{ ...row, kind, stop, label: link?.label, href: pathOf(link?.href, root) },
      items: items.map((item) => ({ ...item, href: pathOf(item.href, root) ?? item.href })),
    })
    .onConflictDoNothing()
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
