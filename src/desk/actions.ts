import { and, eq, isNull } from 'drizzle-orm'
import { record } from '../history/actions.ts'
import type { Act } from '../lib/act.ts'
import { TooLate } from '../lib/web/errors.ts'
import { type Consultation, consultations, suggestedRunnersUp } from './schema.ts'

type Asked = Pick<Consultation, 'name' | 'phone' | 'wish' | 'note' | 'page'>

/** 人に相談する: somebody wants to be called. */
export async function askForCall(act: Act, asked: Asked): Promise<void> {
  const id = act.newId()
  await act.tx.insert(consultations).values({ id, ...asked, accountId: act.actor, createdAt: act.now })
  await record(act, 'consultation.asked', { kind: 'consultation', id })
}

export async function callBack(act: Act, id: string): Promise<void> {
  const called = await act.tx
    .update(consultations)
    .set({ calledBackAt: act.now, calledBackBy: act.actor })
    .where(and(eq(consultations.id, id), isNull(consultations.calledBackAt)))
    .returning({ id: consultations.id })
  if (called.length === 0)
    throw new TooLate('ほかの人が、もう電話しました。', { href: '/desk/calls', label: '電話の一覧' })
  await record(act, 'consultation.called-back', { kind: 'consultation', id })
}

/** The desk points a company to a runner-up of a company nearby; what it hears is that its own list shows somebody. Once for each pair. */
export async function suggestRunnerUp(act: Act, projectId: string, talentId: string): Promise<void> {
  const told = await act.tx
    .insert(suggestedRunnersUp)
    .values({ projectId, talentId, suggestedAt: act.now, suggestedBy: act.actor! })
    .onConflictDoNothing()
    .returning({ at: suggestedRunnersUp.suggestedAt })
  if (told.length === 0)
    throw new TooLate('この組み合わせは、もうお知らせしました。', { href: '/desk/runners-up', label: '次点の方' })
  await record(act, 'runner-up.suggested', { kind: 'project', id: projectId }, { talent: talentId })
}
