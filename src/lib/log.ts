import { type DestinationStream, pino } from 'pino'
import { type PlainError, plainError } from './plain-error.ts'

/**
 * All that may stand in a log line: ids, codes and numbers. A route is its pattern, never the address with its query.
 * What is not listed here does not compile, and is dropped when it comes all the same.
 */
export type Fields = {
  readonly request?: string | undefined
  readonly method?: string | undefined
  readonly route?: string | undefined
  readonly status?: number | undefined
  readonly ms?: number | undefined
  readonly actor?: string | null | undefined
  readonly organisation?: string | null | undefined
  readonly act?: string | undefined
  readonly job?: string | undefined
  readonly jobId?: string | undefined
  readonly count?: number | undefined
  readonly port?: number | undefined
  readonly err?: unknown
}

export type Log = Readonly<Record<'debug' | 'info' | 'warn' | 'error', (fields: Fields, message: string) => void>>
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

const ALLOWED = new Set('request method route status ms actor organisation act job jobId count port'.split(' '))
const LONGEST = 200

/** Lines of JSON on the standard output, or wherever `to` leads. */
export function openLog(level: LogLevel, to: DestinationStream = pino.destination({ sync: false })): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, to)
  const at = (name: 'debug' | 'info' | 'warn' | 'error') => (fields: Fields, message: string) => {
    if (logger.isLevelEnabled(name)) logger[name](allowed(fields), message)
  }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

function allowed(fields: Fields): Record<string, string | number | null | PlainError> {
  const kept: Record<string, string | number | null | PlainError> = {}
  for (const [name, value] of Object.entries(fields)) {
    if (!ALLOWED.has(name)) continue
    if (typeof value === 'string') kept[name] = value.slice(0, LONGEST).replace(/\?.*$/s, '')
    else if (typeof value === 'number' || value === null) kept[name] = value
  }
  if (fields.err !== undefined) kept.err = plainError(fields.err)
  return kept
}
