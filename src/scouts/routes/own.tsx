import { personOf } from '../../accounts/queries.ts'
import { fullName } from '../../accounts/rules.ts'
import { MissingPage, RefusedPage } from '../../applications/pages/apply.tsx'
import { liveApplication } from '../../applications/queries/applications.ts'
import { standingOf } from '../../applications/queries/standing.ts'
import { disclosureOf } from '../../applications/rules/disclosure.ts'
import { missingFor, REFUSALS, refusalOf } from '../../applications/rules/standing.ts'
import type { Act } from '../../lib/act.ts'
import type { Tx } from '../../lib/db.ts'
import { today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { signedIn } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { Reasons } from '../../matching/pages/reasons.tsx'
import { projectFacts } from '../../matching/queries/projects.ts'
import { inSpace } from '../../matching/queries/spaces.ts'
import { ownTalentFacts } from '../../matching/queries/talents.ts'
import { weightsOfProject } from '../../matching/queries/weights.ts'
import { readFitting } from '../../matching/rules/reading.ts'
import { publishedProject } from '../../projects/queries/projects.ts'
import { ownTalent } from '../../talents/queries/own.ts'
import { applicantOf } from '../../talents/rules/card.ts'
import type { FormErrors } from '../../ui/form-state.ts'
import { acceptScout, giveReason, refuseScout, setScouts, unrefuseScout } from '../actions.ts'
import { AcceptScout, OwnScout } from '../pages/own.tsx'
import { scoutOfPerson } from '../queries.ts'
import { reasonForm, refusalForm, stateOf } from '../rules.ts'
import type { Scout } from '../schema.ts'

const PATH = '/me/scouts/:scoutId'

/** Somebody is asked by a company: reads why, says no with one tap, or yes after seeing what would be seen. */
export const ownRoutes: Route[] = [
  get(PATH, signedIn, (call) => (call.query('step') === 'accept' ? showAcceptance(call) : show(call))),

  post(`${PATH}/refusal`, signedIn, (call) => {
    const form = call.form(refusalForm)
    const isTold = form.ok && form.data.told === 'yes'
    return change(call, (act, scout) => refuseScout(act, scout, call.version, isTold))
  }),

  post(`${PATH}/reason`, signedIn, (call) => {
    const form = call.form(reasonForm)
    if (!form.ok) return show(call, form.errors)
    return change(call, (act, scout) => giveReason(act, scout, call.version, form.data.reason))
  }),

  post(`${PATH}/cancellation`, signedIn, (call) =>
    change(call, (act, scout) => unrefuseScout(act, scout, call.version)),
  ),

  post(`${PATH}/acceptance`, signedIn, (call) =>
    call.act(async (act) => {
      const { id } = await acceptScout(act, await scoutIn(act.tx, call), call.version)
      return `/me/applications/${id}`
    }),
  ),

  post('/me/scouts/stopping', signedIn, (call) => setWanted(call, false)),
  post('/me/scouts/resumption', signedIn, (call) => setWanted(call, true)),
]

async function scoutIn(tx: Tx, call: Call): Promise<Scout> {
  return found(await scoutOfPerson(tx, call.accountId, call.id('scoutId'))).scout
}

function change(call: Call, fn: (act: Act, scout: Scout) => Promise<void>): Promise<Response> {
  return call.act(async (act) => {
    await fn(act, await scoutIn(act.tx, call))
    return `/me/scouts/${call.id('scoutId')}`
  })
}

function setWanted(call: Call, wanted: boolean): Promise<Response> {
  return call.act(async (act) => {
    await setScouts(act, call.accountId, wanted)
    return `/me?done=${wanted ? 'scouts' : 'no-scouts'}`
  })
}

async function show(call: Call, errors?: FormErrors): Promise<Response> {
  const { own, project, talent, facts, applicationId } = await call.read(async (tx) => {
    const own = found(await scoutOfPerson(tx, call.accountId, call.id('scoutId')))
    const { projectId } = own.scout
    return {
      own,
      project: found(await publishedProject(tx, projectId)),
      talent: await ownTalentFacts(tx, call.accountId),
      facts: await projectFacts(tx, [projectId], call.now),
      applicationId: (await liveApplication(tx, call.accountId, projectId))?.id ?? null,
    }
  })
  const year = Number(today(call.now).slice(0, 4))
  const { asked, weights } = await call.readAsSystem(async (tx) => ({
    asked: talent && (await inSpace(tx, talent)),
    ...(await weightsOfProject(tx, own.scout.projectId, call.now)),
  }))
  const [fit] = asked ? readFitting(asked, facts, year, weights) : []
  const reasons = fit && <Reasons told={fit.told} doubtTitle="考えておきたいこと" />
  const { scout, companyName } = own
  const page = { scout, companyName, project, applicationId, reasons, now: call.now }
  return call.page(<OwnScout {...page} {...(errors && { errors })} />, { status: errors ? 422 : 200 })
}

async function showAcceptance(call: Call): Promise<Response> {
  const { own, project, talent, person, standing } = await call.read(async (tx) => {
    const own = found(await scoutOfPerson(tx, call.accountId, call.id('scoutId')))
    const project = found(await publishedProject(tx, own.scout.projectId))
    const talent = found(await ownTalent(tx, call.accountId))
    return {
      ...{ own, project, talent },
      person: await personOf(tx, call.accountId),
      standing: await standingOf(tx, { accountId: call.accountId, talentId: talent.id }, project, call.now),
    }
  })
  const { scout, companyName } = own
  if (stateOf(scout, call.now) !== 'sent') return call.go(`/me/scouts/${scout.id}`)
  const refusal = refusalOf(standing)
  if (refusal) return call.page(<RefusedPage project={project} sentence={REFUSALS[refusal]} />)
  const name = person ? fullName(person) : null
  const missing = missingFor(talent, name !== null)
  if (missing.length > 0) {
    return call.page(<MissingPage {...{ project, missing }} back={`/me/scouts/${scout.id}?step=accept`} />)
  }
  return call.page(<AcceptScout {...{ scout, project, companyName }} lines={disclosureOf(applicantOf(talent, name))} />)
}
