import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { DIMENSIONS, learnWeights, type TermWeight, textVector, VECTOR_LENGTH } from '../../text/vector.ts'

/** Longest profile that is read: more says nothing new. */
const LONGEST = 4000
/** Clauses kept; profiles and projects of one market say many things alike. */
const KEPT = 60_000

let weights: TermWeight | undefined
const clauses = new Map<string, Int8Array>()

/**
 * One vector for several texts: the sum of the vectors of their clauses, longer ones counting more. What is said of one
 * clause is remembered, so that a market of fifty thousand is read in seconds.
 */
export function vectorOf(texts: readonly (string | null)[]): Int8Array {
  weights ??= learnWeights(
    jobCodes().places.map(({ leaf }) => [leaf.definition, ...leaf.phrases, ...leaf.tasks].join('\n')),
  )
  const sums = new Float64Array(DIMENSIONS)
  for (const clause of clausesOf(texts)) {
    const vector = clauseVector(clause, weights)
    const weight = Math.sqrt(clause.length)
    for (let axis = 0; axis < DIMENSIONS; axis++) sums[axis]! += vector[axis]! * weight
  }
  const length = Math.sqrt(sums.reduce((sum, x) => sum + x * x, 0))
  const scale = length === 0 ? 0 : VECTOR_LENGTH / length
  return Int8Array.from(sums, (x) => Math.max(-127, Math.min(127, Math.round(x * scale))))
}

function clausesOf(texts: readonly (string | null)[]): string[] {
  const text = texts.filter(Boolean).join('\n').slice(0, LONGEST)
  return text.split(/[。、，,．!！?？\n「」『』（）()・]/).filter((clause) => clause.trim().length > 1)
}

function clauseVector(clause: string, weight: TermWeight): Int8Array {
  let vector = clauses.get(clause)
  if (vector === undefined) {
    vector = textVector(clause, weight)
    if (clauses.size >= KEPT) clauses.clear()
    clauses.set(clause, vector)
  }
  return vector
}
