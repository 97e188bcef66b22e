import { eq } from 'drizzle-orm'
import { type Act, actOf } from '../../lib/act.ts'
import { asActor, type Db, readAs } from '../../lib/db.ts'
import type { JobDeps } from '../../lib/job.ts'
import { type Letter, written } from '../../lib/mail/letter.ts'
import type { Mail } from '../../lib/mail.ts'
import { hasMail } from '../rules/spoken.ts'
import { accounts, mailbox, sentMails, spokenLetters } from '../schema.ts'

/** The program itself, without a person behind it. */
export const SYSTEM = { id: null, power: 'system' } as const

/** An act of the program itself: what jobs and commands write with. */
export function asSystem<T>(deps: JobDeps, fn: (act: Act) => Promise<T>): Promise<T> {
  return asActor(deps.db, SYSTEM, null, (tx) => fn(actOf(deps, tx, null, null, deps.clock())))
}

/**
 * Sends a letter once, however often its job runs: `key` names what it is about and to whom. The row is written after
 * the mail went out, so a crash between the two may send it twice, never lose it; the Message-ID stays the same.
 */
export async function sendLetter(deps: JobDeps, to: string, key: string, letter: Letter): Promise<void> {
  const sent = await readAs(deps.db, SYSTEM, null, (tx) => tx.select().from(sentMails).where(eq(sentMails.id, key)))
  if (sent.length > 0) return
  if (!hasMail(to)) return leaveToTell(deps, to, key, letter)
  const { subject, stop } = letter
  await deps.mail({ id: key, to, subject, ...written(letter, deps.config.supportPhone), ...(stop && { stop }) })
  await asActor(deps.db, SYSTEM, null, (tx) =>
    tx.insert(sentMails).values({ id: key, sentAt: deps.clock() }).onConflictDoNothing(),
  )
}

/** Whoever has no mail address hears it from the desk by telephone. */
async function leaveToTell(deps: JobDeps, to: string, key: string, { subject, lines }: Letter): Promise<void> {
  await asActor(deps.db, SYSTEM, null, async (tx) => {
    const [account] = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, to))
    if (!account) return
    await tx
      .insert(spokenLetters)
      .values({ id: deps.newId(), key, accountId: account.id, subject, lines: [...lines], createdAt: deps.clock() })
      .onConflictDoNothing()
  })
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
