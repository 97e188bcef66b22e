/** Minutes within which whoever did something can take it back; what others hear of it waits as long. */
export const UNDO_MINUTES = 30

export function undoUntil(at: Date): Date {
  return new Date(at.getTime() + UNDO_MINUTES * 60_000)
}

/** What was done after this moment can still be taken back. */
export function undoneSince(now: Date): Date {
  return new Date(now.getTime() - UNDO_MINUTES * 60_000)
}

export function canStillUndo(at: Date | null, now: Date): boolean {
  return at !== null && now < undoUntil(at)
}
