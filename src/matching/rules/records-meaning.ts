import { createHash } from 'node:crypto'
import { INDUSTRIES } from '../../companies/rules/industries.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { MOTIVES, TIE_KINDS } from '../../talents/rules/words.ts'
import { vectorOf } from './vectors.ts'

/** To be raised when records.ts, evidence.ts, meaning.ts or motives.ts make another row of the same facts. */
const RECORDS = 4

let meaning: string | undefined

/**
 * A name for everything that a row of the engine depends on beside the facts: numbers of job codes, industries, motives and
 * ties, and what becomes of a text. Rows of another meaning must not be used.
 */
export function meaningOfRecords(): string {
  if (meaning === undefined) {
    const hash = createHash('sha256')
    const { places } = jobCodes()
    const names = [
      places.map(({ leaf }) => leaf.id),
      ...[INDUSTRIES, MOTIVES, TIE_KINDS].map((all) => all.map(({ id }) => id)),
    ]
    hash.update(JSON.stringify([RECORDS, ...names]))
    // What a term says of works is learned: something else learned moves these vectors.
    for (const { leaf } of places.slice(0, TEXTS)) hash.update(vectorOf([leaf.definition]))
    meaning = hash.digest('hex')
  }
  return meaning
}

const TEXTS = 20
