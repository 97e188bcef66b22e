import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { holdingsOf } from '../../src/projects/rules/search/answering.ts'
import { asked, understand } from '../../src/projects/rules/search/understanding.ts'
import { ask } from '../../src/text/search/ask.ts'
import type { Documents } from '../../src/text/search/documents.ts'
import type { Vocabulary } from '../../src/text/search/spelling.ts'

type Written = { readonly project: string; readonly words: string }

/** The queries that were written from the projects alone (README.md). */
export function writtenQueries(): Written[] {
  const lines = readFileSync(join(import.meta.dirname, 'queries.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
  return lines.map((line) => JSON.parse(line) as Written)
}

/** By query: the place of its project in the answer, from 1; 0 = not among the first `take`. */
export function placesOf(
  { projects, vocabulary }: { readonly projects: Documents; readonly vocabulary: Vocabulary },
  queries: readonly Written[],
  take = 10,
): number[] {
  const holdings = holdingsOf({ projects, vocabulary }, null)
  return queries.map(({ project, words }) => {
    const question = {
      words: asked(understand(words, holdings)),
      chosen: [],
      openOn: null,
      order: { by: 'best' } as const,
    }
    return ask(projects, { ...question, skip: 0, take }).hits.findIndex(({ id }) => id === project) + 1
  })
}
