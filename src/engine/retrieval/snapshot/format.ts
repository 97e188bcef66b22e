import { createHash } from 'node:crypto'
import type { Model } from '../../model.ts'
import { PROJECT_AT, TALENT_AT } from '../../row.ts'
import { STRIDE } from '../../store.ts'

/**
 * One file: MAGIC and VERSION, the parts one after the other, the index as JSON, then its length, its CRC-32 and MAGIC again.
 * The index comes last because the checksums are known last; a file that was cut off anywhere has none.
 */
export const MAGIC = Buffer.from('MEGURISN')
/** 4: postings tell in which blocks of prefectures somebody has a tie. */
export const VERSION = 4
export const HEAD = MAGIC.length + 4
export const TAIL = 8 + MAGIC.length
/** Bytes copied, checked and read or written at once: a tenth of a millisecond or two. */
export const CHUNK = 2 ** 18

export interface Index {
  /** What the numbers in the rows mean (see meaningOf). */
  meaning: string
  /** The caller's own words, for instance up to where it had read its database. */
  note: string
  rows: number
  lowestPrice: number
  /** Number of postings; null: none in the file. */
  postings: number | null
  parts: Record<PartName, { bytes: number; crc: number }>
}

/**
 * `changed`: whole rows written after the others, because they changed while those were written. `attached`: bytes of the
 * caller's own.
 */
export const PART_NAMES = ['rows', 'texts', 'ids', 'postings', 'changed', 'recent', 'free', 'attached'] as const
export type PartName = (typeof PART_NAMES)[number]

/**
 * A name for everything that the bytes of a row depend on: side, places of the columns, job codes, industries, weights.
 * A snapshot of another meaning would open as a model of other persons.
 */
export function meaningOf({ side, world, tables }: Pick<Model, 'side' | 'world' | 'tables'>): string {
  const hash = createHash('sha256')
  hash.update(JSON.stringify({ side, stride: STRIDE[side], talent: TALENT_AT, project: PROJECT_AT }))
  hash.update(JSON.stringify({ dimension: world.dimension, industries: world.industries.count, base: tables.base }))
  const little = new Uint8Array(Uint16Array.of(1).buffer)[0]
  hash.update(`little end first: ${little}`)
  for (const list of [world.tree.middleOf, world.tree.majorOf, world.industries.near])
    hash.update(`|${Array.from(list)}`)
  for (const [name, { apply, offer }] of Object.entries(tables.points)) hash.update(`|${name} ${apply} ${offer}`)
  return hash.digest('hex')
}
