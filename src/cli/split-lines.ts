export const LONGEST_LINE = 8_000_000
const NEWLINE = 0x0a

/**
 * Bytes line by line, without their ends. Of a line longer than LONGEST_LINE, which would fill the memory, comes a beginning that
 * is longer than that, and what follows until its end is passed over.
 */
export async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = []
  let kept = 0
  for await (const chunk of chunks) {
    let from = 0
    for (let to = chunk.indexOf(NEWLINE); to >= 0; to = chunk.indexOf(NEWLINE, from)) {
      yield Buffer.concat(kept > LONGEST_LINE ? rest : [...rest, chunk.subarray(from, to)])
      rest = []
      kept = 0
      from = to + 1
    }
    if (kept > LONGEST_LINE) continue
    rest.push(chunk.subarray(from))
    kept += chunk.length - from
  }
  if (kept > 0) yield Buffer.concat(rest)
}
