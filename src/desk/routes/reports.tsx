import { applicationNumber } from '../../applications/rules/state.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { operator } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { toKeep } from '../../lib/web/to-keep.ts'
import { decideReport, openReport, thawThread } from '../../messages/actions/reporting.ts'
import { reportedMessages, reportOfDesk } from '../../messages/queries/reports.ts'
import { attachmentOf } from '../../messages/queries.ts'
import { MIME } from '../../messages/rules/attachments.ts'
import { decisionForm } from '../../messages/rules/reports.ts'
import { asWritten } from '../../messages/rules/thread.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { ReportPage } from '../pages/report.tsx'

const PATH = '/desk/reports/:reportId'

/** What somebody told the desk of: nothing of a thread is read here before that. */
export const reportRoutes: Route[] = [
  get(PATH, operator, (call) => show(call)),

  post(`${PATH}/opening`, operator, (call) => act(call, openReport)),
  post(`${PATH}/thaw`, operator, (call) => act(call, thawThread)),

  post(`${PATH}/decision`, operator, (call) => {
    const form = call.form(decisionForm)
    if (!form.ok) return show(call, form)
    return act(call, (one, id) => decideReport(one, id, form.data))
  }),

  get(`${PATH}/files/:fileId`, operator, async (call) => {
    const file = await call.read(async (tx) => {
      const { report } = found(await reportOfDesk(tx, call.id('reportId')))
      return found(await attachmentOf(tx, report.applicationId, call.id('fileId')))
    })
    return toKeep(call.c, { ...file, type: MIME[file.kind], end: file.kind })
  }),
]

function act(call: Call, verb: typeof openReport): Promise<Response> {
  const id = call.id('reportId')
  return call.act(async (one) => {
    found(await reportOfDesk(one.tx, id))
    await verb(one, id)
    return `/desk/reports/${id}`
  })
}

async function show(call: Call, back?: { values: FormValues; errors: FormErrors }): Promise<Response> {
  const { seen, lines } = await call.read(async (tx) => {
    const seen = found(await reportOfDesk(tx, call.id('reportId')))
    const isMine = seen.report.openedBy === call.accountId
    return { seen, lines: isMine ? asWritten(await reportedMessages(tx, seen.report)) : null }
  })
  return call.page(<ReportPage {...seen} lines={lines} {...back} />, {
    reference: applicationNumber(seen),
    status: back ? 422 : 200,
  })
}
