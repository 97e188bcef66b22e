import { classify, jobCodes } from '../../jobcodes/rules/standard.ts'
import { fold } from '../../text/normalise.ts'
import { isCryForHelp } from './crisis.ts'
import { type Answered, type Feed, feedsOf, isReady, type Question, WHICH, whichQuestion } from './listening.ts'
import { nearestTo } from './nearest.ts'
import { structure } from './structure.ts'
import type { SuggestedWork } from './suggestion.ts'
import type { ChallengeTree } from './tree.ts'

/**
 * When the second work, of another middle group, has so much of the score of the first, asking pays: on the open half of
 * bench/worries the second is then the right one for every fourth who is asked, and for fewer beyond.
 */
const CLOSE = 0.6
const LOOKED_AT = 8
/** Somebody who said no more than this has told a subject, not yet a worry. */
const FEW_LETTERS = 12

/**
 * All that the owner said of the worry: what was answered where the answer tells of it, then the words. Places in a tree
 * point into this text, so a phrase of an answer is the owner's as much as one of the words. The answers come first: of a
 * long talk only the beginning makes lines.
 */
export function saidIn(text: string, answers: readonly Answered[]): string {
  const feeds: Feed[] = isShort(text) ? ['tree', 'wish'] : ['tree']
  return [...tellingOf(answers, feeds), text].join('\n')
}

/**
 * The trees of a worry with its answers; what somebody wishes for is looked at when nothing else says what it is about.
 * `suggested` are works that a model chose by the words alone.
 */
export function treesFrom(
  text: string,
  answers: readonly Answered[],
  suggested: readonly SuggestedWork[] = [],
): ChallengeTree[] {
  const about = tellingOf(answers, ['about']).join('\n')
  const said = saidIn(text, answers)
  const before = said.length - text.length
  const placed = suggested.map((work) => ({ ...work, start: work.start + before, end: work.end + before }))
  const trees = structure(said, about, placed)
  return trees.length > 0 ? trees : structure([...tellingOf(answers, ['tree', 'wish', 'about']), text].join('\n'))
}

/** Does another answer say anything new of the worry? */
export function isToldAnew(before: readonly Answered[], after: readonly Answered[]): boolean {
  const told = (answers: readonly Answered[]) => JSON.stringify(tellingOf(answers, ['tree', 'about', 'wish']))
  return told(before) !== told(after)
}

/** 「どちらに近いですか」, when the words speak of two kinds of work nearly alike; null when they do not. */
export function whichOf(text: string, answers: readonly Answered[]): Question | null {
  const chosen = answers.find((answer) => answer.question === WHICH && !isReady(answer))?.text
  const said = saidIn(
    text,
    answers.filter(({ question }) => question !== WHICH),
  )
  const found = classify(said, LOOKED_AT)
  const [first] = found
  const other = first && found.find(({ middle, score }) => middle !== first.middle && score >= first.score * CLOSE)
  const symptoms = other ? [first, other].map(({ code }) => symptomOf(code, said)) : []
  const ready = [...new Set([...symptoms, ...(chosen ? [chosen] : [])])]
  if (ready.length < 2 && !chosen) return null
  return whichQuestion(ready)
}

/** Does somebody speak of dying, in the words or in an answer? */
export function isCryOf(text: string, answers: readonly Answered[]): boolean {
  return [text, ...answers.flatMap((answer) => answer.text ?? [])].some(isCryForHelp)
}

/** So little was said that asking back helps more than going on. */
export function isLittle(text: string, answers: readonly Answered[]): boolean {
  return answers.length === 0 && isShort(text)
}

function isShort(text: string): boolean {
  return fold(text).length < FEW_LETTERS
}

/** What was chosen from a list says too little to make a line of the tree from; what was nearer says it by itself. */
function tellingOf(answers: readonly Answered[], feeds: readonly Feed[]): string[] {
  return answers.flatMap((answer) => {
    if (answer.text === null || isReady(answer)) return []
    const tells = answer.question === WHICH || feedsOf(answer.question).some((feed) => feeds.includes(feed))
    return tells ? [answer.text] : []
  })
}

/** How somebody with this work's worry says it: the phrase of the code most like what was said. */
function symptomOf(code: string, said: string): string {
  const { phrases, name } = jobCodes().leaf(code)!
  return nearestTo(said, phrases) ?? name
}
