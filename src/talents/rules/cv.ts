import { z } from 'zod'
import { classify } from '../../jobcodes/rules/standard.ts'
import { longText } from '../../lib/input.ts'

export const CV_MAX = 20_000

/** A job code that a CV led to, and the words that led there. */
export type Suggestion = { readonly code: string; readonly phrase: string }

export const cvForm = z.object({
  cv: longText({ label: '経歴書の文', max: CV_MAX, required: false }),
})

/** Most suggestions of one CV: as many as can be answered in a minute or two. */
const SUGGESTED = 12
/** Codes that one part of a CV counts for. */
const OF_PART = 4
/** Letters of a part: about what somebody says of one post. */
const PART = 400
const PHRASE_MAX = 60
/** Shorter lines are headings, dates and names. */
const SHORTEST = 6
/** How to reach somebody, which says nothing about their work. */
const CONTACT = /@|〒|https?:|(?:\d[-\s()]?){9,}/

/**
 * The job codes that a CV speaks of, those of most parts first, each with the words that led there. A CV is many jobs in a row,
 * so each part of it is read by itself: as one text the longest post would drown the others.
 */
export function suggestionsIn(cv: string): Suggestion[] {
  const found = new Map<string, { score: number; best: number; phrase: string }>()
  for (const part of partsOf(cv)) {
    for (const { code, score, because } of classify(part, OF_PART)) {
      const before = found.get(code)
      const phrase = because.part.text.slice(0, PHRASE_MAX)
      const best = before && before.best >= score ? before : { best: score, phrase }
      found.set(code, { score: (before?.score ?? 0) + score, best: best.best, phrase: best.phrase })
    }
  }
  return [...found]
    .sort(([a, { score: one }], [b, { score: other }]) => other - one || (a < b ? -1 : 1))
    .slice(0, SUGGESTED)
    .map(([code, { phrase }]) => ({ code, phrase }))
}

/** Lines put together until they are as long as one part. */
function partsOf(cv: string): string[] {
  const parts: string[] = []
  let part = ''
  for (const line of cv.normalize('NFKC').split(/\n|(?<=。)/)) {
    if (line.trim().length < SHORTEST || CONTACT.test(line)) continue
    if (part.length + line.length > PART && part !== '') {
      parts.push(part)
      part = ''
    }
    part += `${line.trim()}\n`
  }
  return part === '' ? parts : [...parts, part]
}
