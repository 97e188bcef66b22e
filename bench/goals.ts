import { cpus } from 'node:os'

/** What every table says first: the machine, and what it is run with. */
export function machine(told: string): string {
  return `${cpus()[0]?.model ?? 'unknown processor'} × ${cpus().length}, ${process.platform} ${process.arch}, node ${process.version}; ${told}`
}

/** How a goal that is not kept is told; `npm run bench` looks for it at the beginning of a line. */
export const MISSED = 'MISSED'

/** Says whether something was reached that is asked for, and lets the program end with 1 where not. */
export function tellGoal(name: string, kept: boolean): void {
  console.log(`${kept ? 'kept  ' : MISSED} ${name}`)
  if (!kept) process.exitCode = 1
}
