import { eq } from 'drizzle-orm'
import { asSystem, SYSTEM } from '../accounts/actions/mailing.ts'
import { tellSides } from '../contracts/jobs/telling.ts'
import { history } from '../history/schema.ts'
import { readAs } from '../lib/db.ts'
import type { JobHandler } from '../lib/job.ts'
import { openReview } from './actions/works.ts'
import { workLetter } from './mails.tsx'
import { reviewsOfContract, waitingReviews } from './queries/works.ts'
import { BLIND_DAYS } from './rules/reviews.ts'

/** Reports, confirmations, handover notes and reviews: the other side hears of them. */
export const tellWork: JobHandler = async (deps, { id }) => {
  const found = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const [row] = await tx
      .select()
      .from(history)
      .where(eq(history.id, Number(id)))
    const contractId = String(row?.data.contractId)
    return row && { contractId, reviews: await reviewsOfContract(tx, contractId) }
  })
  if (!found) return
  await tellSides(deps, Number(id), found.contractId, (side, news) =>
    workLetter(side, news, found.reviews.length === 2),
  )
}

/** Every day: whoever waited two weeks for the other's review waits no longer, and the other side reads what was written. */
export const openReviews: JobHandler = async (deps) => {
  const before = new Date(deps.clock().getTime() - BLIND_DAYS * 86_400_000)
  await asSystem(deps, async (act) => {
    for (const review of await waitingReviews(act.tx, before)) await openReview(act, review)
  })
}
