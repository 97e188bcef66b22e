import type { Problem } from './kinds.ts'

/** What stands at the beginning of old Office files and of new ones with a password (MS-CFB). */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le')

/** Why an Office file of this shape is not read; null when it has another shape. */
export function compoundProblem(bytes: Uint8Array): Problem | null {
  if (!COMPOUND.every((byte, at) => bytes[at] === byte)) return null
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(LOCKED) ? 'locked' : 'old'
}
