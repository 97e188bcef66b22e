import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * The files that take longest, by what was measured. Where nobody ran them before, Vitest begins with the largest file; one
 * of these, small as it is, would come last and run alone while the other core has nothing to do.
 */
export const LONGEST = [
  ...['src/matching/rules/given/ranking.test.ts', 'src/lib/db/embedded.test.ts', 'src/lib/db/ready-made.test.ts'],
  ...['src/engine/retrieval/postings.test.ts', 'src/engine/retrieval/kernel/kernel.test.ts'],
  ...['test/imports.test.ts', 'src/lib/reference.test.ts', 'src/server/warm.test.ts'],
  ...['test/requests/routes.test.ts', 'test/requests/demo.test.ts', 'test/requests/projects.test.ts'],
  ...['test/requests/application-acts.test.ts', 'test/requests/cases.test.ts'],
  ...['test/journeys/every-page.test.ts', 'test/journeys/loop.test.ts', 'test/journeys/start.test.ts'],
  'test/journeys/ten-worries.test.ts',
]

/** The longest first, the others in Vitest's own order. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files)
    const placeOf = ({ moduleId }: TestSpecification) => {
      const place = LONGEST.findIndex((file) => moduleId.endsWith(`/${file}`))
      return place === -1 ? LONGEST.length : place
    }
    return others.sort((a, b) => placeOf(a) - placeOf(b))
  }
}
