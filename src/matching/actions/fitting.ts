import { inArray } from 'drizzle-orm'
import { SYSTEM } from '../../accounts/actions/mailing.ts'
import { listOfToday } from '../../engine/market/arrivals.ts'
import { type Db, readAs } from '../../lib/db.ts'
import { today } from '../../lib/time.ts'
import { isOpen } from '../../projects/rules/state.ts'
import { type Project, projects } from '../../projects/schema.ts'
import { currentAim, newestList } from '../queries/market.ts'
import { projectsInFull, talentsRead } from '../queries/meanings.ts'
import type { TalentFacts } from '../rules/facts.ts'
import { readFitting } from '../rules/reading.ts'
import type { Told } from '../rules/sentences.ts'
import { projectsFor } from './market/searching.ts'
import { asRead } from './market/state.ts'
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
  const { list, aim, read } = await readAs(db, SYSTEM, null, async (tx) => ({
    list: await newestList(tx, { talentId: own.id }),
    aim: await currentAim(tx),
    read: await talentsRead(tx, market.reader, [own]),
  }))
  const talent = asRead(market, read[0]!)
  // In a trial a list has the places of both of its aims: more would be filled with what neither has put there.
  const places = list?.arms?.length || aim.places
  const limit = Math.min(most ?? places, places)
  const hiddenFrom = market.hidden.byTalent.get(talent.id)
  const drawn = (list?.ids ?? []).filter((id) => {
    const companyId = market.open.get(id)
    return companyId !== undefined && !hiddenFrom?.has(companyId)
  })
  const standing = projectsFor(market, talent, [], COMPARED, now).map(({ id, score }) => {
    const project = market.numbers.id(id)
    return { id: project, score, isNew: list !== undefined && !market.priced.has(project) }
  })
  const ids = listOfToday(drawn, standing, limit + SPARE)
  if (ids.length === 0) return []
  const { facts, rows } = await readAs(db, SYSTEM, null, async (tx) => ({
    facts: await projectsInFull(tx, market.reader, ids, now),
    rows: await tx.select().from(projects).where(inArray(projects.id, ids)),
  }))
  const inOrder = ids.flatMap((id) => facts.find((one) => one.id === id) ?? [])
  const found = readFitting(talent, inOrder, Number(today(now).slice(0, 4)), market.weights.weights)
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
