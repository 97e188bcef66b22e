import { desc, eq } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import { EXPERT, type NamedWeights } from '../rules/weights.ts'
import {
  type MarketFinding,
  type MarketWeights,
  marketFindings,
  marketRuns,
  marketTrials,
  marketWeightChoices,
  marketWeights,
} from '../schema.ts'
import { clustersKept, runningTrial } from './trials.ts'

/** The weights that are used now: the expert's, or those that the desk chose last. */
export async function weightsInUse(tx: Tx): Promise<NamedWeights> {
  const [choice] = await tx
    .select({ weightsId: marketWeightChoices.weightsId })
    .from(marketWeightChoices)
    .orderBy(desc(marketWeightChoices.madeAt), desc(marketWeightChoices.id))
    .limit(1)
  return choice?.weightsId ? weightsNamed(tx, choice.weightsId) : EXPERT
}

/**
 * For the program: by which weights the projects of the second half are ranked, where a trial compares weights, and which of these
 * are of it. A project is from the first lists on that were made with it.
 */
export async function weightsOnTrial(
  tx: Tx,
  ids: readonly string[],
  now: Date,
): Promise<{ weights: NamedWeights; second: ReadonlySet<string> } | null> {
  const running = await runningTrial(tx, now)
  if (!running?.weightsId) return null
  const { clusters, weightsId } = running
  const kept = await clustersKept(tx, running.id, ids)
  const second = [...kept].flatMap(([id, cluster]) => (clusters[cluster]?.second ? [id] : []))
  return { weights: await weightsNamed(tx, weightsId), second: new Set(second) }
}

/** For the program: the weights by which a project is ranked: those in use, but for those of a trial. */
export async function weightsOfProject(tx: Tx, id: string, now: Date): Promise<NamedWeights> {
  const trial = await weightsOnTrial(tx, [id], now)
  return trial?.second.has(id) ? trial.weights : weightsInUse(tx)
}

/** For the program: the weights by which the second half of a run's lists was made, where that was another than the first. */
export async function secondWeightsOf(tx: Tx, runId: string): Promise<NamedWeights | null> {
  const [row] = await tx
    .select({ weightsId: marketTrials.weightsId })
    .from(marketRuns)
    .innerJoin(marketTrials, eq(marketTrials.id, marketRuns.trialId))
    .where(eq(marketRuns.id, runId))
  return row?.weightsId ? weightsNamed(tx, row.weightsId) : null
}

/** Weights by the name that is kept with the points they gave. */
export async function weightsNamed(tx: Tx, name: string): Promise<NamedWeights> {
  if (name === EXPERT.name) return EXPERT
  const row = await learnedWeights(tx, name)
  if (!row) throw new Error(`No weights have the name ${name}`)
  return { name, weights: row.learned.weights, curves: row.learned.curves }
}

export async function learnedWeights(tx: Tx, id: string): Promise<MarketWeights | undefined> {
  const [row] = await tx.select().from(marketWeights).where(eq(marketWeights.id, id))
  return row
}

/** For the desk: the newest weights that were learned beside those in use. */
export async function lastLearned(tx: Tx): Promise<MarketWeights | undefined> {
  const [row] = await tx
    .select()
    .from(marketWeights)
    .orderBy(desc(marketWeights.madeAt), desc(marketWeights.id))
    .limit(1)
  return row
}

/** When learned weights were chosen last, or null. */
export async function chosenAt(tx: Tx, weightsId: string): Promise<Date | null> {
  const [row] = await tx
    .select({ madeAt: marketWeightChoices.madeAt })
    .from(marketWeightChoices)
    .where(eq(marketWeightChoices.weightsId, weightsId))
    .orderBy(desc(marketWeightChoices.madeAt))
    .limit(1)
  return row?.madeAt ?? null
}

export async function lastFinding(tx: Tx): Promise<MarketFinding | undefined> {
  const [row] = await tx
    .select()
    .from(marketFindings)
    .orderBy(desc(marketFindings.madeAt), desc(marketFindings.id))
    .limit(1)
  return row
}
