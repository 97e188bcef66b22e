import { createHash } from 'node:crypto'
import { unnamed } from '../../challenges/rules/unnamed.ts'
import { contactsIn } from '../../messages/rules/mask.ts'
import { DIMENSIONS, scaled } from '../../text/vector.ts'
import type { ProjectFacts, TalentFacts } from './facts.ts'

/** Longer texts are not sent whole: more says nothing new. */
const LONGEST = 4000
/** Numbers that a vector of the endpoint is kept as. */
export const MEANING = DIMENSIONS
/** Our own vector, and behind it the endpoint's. */
export const WIDE = DIMENSIONS + MEANING
/** Parts of the cosine of two texts that both were read: the endpoint's counts for three quarters. */
const [OWN, READ] = [Math.sqrt(1 / 4), Math.sqrt(3 / 4)]

/** What a person's text is: nothing that says who they are has a field among these. */
export function textOfTalent(talent: TalentTexts): string {
  return joinedText(textsOfTalent(talent))
}

export function textOfProject(project: ProjectTexts): string {
  return joinedText(textsOfProject(project))
}

type TalentTexts = Pick<TalentFacts, 'headline' | 'about'> & {
  readonly codes: readonly { readonly evidence: string }[]
}
type ProjectTexts = Pick<ProjectFacts, 'title' | 'background' | 'goal' | 'work'>

export function textsOfTalent({ headline, about, codes }: TalentTexts): (string | null)[] {
  return [headline, about, ...codes.map(({ evidence }) => evidence)]
}

export function textsOfProject({ title, background, goal, work }: ProjectTexts): (string | null)[] {
  return [title, background, goal, work]
}

function joinedText(parts: readonly (string | null)[]): string {
  return parts
    .filter((part) => part?.trim())
    .join('\n')
    .slice(0, LONGEST)
}

/** Under what the vector of a text is kept: another reader reads anew. Null for nothing. */
export function hashOf(reader: string, text: string): string | null {
  return text === '' ? null : createHash('sha256').update(`${reader}\n${text}`).digest('hex')
}

/** A text as it may leave the house: contact details, names of people and firms, and the `told` ones, covered. */
export function sendable(text: string, told: readonly string[]): string {
  const names = told.flatMap((name) => [name, ...name.split(/\s+/u)]).filter((name) => name.length > 1)
  return unnamed(text, [...contactsIn(text), ...names])
}

/**
 * A vector of the endpoint as MEANING signed bytes: without what all texts have in common there (`middle`), thrown along signs
 * that are the same on every machine, so that cosines stay about what they were (Achlioptas, 2003).
 */
export function narrowed(vector: Float64Array, middle: ArrayLike<number>): Int8Array {
  const sums = new Float64Array(MEANING)
  for (let at = 0; at < vector.length; at++) {
    const away = vector[at]! - middle[at]!
    let signs = 0
    for (let axis = 0; axis < MEANING; axis++) {
      if (axis % 32 === 0) signs = mix(at * 2 + axis / 32 + 1)
      sums[axis]! += signs & 1 ? away : -away
      signs >>>= 1
    }
  }
  return scaled(sums)
}

/**
 * Both vectors of a text as one of WIDE bytes. Where the endpoint has not read one of two texts, what our own say of them is left,
 * and never is one kind compared with the other.
 */
export function widened(own: Int8Array, meaning: Int8Array | null): Int8Array {
  const hasOwn = own.some((value) => value !== 0)
  const [a, b] = meaning === null ? [1, 0] : hasOwn ? [OWN, READ] : [0, 1]
  const sums = new Float64Array(WIDE)
  for (let axis = 0; axis < DIMENSIONS; axis++) sums[axis] = own[axis]! * a
  for (let axis = 0; axis < MEANING; axis++) sums[DIMENSIONS + axis] = (meaning?.[axis] ?? 0) * b
  return Int8Array.from(sums, (value) => Math.max(-127, Math.min(127, Math.round(value))))
}

/** Finaliser of MurmurHash3 (Appleby): every bit of the input turns half of the bits of the result. */
function mix(value: number): number {
  let x = Math.imul(value, 0x9e3779b9) | 0
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}
