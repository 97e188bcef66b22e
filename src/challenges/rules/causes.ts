import { z } from 'zod'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { readReference } from '../../lib/reference.ts'

/** Probable causes in an owner's words, by id of a middle group. */
export type Causes = ReadonlyMap<string, readonly string[]>

const shape = z.record(z.string().regex(/^\d{5}$/), z.array(z.string().trim().min(1)).min(1))

let causes: Causes | undefined

/** `reference/causes.yaml`, read once. Throws when it has another shape. */
export function probableCauses(): Causes {
  causes ??= new Map(Object.entries(shape.parse(readReference('causes'))))
  return causes
}

/** What is wrong with the data: a group that does not exist, a sentence used twice. [] when all is well. */
export function findingsOfCauses(): string[] {
  const middles = new Set(jobCodes().majors.flatMap((major) => major.middles.map((middle) => middle.id)))
  const seen = new Set<string>()
  const found: string[] = []
  for (const [middle, sentences] of probableCauses()) {
    if (!middles.has(middle)) found.push(`中分類 ${middle} はありません`)
    for (const sentence of sentences) {
      if (seen.has(sentence)) found.push(`同じ原因が2度あります: ${sentence}`)
      seen.add(sentence)
    }
  }
  return found
}
