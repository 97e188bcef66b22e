import { today } from '../lib/time.ts'
import { lintLines } from '../projects/rules/lint-lines.ts'
import { linesIn, print } from './lines.ts'

/** Postings in, what the check says of each out; needs no database. */
export function lintCommand(_: readonly string[], now: Date): Promise<void> {
  return print(lintLines(linesIn(), today(now)))
}
