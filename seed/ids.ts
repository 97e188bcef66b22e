import { createHash } from 'node:crypto'

/** A UUID (version 8, RFC 9562) that is always the same for the same name: demo links stay good over a new start. */
export function nameBasedId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
