import { sqlState } from './db/actor.ts'

export type PlainError = { name: string; message: string; stack: string }

/**
 * An error as it may stand in a log or beside a resting job. The database's own messages quote values, and drizzle's
 * quote every parameter, so of them only code, table, column and constraint are kept.
 */
export function plainError(error: unknown): PlainError {
  if (!(error instanceof Error)) return { name: 'Error', message: `Thrown: ${typeof error}`, stack: '' }
  const state = sqlState(error)
  const message = state === null ? error.message : `Database error ${state}${placeOf(error)}`
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { name: error.name, message, stack: stack.join('\n') }
}

function placeOf(error: Error): string {
  let innermost = error
  while (innermost.cause instanceof Error) innermost = innermost.cause
  const names = (['table', 'column', 'constraint'] as const).flatMap((part) => {
    const name: unknown = part in innermost ? innermost[part as keyof Error] : undefined
    return typeof name === 'string' ? [`${part} ${name}`] : []
  })
  return names.length === 0 ? '' : ` (${names.join(', ')})`
}
