import { calendarFile } from '../../lib/calendar.ts'
import type { Tx } from '../../lib/db.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { type Guard, reader, signedIn } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { codesOf, projectOfCompany, publishedProject } from '../../projects/queries/projects.ts'
import { askOtherTimes } from '../actions/answer.ts'
import { changedMeanwhile } from '../actions/change.ts'
import { AgendaPage } from '../pages/agenda.tsx'
import { applicationOfPerson, applicationSeenBy, interviewOf } from '../queries/applications.ts'
import { applicationNumber, isLive, pathFor, type Side, stateOf } from '../rules/state.ts'
import { INTERVIEW_MINUTES } from '../rules/times.ts'
import type { Application } from '../schema.ts'

const COMPANY = '/companies/:companyId/applications/:applicationId'
const PERSON = '/me/applications/:applicationId'

/** What helps the two to talk: the calendar, the sheet, other times. */
export const interview: Route[] = [
  ...bothSides(COMPANY, 'company', reader('companyId')),
  ...bothSides(PERSON, 'talent', signedIn),

  post(`${PERSON}/interview/move`, signedIn, (call) =>
    call.act(async (act) => {
      const application = found(await applicationOfPerson(act.tx, call.accountId, call.id('applicationId')))
      const live = await interviewOf(act.tx, application.id)
      if (!live) throw changedMeanwhile()
      await askOtherTimes(act, application, call.version, live)
      return pathFor('talent', application)
    }),
  ),
]

function bothSides(path: string, side: Side, readers: Guard): Route[] {
  return [
    get(`${path}/agenda`, readers, async (call) => {
      const seen = await call.read(async (tx) => {
        const application = found(await applicationFor(tx, call, side))
        const { companyId, projectId } = application
        const own = side === 'company' ? projectOfCompany(tx, companyId, projectId) : publishedProject(tx, projectId)
        return {
          application: found(isLive(application) ? application : undefined),
          project: found(await own),
          codes: (await codesOf(tx, projectId)).map(({ code }) => code),
          interview: await interviewOf(tx, application.id),
        }
      })
      return call.page(<AgendaPage {...seen} home={pathFor(side, seen.application)} />, {
        reference: applicationNumber(seen.application),
      })
    }),

    get(`${path}/interview.ics`, readers, async (call) => {
      const { application, live } = await call.read(async (tx) => {
        const application = found(await applicationFor(tx, call, side))
        return { application, live: found(await interviewOf(tx, application.id)) }
      })
      const from = found(stateOf(application) === 'interview' ? live.chosen : null)
      const { publicUrl } = call.deps.config
      const { body, headers } = calendarFile({
        ...{ uid: `interview-${application.id}@${new URL(publicUrl).hostname}`, sequence: application.version },
        ...{ writtenAt: call.now, from, minutes: INTERVIEW_MINUTES, title: titleFor(side, application) },
        ...{ place: live.link ?? live.place, words: publicUrl + pathFor(side, application) },
      })
      return call.c.body(body, 200, headers)
    }),
  ]
}

/** A person's calendar may be seen at work: it does not say what it is about. */
function titleFor(side: Side, application: Application): string {
  return side === 'company' ? `面談（${applicationNumber(application)}の方）` : '話す予定'
}

function applicationFor(tx: Tx, call: Call, side: Side): Promise<Application | undefined> {
  const by = side === 'company' ? { companyId: call.id('companyId') } : { accountId: call.accountId }
  return applicationSeenBy(tx, by, call.id('applicationId'), call.now)
}
