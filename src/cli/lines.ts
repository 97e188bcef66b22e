import { createInterface } from 'node:readline'

export function linesIn(): AsyncIterable<string> {
  return createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })
}

/** Prints line by line, and waits when whoever reads is slower. */
export async function print(lines: AsyncIterable<string>): Promise<void> {
  const { stdout } = process
  // Whoever reads may stop early (`| head`): that is no failure.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  for await (const line of lines) {
    if (!stdout.write(`${line}\n`)) await new Promise((resolve) => stdout.once('drain', resolve))
  }
}
