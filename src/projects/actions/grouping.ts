import { eq } from 'drizzle-orm'
import { answersOf } from '../../challenges/queries/answers.ts'
import { worryOfCompany } from '../../challenges/queries.ts'
import { worries } from '../../challenges/schema.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { today } from '../../lib/time.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { groupOfWorry } from '../queries/groups.ts'
import { posterOf } from '../queries/poster.ts'
import { type GroupKind, groupPath, roleDraft, rolesOf, startsOf, worksOf } from '../rules/group.ts'
import { projectGroups } from '../schema.ts'
import { draftProject } from './drafting.ts'

/** What is too large for one person becomes a draft for each role; the address of them all. Divided once, it stays so. */
export async function divideWorry(act: Act, companyId: string, worryId: string, kind: GroupKind): Promise<string> {
  // Two presses at once wait for each other: the second finds what the first made.
  await act.tx.select({ id: worries.id }).from(worries).where(eq(worries.id, worryId)).for('update')
  const { worry, said } = found(await worryOfCompany(act.tx, companyId, worryId))
  const there = await groupOfWorry(act.tx, companyId, worryId)
  if (there) return groupPath(companyId, there.id)
  const roles = rolesOf(worksOf(said.codes))
  if (roles.length === 0) {
    const next = { href: `/companies/${companyId}/projects/new?worry=${worryId}`, label: '案件を作る' }
    throw new TooLate('整理した内容が変わりました。いまは、ひとりに頼める大きさです。', next)
  }
  const poster = found(await posterOf(act.tx, companyId))
  const confirmed = { worry: worry.text, answers: await answersOf(act.tx, worryId), ...said }
  const id = act.newId()
  await act.tx.insert(projectGroups).values({ id, companyId, worryId, kind, createdBy: act.actor, createdAt: act.now })
  for (const [at, startOn] of startsOf(kind, roles, today(act.now)).entries()) {
    const draft = roleDraft(poster, confirmed, roles, { at, startOn })
    await draftProject(act, companyId, draft, worryId, { groupId: id, groupPosition: at })
  }
  await record(act, 'project-group.made', { kind: 'project-group', id }, { worry: worryId, roles: roles.length })
  return groupPath(companyId, id)
}
