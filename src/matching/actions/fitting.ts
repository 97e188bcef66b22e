import { inArray } from 'drizzle-orm'
import { SYSTEM } from '../../accounts/actions/mailing.ts'
import { bitsOf } from '../../engine/engine.ts'
import { type Db, readAs } from '../../lib/db.ts'
import { today } from '../../lib/time.ts'
import { isOpen } from '../../projects/rules/state.ts'
import { type Project, projects } from '../../projects/schema.ts'
import type { ProjectFacts, TalentFacts } from '../rules/facts.ts'
import { fittingProjects } from '../rules/reading.ts'
import type { Told } from '../rules/sentences.ts'
import { currentMarket } from './market.ts'

/** More than are shown, because some may have closed since the model was made. */
const SPARE = 8

/**
 * The open projects that fit somebody best, with the reasons. Those of the employer, of every company the person hides from
 * and of the person's own company never appear.
 */
export async function fittingFor(
  db: Db,
  talent: TalentFacts,
  now: Date,
  limit: number,
): Promise<{ project: Project; told: Told }[]> {
  const market = await currentMarket(db, now)
  const hiddenFrom = market.hidden.byTalent.get(talent.id) ?? new Set()
  const out = [...market.open.values()].filter(({ companyId }) => hiddenFrom.has(companyId))
  const blocked = bitsOf(
    market.projects,
    out.flatMap(({ id }) => market.numbers.get(id) ?? []),
  )
  const factsBy = (number: number): ProjectFacts | undefined => market.open.get(market.ids[number]!)
  const found = fittingProjects(
    market.projects,
    talent,
    factsBy,
    blocked,
    Number(today(now).slice(0, 4)),
    limit + SPARE,
  )
  if (found.length === 0) return []
  const rows = await readAs(db, SYSTEM, null, (tx) =>
    tx
      .select()
      .from(projects)
      .where(
        inArray(
          projects.id,
          found.map(({ project }) => project.id),
        ),
      ),
  )
  return found
    .flatMap(({ project, told }) => {
      const row = rows.find(({ id }) => id === project.id)
      return row && isOpen(row, now) ? [{ project: row, told }] : []
    })
    .slice(0, limit)
}
