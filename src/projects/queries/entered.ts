import { eq } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import { BEGUN, SENT } from '../../mandates/rules.ts'
import type { Entry } from '../../mandates/schema.ts'
import { readBack } from '../rules/entered.ts'
import { projectNumber } from '../rules/state.ts'
import { projects } from '../schema.ts'
import { codesOf, projectOfCompany } from './projects.ts'

/** What was entered into each project, as it stands now, in plain words. */
export async function enteredProjects(tx: Tx, companyId: string, entries: readonly Entry[]) {
  const found = []
  for (const [id, rows] of Map.groupBy(entries, ({ subjectId }) => subjectId)) {
    const project = await projectOfCompany(tx, companyId, id)
    if (!project) continue
    const fields = rows.map(({ field }) => field)
    found.push({
      id,
      title: `${projectNumber(project)}　${project.title ?? '題のない案件'}`,
      begun: fields.includes(BEGUN),
      sent: fields.includes(SENT),
      lines: readBack(project, await codesOf(tx, id), fields),
    })
  }
  return found
}

/** Whichever company's it is. For the program, on behalf of whoever holds the paper of a draft. */
export async function anyProject(tx: Tx, id: string) {
  const [project] = await tx.select().from(projects).where(eq(projects.id, id))
  return project
}
