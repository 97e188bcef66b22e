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

/**
 * Runs something, and tells how long it took: by the clock, or by the processor where that is less, because other programs beside
 * it make the first longer and the threads of the runtime the second.
 */
export function timed<T>(work: () => T): { value: T; milliseconds: number } {
  const [clock, processor] = [performance.now(), process.cpuUsage()]
  const value = work()
  const { user, system } = process.cpuUsage(processor)
  return { value, milliseconds: Math.min(performance.now() - clock, (user + system) / 1000) }
}

export function seconds({ milliseconds }: { milliseconds: number }): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
