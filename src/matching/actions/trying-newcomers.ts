import { partedBy } from '../../engine/market/apart.ts'
import type { Db, Tx } from '../../lib/db.ts'
import { partsOf } from '../../lib/pages.ts'
import { answersTo, looksAt } from '../queries/tried.ts'
import { OLDEST_DAYS } from '../rules/findings.ts'
import { nameOf } from '../rules/tried.ts'
import { readingOf } from './market/reading.ts'
import type { Market } from './market/state.ts'
import type { Pairs } from './pairs.ts'
import type { PlanTask } from './planning-worker.ts'

/** What a night has time for: pairs of all markets that are made for single companies, two minutes of them. */
const PAIRS_APART = 20_000_000
const DAY = 86_400_000
const PAGE = 500

/**
 * How often everybody and every project was tried so far, and which lists are made apart. What a company's list says of somebody
 * depends on whom else that person may choose, and so on who competes for it and how often that was looked at: whoever is hidden
 * from a company competes in no list that it sees, and has looked at nothing.
 */
export async function triedSoFar(
  db: Db,
  { market, talents, projects }: Pairs,
  { hidden }: Market,
  now: Date,
): Promise<Pick<PlanTask, 'tried' | 'apart'>> {
  const read = readingOf(db)
  const since = new Date(now.getTime() - OLDEST_DAYS * DAY)
  const [answers, looks] = [await read(answersTo), await read((tx) => looksAt(tx, since))]
  const columnOf = new Map(projects.map(({ id }, column) => [id, column]))
  const rowOf = new Map(talents.map(({ id }, row) => [id, row]))
  const awayFrom = (company: string) => hidden.byCompany.get(company) ?? new Set<string>()
  const parted = partedBy(
    projects.map(({ companyId }) => companyId),
    (company) => Array.from(awayFrom(company)).flatMap((id) => rowOf.get(id) ?? []),
    Math.floor(PAIRS_APART / Math.max(1, market.columns.length)),
  )
  const apart: Exclude<PlanTask['apart'], undefined>[number][] = []
  for (const one of parted) {
    const away = new Set(one.columns.flatMap((column) => [...awayFrom(projects[column]!.companyId)]))
    const fewer = new Map<number, number>()
    for (const ids of partsOf([...away], PAGE)) {
      for (const [id, count] of await read((tx: Tx) => looksAt(tx, since, ids))) {
        const column = columnOf.get(id)
        if (column !== undefined) fewer.set(column, (fewer.get(column) ?? 0) + count)
      }
    }
    apart.push({ ...one, fewer })
  }
  const tried = {
    left: {
      trials: talents.map(({ id, finished }) => finished + (answers.get(id) ?? 0)),
      names: talents.map(({ id }) => nameOf(id)),
    },
    right: {
      trials: projects.map(({ id }) => looks.get(id) ?? 0),
      names: projects.map(({ id }) => nameOf(id)),
    },
  }
  return { tried, apart }
}
