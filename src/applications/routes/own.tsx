import { companyOf } from '../../companies/queries.ts'
import { unlinkApplication } from '../../events/actions/about.ts'
import { BegunAtEvent } from '../../events/pages/about.tsx'
import { eventBehind } from '../../events/queries/about.ts'
import type { Tx } from '../../lib/db.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { signedIn } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { Thread } from '../../messages/pages/thread.tsx'
import { closedNow } from '../../messages/queries/closing.ts'
import { watchingAgreed } from '../../messages/queries/watching.ts'
import { messagesOf, unreadCounts } from '../../messages/queries.ts'
import { threadFor } from '../../messages/rules/thread.ts'
import { publishedProject } from '../../projects/queries/projects.ts'
import { BegunByScout } from '../../scouts/pages/own.tsx'
import { scoutBehind } from '../../scouts/queries.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { accept, chooseTime } from '../actions/answer.ts'
import { correctAnswers, refuseOffer, restore, withdraw } from '../actions/apply.ts'
import { changedMeanwhile } from '../actions/change.ts'
import { OwnApplication, OwnApplications } from '../pages/own.tsx'
import { ConfirmPage, CorrectAnswers } from '../pages/steps.tsx'
import { applicationOfPerson, applicationsOfPerson, contractIdOf, interviewOf } from '../queries/applications.ts'
import { nextProjects } from '../queries/next.ts'
import { sharingOf } from '../queries/runner-ups.ts'
import { answersForm, chosenForm } from '../rules/forms.ts'
import { type ApplicationAct, applicationNumber, asToldToTalent, canBe, stateOf } from '../rules/state.ts'
import type { Application } from '../schema.ts'

const PATH = '/me/applications/:applicationId'

/** A person's own applications: following them, answering, taking them back. */
export const own: Route[] = [
  get('/me/applications', signedIn, async (call) => {
    const lines = await call.read(async (tx) => {
      const mine = await applicationsOfPerson(tx, call.accountId)
      const unread = await unreadCounts(
        tx,
        'talent',
        mine.map(({ application }) => application.id),
      )
      return mine.map((line) => ({
        ...line,
        application: asToldToTalent(line.application, call.now),
        unread: unread.get(line.application.id) ?? 0,
      }))
    })
    return call.page(<OwnApplications lines={lines} />)
  }),

  get(PATH, signedIn, (call) => showOwn(call)),

  get(`${PATH}/answers`, signedIn, (call) => showAnswers(call)),
  post(`${PATH}/answers`, signedIn, (call) => {
    const form = call.form(answersForm)
    if (!form.ok) return showAnswers(call, form)
    return change(call, (act, application) => correctAnswers(act, application, call.version, form.data))
  }),

  get(`${PATH}/withdrawal`, signedIn, (call) =>
    confirm(call, 'application.withdrawn', {
      title: '応募を取り下げますか',
      lead: '名前は企業から見えなくなります。',
      noun: 'withdrawal',
      submit: '取り下げる',
      danger: true,
      steps: [],
    }),
  ),
  post(`${PATH}/withdrawal`, signedIn, (call) =>
    change(call, (act, application) => withdraw(act, application, call.version)),
  ),
  post(`${PATH}/withdrawal/cancellation`, signedIn, (call) =>
    change(call, (act, application) => restore(act, application, call.version)),
  ),

  post(`${PATH}/event/removal`, signedIn, (call) => change(call, unlinkApplication)),

  post(`${PATH}/interview`, signedIn, (call) => {
    const form = call.form(chosenForm)
    if (!form.ok) return showOwn(call, form.errors)
    return change(call, async (act, application) => {
      const interview = await interviewOf(act.tx, application.id)
      if (!interview) throw changedMeanwhile()
      await chooseTime(act, application, call.version, interview, form.data.chosen === '1' ? 1 : 2)
    })
  }),

  get(`${PATH}/acceptance`, signedIn, (call) =>
    confirm(call, 'application.accepted', {
      title: '引き受けますか',
      lead: '引き受けても、契約はまだです。',
      noun: 'acceptance',
      submit: '引き受ける',
      steps: [
        { title: '企業が条件の案を作ります', detail: '時間、報酬、期間、頼まないことを書きます。' },
        { title: 'あなたが読み、直してほしいところを伝えます' },
        { title: '両方が同意すると、契約になります' },
      ],
    }),
  ),
  post(`${PATH}/acceptance`, signedIn, (call) =>
    change(call, (act, application) => accept(act, application, call.version)),
  ),

  get(`${PATH}/refusal`, signedIn, (call) =>
    confirm(call, 'application.refused', {
      title: '辞退しますか',
      lead: '企業に、今回は辞退することを伝えます。取り消せません。',
      noun: 'refusal',
      submit: '辞退する',
      danger: true,
      steps: [],
    }),
  ),
  post(`${PATH}/refusal`, signedIn, (call) =>
    change(call, (act, application) => refuseOffer(act, application, call.version)),
  ),
]

type Write = Parameters<Call['act']>[0]

/** One act upon the application of the path, then back to its page. */
function change(
  call: Call,
  fn: (act: Parameters<Write>[0], application: Application) => Promise<unknown>,
): Promise<Response> {
  return call.act(async (act) => {
    await fn(act, found(await applicationOfPerson(act.tx, call.accountId, call.id('applicationId'))))
    return homeOf(call)
  })
}

async function showOwn(call: Call, errors?: FormErrors): Promise<Response> {
  const { now } = call
  const seen = await call.read(async (tx) => {
    const { application, project } = await ownOf(tx, call)
    return {
      application,
      project,
      companyName: found(await companyOf(tx, application.companyId)).name,
      interview: await interviewOf(tx, application.id),
      contractId: await contractIdOf(tx, application.id),
      sharedUntil: await sharingOf(tx, application, now),
      next: stateOf(application) === 'declined' ? await nextProjects(tx, application, now) : [],
      lines: threadFor('talent', application, await messagesOf(tx, application.id)),
      closed: await closedNow(tx, application.id),
      agreedAt: await watchingAgreed(tx, call.accountId),
      scout: await scoutBehind(tx, application),
      event: await eventBehind(tx, application.id),
    }
  })
  const { application, lines, closed, agreedAt, scout, event, ...rest } = seen
  if (stateOf(application) === 'draft') return call.go(`/me/projects/${application.projectId}/application`)
  const thread = (
    <>
      {scout && <BegunByScout words={scout.words} of="talent" />}
      {event && <BegunAtEvent event={event} removal={`${homeOf(call)}/event/removal`} />}
      <Thread {...{ application, lines, closed, agreedAt, home: homeOf(call) }} side="talent" mayAct />
    </>
  )
  return call.page(<OwnApplication {...{ application, now, thread, errors, ...rest }} />, {
    reference: applicationNumber(application),
    status: errors ? 422 : 200,
  })
}

async function showAnswers(call: Call, back?: { values: FormValues; errors: FormErrors }): Promise<Response> {
  const { application, project } = await call.read((tx) => ownOf(tx, call))
  if (!canBe('application.corrected', application)) throw changedMeanwhile()
  const { answer1, answer2 } = application
  const values = back?.values ?? { answer1, answer2 }
  return call.page(<CorrectAnswers {...{ application, project, values }} errors={back?.errors} />, {
    reference: applicationNumber(application),
    status: back ? 422 : 200,
  })
}

type Question = Pick<Parameters<typeof ConfirmPage>[0], 'title' | 'lead' | 'submit' | 'danger' | 'steps'>

async function confirm(call: Call, act: ApplicationAct, { noun, ...question }: Question & { noun: string }) {
  const { application } = await call.read((tx) => ownOf(tx, call))
  if (!canBe(act, application)) throw changedMeanwhile()
  const home = homeOf(call)
  return call.page(<ConfirmPage {...{ application, home, ...question }} action={`${home}/${noun}`} />, {
    reference: applicationNumber(application),
  })
}

/** The application of the path as its person may know it, with its project. */
async function ownOf(tx: Tx, call: Call) {
  const row = found(await applicationOfPerson(tx, call.accountId, call.id('applicationId')))
  const application = asToldToTalent(row, call.now)
  return { application, project: found(await publishedProject(tx, application.projectId)) }
}

function homeOf(call: Call): string {
  return `/me/applications/${call.id('applicationId')}`
}
