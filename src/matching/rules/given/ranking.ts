import { createModel, FACTOR_NAMES, rankForReading, talentColumns } from '../../../engine/engine.ts'
import { projectRecord, talentRecord } from '../records.ts'
import { doubtForCompany, reasonForCompany } from '../sentences/for-company.ts'
import { type Say, tell } from '../sentences.ts'
import { matchingWorld } from '../world.ts'
import { factsOfPerson, type GivenPerson } from './person.ts'
import { factsOfProject, type GivenProject } from './project.ts'

export type Ranking = {
  readonly id: string | number
  /** Best first. */
  readonly ranking: readonly {
    readonly id: string | number
    /** The sum of the points, 1/4096 logit. */
    readonly score: number
    readonly points: Readonly<Record<string, number>>
    readonly reasons: readonly string[]
    readonly doubt: string | null
  }[]
}

/**
 * Makes the function that ranks these people for a project, at most `most` (1–10,000) of them. Neither the order of the people
 * nor who else is among them changes who stands before whom: equal scores stand in the order of their ids. `thisYear` dates ties.
 */
export function rankingOf(
  people: readonly GivenPerson[],
  thisYear: number,
  most: number,
): (p: GivenProject) => Ranking {
  const inOrder = [...people].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))
  const known = inOrder.map(factsOfPerson)
  const world = matchingWorld()
  const rows = talentColumns(
    known.map((one, at) => talentRecord(one, at, thisYear)),
    world.dimension,
  )
  const model = createModel({ ...world, side: 'talents', rows })
  return (given) => {
    const project = factsOfProject(given)
    const { ranked, yardstick, factsOf } = rankForReading(model, projectRecord(project, 0), most)
    return {
      id: given.id,
      ranking: ranked.map(({ row, score, points }) => {
        const pair = { talent: known[row]!, project, facts: factsOf(row) }
        // Nobody applies here: where the proof can be read is not told.
        const [reason, why] = [ofFiles(reasonForCompany(pair, '')), ofFiles(doubtForCompany(pair))]
        const { reasons, doubt } = tell(points, yardstick, reason, why)
        const named = Object.fromEntries(FACTOR_NAMES.map((name, at) => [name, points[at]!]))
        return { id: inOrder[row]!.id, score, points: named, reasons, doubt }
      }),
    }
  }
}

/** Files say nothing of levels, finished work and answers, so that nothing true can be told of them. */
function ofFiles(say: Say): Say {
  return (factor) => (factor === 'level' || factor === 'record' || factor === 'answer' ? null : say(factor))
}
