import { learnSpace, type TextSpace } from '../../text/space.ts'
import { jobCodes } from './standard.ts'
import type { Place } from './tree.ts'

let space: TextSpace | undefined

/**
 * A free text (profile, project, worry) as 64 signed bytes in a space learned on the texts of the job codes: no personal text
 * goes into it, and every process of one release has the same. Compare with `cosine` of the text library.
 */
export function vectorOf(text: string): Int8Array {
  space ??= learnSpace(jobCodes().places.map(allTextOf))
  return space.vector(text)
}

function allTextOf({ leaf }: Place): string {
  const said = [leaf.name, leaf.definition, ...leaf.phrases, ...leaf.synonyms]
  const done = [...leaf.includes, ...leaf.tasks, ...leaf.deliverables, ...leaf.skills, ...leaf.evidence]
  return [...said, ...done].join('\n')
}
