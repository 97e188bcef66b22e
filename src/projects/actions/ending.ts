import { gt, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { undoneSince } from '../../lib/undo.ts'
import { projects } from '../schema.ts'
import { carryOut, type Target } from './transition.ts'

/** No more applications: by the company, by date, or because enough people applied. */
export async function closeProject(act: Act, target: Target): Promise<void> {
  await carryOut(act, 'project.closed', target, { closedAt: act.now })
}

/**
 * No more applications when there are as many as the project takes: one update, in the act that brought the last of them
 * and while it holds the project.
 */
export async function closeWhenFull(act: Act, projectId: string): Promise<void> {
  const { rows } = await act.tx.execute<{ closed: boolean }>(
    sql`select app_close_full_project(${projectId}::uuid, ${act.now}) as closed`,
  )
  if (rows[0]?.closed) await record(act, 'project.closed', { kind: 'project', id: projectId }, { because: 'full' })
}

/** Takes applications again, without a last day and without a number that was reached already. */
export async function reopenProject(act: Act, target: Target): Promise<void> {
  const { id, applicationLimit: limit } = projects
  const applicationLimit = sql`case when app_sent_applications(${id}) >= ${limit} then null else ${limit} end`
  const set = { closedAt: null, unfilledAt: null, closesOn: null, applicationLimit }
  await carryOut(act, 'project.reopened', target, set)
}

/** Everybody who was looked for is found. Follows a sealed contract. */
export async function fillProject(act: Act, target: Target): Promise<void> {
  await carryOut(act, 'project.filled', target, { filledAt: act.now })
}

/** Nobody was found this time. */
export async function leaveUnfilled(act: Act, target: Target): Promise<void> {
  await carryOut(act, 'project.unfilled', target, { unfilledAt: act.now })
}

export async function withdrawProject(act: Act, target: Target): Promise<void> {
  await carryOut(act, 'project.withdrawn', target, { withdrawnAt: act.now })
}

/** 取り消し of a withdrawal: the project is again what it was. */
export async function restoreProject(act: Act, target: Target): Promise<void> {
  const since = undoneSince(act.now)
  await carryOut(act, 'project.restored', target, { withdrawnAt: null }, { only: gt(projects.withdrawnAt, since) })
}
