import { parseArgs } from 'node:util'
import { StartError } from '../lib/start-error.ts'
import { BAD_INPUT } from './bad-input.ts'
import { LONGEST_LINE, splitLines } from './split-lines.ts'

/** What stands in for a line that cannot be read: no JSON, so that it is counted and answered as such. */
const UNREADABLE = '\0'

/**
 * Answers line by line what comes in by `stdin`. Says how it is used where it is asked, and where somebody says anything else (a
 * file's name above all), instead of waiting for lines that never come.
 */
export async function answerLines(
  args: readonly string[],
  usage: string,
  answer: (lines: AsyncIterable<string>) => AsyncIterable<string>,
): Promise<void> {
  if (helpAsked(args, usage)) return print([usage])
  if (process.stdin.isTTY) process.stderr.write(`${usage}\n（1行ずつ入れてください。終わりは Ctrl+D です。）\n`)
  await print(answer(readableLines(process.stdin)))
}

function helpAsked(args: readonly string[], usage: string): boolean {
  try {
    return parseArgs({ args: [...args], options: { help: { type: 'boolean', short: 'h' } } }).values.help === true
  } catch {
    throw new StartError(usage, BAD_INPUT)
  }
}

/** Lines as text; one that is not UTF-8, or without end, comes as something that is no JSON. */
export async function* readableLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const bytes of splitLines(chunks)) {
    if (bytes.length > LONGEST_LINE) yield UNREADABLE
    else yield read(decoder, bytes)
  }
}

function read(decoder: TextDecoder, bytes: Buffer): string {
  try {
    return decoder.decode(bytes)
  } catch {
    return UNREADABLE
  }
}

/** Prints line by line, and waits when whoever reads is slower. */
export async function print(lines: AsyncIterable<string> | Iterable<string>): Promise<void> {
  const { stdout } = process
  for await (const line of lines) {
    if (!stdout.write(`${line}\n`)) await new Promise((resolve) => stdout.once('drain', resolve))
  }
}

/** Whoever reads what is printed may stop early (`| head`): that is no failure. */
export function mayStopReading(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}
