import { z } from 'zod'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { readReference } from '../../lib/reference.ts'
import { fold } from '../../text/normalise.ts'
import type { WorryAnswer } from '../schema.ts'

/** What an answer may change: the tree, or what a project drafted from the worry says. */
const FEEDS = ['tree', 'about', 'wish', 'background', 'goal', 'fee', 'hours', 'talk'] as const
export type Feed = (typeof FEEDS)[number]

export type Question = {
  /** The name under which the answer is kept. */
  readonly key: string
  readonly ask: string
  /** What stands beside the answer, where there is little room. */
  readonly label: string
  readonly hint?: string | undefined
  /** Answers to tap. */
  readonly ready: readonly string[]
  /** One of the ready answers or none of them: there is nothing to write. */
  readonly closed?: boolean
}

type Standing = Question & { readonly feeds: readonly Feed[]; readonly said: readonly string[]; readonly long?: number }
export type Answered = Pick<WorryAnswer, 'question' | 'text'>

/** What is known of a worry when the next question is chosen. */
export type Known = {
  readonly text: string
  /** Answered or passed over. */
  readonly answers: readonly Answered[]
  /** The job codes of the works in the tree, the main one first. */
  readonly codes: readonly string[]
  /** Which of two works is nearer, when the words leave it open. */
  readonly which: Question | null
}

/** Nobody is asked more, over all their visits. */
export const MOST_QUESTIONS = 7
export const WHICH = 'which'
/** The answer to it that tells nothing. */
export const NEITHER = 'どちらでもない'
const OF_CODE = /^code:(\d{5}):(\d{1,2})$/

const line = z.string().trim().min(1)
const shape = z.array(
  z.strictObject({
    key: z.string().regex(/^[a-z]{2,20}$/),
    ask: line.max(40),
    label: line.max(12),
    hint: line.max(60).optional(),
    ready: z.array(line.max(40)).default([]),
    feeds: z.array(z.enum(FEEDS)).min(1),
    said: z.array(line),
    long: z.number().int().positive().optional(),
  }),
)

let standing: readonly Standing[] | undefined

/** `reference/listening.yaml`, read once. Throws when it has another shape. */
export function standingQuestions(): readonly Standing[] {
  standing ??= shape.parse(readReference('listening')).map(({ long, ...rest }) => ({ ...rest, ...(long && { long }) }))
  return standing
}

/** What is wrong with the data. [] when all is well. */
export function findingsOfListening(): string[] {
  const keys = standingQuestions().map(({ key }) => key)
  return [
    ...keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `同じ名前が2度あります: ${key}`),
    ...keys.filter((key) => key === WHICH).map((key) => `この名前は使えません: ${key}`),
    ...(keys.length === MOST_QUESTIONS ? [] : [`質問は${MOST_QUESTIONS}つです（いま${keys.length}）`]),
    ...standingQuestions().flatMap(({ key, ready }) =>
      new Set(ready).size < ready.length ? [`答えが重なる: ${key}`] : [],
    ),
  ]
}

/**
 * What is still to be asked, what would change most first:
 * 1. which of two works is nearer, because it decides what everything after it is about;
 * 2. the standing questions, by what their answer would move as far as things are known (`worthOf`), equals as written;
 * 3. what a specialist of the main work would ask, because it makes the answer to the posting better, not the posting other.
 * Nothing that the words or an earlier answer say, nothing that was passed over, and with those at most seven.
 */
export function questionsFor(known: Known): Question[] {
  const asked = new Set(known.answers.map(({ question }) => question))
  const text = fold(known.text)
  const left = standingQuestions()
    .filter((question) => !isSaid(question, text))
    .map((question) => ({ question, worth: worthOf(question.feeds, known) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ question }) => question)
  return [...(known.which ? [known.which] : []), ...left, ...questionsOfCode(known.codes[0])]
    .filter(({ key }) => !asked.has(key))
    .slice(0, Math.max(0, MOST_QUESTIONS - asked.size))
}

/** A question by its name, also one that is not open any more; `which` is made from the words. */
export function questionNamed(key: string, which: Question | null): Question | undefined {
  if (key === WHICH) return which ?? undefined
  const [, code, at] = OF_CODE.exec(key) ?? []
  if (code !== undefined) return questionsOfCode(code)[Number(at)]
  return standingQuestions().find((question) => question.key === key)
}

/** The question that is made from the words: these are the symptoms to choose from. */
export function whichQuestion(ready: readonly string[]): Question {
  return { key: WHICH, ask: 'どちらに近いですか', label: '近いもの', ready, closed: true }
}

/** Did somebody choose this answer, which says nothing of the worry, instead of writing one? */
export function isReady({ question, text }: Answered): boolean {
  if (question === WHICH) return text === NEITHER
  return standingQuestions().some(({ key, ready }) => key === question && ready.includes(text ?? ''))
}

export function feedsOf(key: string): readonly Feed[] {
  return standingQuestions().find((question) => question.key === key)?.feeds ?? []
}

function isSaid({ said, long }: Standing, folded: string): boolean {
  return (long !== undefined && folded.length > long) || said.some((words) => folded.includes(fold(words)))
}

/**
 * How much an answer would move. The tree counts most, twice when there is none yet; then what no job code can fill in (the
 * fee, hours where the code has none, the goal without a work); there is always room for more about how things are.
 */
function worthOf(feeds: readonly Feed[], { codes: [main] }: Known): number {
  const nothing = main === undefined
  const worth: Record<Feed, number> = {
    tree: nothing ? 4 : 2,
    about: nothing ? 2 : 1,
    wish: nothing ? 3 : 0,
    goal: nothing ? 2 : 1,
    fee: 2,
    hours: main !== undefined && jobCodes().leaf(main)?.hours ? 0 : 1,
    background: 1,
    talk: 0,
  }
  return feeds.reduce((sum, feed) => sum + worth[feed], 0)
}

function questionsOfCode(code: string | undefined): Question[] {
  const asked = (code && jobCodes().leaf(code)?.questions) || []
  return asked.map((ask, at) => ({ key: `code:${code}:${at}`, ask, label: ask.replace(/。$/, ''), ready: [] }))
}
