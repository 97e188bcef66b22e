import { and, desc, eq, sql } from 'drizzle-orm'
import { departmentOfWorry, moveWorry } from '../../challenges/actions/company.ts'
import { answersOf } from '../../challenges/queries/answers.ts'
import { worryOfCompany } from '../../challenges/queries.ts'
import { record } from '../../history/actions.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { Act } from '../../lib/act.ts'
import type { Tx } from '../../lib/db.ts'
import { found } from '../../lib/web/errors.ts'
import { markEntered, ownEntries } from '../../mandates/actions/entering.ts'
import { BEGUN } from '../../mandates/rules.ts'
import { lastHandOf } from '../queries/hands.ts'
import { posterOf } from '../queries/poster.ts'
import { codesOf } from '../queries/projects.ts'
import { inStates } from '../queries/states.ts'
import { changesFrom } from '../rules/changes.ts'
import { type AskedCode, codeAnswers, editCodes, sameCodes, swapOf } from '../rules/codes.ts'
import { type Draft, draftFrom, withoutWorks } from '../rules/draft.ts'
import { CODES, changedFields, copyOf } from '../rules/entered.ts'
import type { Answers } from '../rules/forms.ts'
import { groupPath } from '../rules/group.ts'
import { type ProjectAct, stateOf, transitionOf } from '../rules/state.ts'
import { STEPS } from '../rules/steps.ts'
import { draftCopies, type Project, projectCodes, projects } from '../schema.ts'

/** Somebody else changed the draft since this screen was opened. */
export class ChangedElsewhere extends Error {}

/** A new draft of a company. */
export async function draftProject(
  act: Act,
  companyId: string,
  { codes, ...content }: Draft,
  worryId: string | null,
  role: Pick<Project, 'groupId' | 'groupPosition'> = { groupId: null, groupPosition: null },
  /** What it goes on from: the id of a contract or a case. */
  from: Readonly<Record<string, string>> = {},
): Promise<string> {
  const id = act.newId()
  const departmentId = worryId && (await departmentOfWorry(act, worryId))
  await act.tx.insert(projects).values({
    id,
    companyId,
    worryId,
    ...(departmentId && { departmentId }),
    ...role,
    createdBy: act.actor,
    ...content,
    createdAt: act.now,
    updatedAt: act.now,
  })
  await writeCodes(act, id, codes)
  await markEntered(act, { kind: 'project', id }, [BEGUN])
  await record(act, 'project.drafted', { kind: 'project', id }, { ...(worryId && { worry: worryId }), ...from })
  return id
}

/** Gives a project to a department of its company, or to the whole of it; with it go its worry and all that was made of that. */
export async function moveProject(act: Act, project: Project, departmentId: string | null): Promise<void> {
  const { id, companyId, worryId } = project
  if (worryId) await moveWorry(act, worryId, companyId, departmentId)
  await act.tx
    .update(projects)
    .set({ departmentId })
    .where(and(eq(projects.companyId, companyId), worryId ? eq(projects.worryId, worryId) : eq(projects.id, id)))
  await record(act, 'project.moved', { kind: 'project', id }, departmentId ? { department: departmentId } : {})
}

/** The draft that was begun from a worry and not yet sent: pressed twice, or come back to, it goes on. */
async function draftOfWorry(tx: Tx, companyId: string, worryId: string) {
  const [draft] = await tx
    .select({ id: projects.id, groupId: projects.groupId })
    .from(projects)
    .where(and(eq(projects.companyId, companyId), eq(projects.worryId, worryId), inStates(['draft'])))
    .orderBy(desc(projects.createdAt))
    .limit(1)
  return draft
}

/** A new draft from what the company's people said and confirmed, or from nothing; the address of its first question. */
export async function beginProject(act: Act, companyId: string, worryId: string | null): Promise<string> {
  const begun = worryId ? await draftOfWorry(act.tx, companyId, worryId) : undefined
  if (begun?.groupId) return groupPath(companyId, begun.groupId)
  if (begun) return `/companies/${companyId}/projects/${begun.id}/draft/${STEPS[0].step}`
  const said = worryId ? found(await worryOfCompany(act.tx, companyId, worryId)) : null
  const poster = found(await posterOf(act.tx, companyId))
  const confirmed = said && {
    worry: said.worry.text,
    symptoms: said.nodes.filter(({ kind }) => kind === 'symptom').map((node) => node.text),
    answers: await answersOf(act.tx, said.worry.id),
    ...said.said,
  }
  const id = await draftProject(act, companyId, draftFrom(poster, confirmed), worryId)
  return `/companies/${companyId}/projects/${id}/draft/${STEPS[0].step}`
}

type Save = {
  /** The version of the screen that was sent. */
  readonly version: number
  readonly answers: Answers & Readonly<Record<string, unknown>>
  /** The button: what to do to a job code. */
  readonly go?: string
  readonly as?: Extract<ProjectAct, 'project.saved' | 'project.completed'>
  /**
   * While somebody types: writes no history of its own, and leaves the version alone as long as nobody else waits for it,
   * so that the form that is still open stays good.
   */
  readonly quiet?: boolean
}

/** Keeps what a screen of the draft says. Only the fields that were on it change. */
export async function saveDraft(act: Act, project: Project, save: Save): Promise<number> {
  const name = save.as ?? 'project.saved'
  const own = save.version === project.version || (await lastHandOf(act.tx, project.id)) === act.actor
  if (!own) throw new ChangedElsewhere()
  const set = changesFrom(save.answers, project)
  const before = await codesOf(act.tx, project.id)
  const go = save.go ?? ''
  const after = editCodes(before, codeAnswers(save.answers), go, (code) => jobCodes().indexOf(code) >= 0)
  // The work of a code that another one took over is still wanted.
  const kept = new Set([...after.map(({ code }) => code), swapOf(go)?.old])
  const gone = before.flatMap(({ code }) => (kept.has(code) ? [] : (jobCodes().leaf(code)?.name ?? [])))
  const work = set.work ?? project.work
  if (gone.length > 0 && work) set.work = withoutWorks(work, gone)
  const step = save.quiet && stateOf(project) !== 'submitted' ? 0 : 1
  const [saved] = await act.tx
    .update(projects)
    .set({ ...set, updatedAt: act.now, version: sql`${projects.version} + ${step}` })
    .where(
      and(
        eq(projects.id, project.id),
        eq(projects.companyId, project.companyId),
        eq(projects.version, project.version),
        inStates(transitionOf(name).from),
      ),
    )
    .returning({ version: projects.version })
  if (!saved) throw new ChangedElsewhere()
  const fields = changedFields(set, project)
  if (!sameCodes(before, after)) {
    fields.push(CODES)
    await act.tx.delete(projectCodes).where(eq(projectCodes.projectId, project.id))
    await writeCodes(act, project.id, after)
  }
  await noteHand(act, project, before, fields)
  if (!save.quiet) await record(act, name, { kind: 'project', id: project.id }, { fields: Object.keys(set) })
  return saved.version
}

/** Whose words they are now: an assistant's until the company says so, or its own. */
async function noteHand(act: Act, project: Project, codes: readonly AskedCode[], fields: readonly string[]) {
  const { id, companyId } = project
  if (act.assisted && fields.length > 0) {
    const before = { content: copyOf(project), codes: codes.map(({ code, level, must }) => ({ code, level, must })) }
    await act.tx
      .insert(draftCopies)
      .values({ projectId: id, sessionId: act.assisted, companyId, ...before, at: act.now })
      .onConflictDoNothing()
    await markEntered(act, { kind: 'project', id }, fields)
  }
  if (!act.assisted && act.organisation === companyId) await ownEntries(act, id, fields)
}

/** Codes in their order, where there are none. */
export async function writeCodes(act: Act, projectId: string, codes: readonly AskedCode[]) {
  if (codes.length === 0) return
  await act.tx
    .insert(projectCodes)
    .values(codes.map(({ code, level, must }, position) => ({ projectId, code, level, must, position })))
}
