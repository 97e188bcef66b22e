import { today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { Reasons } from '../../matching/pages/reasons.tsx'
import { projectFactsOfCompany } from '../../matching/queries/projects.ts'
import { inSpace } from '../../matching/queries/spaces.ts'
import { talentProfiles, withWork } from '../../matching/queries/talents.ts'
import { weightsOfProject } from '../../matching/queries/weights.ts'
import { readApplicants } from '../../matching/rules/reading.ts'
import { unreadCounts } from '../../messages/queries.ts'
import { projectOfCompany } from '../../projects/queries/projects.ts'
import type { Project } from '../../projects/schema.ts'
import type { Applied } from '../pages/applicants.tsx'
import { applicantsOfProject } from '../queries/applicants.ts'
import { selectionsOf } from '../queries/selections.ts'

/** Everybody who applied, with what was noted and how well they fit now. */
export async function appliedTo(call: Call): Promise<{ project: Project; applied: Applied[] }> {
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
  const { facts, people, weights } = await call.readAsSystem(async (tx) => ({
    facts: await inSpace(tx, seen.facts),
    people: await withWork(tx, seen.profiles, call.now),
    weights: await weightsOfProject(tx, seen.facts.id, call.now),
  }))
  const year = Number(today(call.now).slice(0, 4))
  const told = readApplicants(facts, people, year, weights.weights)
  const readings = new Map(told.map((one) => [one.talentId, one]))
  const applied = seen.rows.map(({ application, card }) => {
    const reading = card && readings.get(card.id)
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
