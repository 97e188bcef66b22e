import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { Candidate } from './candidates.ts'
import { nearestTo } from './nearest.ts'
import type { SuggestedWork } from './suggestion.ts'

/** What somebody who read the whole worry chose goes before what the words alone speak of. */
const FIRST = 1.5
const STEP = 0.05

/** The works that a model chose, in its order, before those found in `said`; with none of them everything stays as it was. */
export function withSuggested(
  found: readonly Candidate[],
  suggested: readonly SuggestedWork[],
  said: string,
): readonly Candidate[] {
  if (suggested.length === 0) return found
  const best = Math.max(1, ...found.map(({ score }) => score))
  const chosen = suggested.flatMap((work, at) => candidateOf(work, best * (FIRST - at * STEP), found, said) ?? [])
  const codes = new Set(chosen.map(({ code }) => code))
  return [...chosen, ...found.filter(({ code }) => !codes.has(code))]
}

function candidateOf(
  { code, start, end }: SuggestedWork,
  score: number,
  found: readonly Candidate[],
  said: string,
): Candidate | null {
  const place = jobCodes().place(code)
  if (!place) return null
  const { leaf, middle, major } = place
  const part = { start, end, text: said.slice(start, end) }
  const worry = found.find((other) => other.worry.start <= start && end <= other.worry.end)?.worry ?? part
  const phrase =
    found.find((other) => other.code === code)?.because.phrase ?? nearestTo(part.text, leaf.phrases) ?? leaf.name
  return { code, name: leaf.name, middle: middle.name, major: major.name, score, because: { phrase, part }, worry }
}
