import { holdingsOf, type Shelves } from '../../projects/rules/search/answering.ts'
import { codeValues } from '../../projects/rules/search/question.ts'
import { asked, understand } from '../../projects/rules/search/understanding.ts'
import { ask } from '../../text/search/ask.ts'
import { type CaseFilter, outcomesOf } from './filter.ts'

export type FoundCases = {
  readonly ids: readonly string[]
  readonly count: number
  /** Words that stand nowhere, with what they were taken for. */
  readonly taken: readonly (readonly [word: string, as: string])[]
}

/** Cases by the same words as projects: job codes, readings, other words for the same, and one wrong letter are understood. */
export function answerCases(shelves: Shelves, filter: CaseFilter, skip: number, take: number): FoundCases {
  const { cases: projects, vocabulary } = shelves
  const understood = filter.words === '' ? [] : understand(filter.words, holdingsOf({ projects, vocabulary }, null))
  const order = { by: understood.length > 0 ? 'best' : 'newest' } as const
  const question = { words: asked(understood), chosen: chosenBy(filter), openOn: null, order, skip, take }
  const { hits, count } = ask(projects, question)
  const taken = understood.flatMap(({ word, takenFor }) => (takenFor === null ? [] : [[word, takenFor] as const]))
  return { ids: hits.map(({ id }) => id), count, taken }
}

/** The columns of `CASE_SHAPE`, of what is shown of a case only. */
function chosenBy({ code, industry, region, prefecture, size, outcome, cause }: CaseFilter) {
  const chosen: readonly (readonly [string, readonly string[]])[] = [
    ['code', code ? codeValues(code) : []],
    ['industry', industry ? [industry] : []],
    ['region', region ? [region] : []],
    ['prefecture', prefecture === null ? [] : [String(prefecture)]],
    ['size', size ? [size] : []],
    ['outcome', outcome ? outcomesOf(outcome) : []],
    ['cause', cause ? [cause] : []],
  ]
  return chosen.filter(([, values]) => values.length > 0).map(([column, values]) => ({ column, values }))
}
