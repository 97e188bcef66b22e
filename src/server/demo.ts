import { eq } from 'drizzle-orm'
import type { DemoRows } from '../../seed/demo/rows.ts'
import { generateParts, type Size, USUAL } from '../../seed/generate.ts'
import { nameBasedId } from '../../seed/ids.ts'
import { writeCast } from '../../seed/write-cast.ts'
import { writeDemo } from '../../seed/write-demo.ts'
import { instance } from '../accounts/schema.ts'
import { rebuildFlows } from '../insights/actions/flows.ts'
import { releaseUntil } from '../insights/actions/releases.ts'
import { dayOfMonth } from '../law/dates.ts'
import { asOwner, type Db, type Tx } from '../lib/db.ts'
import type { Jobs } from '../lib/jobs.ts'
import type { Secrets } from '../lib/secrets.ts'
import { startOfDay, today } from '../lib/time.ts'

/** Days before now in which the cast joined. */
const CAST_DAYS = 240
const RELEASES = 3

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
    await tx.update(instance).set({ seed: size.seed }).where(eq(instance.id, 1))
    return acts
  })
}

/** The releases of the last months, so that the newest has some before it. */
async function releaseMonths(tx: Tx, now: Date): Promise<void> {
  for (let n = RELEASES - 1; n >= 0; n--) {
    const until = dayOfMonth(today(now), -n, 1)
    const newId = () => nameBasedId(`release:${until}`)
    const act = {
      tx,
      now: startOfDay(until),
      actor: null,
      organisation: null,
      assisted: null,
      newId,
      enqueue: async () => {},
    }
    await releaseUntil(act, until)
  }
}

/** Leaves the lists of people for all open projects to the jobs: a start does not wait for them. */
export async function proposeFirst(db: Db, jobs: Jobs): Promise<void> {
  await asOwner(db, (tx) => jobs.enqueue(tx, 'matching.makeLists', {}, { key: 'first' }))
}
