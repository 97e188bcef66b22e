import { createInterface } from 'node:readline'
import { classifyLines } from '../jobcodes/rules/classifyLines.ts'

/** Lines in, lines out; needs no database. Waits when whoever reads is slower. */
export async function classifyCommand(): Promise<void> {
  const { stdin, stdout } = process
  // Whoever reads may stop early (`| head`): that is no failure.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  for await (const answer of classifyLines(createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY }))) {
    if (!stdout.write(`${answer}\n`)) await new Promise((resolve) => stdout.once('drain', resolve))
  }
}
