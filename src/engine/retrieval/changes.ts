/**
 * The rows that changed, in order. Whoever has looked at the rows at some version finds here which to look at again: the
 * postings walk them beside their own, and a scan in another thread has them scored anew when it comes back.
 */
export interface Changes {
  /** Version at the beginning of `rows`; what was before is forgotten. */
  first: number
  rows: number[]
}

/** Past this half is forgotten: 100 changes a second are kept for five to ten minutes. */
const MOST = 65536

export function noChanges(): Changes {
  return { first: 0, rows: [] }
}

export function versionOf({ first, rows }: Changes): number {
  return first + rows.length
}

export function noteChange(changes: Changes, row: number): void {
  changes.rows.push(row)
  if (changes.rows.length < MOST) return
  changes.rows.splice(0, MOST / 2)
  changes.first += MOST / 2
}

/** Rows changed since a version, some of them perhaps twice; null when that is forgotten. */
export function changedSince({ first, rows }: Changes, version: number): number[] | null {
  return version < first ? null : rows.slice(version - first)
}
