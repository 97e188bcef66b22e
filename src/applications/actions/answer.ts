import { and, eq, isNull, lte, sql } from 'drizzle-orm'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { inState } from '../queries/states.ts'
import { LAPSE_DAYS } from '../rules/state.ts'
import { type Application, applications, type Interview, interviews } from '../schema.ts'
import { change, changedMeanwhile } from './change.ts'

/** One of the two proposed times. */
export async function chooseTime(act: Act, application: Application, version: number, interview: Interview, n: 1 | 2) {
  await change(act, application, version, 'application.interview-chosen', {})
  const chosen = n === 1 ? interview.time1 : interview.time2
  const kept = await act.tx
    .update(interviews)
    .set({ chosen, chosenAt: act.now })
    .where(
      and(
        eq(interviews.id, interview.id),
        isNull(interviews.cancelledAt),
        isNull(interviews.chosenAt),
        isNull(interviews.moveAskedAt),
      ),
    )
    .returning({ id: interviews.id })
  if (kept.length === 0) throw changedMeanwhile()
}

/** Neither of the two suits, or the chosen one no longer does: the company proposes others. */
export async function askOtherTimes(act: Act, application: Application, version: number, interview: Interview) {
  await change(act, application, version, 'application.interview-move-asked', {})
  const asked = await act.tx
    .update(interviews)
    .set({ moveAskedAt: act.now, chosen: null, chosenAt: null })
    .where(and(eq(interviews.id, interview.id), isNull(interviews.cancelledAt), isNull(interviews.moveAskedAt)))
    .returning({ id: interviews.id })
  if (asked.length === 0) throw changedMeanwhile()
}

/**
 * Yes to an offer. Of all who say yes to one project each waits for the one before, so that there are never more than
 * its openings: the count stands in the update itself and is taken while the project's row is held.
 */
export async function accept(act: Act, application: Application, version: number): Promise<Application> {
  await act.tx.execute(sql`select app_lock_project(${application.projectId}::uuid)`)
  return change(
    act,
    application,
    version,
    'application.accepted',
    { acceptedAt: act.now },
    {
      where: sql`app_accepted_applications(project_id) < (
      select openings from projects where projects.id = project_id and withdrawn_at is null)`,
      late: () =>
        new TooLate('この案件は、少し前にほかの方に決まりました。', { href: '/projects', label: 'ほかの案件を見る' }),
    },
  )
}

/** Ends the offers that nobody answered in time. How many. */
export async function lapseOffers(act: Act): Promise<number> {
  const before = new Date(act.now.getTime() - LAPSE_DAYS * 86_400_000)
  const open = await act.tx
    .select()
    .from(applications)
    .where(and(inState('offered'), lte(applications.offeredAt, before)))
    .for('update')
  const batch = act.newId()
  for (const application of open) {
    await change(act, application, application.version, 'application.lapsed', { lapsedAt: act.now }, { batch })
  }
  return open.length
}
