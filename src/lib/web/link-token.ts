import type { Secrets } from '../secrets.ts'
import { sameHash } from './call.ts'

const SHAPE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/

/** For a link in a letter: the id of one row, and by our key that we wrote it, for this use and no other. */
export function linkToken(secrets: Secrets, use: string, id: string): string {
  return `${id}.${secrets.hash(id, use)}`
}

/** The id of the row that a link was written for; null when we did not write it. */
export function idInLink(secrets: Secrets, use: string, token: string): string | null {
  const [, id, hash] = SHAPE.exec(token) ?? []
  return id && hash && sameHash(hash, secrets.hash(id, use)) ? id : null
}
