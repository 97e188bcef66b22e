import { z } from 'zod'
import { today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { reader } from '../../lib/web/guard.ts'
import { get, type Route } from '../../lib/web/route.ts'
import { Reasons } from '../../matching/pages/reasons.tsx'
import { projectFactsOfCompany } from '../../matching/queries/projects.ts'
import { talentProfiles, withWork } from '../../matching/queries/talents.ts'
import { weightsInUse } from '../../matching/queries/weights.ts'
import { readApplicants } from '../../matching/rules/reading.ts'
import { unreadCounts } from '../../messages/queries.ts'
import { projectOfCompany } from '../../projects/queries/projects.ts'
import { projectNumber } from '../../projects/rules/state.ts'
import type { Project } from '../../projects/schema.ts'
import { Applicants, type Applied } from '../pages/applicants.tsx'
import { ThreeAtATime } from '../pages/three.tsx'
import { applicantsOfProject, declinedTogether } from '../queries/applicants.ts'
import { selectionsOf } from '../queries/selections.ts'
import { inOrder, ORDERS } from '../rules/choosing.ts'
import { GROUPS } from '../rules/words.ts'

/** Those who applied to one project, as its company looks at them together. */
export const applicants: Route[] = [
  get('/companies/:companyId/projects/:projectId/applications', reader('companyId'), async (call) => {
    const order = ORDERS.find((one) => one === call.query('order')) ?? 'fit'
    const { project, applied } = await appliedTo(call)
    const lines = inOrder(applied, order)
    const group = GROUPS.find(({ id }) => id === call.query('stage'))?.id ?? null
    const mayAct = call.who.role !== 'viewer'
    if (call.query('view') === 'three') {
      const asked = { at: call.query('at'), done: call.query('done') }
      return call.page(<ThreeAtATime {...{ project, mayAct, ...asked }} applicants={lines} now={call.now} />, {
        reference: projectNumber(project),
      })
    }
    const batch = BATCH.safeParse(call.query('batch')).data
    const together = batch ? await call.read((tx) => declinedTogether(tx, project, batch)) : []
    const told = batch && together.length > 0 ? { batch, together } : null
    return call.page(<Applicants {...{ project, group, order, mayAct, told }} applicants={lines} now={call.now} />, {
      reference: projectNumber(project),
    })
  }),
]

const BATCH = z.uuid()

/** Everybody who applied, with what was noted and how well they fit now. */
async function appliedTo(call: Call): Promise<{ project: Project; applied: Applied[] }> {
  const seen = await call.read(async (tx) => {
    const project = found(await projectOfCompany(tx, call.id('companyId'), call.id('projectId')))
    const rows = await applicantsOfProject(tx, project.companyId, project.id)
    const ids = rows.map(({ application }) => application.id)
    const shown = rows.flatMap(({ card }) => card?.id ?? [])
    return {
      ...{ project, rows, selections: await selectionsOf(tx, ids), unread: await unreadCounts(tx, 'company', ids) },
      facts: found(await projectFactsOfCompany(tx, project.companyId, project.id, call.now)),
      profiles: await talentProfiles(tx, shown),
    }
  })
  // Finished work with other companies, as counts only: the policies rightly hide those rows from this one.
  const { people, weights } = await call.readAsSystem(async (tx) => ({
    people: await withWork(tx, seen.profiles, call.now),
    weights: await weightsInUse(tx),
  }))
  const year = Number(today(call.now).slice(0, 4))
  const readings = readApplicants(seen.facts, people, year, weights.weights)
  const applied = seen.rows.map(({ application, card }) => {
    const reading = card && readings.find(({ talentId }) => talentId === card.id)
    return {
      ...{ application, card, selection: seen.selections.get(application.id) ?? null },
      unread: seen.unread.get(application.id) ?? 0,
      fit: reading?.fit ?? null,
      reason: reading ? (reading.told.reasons[0] ?? null) : DOES_NOT_MEET,
      reasons: reading ? <Reasons told={reading.told} doubtTitle="確かめたいこと" /> : <p>{DOES_NOT_MEET}</p>,
    }
  })
  return { project: seen.project, applied }
}

const DOES_NOT_MEET = '時間か通い方の希望が、この案件と合いません。'
