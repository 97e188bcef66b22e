import { createHash } from 'node:crypto'
import type { Terms } from '../../law/terms.ts'

/** Terms as one text that is the same wherever they are written down: names in order, no spaces (RFC 8785). */
export function canonicalTerms(terms: Terms): string {
  return JSON.stringify(ordered(terms))
}

/** SHA-256 of the canonical text, hexadecimal: what both sides agree to. */
export function termsHash(terms: Terms): string {
  return createHash('sha256').update(canonicalTerms(terms)).digest('hex')
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, inner]) => [name, ordered(inner)]))
}
