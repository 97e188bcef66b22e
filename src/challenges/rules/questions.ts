import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { type ChallengeTree, codesOf } from './tree.ts'

export type Question = { code: string; text: string }

const MOST = 7

/** What the job codes of a tree ask the owner, those of the main work first, each question once, at most seven. */
export function questionsFor(tree: ChallengeTree): Question[] {
  const asked = codesOf(tree).flatMap(
    (code) =>
      jobCodes()
        .leaf(code)
        ?.questions.map((text) => ({ code, text })) ?? [],
  )
  return asked.filter(({ text }, i) => asked.findIndex((other) => other.text === text) === i).slice(0, MOST)
}
