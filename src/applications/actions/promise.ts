import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { overdueOf, overdueQuestionsOf, overdueTalksOf } from '../queries/promises.ts'
import { promiseCalls } from '../schema.ts'

/** The desk called a company about the answers that it owes. */
export async function noteCall(act: Act, companyId: string): Promise<void> {
  const owed = await overdueOf(act.tx, companyId, act.now)
  const asked = await overdueQuestionsOf(act.tx, companyId, act.now)
  const talks = await overdueTalksOf(act.tx, companyId, act.now)
  if (owed.length + asked.length + talks.length === 0)
    throw new TooLate('この会社は、もう返事をしました。', { href: '/desk', label: '事務局' })
  const id = act.newId()
  await act.tx.insert(promiseCalls).values({ id, companyId, calledBy: act.actor!, calledAt: act.now })
  await record(
    act,
    'promise.called',
    { kind: 'company', id: companyId },
    {
      applications: owed.map((one) => one.id),
      questions: asked.map((one) => one.id),
      talks: talks.map((one) => one.id),
    },
  )
}
