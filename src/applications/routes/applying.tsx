import { personOf } from '../../accounts/queries.ts'
import { fullName } from '../../accounts/rules.ts'
import { companyOf } from '../../companies/queries.ts'
import { linkApplication } from '../../events/actions/about.ts'
import { BegunAtEvent } from '../../events/pages/about.tsx'
import { eventBehind, eventTelling } from '../../events/queries/about.ts'
import type { Act } from '../../lib/act.ts'
import type { Tx } from '../../lib/db.ts'
import { isId } from '../../lib/ids.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { signedIn } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { codesOf, publishedProject } from '../../projects/queries/projects.ts'
import { projectNumber } from '../../projects/rules/state.ts'
import { ownTalent } from '../../talents/queries/own.ts'
import { applicantOf } from '../../talents/rules/card.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { saveDraft, sendApplication } from '../actions/apply.ts'
import { ApplyPage, CheckPage, MissingPage, RefusedPage } from '../pages/apply.tsx'
import { liveApplication } from '../queries/applications.ts'
import { oddsInWordsOf } from '../queries/odds.ts'
import { standingOf } from '../queries/standing.ts'
import { disclosureOf } from '../rules/disclosure.ts'
import { answersForm, draftForm } from '../rules/forms.ts'
import { missingFor, REFUSALS, refusalOf } from '../rules/standing.ts'
import { stateOf } from '../rules/state.ts'

const PATH = '/me/projects/:projectId/application'

/** Applying: two answers, a look at what will be seen by whom, and sending. */
export const applying: Route[] = [
  get(PATH, signedIn, (call) => showApply(call)),

  post(PATH, signedIn, async (call) => {
    const draft = call.form(draftForm)
    if (!draft.ok) return showApply(call, draft)
    const { talent, project } = await call.read((tx) => bidding(tx, call))
    if (!talent) return showApply(call)
    const save = (act: Act, answers: typeof draft.data) => keep(act, call, talent, project, answers)
    const form = call.form(answersForm)
    if (!form.ok) {
      await call.write((act) => save(act, draft.data))
      return showApply(call, form)
    }
    return call.act(async (act) => {
      await save(act, form.data)
      return `${pathOf(project.id)}/sending`
    })
  }),

  post(`${PATH}/draft`, signedIn, async (call) => {
    const form = call.form(draftForm)
    if (!form.ok) return call.c.body(null, 422)
    const { talent, project } = await call.read((tx) => bidding(tx, call))
    await call.write((act) => keep(act, call, found(talent), project, form.data))
    return call.c.body(null, 204)
  }),

  get(`${PATH}/sending`, signedIn, async (call) => {
    const { project, talent, name, company, live, standing } = await call.read((tx) => bidding(tx, call))
    if (live && stateOf(live) !== 'draft') return call.go(`/me/applications/${live.id}`)
    const reference = projectNumber(project)
    const refusal = refusalOf(standing)
    if (refusal) return call.page(<RefusedPage project={project} sentence={REFUSALS[refusal]} />, { reference })
    const missing = missingFor(talent, name !== null)
    const back = `${pathOf(project.id)}/sending`
    if (!talent || missing.length > 0) {
      return call.page(<MissingPage project={project} missing={missing} back={back} />, { reference })
    }
    if (!live || !answersForm.safeParse({ answer1: live.answer1, answer2: live.answer2 }).success) {
      return call.go(pathOf(project.id))
    }
    return call.page(
      <CheckPage
        project={project}
        companyName={company}
        answers={[live.answer1, live.answer2]}
        lines={disclosureOf(applicantOf(talent, name))}
        version={live.version}
      />,
      { reference },
    )
  }),

  post(`${PATH}/sending`, signedIn, (call) =>
    call.act(async (act) => {
      const sent = await sendApplication(act, call.accountId, call.id('projectId'), call.version)
      return `/me/applications/${sent.id}`
    }),
  ),
]

type Back = { values: FormValues; errors: FormErrors }

async function showApply(call: Call, back?: Back): Promise<Response> {
  const { project, talent, name, company, live, standing, event, linked } = await call.read((tx) => bidding(tx, call))
  const reference = projectNumber(project)
  if (live && stateOf(live) !== 'draft') return call.go(`/me/applications/${live.id}`)
  const refusal = refusalOf(standing)
  if (refusal) return call.page(<RefusedPage project={project} sentence={REFUSALS[refusal]} />, { reference })
  // Without any profile there is nothing that a draft could hang on.
  if (!talent) {
    const missing = missingFor(talent, name !== null)
    const back = pathOf(project.id) + (event ? `?event=${event.id}` : '')
    return call.page(<MissingPage {...{ project, missing, back }} />, { reference })
  }
  const values = back?.values ?? { answer1: live?.answer1, answer2: live?.answer2 }
  const { sentThisMonth, others } = standing
  const removal = live && linked ? { removal: `/me/applications/${live.id}/event/removal` } : {}
  const odds = await call.readAsSystem(async (tx) => oddsInWordsOf(tx, await codesOf(tx, project.id), call.now))
  return call.page(
    <ApplyPage
      {...{ project, companyName: company, sentThisMonth, others, odds, values }}
      errors={back?.errors}
      {...(event && { event: { id: event.id, said: <BegunAtEvent event={event} {...removal} /> } })}
    />,
    {
      reference,
      status: back ? 422 : 200,
    },
  )
}

/** Everything about this person's bid for the project of the path. */
async function bidding(tx: Tx, call: Call) {
  const accountId = call.accountId
  const project = found(await publishedProject(tx, call.id('projectId')))
  const talent = await ownTalent(tx, accountId)
  const person = await personOf(tx, accountId)
  const live = await liveApplication(tx, accountId, project.id)
  const linked = live && (await eventBehind(tx, live.id))
  return {
    project,
    talent,
    name: person ? fullName(person) : null,
    company: found(await companyOf(tx, project.companyId)).name,
    ...{ live, linked, event: linked ?? (await eventNamed(tx, call)) },
    standing: await standingOf(tx, { accountId, talentId: talent?.id ?? null }, project, call.now),
  }
}

/** The event whose page led here, as the address carries it; nothing where it does not tell of this project. */
async function eventNamed(tx: Tx, call: Call) {
  const id = call.query('event')
  return isId(id) ? eventTelling(tx, id, call.id('projectId')) : undefined
}

/** Keeps what was typed, and from which event's page it was begun. */
async function keep(act: Act, call: Call, ...[talent, project, answers]: Kept): Promise<void> {
  await saveDraft(act, talent, project, answers)
  const event = await eventNamed(act.tx, call)
  const draft = event && (await liveApplication(act.tx, talent.accountId, project.id))
  if (draft) await linkApplication(act, event.id, draft)
}
type Kept = typeof saveDraft extends (act: Act, ...rest: infer Rest) => unknown ? Rest : never

function pathOf(projectId: string): string {
  return `/me/projects/${projectId}/application`
}
