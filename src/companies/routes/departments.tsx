import { departmentForm } from '../../accounts/rules/invitations.ts'
import { member } from '../../lib/web/guard.ts'
import { post, type Route } from '../../lib/web/route.ts'
import { closeDepartment, openDepartment, separateDepartments } from '../actions/departments.ts'
import { membersPage } from './members.tsx'

const ADDRESS = '/companies/:companyId/departments'
const owner = member('companyId', ['owner'])

/** The departments of a company: made, ended and kept apart by its owners. */
export const departments: Route[] = [
  post(ADDRESS, owner, async (call) => {
    const form = call.form(departmentForm)
    if (!form.ok) return call.page(await membersPage(call, 'companies', { naming: form }), { status: 422 })
    const id = call.id('companyId')
    return call.act(async (act) => {
      await openDepartment(act, id, form.data.name)
      return back(id)
    })
  }),

  post(`${ADDRESS}/separation`, owner, (call) => {
    const id = call.id('companyId')
    return call.act(async (act) => {
      await separateDepartments(act, id, call.body.on === 'yes')
      return back(id)
    })
  }),

  post(`${ADDRESS}/:departmentId/closure`, owner, (call) => {
    const id = call.id('companyId')
    const departmentId = call.id('departmentId')
    return call.act(async (act) => {
      await closeDepartment(act, id, departmentId)
      return back(id)
    })
  }),
]

const back = (id: string) => `/companies/${id}/members?departments=open`
