import type { Act } from '../../lib/act.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { signedIn, tasked } from '../../lib/web/guard.ts'
import { post, type Route } from '../../lib/web/route.ts'
import { allowSharing, markRunnerUp, stopSharing, unmarkRunnerUp } from '../actions/runner-up.ts'
import { applicationOfCompany, applicationOfPerson } from '../queries/applications.ts'
import { asToldToTalent, companyPath } from '../rules/state.ts'
import type { Application } from '../schema.ts'

const COMPANY = '/companies/:companyId/applications/:applicationId/runner-up'
const PERSON = '/me/applications/:applicationId/sharing'
const members = tasked('choose')

/** 次点: marked by the company, shared by the person alone. */
export const runnerUp: Route[] = [
  post(COMPANY, members, (call) => ofCompany(call, (act, row) => markRunnerUp(act, row, call.version))),
  post(`${COMPANY}/cancellation`, members, (call) =>
    ofCompany(call, (act, row) => unmarkRunnerUp(act, row, call.version)),
  ),
  post(PERSON, signedIn, (call) => ofPerson(call, allowSharing)),
  post(`${PERSON}/cancellation`, signedIn, (call) => ofPerson(call, stopSharing)),
]

type Change = (act: Act, application: Application) => Promise<void>

function ofCompany(call: Call, fn: Change): Promise<Response> {
  return call.act(async (act) => {
    const row = found(await applicationOfCompany(act.tx, call.id('companyId'), call.id('applicationId')))
    await fn(act, row)
    return companyPath(row)
  })
}

function ofPerson(call: Call, fn: Change): Promise<Response> {
  return call.act(async (act) => {
    const row = found(await applicationOfPerson(act.tx, call.accountId, call.id('applicationId')))
    await fn(act, asToldToTalent(row, act.now))
    return `/me/applications/${row.id}`
  })
}
