import { and, gt, sql } from 'drizzle-orm'
import { applications } from '../../applications/schema.ts'
import type { Act } from '../../lib/act.ts'
import { japaneseDateTime, today } from '../../lib/time.ts'
import { undoneSince } from '../../lib/undo.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { sentByAssistant } from '../../mandates/queries/entries.ts'
import { after, SENT_MINUTES } from '../../mandates/rules.ts'
import { holdVerified } from '../queries/poster.ts'
import { codesOf } from '../queries/projects.ts'
import { RETURN_REASONS, type ReturnReason } from '../rules/forms.ts'
import { lint, stopsPublication } from '../rules/lint.ts'
import { type Project, projects } from '../schema.ts'
import { carryOut } from './transition.ts'

/** Shows a project to everybody. `version` is what the operator read: a correction since then has to be read first. */
export async function publishProject(act: Act, project: Project, version: number): Promise<void> {
  const back = { href: `/desk/projects/${project.id}`, label: '案件を見る' }
  const open = stopsPublication(lint(project, await codesOf(act.tx, project.id), today(act.now)))
  if (open.length > 0) throw new TooLate(`まだ公開できません。${open[0]!.sentence}`, back)
  if (!(await holdVerified(act.tx, project.companyId)))
    throw new TooLate('まだ公開できません。先に、会社を確かめてください。', back)
  const sent = await sentByAssistant(act.tx, project.id, after(act.now, -SENT_MINUTES))
  if (sent)
    throw new TooLate(
      `代行入力で送られた案件です。${japaneseDateTime(after(sent, SENT_MINUTES))}までは、会社が取り消せます。`,
      back,
    )
  await carryOut(act, 'project.published', { id: project.id, version }, { publishedAt: act.now })
}

/** 取り消し of a publication: within half an hour, and only while nobody has applied. */
export async function retractProject(act: Act, id: string): Promise<void> {
  const since = undoneSince(act.now)
  const nobodyApplied = sql`not exists (select 1 from ${applications}
    where ${applications.projectId} = ${projects.id} and ${applications.sentAt} is not null)`
  const only = and(gt(projects.publishedAt, since), nobodyApplied)!
  await carryOut(act, 'project.retracted', { id }, { publishedAt: null }, { only })
}

/** Sends a project back to its company with the reasons, as the company will read them. */
export async function returnProject(
  act: Act,
  id: string,
  version: number,
  reasons: readonly ReturnReason[],
  words: string,
): Promise<void> {
  const sentences = [...reasons.map((reason) => RETURN_REASONS[reason]), ...(words ? [words] : [])]
  const set = { returnedAt: act.now, returnReasons: sentences }
  await carryOut(act, 'project.returned', { id, version }, set, { data: { reasons: [...reasons] } })
}
