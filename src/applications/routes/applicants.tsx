import { z } from 'zod'
import { isId } from '../../lib/ids.ts'
import { mayDo, readerOfApplicants } from '../../lib/web/guard.ts'
import { get, type Route } from '../../lib/web/route.ts'
import { pageOrSheet } from '../../lib/web/sheet-answer.ts'
import { projectNumber } from '../../projects/rules/state.ts'
import { Applicants } from '../pages/applicants.tsx'
import { applicantsSheet } from '../pages/applicants-sheet.ts'
import { ThreeAtATime } from '../pages/three.tsx'
import { declinedTogether } from '../queries/applicants.ts'
import { inOrder, ORDERS } from '../rules/choosing.ts'
import { GROUPS } from '../rules/words.ts'
import { appliedTo } from './applied.tsx'

/** Those who applied to one project, as its company looks at them together. */
export const applicants: Route[] = [
  get('/companies/:companyId/projects/:projectId/applications', readerOfApplicants, async (call) => {
    const order = ORDERS.find((one) => one === call.query('order')) ?? 'fit'
    const { project, applied } = await appliedTo(call)
    const lines = inOrder(applied, order)
    const group = GROUPS.find(({ id }) => id === call.query('stage'))?.id ?? null
    const mayAct = mayDo(call.who, 'choose')
    if (call.query('view') === 'three') {
      const asked = { at: call.query('at'), done: call.query('done') }
      return call.page(<ThreeAtATime {...{ project, mayAct, ...asked }} applicants={lines} now={call.now} />, {
        reference: projectNumber(project),
      })
    }
    const asked = call.query('batch')
    const batch = isId(asked) ? asked : undefined
    const together = batch ? await call.read((tx) => declinedTogether(tx, project, batch)) : []
    const told = batch && together.length > 0 ? { batch, together } : null
    const page = PAGE.safeParse(call.query('page')).data ?? 1
    return pageOrSheet(
      call,
      () => <Applicants {...{ project, group, page, order, mayAct, told }} applicants={lines} now={call.now} />,
      () => applicantsSheet(projectNumber(project), lines),
      { reference: projectNumber(project) },
    )
  }),
]

const PAGE = z.coerce.number().int().positive()
