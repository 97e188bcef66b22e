import type { Tx } from './db.ts'
import type { Jobs } from './jobs.ts'

/**
 * What an action needs of the world: the open transaction, who acts for whom, the time, new ids, and a way to leave
 * work for later inside the same transaction.
 */
export type Act = {
  readonly tx: Tx
  readonly now: Date
  readonly actor: string | null
  readonly organisation: string | null
  /** The assisted session in which somebody of another house acts: history keeps it with every row. */
  readonly assisted: string | null
  newId(): string
  enqueue(name: string, payload: Record<string, unknown>, options?: { startAfter?: Date; key?: string }): Promise<void>
}

/** An act over an open transaction. */
export function actOf(
  deps: { readonly jobs: Jobs; readonly newId: () => string },
  tx: Tx,
  actor: string | null,
  organisation: string | null,
  now: Date,
  assisted: string | null = null,
): Act {
  const { jobs, newId } = deps
  return {
    tx,
    now,
    actor,
    organisation,
    assisted,
    newId,
    enqueue: (name, payload, options) => jobs.enqueue(tx, name, payload, options),
  }
}
