import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { SYSTEM } from '../accounts/actions/mailing.ts'
import { accounts } from '../accounts/schema.ts'
import { record } from '../history/actions.ts'
import { actOf } from '../lib/act.ts'
import { configOrExit } from '../lib/config.ts'
import { asActor, type Db, migrate, openDatabase, StartError } from '../lib/db.ts'
import { newId } from '../lib/ids.ts'
import { openJobs } from '../lib/jobs.ts'
import { openInstance } from '../server/instance.ts'

const POWERS = ['operator', 'administrator', 'person'] as const
const USAGE =
  '使い方: meguri appoint メールアドレス operator（事務局）または administrator（管理者）、やめるときは person'

/** Makes somebody operator or administrator, or takes it back: how the first of them come into a real instance. */
export async function appointCommand([address, power]: readonly string[], now: Date): Promise<void> {
  const email = (address ?? '').normalize('NFKC').trim().toLowerCase()
  const chosen = POWERS.find((one) => one === power)
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || !chosen) throw new StartError(USAGE)
  const settings = configOrExit(process.env)
  const db = await openDatabase({ databaseUrl: settings.databaseUrl, dataDir: settings.dataDir, attach: true })
  try {
    if (db.kind !== 'attached') await migrate(db, join(import.meta.dirname, '..', 'drizzle'))
    await openInstance(db, settings, now)
    await appoint(db, email, chosen, now)
  } finally {
    await db.close()
  }
  process.stdout.write(`${email} の役目を ${chosen} にしました。次に入るときから使えます。\n`)
}

/** One act: the account, made when there is none, and its history row. */
export async function appoint(db: Db, email: string, power: (typeof POWERS)[number], now: Date): Promise<void> {
  const jobs = await openJobs(db)
  await asActor(db, SYSTEM, null, async (tx) => {
    const act = actOf({ jobs, newId }, tx, null, null, now)
    const stamps = { createdAt: now, updatedAt: now }
    await tx
      .insert(accounts)
      .values({ id: newId(), email, emailVerified: true, power, ...stamps })
      .onConflictDoUpdate({ target: accounts.email, set: { power, updatedAt: now } })
    const [account] = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email))
    await record(act, 'account.appointed', { kind: 'account', id: account!.id }, { power })
  })
  await jobs.stop()
}
