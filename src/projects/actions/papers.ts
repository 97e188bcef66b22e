import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { keyedCode } from '../../lib/ids.ts'
import type { Secrets } from '../../lib/secrets.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { afterDays } from '../../mandates/rules.ts'
import { anyProject } from '../queries/projects.ts'
import { type Choice, isDraft, PAPER_DAYS, PAPER_OVER, PAPERS_KEPT } from '../rules/paper.ts'
import { type Paper, papers } from '../schema.ts'
import { saveDraft } from './drafting.ts'

export function codeOfPaper(secrets: Secrets, id: string): string {
  return keyedCode(secrets, id, 'paper bytes')
}

export function hashOfPaperCode(secrets: Secrets, code: string): string {
  return secrets.hash(code, 'paper code')
}

type Printed = Pick<Paper, 'kind' | 'companyId' | 'projectId'> & {
  readonly people?: readonly string[]
  readonly content?: string
}

/** One sheet, good for a few days and for one thing; it keeps who stood on it, in which order. Its id. */
export async function printPaper(act: Act, printed: Printed, secrets: Secrets): Promise<string> {
  const { kind, companyId, projectId, people = [], content = null } = printed
  const id = act.newId()
  await act.tx.insert(papers).values({
    ...{ id, kind, companyId, projectId, people: [...people], content, printedBy: act.actor!, printedAt: act.now },
    codeHash: hashOfPaperCode(secrets, codeOfPaper(secrets, id)),
    expiresAt: afterDays(act.now, PAPER_DAYS),
  })
  await record(act, 'paper.printed', { kind: 'project', id: projectId }, { sheet: kind })
  return id
}

/** What was answered on the sheet of questions, into the draft as it stands now; the company hears of it once in an hour. */
export async function keepAnswers(
  act: Act,
  id: string,
  answers: Parameters<typeof saveDraft>[2]['answers'],
): Promise<void> {
  const project = found(await anyProject(act.tx, id))
  if (!isDraft(project)) throw new TooLate(PAPER_OVER)
  await saveDraft(act, project, { version: project.version, answers })
  const key = `answered-${id}-${act.now.toISOString().slice(0, 13)}`
  await act.enqueue('projects.tellAnswered', { projectId: id, key }, { key })
}

/** What was marked on the sheet: of those who stood on it, and of nobody else. Nothing is sent to anybody. */
export async function keepChoices(act: Act, paperId: string, choices: readonly Choice[]): Promise<void> {
  const [kept] = await act.tx
    .update(papers)
    .set({ choices: [...choices], answeredAt: act.now })
    .where(and(eq(papers.id, paperId), eq(papers.kind, 'proposals'), gt(papers.expiresAt, act.now)))
    .returning({ projectId: papers.projectId })
  if (!kept) throw new TooLate(PAPER_OVER)
  const { projectId } = kept
  await record(act, 'paper.answered', { kind: 'project', id: projectId })
  const key = `chosen-${paperId}-${act.now.toISOString().slice(0, 13)}`
  await act.enqueue('projects.tellChosen', { projectId, key }, { key })
}

/** Sheets that nobody can answer any more, and whose answers are long read; what a company said to a whole draft stays with it. */
export async function forgetPapers(act: Act): Promise<void> {
  await act.tx.delete(papers).where(and(lt(papers.expiresAt, afterDays(act.now, -PAPERS_KEPT)), isNull(papers.answer)))
}
