import { SHARED_DAYS, SHARED_FIELDS } from '../../../src/applications/rules/runner-up.ts'
import { neighboursOf } from '../../../src/lib/regions.ts'
import { undoUntil } from '../../../src/lib/undo.ts'
import { nameBasedId } from '../../ids.ts'
import { randomFrom } from '../../random.ts'
import type { PoolTalent } from '../pool.ts'
import { type DemoRows, later, type Stage } from '../rows.ts'
import type { Told } from './project.ts'

const DAY = 86_400_000
/** Of the contracts, so many begin because a firm nearby had met the person before and chosen somebody else. */
const MET_BEFORE = 0.12
const [MARKED, SHARED] = [0.5, 0.7]

type Sent = { row: DemoRows['applications'][number] & { id: string }; talent: PoolTalent }
type Found = { talent: PoolTalent; prefecture: number; companyId: string; appliedAt: Date }

/** Who found work, where: projects are told the newest first, so that a firm nearby can have met them in an earlier one. */
export type Neighbourhood = { found(one: Sent, told: Told): void; metBy(told: Told): PoolTalent[] }

export function createNeighbourhood(): Neighbourhood {
  const waiting = new Set<Found>()
  return {
    found({ row, talent }, { plan }) {
      if (!randomFrom(`met/${row.id}`).chance(MET_BEFORE)) return
      const { prefecture } = plan.company
      waiting.add({ talent, prefecture, companyId: row.companyId, appliedAt: row.createdAt as Date })
    },
    metBy({ plan, publishedAt, closes, by }) {
      const near = new Set([plan.company.prefecture, ...neighboursOf(plan.company.prefecture)])
      const one = [...waiting].find(({ talent, prefecture, companyId, appliedAt }) => {
        const days = (appliedAt.getTime() - closes.getTime()) / DAY
        const knows = talent.fit(plan) >= 4 && talent.joinedAt < publishedAt
        const strange = companyId !== by.organisation && talent.demo.employer?.domain !== plan.company.domain
        return days > 22 && days < 80 && near.has(prefecture) && knows && strange
      })
      if (one) waiting.delete(one)
      return one ? [one.talent] : []
    },
  }
}

/** Good, but somebody else was chosen: some are marked for firms nearby, and most of them let their card be seen. */
export function markRunnerUp(stage: Stage, told: Told, { row }: Sent, wanted: boolean): void {
  if (!row.declinedAt) return
  const random = randomFrom(`runner-up/${row.id}`)
  if (!wanted && !random.chance(MARKED)) return
  const subject = { kind: 'application', id: row.id }
  const marked = later(row.declinedAt as Date, 0, random)
  if (!stage.done(marked, 'application.runner-up-marked', subject, told.by)) return
  Object.assign(row, { runnerUpAt: marked, version: row.version! + 1 })
  const shared = later(undoUntil(marked), random.between(0, 3), random)
  if (!wanted && !random.chance(SHARED)) return
  if (!stage.done(shared, 'runner-up.shared', subject, { actor: row.accountId, organisation: null })) return
  stage.rows.consents.push({
    ...{ id: nameBasedId(`${row.id}:consent:runner-up`), accountId: row.accountId, recipientId: null },
    ...{ purpose: 'runner-up', fields: [...SHARED_FIELDS], subjectId: row.id, givenAt: shared },
    ...{ until: new Date(shared.getTime() + SHARED_DAYS * DAY), revokedAt: null },
  })
}
