import { companyOf } from '../../companies/queries.ts'
import type { Act } from '../../lib/act.ts'
import { calendarFile } from '../../lib/calendar.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { mayDo, readerOfApplicants, signedIn, tasked } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { contactsIn } from '../../messages/rules/mask.ts'
import { publishedProject } from '../../projects/queries/projects.ts'
import { NO_CONTACTS } from '../../projects/rules/questions.ts'
import { projectNumber } from '../../projects/rules/state.ts'
import { ownTalent } from '../../talents/queries/own.ts'
import { cardOf } from '../../talents/rules/card.ts'
import { askTalk, askToMove, cancelTalk, chooseTalkTime, declineTalk, proposeTimes } from '../actions/talks.ts'
import { MissingPage } from '../pages/apply.tsx'
import { CompanyTalk } from '../pages/talk-company.tsx'
import { AskTalk, OwnTalk } from '../pages/talk-own.tsx'
import { approachableProject } from '../queries/standing.ts'
import { cardBehind, ownTalk, talkOfCompany } from '../queries/talks.ts'
import { missingFor } from '../rules/standing.ts'
import { TALK_MINUTES, talkDeclineForm, talkForm, talkState, talkTimeForm, talkTimesForm } from '../rules/talks.ts'
import { slots } from '../rules/times.ts'
import type { Talk } from '../schema.ts'

const OWN = '/me/projects/:projectId/talk'
const COMPANY = '/companies/:companyId/talks/:talkId'

/** 15分の話: before applying, without a name. */
export const talks: Route[] = [
  get(OWN, signedIn, (call) => showOwn(call)),

  post(OWN, signedIn, async (call) => {
    const form = call.form(talkForm)
    if (!form.ok) return showOwn(call, form)
    const { topic } = form.data
    if (contactsIn(topic).length > 0) return showOwn(call, { values: { topic }, errors: { topic: NO_CONTACTS } })
    return call.act(async (act) => {
      const project = await approachableProject(act.tx, call.accountId, call.id('projectId'), call.now)
      const talent = found(await ownTalent(act.tx, call.accountId))
      if (missingOf(talent).length === 0) await askTalk(act, talent, project, topic)
      return homeOf(call)
    })
  }),

  post(`${OWN}/time`, signedIn, (call) => {
    const form = call.form(talkTimeForm)
    if (!form.ok) return showOwn(call, form)
    return own(call, (act, talk) => chooseTalkTime(act, talk, call.version, new Date(form.data.time)))
  }),
  post(`${OWN}/move`, signedIn, (call) =>
    own(call, async (act, talk) => {
      const project = found(await publishedProject(act.tx, talk.projectId))
      await askToMove(act, talk, call.version, project)
    }),
  ),
  post(`${OWN}/cancellation`, signedIn, (call) =>
    call.act(async (act) => {
      const talk = found(await ownTalk(act.tx, call.accountId, call.id('projectId')))
      await cancelTalk(act, talk, call.version, 'talent')
      return `/projects/${talk.projectId}`
    }),
  ),
  get(`${OWN}.ics`, signedIn, async (call) => {
    const talk = found(await call.read((tx) => ownTalk(tx, call.accountId, call.id('projectId'))))
    return calendar(call, talk, 'めぐりの予定', homeOf(call))
  }),

  get(COMPANY, readerOfApplicants, (call) => showCompany(call)),

  post(`${COMPANY}/times`, tasked('choose'), (call) => {
    const form = call.form(talkTimesForm(call.now))
    if (!form.ok) return showCompany(call, { form: 'times', ...form })
    return company(call, (act, talk) => proposeTimes(act, talk, call.version, form.data))
  }),
  post(`${COMPANY}/decline`, tasked('choose'), (call) => {
    const form = call.form(talkDeclineForm)
    if (!form.ok) return showCompany(call, { form: 'decline', ...form })
    return company(call, (act, talk) => declineTalk(act, talk, call.version, form.data.reason))
  }),
  post(`${COMPANY}/cancellation`, tasked('choose'), (call) =>
    company(call, (act, talk) => cancelTalk(act, talk, call.version, 'company')),
  ),
  get(`${COMPANY}/calendar.ics`, readerOfApplicants, async (call) => {
    const { talk, title } = await call.read(async (tx) => {
      const talk = found(await talkOfCompany(tx, call.id('companyId'), call.id('talkId')))
      return { talk, title: found(await publishedProject(tx, talk.projectId)).title ?? '' }
    })
    return calendar(call, talk, `応募前の${TALK_MINUTES}分の話（${title}）`, companyHome(call))
  }),
]

type Back = NonNullable<Parameters<typeof OwnTalk>[0]['back']>
type Step = (act: Act, talk: Talk) => Promise<void>

async function showOwn(call: Call, back?: Back): Promise<Response> {
  const { project, talk, talent, companyName } = await call.read(async (tx) => {
    const talk = await ownTalk(tx, call.accountId, call.id('projectId'))
    // What was asked for can be followed when the project is closed; a new one needs an open project.
    const project = talk
      ? found(await publishedProject(tx, talk.projectId))
      : await approachableProject(tx, call.accountId, call.id('projectId'), call.now)
    const companyName = found(await companyOf(tx, project.companyId)).name
    return { project, talk, companyName, talent: await ownTalent(tx, call.accountId) }
  })
  const options = { reference: projectNumber(project), status: back ? (422 as const) : (200 as const) }
  const common = { project, companyName, back }
  if (talk) return call.page(<OwnTalk {...common} talk={talk} now={call.now} />, options)
  const missing = missingOf(talent)
  if (!talent || missing.length > 0) {
    const page = { project, missing, back: homeOf(call) }
    return call.page(
      <MissingPage {...page} title="話の前に、あと少し" lead="会社に見えるカードを作ります。" />,
      options,
    )
  }
  return call.page(<AskTalk {...common} card={cardOf(talent)} />, options)
}

async function showCompany(call: Call, back?: Parameters<typeof CompanyTalk>[0]['back']): Promise<Response> {
  const { talk, project, card } = await call.read(async (tx) => {
    const talk = found(await talkOfCompany(tx, call.id('companyId'), call.id('talkId')))
    return { talk, card: await cardBehind(tx, talk), project: found(await publishedProject(tx, talk.projectId)) }
  })
  const mayAct = mayDo(call.who, 'choose')
  const page = { talk, card, mayAct, back, title: project.title ?? '', days: slots(call.now), now: call.now }
  return call.page(<CompanyTalk {...page} />, { reference: projectNumber(project), status: back ? 422 : 200 })
}

function own(call: Call, step: Step): Promise<Response> {
  return call.act(async (act) => {
    await step(act, found(await ownTalk(act.tx, call.accountId, call.id('projectId'))))
    return homeOf(call)
  })
}

function company(call: Call, step: Step): Promise<Response> {
  return call.act(async (act) => {
    await step(act, found(await talkOfCompany(act.tx, call.id('companyId'), call.id('talkId'))))
    return companyHome(call)
  })
}

function calendar(call: Call, talk: Talk, title: string, home: string): Response {
  const from = found(talkState(talk, call.now) === 'chosen' ? talk.chosen : null)
  const { publicUrl } = call.deps.config
  const { body, headers } = calendarFile({
    ...{ uid: `talk-${talk.id}@${new URL(publicUrl).hostname}`, sequence: talk.version, writtenAt: call.now, from },
    ...{ minutes: TALK_MINUTES, title, place: talk.place ?? '', words: publicUrl + home },
  })
  return call.c.body(body, 200, headers)
}

/** A card needs something that somebody can do, and whom it must be hidden from; no name. */
function missingOf(talent: Awaited<ReturnType<typeof ownTalent>>) {
  return missingFor(talent, true)
}

function homeOf(call: Call): string {
  return `/me/projects/${call.id('projectId')}/talk`
}

function companyHome(call: Call): string {
  return `/companies/${call.id('companyId')}/talks/${call.id('talkId')}`
}
