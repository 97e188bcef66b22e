import { fiscalYearOf } from '../../src/law/fiscal-year.ts'
import { today } from '../../src/lib/time.ts'
import { amountOf } from '../../src/subsidies/rules/amount.ts'
import { subsidyOf } from '../../src/subsidies/rules/subsidies.ts'
import type { grants } from '../../src/subsidies/schema.ts'
import { accountId, PARTNERS, partnerId } from '../cast.ts'
import { nameBasedId } from '../ids.ts'
import { randomFrom } from '../random.ts'
import type { Working } from './loop/contract.ts'
import type { Told } from './loop/project.ts'
import { type By, later, type Stage } from './rows.ts'

const SUBSIDY = 'example-hotaru'
const OFFICE: By = { actor: accountId('koga'), organisation: partnerId('town') }

/** Yen that the town's office granted, by fiscal year; and who had one in which year. */
export type Aid = { granted: Map<number, number>; had: Set<string> }

export const noAid = (): Aid => ({ granted: new Map(), had: new Set() })

/** A firm of koga's town applied for the town's subsidy before it made this contract, and showed the office how it went on. */
export function aidByTown(stage: Stage, told: Told, working: Working, endedAt: Date | null, aid: Aid): void {
  const { plan, row: project, by, publishedAt } = told
  const subsidy = subsidyOf(SUBSIDY)!
  const random = randomFrom(`aid/${plan.key}`)
  const plannedAt = later(publishedAt, 0, random)
  const appliedAt = later(plannedAt, 1, random)
  const fiscalYear = fiscalYearOf(today(appliedAt))
  const key = `${project.companyId}/${fiscalYear}`
  const isLate = appliedAt >= (working.row.sealedAt ?? stage.now) || /-03-(1[6-9]|[23])/.test(today(appliedAt))
  if (!PARTNERS.town.area.includes(plan.company.municipality) || aid.had.has(key) || isLate) return
  aid.had.add(key)
  const costs = { fee: plan.fee * plan.months, travel: plan.travelPaid ? 36_000 : 0, lodging: 0, platform: 0 }
  const expectedYen = amountOf(subsidy, costs).yen
  const row: typeof grants.$inferInsert & { id: string; version: number } = {
    ...{ id: nameBasedId(`grant:${project.id}`), subsidyId: SUBSIDY, fiscalYear, companyId: project.companyId },
    ...{ projectId: project.id, partnerId: partnerId('town'), costs, expectedYen, plannedAt, plannedBy: by.actor },
    ...{ version: 1 },
  }
  const step = (at: Date, act: string, who: By, set: Partial<typeof row>) => {
    if (!stage.done(at, `grant.${act}`, { kind: 'grant', id: row.id }, who, { subsidy: SUBSIDY })) return false
    Object.assign(row, set, { version: row.version + 1 })
    return true
  }
  stage.done(plannedAt, 'grant.planned', { kind: 'grant', id: row.id }, by, { projectId: project.id, subsidy: SUBSIDY })
  stage.rows.grants.push(row)
  if (!step(appliedAt, 'applied', by, { appliedAt, appliedOn: today(appliedAt), sharedAt: appliedAt })) return
  const decidedAt = later(appliedAt, random.between(5, 9), random)
  const decided = { decidedAt, decidedOn: today(decidedAt), decidedBy: 'office' as const, grantedYen: expectedYen }
  if (!step(decidedAt, 'decided', OFFICE, decided)) return
  aid.granted.set(fiscalYear, (aid.granted.get(fiscalYear) ?? 0) + expectedYen)
  if (!endedAt) return
  const claimedAt = later(endedAt, random.between(4, 12), random)
  if (!step(claimedAt, 'claimed', by, { claimedAt, claimedOn: today(claimedAt) })) return
  const paidAt = later(claimedAt, random.between(18, 30), random)
  step(paidAt, 'paid', by, { paidAt, paidOn: today(paidAt), paidYen: expectedYen })
}
