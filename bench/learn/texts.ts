import { cluesOf, jobCodes } from '../../src/jobcodes/rules/standard.ts'

/** A text, the job codes that it is about, the nearest first, and where it comes from. */
export type Text = { readonly text: string; readonly codes: readonly string[]; readonly kind: Kind }

/** A worry that somebody told, a saying written for its code, what a code says of itself, and a cue of a word or two. */
export type Kind = 'told' | 'saying' | 'description' | 'cue'

/** All that is known to belong to a job code: told worries, sayings, cues, and what the codes themselves say. */
export function labelledTexts(): Text[] {
  const codes = new Set(jobCodes().places.map(({ leaf }) => leaf.id))
  const clues = (folder: 'told' | 'sayings' | 'cues', kind: Kind): Text[] =>
    [...cluesOf(folder)].flatMap(([key, all]) => {
      const own = key.split(' ').filter((code) => codes.has(code))
      return own.length > 0 ? all.map((text) => ({ text, codes: own, kind })) : []
    })
  const described = jobCodes().places.flatMap(({ leaf }) =>
    [leaf.name, leaf.definition, ...leaf.phrases, ...leaf.synonyms, ...leaf.includes, ...leaf.tasks].map((text) => ({
      ...{ text, codes: [leaf.id], kind: 'description' as const },
    })),
  )
  return [...clues('told', 'told'), ...clues('sayings', 'saying'), ...described, ...clues('cues', 'cue')]
}
