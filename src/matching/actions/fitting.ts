import { inArray } from 'drizzle-orm'
import { SYSTEM } from '../../accounts/actions/mailing.ts'
import { packBins } from '../../engine/learning/packed.ts'
import { listOfToday } from '../../engine/market/arrivals.ts'
import { type Db, readAs } from '../../lib/db.ts'
import { today } from '../../lib/time.ts'
import { isOpen } from '../../projects/rules/state.ts'
import { type Project, projects } from '../../projects/schema.ts'
import { currentAim, newestList } from '../queries/market.ts'
import { projectsInFull, talentsRead } from '../queries/meanings.ts'
import { runningTrial } from '../queries/trials.ts'
import { secondWeightsOf, weightsOnTrial } from '../queries/weights.ts'
import type { ProjectFacts, TalentFacts } from '../rules/facts.ts'
import { readFitting } from '../rules/reading.ts'
import { scorerOf, seatedInHalves } from '../rules/scored-anew.ts'
import type { Told } from '../rules/sentences.ts'
import type { NamedWeights } from '../rules/weights.ts'
import type { MarketList } from '../schema.ts'
import { binnedProjectsFor, projectsFor } from './market/searching.ts'
import { asRead, type Market } from './market/state.ts'
import { marketInUse } from './market.ts'
import { noteShown } from './showing.ts'

/** More than are shown, because some may have closed since the model was made. */
const SPARE = 8
/** So many are compared with what was drawn. */
const COMPARED = 200

/**
 * The open projects that somebody is shown, with the reasons: the list that was drawn for them, with what came since; at most
 * as many as lists are made for, or `most`. Those of the employer, of every company the person hides from and of the person's
 * own company never appear.
 */
export async function fittingFor(
  db: Db,
  own: TalentFacts,
  now: Date,
  most?: number,
): Promise<{ project: Project; told: Told }[]> {
  const market = await marketInUse(db, now)
  const { list, weights, aim, read } = await readAs(db, SYSTEM, null, async (tx) => {
    const newest = await newestList(tx, { talentId: own.id })
    return {
      ...{ list: newest, weights: newest ? await secondWeightsOf(tx, newest.runId) : null },
      ...{ aim: await currentAim(tx), read: await talentsRead(tx, market.reader, [own]) },
    }
  })
  const talent = asRead(market, read[0]!)
  // In a trial a list has the places of both of its aims: more would be filled with what neither has put there.
  const places = list?.arms?.length || aim.places
  const limit = Math.min(most ?? places, places)
  const hiddenFrom = market.hidden.byTalent.get(talent.id)
  const standing = projectsFor(market, talent, [], COMPARED, now).map(({ id, score }) => {
    const project = market.numbers.id(id)
    return { id: project, score, isNew: list !== undefined && !market.priced.has(project) }
  })
  const arms = list ? weights && ofSecond(list, weights) : await onTrial(db, market, talent, now)
  const drawn = (list?.ids ?? arms?.seated ?? []).filter((id) => {
    const companyId = market.open.get(id)
    return companyId !== undefined && !hiddenFrom?.has(companyId)
  })
  const ids = listOfToday(drawn, standing, limit + SPARE)
  if (ids.length === 0) return []
  const { facts, rows } = await readAs(db, SYSTEM, null, async (tx) => ({
    facts: await projectsInFull(tx, market.reader, ids, now),
    rows: await tx.select().from(projects).where(inArray(projects.id, ids)),
  }))
  const inOrder = ids.flatMap((id) => facts.find((one) => one.id === id) ?? [])
  const found = readInArms(talent, inOrder, Number(today(now).slice(0, 4)), market.weights, arms)
  const shown = found
    .flatMap(({ project, told }) => {
      const row = rows.find(({ id }) => id === project.id)
      return row && isOpen(row, now) ? [{ project: row, told }] : []
    })
    .slice(0, limit)
  if (list) {
    const seen = shown.map(({ project }) => project.id)
    await noteShown(db, list, seen, now)
  }
  return shown
}

/** What a trial of weights ranks by others than those in use. */
type Arms = {
  readonly weights: NamedWeights
  readonly second: ReadonlySet<string>
  /** Where no list was drawn: one that is made by both. */
  readonly seated?: readonly string[]
}

function ofSecond({ ids, arms }: MarketList, weights: NamedWeights): Arms {
  return { weights, second: new Set(ids.filter((_, place) => arms?.[place] === 1)) }
}

/** For whoever came since lists were made. */
async function onTrial(db: Db, market: Market, talent: TalentFacts, now: Date): Promise<Arms | null> {
  if (!(await readAs(db, SYSTEM, null, (tx) => runningTrial(tx, now)))?.weightsId) return null
  const bins = new Map(
    binnedProjectsFor(market, talent, [], COMPARED, now).map((one) => [market.numbers.id(one.id), one.bins]),
  )
  const best = [...bins.keys()]
  const trial = await readAs(db, SYSTEM, null, (tx) => weightsOnTrial(tx, best, now))
  if (!trial) return null
  const scored = scorerOf(trial.weights)
  const own = new Map(Array.from(trial.second, (id) => [id, scored(packBins(bins.get(id)!)).score]))
  return {
    ...trial,
    seated: seatedInHalves(
      best,
      (id) => own.has(id),
      (id) => own.get(id)!,
    ),
  }
}

/** Every project with the reasons of the weights that ranked it. */
function readInArms(
  talent: TalentFacts,
  all: readonly ProjectFacts[],
  year: number,
  { weights }: NamedWeights,
  arms: Arms | null,
) {
  const [first, second] = [false, true].map((which) =>
    all.filter(({ id }) => (arms?.second.has(id) ?? false) === which),
  )
  const told = readFitting(talent, first!, year, weights)
  if (arms) told.push(...readFitting(talent, second!, year, arms.weights.weights))
  const byProject = new Map(told.map((one) => [one.project.id, one]))
  return all.flatMap(({ id }) => byProject.get(id) ?? [])
}
