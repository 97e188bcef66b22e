import type { Act } from '../../lib/act.ts'
import { type Application, type Selection, selections } from '../schema.ts'
import { change, readBy } from './change.ts'

/** Opens the name that its owner agreed to show; who did it stands in history. */
export async function openName(act: Act, application: Application, version: number): Promise<void> {
  await change(act, application, version, 'application.named', {})
  await note(act, application, { namedAt: act.now, namedBy: act.actor })
}

/** 「あとで考える」: the promise goes on. */
export async function putOff(act: Act, application: Application, version: number): Promise<void> {
  await change(act, application, version, 'application.put-off', readBy(act, application))
  await note(act, application, { laterAt: act.now, passedAt: null })
}

/** 「今回は見送る」, for the company's own eyes: the answer to the person carries a reason and is written for several at once. */
export async function passOver(act: Act, application: Application, version: number): Promise<void> {
  await change(act, application, version, 'application.passed-over', readBy(act, application))
  await note(act, application, { laterAt: null, passedAt: act.now })
}

/** As if nothing had been thought of this person yet. */
export async function reconsider(act: Act, application: Application, version: number): Promise<void> {
  await change(act, application, version, 'application.reconsidered', {})
  await note(act, application, { laterAt: null, passedAt: null })
}

/** Writes into the one row that a company has about an application. */
export async function note(act: Act, { id, companyId }: Application, set: Partial<Selection>): Promise<void> {
  await act.tx
    .insert(selections)
    .values({ applicationId: id, companyId, ...set })
    .onConflictDoUpdate({ target: selections.applicationId, set })
}
