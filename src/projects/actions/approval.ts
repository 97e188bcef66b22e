import { and, eq, isNull } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import type { Secrets } from '../../lib/secrets.ts'
import { today } from '../../lib/time.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { approvalPaper } from '../queries/papers.ts'
import { anyProject, codesOf } from '../queries/projects.ts'
import { CHANGED_SINCE, printOf } from '../rules/approval.ts'
import { wholeDraft } from '../rules/entered.ts'
import { isDraft, PAPER_OVER } from '../rules/paper.ts'
import { type Paper, type Project, paperPhotos, papers } from '../schema.ts'
import { printPaper } from './papers.ts'

/** The draft as it stands on paper, to be agreed to; of one day and the same words there is one. */
export async function printApproval(act: Act, project: Project, secrets: Secrets): Promise<void> {
  const content = printOf(wholeDraft(project, await codesOf(act.tx, project.id)))
  const last = await approvalPaper(act.tx, project.id)
  const isSame = last?.content === content && last.answer === null && today(last.printedAt) === today(act.now)
  if (isSame) return
  const { id: projectId, companyId } = project
  await printPaper(act, { kind: 'approval', companyId, projectId, content }, secrets)
}

type Said = { readonly answer: NonNullable<Paper['answer']>; readonly words: string }

/**
 * What was ticked on the paper. A yes is one to what stands on it, and sends nothing: that is done by whoever may. Whoever types
 * it has the photos of the paper before them.
 */
export async function keepApproval(act: Act, paper: Paper, { answer, words }: Said): Promise<void> {
  const { id, projectId } = paper
  const project = found(await anyProject(act.tx, projectId))
  if (!isDraft(project)) throw new TooLate(PAPER_OVER)
  const print = printOf(wholeDraft(project, await codesOf(act.tx, projectId)))
  if (answer === 'approved' && print !== paper.content) throw new TooLate(CHANGED_SINCE)
  const said = { answer, words: answer === 'change' ? words : null }
  await act.tx
    .update(papers)
    .set({ ...said, answeredAt: act.now })
    .where(and(eq(papers.id, id), eq(papers.kind, 'approval')))
  if (act.actor) {
    const typed = { typedAt: act.now, typedBy: act.actor }
    await act.tx
      .update(paperPhotos)
      .set(typed)
      .where(and(eq(paperPhotos.paperId, id), isNull(paperPhotos.typedAt)))
  }
  await record(act, 'paper.answered', { kind: 'project', id: projectId }, { answer })
  const key = `approval-${id}-${answer}-${act.now.toISOString().slice(0, 13)}`
  await act.enqueue('projects.tellApproval', { projectId, key }, { key })
}
