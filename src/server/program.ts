import { StartError } from '../lib/start-error.ts'

/** Runs a program to its start; what stops it is said in a sentence, what nobody foresaw with all that is known. */
export function run(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    const known = error instanceof StartError
    process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
    process.exit(known ? error.exitCode : 1)
  })
}

/** Calls `stop` once, at the first sign to end; then the process ends. */
export function onStop(stop: () => Promise<void>): void {
  let stopping = false
  const once = () => {
    if (stopping) return
    stopping = true
    // What needed longer than it was given has no database any more: it fails, and begins anew at the next start.
    process.on('unhandledRejection', () => {})
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', once)
  process.on('SIGINT', once)
}
