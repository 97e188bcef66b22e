import {
  createModel,
  MAX_K,
  type Model,
  projectColumns,
  rankForReading,
  talentColumns,
  type Weights,
} from '../../engine/engine.ts'
import type { ProjectFacts, TalentFacts } from './facts.ts'
import { projectRecord, talentRecord } from './records.ts'
import { doubtForCompany, reasonForCompany } from './sentences/for-company.ts'
import { doubtForTalent, reasonForTalent } from './sentences/for-talent.ts'
import { type Told, tell } from './sentences.ts'
import { EXPERT } from './weights.ts'
import { matchingWorld } from './world.ts'

/** Proposals of a project; projects shown to a professional. */
export const LIST = 12

type TalentReading = { readonly talentId: string; readonly told: Told }

/**
 * Why each of a few people was proposed for a project, in the order given. `points` are those kept with the proposal, and
 * `weights` those that gave them; the words come from what the profile says now, so nobody is praised for what they have taken out.
 */
export function readProposals(
  project: ProjectFacts,
  proposed: readonly { talent: TalentFacts; points: Int16Array }[],
  thisYear: number,
  weights: Weights = EXPERT.weights,
): TalentReading[] {
  const model = talentModel(
    proposed.map(({ talent }) => talent),
    thisYear,
    weights,
    project.space,
  )
  const { yardstick, factsOf } = rankForReading(model, projectRecord(project, 0), 1)
  return proposed.map(({ talent, points }, row) => {
    const facts = factsOf(row)
    const pair = { talent, project, facts }
    return { talentId: talent.id, told: tell(points, yardstick, reasonForCompany(pair), doubtForCompany(pair)) }
  })
}

/**
 * How well those who applied fit the project, as the engine counts it, and why. Whose hours or visits cannot meet what the
 * project asks is left out.
 */
export function readApplicants(
  project: ProjectFacts,
  talents: readonly TalentFacts[],
  thisYear: number,
  weights: Weights = EXPERT.weights,
): (TalentReading & { fit: number })[] {
  if (talents.length === 0) return []
  // Who applied counts also with a profile that searches no longer find.
  const applied = talents.map((talent) => ({ ...talent, visible: true }))
  const model = talentModel(applied, thisYear, weights, project.space)
  const { ranked, yardstick, factsOf } = rankForReading(
    model,
    projectRecord(project, 0),
    Math.min(talents.length, MAX_K),
  )
  return ranked.map(({ row, score, points }) => {
    const talent = talents[row]!
    const pair = { talent, project, facts: factsOf(row) }
    const told = tell(points, yardstick, reasonForCompany(pair, ''), doubtForCompany(pair))
    return { talentId: talent.id, fit: score, told }
  })
}

/** Why one person fits a project, as it stands now. */
export function readFittingPerson(
  project: ProjectFacts,
  talent: TalentFacts,
  thisYear: number,
  weights: Weights,
): Told {
  const { ranked, yardstick, factsOf } = rankForReading(
    talentModel([talent], thisYear, weights, project.space),
    projectRecord({ ...project, open: true }, 0),
    1,
  )
  const points = ranked[0]?.points ?? new Int16Array(yardstick.own.length)
  const pair = { talent, project, facts: factsOf(0) }
  return tell(points, yardstick, reasonForCompany(pair), doubtForCompany(pair))
}

/** Why some projects fit one person, in the order given; those whose field the person does not know at all are left out. */
export function readFitting(
  talent: TalentFacts,
  projects: readonly ProjectFacts[],
  thisYear: number,
  weights: Weights = EXPERT.weights,
): { project: ProjectFacts; told: Told }[] {
  if (projects.length === 0) return []
  const model = projectModel(projects, weights, talent.space)
  const query = talentRecord(talent, 0, thisYear)
  const { ranked, yardstick, factsOf } = rankForReading(model, query, projects.length)
  const pointsOf = new Map(ranked.map(({ row, points }) => [row, points]))
  return projects.flatMap((project, row) => {
    const points = pointsOf.get(row)
    const facts = factsOf(row)
    if (!points || facts.agreement === 0) return []
    const pair = { talent, project, facts }
    return [{ project, told: tell(points, yardstick, reasonForTalent(pair), doubtForTalent(pair)) }]
  })
}

/** The texts are read in `space`, whatever theirs is: in that in which they are asked about. */
export function talentModel(
  talents: readonly TalentFacts[],
  thisYear: number,
  weights: Weights = EXPERT.weights,
  space: TalentFacts['space'] = null,
): Model<'talents'> {
  const world = matchingWorld(talents.some(({ meaning }) => meaning !== undefined))
  const rows = talentColumns(
    talents.map((talent, at) => talentRecord({ ...talent, space: space ?? null, vector: undefined }, at, thisYear)),
    world.dimension,
  )
  return createModel({ ...world, side: 'talents', rows, weights })
}

/** The same for projects. */
export function projectModel(
  projects: readonly ProjectFacts[],
  weights: Weights = EXPERT.weights,
  space: ProjectFacts['space'] = null,
): Model<'projects'> {
  const world = matchingWorld(projects.some(({ meaning }) => meaning !== undefined))
  const rows = projectColumns(
    projects.map((project, at) => projectRecord({ ...project, space: space ?? null, vector: undefined }, at)),
    world.dimension,
  )
  return createModel({ ...world, side: 'projects', rows, weights })
}
