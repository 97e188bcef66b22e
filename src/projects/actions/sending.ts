import { overdueOf, owesUnseen } from '../../applications/queries/promises.ts'
import { companyPath } from '../../applications/rules/state.ts'
import type { Act } from '../../lib/act.ts'
import { today } from '../../lib/time.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { markEntered } from '../../mandates/actions/entering.ts'
import { SENT } from '../../mandates/rules.ts'
import { codesOf } from '../queries/projects.ts'
import { lint, stopsSending } from '../rules/lint.ts'
import type { Project } from '../schema.ts'
import { carryOut } from './transition.ts'

const OWES_ANSWERS = '返事の約束の日が過ぎた応募があります。返事をすると、案件を送れます。'

/** Hands a draft to the desk. What the owner left open with 「わからない」 goes along. */
export async function submitProject(act: Act, project: Project, version: number): Promise<void> {
  const findings = stopsSending(lint(project, await codesOf(act.tx, project.id), today(act.now)))
  if (findings.length > 0) throw new TooLate('まだ書いていないところがあります。確かめてから、もう一度送ってください。')
  const { id, companyId } = project
  const [owed] = await overdueOf(act.tx, companyId, act.now)
  if (owed) throw new TooLate(OWES_ANSWERS, { href: companyPath(owed), label: '返事をする' })
  if (await owesUnseen(act.tx, companyId, act.now)) throw new TooLate(OWES_ANSWERS)
  await carryOut(
    act,
    'project.submitted',
    { id, companyId, version },
    { submittedAt: act.now, returnedAt: null, returnReasons: [] },
  )
  await markEntered(act, { kind: 'project', id }, [SENT])
}

/** 取り消し: the draft comes back from the desk. */
export async function recallProject(act: Act, companyId: string, id: string): Promise<void> {
  await carryOut(act, 'project.recalled', { id, companyId }, { submittedAt: null })
}
