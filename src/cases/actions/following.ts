import { eq, max } from 'drizzle-orm'
import type { Act } from '../../lib/act.ts'
import { found } from '../../lib/web/errors.ts'
import { draftProject } from '../../projects/actions/drafting.ts'
import { posterOf } from '../../projects/queries/poster.ts'
import { codesOf, projectOfCompany } from '../../projects/queries/projects.ts'
import { draftFrom } from '../../projects/rules/draft.ts'
import { STEPS } from '../../projects/rules/steps.ts'
import { projects } from '../../projects/schema.ts'
import { noteOf } from '../../works/queries/handover.ts'
import { reviewsOfContract } from '../../works/queries/works.ts'
import { continued, startedFrom } from '../rules/following.ts'
import type { PublishedCase } from '../rules/published.ts'

/**
 * 「この続きを頼む」: a draft that goes on where a contract of this company ended. Of what was learned only the company's own
 * words go into it, because it will be read by everybody; the note of whoever helped goes on within the group.
 */
export async function continueProject(
  act: Act,
  companyId: string,
  { projectId, contractId }: { projectId: string; contractId: string },
): Promise<string> {
  const party = { side: 'company', companyId } as const
  const before = found(await projectOfCompany(act.tx, companyId, projectId))
  const poster = found(await posterOf(act.tx, companyId))
  const own = (await reviewsOfContract(act.tx, contractId)).find(({ side }) => side === 'company')
  const note = await noteOf(act.tx, party, contractId)
  const codes = (await codesOf(act.tx, projectId)).map(({ projectId: _, ...code }) => code)
  const template = draftFrom(poster, { worry: '', codes: codes.map(({ code }) => code), outcomes: [] })
  const draft = { ...template, ...continued(before, own ?? null, note !== undefined), codes }
  const role = { groupId: before.groupId, groupPosition: await nextPlace(act, before.groupId) }
  const id = await draftProject(act, companyId, draft, before.worryId, role, { follows: contractId })
  return draftPath(companyId, id)
}

/** 「この事例から始める」: a draft of another company that begins with what a published case tells. */
export async function beginFromCase(act: Act, companyId: string, row: PublishedCase): Promise<string> {
  const poster = found(await posterOf(act.tx, companyId))
  const { codes, background } = startedFrom(row)
  const draft = { ...draftFrom(poster, { worry: '', codes, outcomes: [] }), background }
  const id = await draftProject(act, companyId, draft, null, { groupId: null, groupPosition: null }, { case: row.id })
  return draftPath(companyId, id)
}

/** Behind all roles of the group: the notes of those before go on to whoever takes it. */
async function nextPlace(act: Act, groupId: string | null): Promise<number | null> {
  if (groupId === null) return null
  const [last] = await act.tx
    .select({ place: max(projects.groupPosition) })
    .from(projects)
    .where(eq(projects.groupId, groupId))
  return (last?.place ?? 0) + 1
}

function draftPath(companyId: string, projectId: string): string {
  return `/companies/${companyId}/projects/${projectId}/draft/${STEPS[0].step}`
}
