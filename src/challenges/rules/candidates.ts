import type { Classified } from '../../jobcodes/rules/classifier.ts'
import { classify, jobCodes } from '../../jobcodes/rules/standard.ts'
import type { Part } from '../../text/sentences.ts'
import { worriesOf } from './worries.ts'

/** A code for one of the things the owner said; `worry` is that part of the text. */
export type Candidate = Classified & { worry: Part }

const DEPTH = 20
/** What is said in one breath; a text without any stop is cut here. */
const LONGEST = 600
/** A thing said this much less clearly than the clearest one does not bring in a work of its own. */
const CLEAR = 0.35
/** Codes that are neighbours of the main one are likelier to be meant with it. */
const NEIGHBOUR = { related: 1.6, middle: 1.4, major: 1.15 }

/**
 * The codes that a worry speaks of, the main one first, then the main code of each other thing said, then the rest by score;
 * scores are made comparable over the parts. `about` is known besides: it helps to understand each thing and is none itself.
 * [] when it says nothing of work.
 */
export function candidatesOf(text: string, about = ''): Candidate[] {
  const { parts, introduction: own } = worriesOf(text)
  const introduction = about === '' ? own : `${about}\n${own}`
  const answers = parts
    .map((worry) => ({ worry, found: answerFor(worry, introduction) }))
    .filter(({ found }) => found.length > 0)
  if (answers.length === 0) return []
  const whole = classify(text, 1)[0]?.code
  const meant = answers.flatMap(({ found }) => found.filter(({ code }) => code === whole))
  const clearest = Math.max(...answers.map(({ found }) => found[0]!.score))
  const tops = answers
    .map(({ found }) => found[0]!)
    .filter(({ score }) => score >= clearest * CLEAR)
    .sort((a, b) => b.score - a.score)
  // All that was said together says what is meant better than one sentence of it alone.
  const main = meant.sort((a, b) => b.score - a.score)[0] ?? tops[0]!
  const rest = answers
    .filter(({ found }) => tops.includes(found[0]!))
    .flatMap(({ found }) => found.slice(1))
    .map((found) => ({ ...found, score: found.score * nearness(main.code, found.code) }))
    .sort((a, b) => b.score - a.score)
  return distinct([main, ...tops, ...rest])
}

function answerFor(worry: Part, introduction: string): Candidate[] {
  return classify(`${worry.text.slice(0, LONGEST)}\n${introduction.slice(0, LONGEST)}`, DEPTH)
    .filter(({ because }) => because.part.end <= Math.min(worry.text.length, LONGEST))
    .map((found) => {
      const { start, end, text } = found.because.part
      const part = { start: start + worry.start, end: end + worry.start, text }
      return { ...found, because: { ...found.because, part }, worry }
    })
}

function nearness(main: string, other: string): number {
  const codes = jobCodes()
  if (codes.leaf(main)?.related.includes(other)) return NEIGHBOUR.related
  const [major, middle] = codes.ancestors(main)
  const [otherMajor, otherMiddle] = codes.ancestors(other)
  if (middle === otherMiddle) return NEIGHBOUR.middle
  return major === otherMajor ? NEIGHBOUR.major : 1
}

function distinct(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>()
  return candidates.filter(({ code }) => !seen.has(code) && seen.add(code))
}
