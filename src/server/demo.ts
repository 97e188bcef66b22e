import { eq } from 'drizzle-orm'
import { accountId, partnerId } from '../../seed/cast.ts'
import type { DemoRows } from '../../seed/demo/rows.ts'
import { generateParts, type Size, USUAL } from '../../seed/generate.ts'
import { nameBasedId } from '../../seed/ids.ts'
import { writeCast } from '../../seed/write-cast.ts'
import { writeDemo } from '../../seed/write-demo.ts'
import { instance } from '../accounts/schema.ts'
import { closeYear } from '../fiscal/actions/closing.ts'
import { closedReport } from '../fiscal/routes/counted.ts'
import { rebuildFlows } from '../insights/actions/flows.ts'
import { releaseUntil } from '../insights/actions/releases.ts'
import { dayOfMonth } from '../law/dates.ts'
import { dayOfFiscalYear, fiscalYearOf } from '../law/fiscal-year.ts'
import type { Act } from '../lib/act.ts'
import { asOwner, type Db, type Tx } from '../lib/db.ts'
import type { Jobs } from '../lib/jobs.ts'
import type { Secrets } from '../lib/secrets.ts'
import { startOfDay, today } from '../lib/time.ts'
import { partnerOf } from '../partners/queries.ts'

/** Days before now in which the cast joined. */
const CAST_DAYS = 240
const RELEASES = 3
/** When a year was told after its end. */
const CLOSINGS = [
  { day: '05-12', reason: null },
  { day: '06-16', reason: '国へ出す報告と同じ日づけにするため、出しなおしました。' },
] as const
const OFFICE_HOUR = 10 * 3_600_000

/**
 * A new demo: the cast and everybody around it (`parts`, when somebody has begun to make them), all in one transaction. How
 * many rows of history it has.
 */
export async function fillDemo(
  db: Db,
  secrets: Secrets,
  now: Date,
  size: Size = USUAL,
  parts: Iterable<DemoRows | undefined> = generateParts(size, secrets, now),
): Promise<number> {
  const joined = new Date(now.getTime() - CAST_DAYS * 86_400_000)
  return asOwner(db, async (tx) => {
    const acts = await writeDemo(tx, parts, writeCast(tx, secrets, joined))
    await rebuildFlows(tx)
    await releaseMonths(tx, now)
    for (const [closing, n] of CLOSINGS.map((one, at) => [one, at + 1] as const))
      await closeLastYear(tx, now, closing, n)
    await tx.update(instance).set({ seed: size.seed }).where(eq(instance.id, 1))
    return acts
  })
}

/** The releases of the last months, so that the newest has some before it. */
async function releaseMonths(tx: Tx, now: Date): Promise<void> {
  for (let n = RELEASES - 1; n >= 0; n--) {
    const until = dayOfMonth(today(now), -n, 1)
    await releaseUntil(actAt(tx, startOfDay(until), `release:${until}`), until)
  }
}

/** The town's last year that is over, as its office told it, and told it again. */
async function closeLastYear(tx: Tx, now: Date, { day, reason }: (typeof CLOSINGS)[number], n: number): Promise<void> {
  const running = fiscalYearOf(today(now))
  const year = CLOSINGS.every((one) => closedOn(running - 1, one.day) < now) ? running - 1 : running - 2
  const partner = await partnerOf(tx, partnerId('town'))
  if (!partner) return
  const at = closedOn(year, day)
  const told = await closedReport(tx, partner, year, at)
  const act = { ...actAt(tx, at, `closing:${year}:${n}`), actor: accountId('koga'), organisation: partner.id }
  await closeYear(act, partner.id, { ...told, n, reason })
}

function closedOn(year: number, day: string): Date {
  return new Date(startOfDay(dayOfFiscalYear(year + 1, day)).getTime() + OFFICE_HOUR)
}

function actAt(tx: Tx, now: Date, name: string): Act {
  return {
    tx,
    now,
    actor: null,
    organisation: null,
    assisted: null,
    newId: () => nameBasedId(name),
    enqueue: async () => {},
  }
}

/** Leaves the lists of people for all open projects to the jobs: a start does not wait for them. */
export async function proposeFirst(db: Db, jobs: Jobs): Promise<void> {
  await asOwner(db, (tx) => jobs.enqueue(tx, 'matching.makeLists', {}, { key: 'first' }))
}
