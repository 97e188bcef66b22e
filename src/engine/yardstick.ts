import { motiveBin, workBin } from './bins.ts'
import { AT, FACTOR_COUNT } from './factors.ts'
import { CODE_NONE, FEE_NOT_SAID, HOURS_NOT_SAID, INDUSTRY_NONE, TALENT_TIES } from './fields.ts'
import type { PointTable, Tables } from './fixed.ts'
import { largestOf, TIE_BINS, tiePoints } from './lookups.ts'
import { levelPoints } from './points.ts'
import type { ProjectRow, TalentRow } from './row.ts'

/** What points are measured by when they are explained to the side that asked. */
export interface Yardstick {
  /** Highest points any row could get for this query, factor by factor. */
  best: Int16Array
  /** Points that come from the asking side itself (its own record and answering) and say nothing about the row. */
  own: Int16Array
}

/** For one project looking at talents. */
export function projectYardstick(tables: Tables, project: ProjectRow): Yardstick {
  const { points } = tables
  const { best, own } = common(tables, project, 'apply')
  best[AT.industry] = highest(points.industry, project.industry[0] !== INDUSTRY_NONE)
  const visits = project.work[0]! >> 1
  const ties = tiePoints(tables).subarray(visits * 16, visits * 16 + (project.place[0] === 0 ? 1 : 16))
  best[AT.tie] = largestOf(ties)
  best[AT.work] = points.work.both[workBin(visits, project.work[0]! & 1, 3, 0)]!
  return { best, own }
}

/** For one talent looking at projects. */
export function talentYardstick(tables: Tables, talent: TalentRow): Yardstick {
  const { points } = tables
  const { best, own } = common(tables, talent, 'offer')
  best[AT.industry] = highest(
    points.industry,
    talent.industries.some((one) => one !== INDUSTRY_NONE),
  )
  let bond = 0
  for (let slot = 0; slot < TALENT_TIES; slot++) {
    if (talent.tiePlaces[slot] !== 0) bond = Math.max(bond, TIE_BINS[96 + talent.ties[slot]!]!)
  }
  const ties = tiePoints(tables)
  best[AT.tie] = Math.max(...[0, 1, 2, 3, 4, 5].map((visits) => ties[visits * 16 + bond]!))
  best[AT.work] = largestOf(points.work.both)
  return { best, own }
}

function common(tables: Tables, one: ProjectRow | TalentRow, own: 'apply' | 'offer'): Yardstick {
  const { points } = tables
  const other = own === 'apply' ? 'offer' : 'apply'
  const best = new Int16Array(FACTOR_COUNT)
  const fixed = new Int16Array(FACTOR_COUNT)
  best[AT.code] = highest(points.code, one.codes[0] !== CODE_NONE)
  best[AT.level] = one.codes[0] === CODE_NONE ? levelPoints(tables)[0]! : largestOf(levelPoints(tables))
  best[AT.hours] = highest(points.hours, one.hours[0] !== HOURS_NOT_SAID)
  best[AT.fee] = highest(points.fee, one.fee[0] !== FEE_NOT_SAID)
  best[AT.motive] = points.motive.both[motiveBin(one.motives[0]!, one.motives[0]!)]!
  best[AT.text] = highest(points.text, one.hasText[0] === 1)
  for (const name of ['record', 'answer'] as const) {
    fixed[AT[name]] = points[name][own][one[name][0]!]!
    best[AT[name]] = fixed[AT[name]]! + largestOf(points[name][other])
  }
  return { best, own: fixed }
}

function highest(table: PointTable, said: boolean): number {
  return said ? largestOf(table.both) : table.both[0]!
}
