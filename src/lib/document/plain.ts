import { NotRead } from './kinds.ts'

/** A text file in one of the ways in which Japanese texts are written. */
export function wordsOfPlain(bytes: Uint8Array): string {
  const first = (bytes[0]! << 8) | bytes[1]!
  const ways = first === 0xfffe ? ['utf-16le'] : first === 0xfeff ? ['utf-16be'] : ['utf-8', 'shift_jis']
  for (const way of ways) {
    const words = decoded(bytes, way)
    if (words !== null && isText(words)) return words
  }
  throw new NotRead('kind')
}

function decoded(bytes: Uint8Array, way: string): string | null {
  try {
    return new TextDecoder(way, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Bytes of a picture can look like letters of Shift_JIS here and there, but hold what no text does. */
function isText(words: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells
  return !/[\u0000-\u0008\u000e-\u001f]/.test(words)
}
