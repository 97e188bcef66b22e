import type { Act } from '../../lib/act.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { tasked } from '../../lib/web/guard.ts'
import { post, type Route } from '../../lib/web/route.ts'
import { assess, conclude, removeNote, restoreNote, writeNote } from '../actions/scoring.ts'
import type { InsideBack } from '../pages/inside.tsx'
import { applicationOfCompany } from '../queries/applications.ts'
import { criteriaOf } from '../queries/scoring.ts'
import { consensusForm, noteForm, pointsForm } from '../rules/forms.ts'
import { inForce } from '../rules/scoring.ts'
import { companyPath } from '../rules/state.ts'
import type { Application } from '../schema.ts'
import { showApplicant } from './applicant.tsx'

const PATH = '/companies/:companyId/applications/:applicationId'
const members = tasked('choose')

/** What a company writes about an applicant for its own eyes. */
export const inside: Route[] = [
  post(`${PATH}/notes`, members, (call) => {
    const form = call.form(noteForm)
    if (!form.ok) return again(call, 'note', form)
    return write(call, (act, row) => writeNote(act, row, form.data.words))
  }),
  post(`${PATH}/notes/:noteId/removal`, members, (call) =>
    write(call, (act, row) => removeNote(act, row, call.id('noteId'))),
  ),
  post(`${PATH}/notes/:noteId/removal/cancellation`, members, (call) =>
    write(call, (act, row) => restoreNote(act, row, call.id('noteId'))),
  ),

  post(`${PATH}/assessment`, members, async (call) => {
    const criteria = await call.read(async (tx) => {
      const { projectId } = found(await applicationOf(call, tx))
      return inForce(await criteriaOf(tx, projectId))
    })
    const form = call.form(pointsForm(criteria.map(({ key }) => key)))
    if (!form.ok) return again(call, 'points', form)
    return write(call, (act, row) => assess(act, row, form.data))
  }),

  post(`${PATH}/consensus`, members, (call) => {
    const form = call.form(consensusForm)
    if (!form.ok) return again(call, 'consensus', form)
    return write(call, (act, row) => conclude(act, row, form.data.consensus))
  }),
]

function again(call: Call, form: InsideBack['form'], { values, errors }: Omit<InsideBack, 'form'>): Promise<Response> {
  return showApplicant(call, { form, values, errors })
}

function write(call: Call, fn: (act: Act, application: Application) => Promise<void>): Promise<Response> {
  return call.act(async (act) => {
    const application = found(await applicationOf(call, act.tx))
    await fn(act, application)
    return `${companyPath(application)}#inside`
  })
}

function applicationOf(call: Call, tx: Act['tx']) {
  return applicationOfCompany(tx, call.id('companyId'), call.id('applicationId'))
}
