import type { Tx } from '../../lib/db.ts'
import { parseForm } from '../../lib/input.ts'
import { today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, NotThere } from '../../lib/web/errors.ts'
import { mayDo, reader, tasked } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { projectNumber } from '../../projects/rules/state.ts'
import { planGrant } from '../actions/grants.ts'
import { SubsidyFinder } from '../pages/finder.tsx'
import { grantsOfProject, officeOf, otherGrants } from '../queries/grants.ts'
import { knownOfProject } from '../queries/question.ts'
import { enteredYears } from '../queries/years.ts'
import { eligibilityOf } from '../rules/eligibility.ts'
import { type Extra, extraForm, planForm } from '../rules/form.ts'
import { isLive } from '../rules/grant.ts'
import { answersTo } from '../rules/list.ts'
import { subsidyOf } from '../rules/subsidies.ts'
import { subsidyOn } from '../rules/years.ts'
import type { Grant } from '../schema.ts'

const NOTHING: Extra = { travel: 0, lodging: 0, platform: 0, elsewhere: undefined }

export const finderRoutes: Route[] = [
  get('/companies/:companyId/projects/:projectId/subsidies', reader('companyId'), show),
  post('/companies/:companyId/projects/:projectId/grants', tasked('post'), plan),
]

async function show(call: Call) {
  const [companyId, projectId] = [call.id('companyId'), call.id('projectId')]
  const typed = call.c.req.query()
  const { known, question, years, grants, form, values } = await call.read(async (tx) => {
    const grants = (await grantsOfProject(tx, companyId, projectId)).filter(isLive)
    const values = Object.keys(typed).length > 0 ? typed : plannedCosts(grants[0])
    const form = parseForm(extraForm, values)
    const asked = await askedOf(tx, call, form.ok ? form.data : NOTHING)
    return { ...asked, years: await enteredYears(tx), grants, form, values }
  })
  const page = {
    base: `/companies/${companyId}/projects/${projectId}`,
    title: known.row.title ?? '案件の下書き',
    ...{ values, grants },
    mayAct: mayDo(call.who, 'post'),
    ...answersTo(question, years),
    ...(!form.ok && { errors: form.errors }),
  }
  return call.page(<SubsidyFinder {...page} />, { status: form.ok ? 200 : 422, reference: projectNumber(known.row) })
}

/** What was said when the newest was planned: the same costs give the same amount here and there. */
function plannedCosts(grant: Grant | undefined): Record<string, string> {
  if (!grant) return {}
  const { travel, lodging, platform } = grant.costs
  return Object.fromEntries(
    Object.entries({ travel, lodging, platform }).flatMap(([name, yen]) => (yen > 0 ? [[name, String(yen)]] : [])),
  )
}

/** What is worked out then is kept: asked anew, so that nobody plans what is not there. */
function plan(call: Call) {
  const form = call.form(planForm)
  const subsidy = found(subsidyOf(form.ok ? form.data.subsidy : ''))
  if (!form.ok) throw new NotThere()
  return call.act(async (act) => {
    const { question } = await askedOf(act.tx, call, form.data)
    const of = { companyId: call.id('companyId'), projectId: call.id('projectId') }
    const office = await officeOf(act.tx, subsidy.partner)
    const rule = subsidyOn(subsidy, await enteredYears(act.tx), question.today)
    const id = await planGrant(act, of, eligibilityOf(rule, question), office)
    return `/companies/${of.companyId}/grants/${id}`
  })
}

async function askedOf(tx: Tx, call: Call, { elsewhere, travel, lodging, platform }: Extra) {
  const [companyId, projectId] = [call.id('companyId'), call.id('projectId')]
  const known = found(await knownOfProject(tx, companyId, projectId))
  const said = { extra: { travel, lodging, platform }, paidElsewhere: elsewhere === 'yes' }
  const others = await otherGrants(tx, companyId, projectId)
  return { known, question: { ...known, ...said, others, today: today(call.now) } }
}
