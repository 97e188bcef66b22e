import { probableCauses } from '../../src/challenges/rules/causes.ts'
import type { Leaf } from '../../src/jobcodes/rules/release.ts'
import { jobCodes } from '../../src/jobcodes/rules/standard.ts'
import type { Random } from '../random.ts'
import { CAUSES, EXCLUDED, HOPES, OPENINGS, QUESTIONS, TRIED, WORRIES } from '../texts/owner.ts'
import { GOALS, TITLES, TITLES_SAID } from '../texts/projects.ts'
import { opening, type Setting, sayable, wordsOf } from './companies.ts'
import { bare, fill } from './japanese.ts'
import { fits } from './leaves.ts'
import type { Rotation } from './rotation.ts'
import { wordingOf, workName } from './wording.ts'

export type ProjectTexts = {
  title: string
  background: string
  goal: string
  work: string
  excluded: string
  question1: string
  question2: string
}

/** All that a project says, of one firm and one kind of work. What others said lately is left to them. */
export function projectTexts(
  leaf: Leaf,
  firm: Setting & { industry: string },
  random: Random,
  said: Rotation,
): ProjectTexts {
  const words = wordsOf(firm.trade, firm.town, random)
  const work = workName(leaf)
  const may = (text: string) => fits(text, firm.industry, firm.prefecture)
  const phrases = leaf.phrases.map(bare).filter(may)
  const phrase = phrases.length > 0 ? said.pick(phrases, random) : null
  const causes = (probableCauses().get(jobCodes().ancestors(leaf.id)[1]!) ?? []).map(bare).filter(may)
  const cause = causes.length > 0 && random.chance(0.55) ? random.pick(causes) : null
  const { tasks } = wordingOf(leaf, firm.industry)
  const success = leaf.success.map(bare).filter(may)
  const values = { ...words, work, phrase: phrase ?? `${work}に手が回らない`, cause: cause ?? '' }
  const sentence = (patterns: readonly string[]) =>
    said.made(sayable(patterns, firm.industry), random, (pattern) => fill(pattern, values))
  const asked = random.pick(QUESTIONS.filter((pair) => sayable(pair, firm.industry).length === 2))
  return {
    title: titleOf(values, phrases, firm.industry, said, random),
    background: [
      said.made(sayable(OPENINGS, firm.industry), random, (pattern) => opening(random, firm, [pattern])),
      sentence(WORRIES),
      ...(cause === null ? [] : [sentence(CAUSES)]),
      sentence(TRIED),
      sentence(HOPES),
    ].join(''),
    goal: goalOf(success, values, firm.industry, said, random),
    work: workOf(tasks, work, random),
    excluded: fill(random.pick(sayable(EXCLUDED, firm.industry)), values),
    question1: fill(asked[0], values),
    question2: fill(asked[1], values),
  }
}

type Values = Readonly<Record<string, string | number>>

function titleOf(values: Values, phrases: readonly string[], industry: string, said: Rotation, random: Random): string {
  const short = phrases.filter((phrase) => phrase.length <= 24)
  if (short.length > 0 && random.chance(0.35)) {
    const phrase = said.pick(short, random)
    return said.made(sayable(TITLES_SAID, industry), random, (pattern) => fill(pattern, { ...values, phrase }))
  }
  return said.made(sayable(TITLES, industry), random, (pattern) => fill(pattern, values))
}

function goalOf(success: readonly string[], values: Values, industry: string, said: Rotation, random: Random): string {
  if (success.length === 0) return said.made(sayable(GOALS, industry), random, (pattern) => fill(pattern, values))
  const signs = random.several(success, 2)
  const last = said.made(sayable(GOALS, industry), random, (pattern) => fill(pattern, values))
  return `${signs.map((sign) => `・${sign}`).join('\n')}\n${last}`
}

function workOf(tasks: readonly string[], work: string, random: Random): string {
  const chosen = random.several(tasks, 3)
  return (chosen.length > 0 ? chosen : [`${work}を一緒に進める`]).map((task) => `・${task}`).join('\n')
}
