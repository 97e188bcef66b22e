import type { Act } from '../../lib/act.ts'
import type { Tx } from '../../lib/db.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { readerOfApplicants, tasked } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { codesOf } from '../../projects/queries/projects.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { changedMeanwhile } from '../actions/change.ts'
import { decline, markRead, offer, proposeInterview, shortlist, undo } from '../actions/choose.ts'
import { openName, passOver, putOff, reconsider } from '../actions/mark.ts'
import { DeclinePage, InterviewPage } from '../pages/decide.tsx'
import { ConfirmPage } from '../pages/steps.tsx'
import { applicationOfCompany } from '../queries/applications.ts'
import { handfulAt } from '../rules/choosing.ts'
import { declineForm, interviewForm } from '../rules/forms.ts'
import { type ApplicationAct, applicationNumber, canBe, LAPSE_DAYS, undoOpenTo } from '../rules/state.ts'
import { slots } from '../rules/times.ts'
import type { Application } from '../schema.ts'
import { showApplicant } from './applicant.tsx'

const PATH = '/companies/:companyId/applications/:applicationId'
const readers = readerOfApplicants
const members = tasked('choose')

/** The company's side of one application: who it is, and what to answer. */
export const company: Route[] = [
  get(PATH, readers, (call) => showApplicant(call)),

  post(`${PATH}/reading`, members, (call) => change(call, (act, row) => markRead(act, row, call.version))),
  post(`${PATH}/shortlisting`, members, (call) => change(call, (act, row) => shortlist(act, row, call.version))),

  post(`${PATH}/name`, members, (call) => change(call, (act, row) => openName(act, row, call.version))),
  post(`${PATH}/deferral`, members, (call) => change(call, (act, row) => putOff(act, row, call.version))),
  post(`${PATH}/passing`, members, (call) => change(call, (act, row) => passOver(act, row, call.version))),
  post(`${PATH}/reconsideration`, members, (call) => change(call, (act, row) => reconsider(act, row, call.version))),

  get(`${PATH}/interview`, members, (call) => showInterview(call)),
  post(`${PATH}/interview`, members, (call) => {
    const form = call.form(interviewForm(call.now))
    if (!form.ok) return showInterview(call, form)
    return change(call, (act, row) => proposeInterview(act, row, call.version, form.data))
  }),

  get(`${PATH}/decline`, members, async (call) => showDecline(call, await withCodes(call))),
  post(`${PATH}/decline`, members, async (call) => {
    const seen = await withCodes(call)
    const form = call.form(declineForm(seen.codes))
    if (!form.ok) return showDecline(call, seen, form)
    return change(call, (act, row) => decline(act, row, call.version, form.data))
  }),

  get(`${PATH}/offer`, members, async (call) => {
    const application = await allowed(call, 'application.offered')
    const home = homeOf(call)
    return call.page(
      <ConfirmPage
        application={application}
        title="この方にお願いしますか"
        lead="お願いしたいと伝えます。契約はまだです。"
        action={`${home}/offer`}
        home={home}
        submit="お願いする"
        steps={[
          { title: 'ご本人が返事をします', detail: `${LAPSE_DAYS}日のうちに、メールで届きます。` },
          { title: '条件を一緒に決めます', detail: '時間、報酬、期間を書きます。ひな形があります。' },
          { title: '両方が同意すると、契約になります' },
        ]}
      />,
      { reference: applicationNumber(application) },
    )
  }),
  post(`${PATH}/offer`, members, (call) => change(call, (act, row) => offer(act, row, call.version))),

  post(`${PATH}/cancellation`, members, (call) =>
    change(call, async (act, row) => {
      const last = undoOpenTo('company', row, act.now)
      if (!last) throw changedMeanwhile()
      await undo(act, row, call.version, last)
    }),
  ),
]

/** One act upon the application of the path, then back to its page, or to the three among which it was decided. */
function change(call: Call, fn: (act: Act, application: Application) => Promise<unknown>): Promise<Response> {
  return call.act(async (act) => {
    const application = found(await applicationOf(act.tx, call))
    await fn(act, application)
    if (call.body.from !== 'three') return homeOf(call)
    const list = `/companies/${application.companyId}/projects/${application.projectId}/applications`
    return `${list}?view=three&at=${handfulAt(String(call.body.at), MANY)}&done=${application.id}`
  })
}

/** More than anybody reads: where a handful begins is bounded by the page itself. */
const MANY = 1_000_000

type Back = { values: FormValues; errors: FormErrors }

async function showInterview(call: Call, back?: Back): Promise<Response> {
  const application = await allowed(call, 'application.interview-proposed')
  return call.page(<InterviewPage application={application} days={slots(call.now)} {...back} />, {
    reference: applicationNumber(application),
    status: back ? 422 : 200,
  })
}

type WithCodes = Awaited<ReturnType<typeof withCodes>>

function showDecline(call: Call, { application, codes }: WithCodes, back?: Back): Promise<Response> {
  if (!canBe('application.declined', application)) throw changedMeanwhile()
  return call.page(<DeclinePage {...{ application, codes, ...back }} />, {
    reference: applicationNumber(application),
    status: back ? 422 : 200,
  })
}

/** The application of the path, with the work that its project asks for. */
function withCodes(call: Call) {
  return call.read(async (tx) => {
    const application = found(await applicationOf(tx, call))
    return { application, codes: (await codesOf(tx, application.projectId)).map(({ code }) => code) }
  })
}

async function allowed(call: Call, act: ApplicationAct): Promise<Application> {
  const application = found(await call.read((tx) => applicationOf(tx, call)))
  if (!canBe(act, application)) throw changedMeanwhile()
  return application
}

function applicationOf(tx: Tx, call: Call) {
  return applicationOfCompany(tx, call.id('companyId'), call.id('applicationId'))
}

function homeOf(call: Call): string {
  return `/companies/${call.id('companyId')}/applications/${call.id('applicationId')}`
}
