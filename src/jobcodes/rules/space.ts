import { gradual } from '../../lib/gradual.ts'
import { learning, type TextSpace } from '../../text/space.ts'
import { jobCodes } from './standard.ts'
import type { Place } from './tree.ts'

/** What is learned from the job codes; the server makes it ready before anybody asks. */
export const space = gradual<TextSpace>(() => learning(jobCodes().places.map(allTextOf)))

/**
 * A free text (profile, project, worry) as 64 signed bytes in a space learned on the texts of the job codes: no personal text
 * goes into it, and every process of one release has the same. Compare with `cosine` of the text library.
 */
export function vectorOf(text: string): Int8Array {
  return space.now().vector(text)
}

function allTextOf({ leaf }: Place): string {
  const said = [leaf.name, leaf.definition, ...leaf.phrases, ...leaf.synonyms]
  const done = [...leaf.includes, ...leaf.tasks, ...leaf.deliverables, ...leaf.skills, ...leaf.evidence]
  return [...said, ...done].join('\n')
}
