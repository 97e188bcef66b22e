import { enteredWorries } from '../../challenges/queries/entered.ts'
import type { Tx } from '../../lib/db.ts'
import { enteredDetails } from '../../mandates/queries/details.ts'
import { BEGUN, SENT } from '../../mandates/rules.ts'
import type { Entry } from '../../mandates/schema.ts'
import { readBack } from '../rules/entered.ts'
import { projectNumber } from '../rules/state.ts'
import { codesOf, projectOfCompany } from './projects.ts'

/** What was entered into each project, as it stands now, in plain words. */
async function enteredProjects(tx: Tx, companyId: string, entries: readonly Entry[]) {
  const found = []
  const own = entries.filter(({ subjectKind }) => subjectKind === 'project')
  for (const [id, rows] of Map.groupBy(own, ({ subjectId }) => subjectId)) {
    const project = await projectOfCompany(tx, companyId, id)
    if (!project) continue
    const fields = rows.map(({ field }) => field)
    found.push({
      id,
      href: `/companies/${companyId}/projects/${id}`,
      title: `${projectNumber(project)}　${project.title ?? '題のない案件'}`,
      begun: fields.includes(BEGUN),
      sent: fields.includes(SENT),
      lines: readBack(project, await codesOf(tx, id), fields),
    })
  }
  return found
}

/** Everything that was entered for a company, from who it is to what it asks for. */
export async function enteredThings(tx: Tx, companyId: string, entries: readonly Entry[]) {
  return [
    ...(await enteredDetails(tx, companyId, entries)),
    ...(await enteredWorries(tx, companyId, entries)),
    ...(await enteredProjects(tx, companyId, entries)),
  ]
}
