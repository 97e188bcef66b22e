import { eq } from 'drizzle-orm'
import { SYSTEM } from '../accounts/actions/mailing.ts'
import { tellSides } from '../contracts/jobs/telling.ts'
import { history } from '../history/schema.ts'
import { readAs } from '../lib/db.ts'
import type { JobHandler } from '../lib/job.ts'
import { workLetter } from './mails.tsx'
import { reviewsOfContract } from './queries/works.ts'

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
