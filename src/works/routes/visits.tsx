import { periodOf } from '../../contracts/rules/periods.ts'
import { eventsOnTheWay } from '../../events/queries/events.ts'
import { inFives } from '../../lib/few.ts'
import { addDays, type LegalDate, today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { mayDo, readerOfApplicants, signedIn, tasked } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { travelSubsidiesAt } from '../../subsidies/rules/travel.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { agreeToVisit, cancelVisit, planVisit } from '../actions/visit-plans.ts'
import { type Around, VisitPlans } from '../pages/visit-plans.tsx'
import { othersOnTheWay, ownPlansNear, plansOf } from '../queries/visit-plans.ts'
import { NEARBY_DAYS, planForm, planStateOf, weekOf } from '../rules/visit-plans.ts'
import type { VisitPlan } from '../schema.ts'
import { asCompany, asTalent, contractHere, type Here, type PartyHandler, placesNear, requireThat } from './here.ts'

const COMPANY = '/companies/:companyId/contracts/:contractId/visits'
const OWN = '/me/contracts/:contractId/visits'

const show: PartyHandler = async (call, party) => shown(call, await contractHere(call, party))

const plan: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  requireThat(here, isWorking(here))
  const form = call.form(planForm(today(call.now), lastDay(here)))
  if (!form.ok) return shown(call, here, form)
  const { town: municipality, ...data } = form.data
  return call.act(async (act) => {
    await planVisit(act, here.view.contract, { ...data, municipality, prefecture: Number(municipality.slice(0, 2)) })
    return `${here.base}/visits`
  })
}

/** Only plans of this contract that lie ahead can be answered or called off. */
const answer =
  (what: 'agree' | 'cancel'): PartyHandler =>
  async (call, party) => {
    const here = await contractHere(call, party)
    const plans = await call.read((tx) => plansOf(tx, party, here.id))
    const { id, ...one } = found(plans.find((row) => row.id === call.id('planId')))
    const state = planStateOf(one, today(call.now))
    requireThat(here, state === 'planned' || (what === 'cancel' && state === 'agreed'))
    return call.act(async (act) => {
      if (what === 'agree') await agreeToVisit(act, here.id, id, call.version)
      else await cancelVisit(act, here.id, id, call.version, party.side)
      return `${here.base}/visits`
    })
  }

export const visitRoutes: Route[] = [
  get(COMPANY, readerOfApplicants, asCompany(show)),
  post(`${COMPANY}/:planId/agreement`, tasked('choose', 'sign'), asCompany(answer('agree'))),
  post(`${COMPANY}/:planId/cancellation`, tasked('choose', 'sign'), asCompany(answer('cancel'))),
  get(OWN, signedIn, asTalent(show)),
  post(OWN, signedIn, asTalent(plan)),
  post(`${OWN}/:planId/cancellation`, signedIn, asTalent(answer('cancel'))),
]

async function shown(call: Call, here: Here, back?: { values: FormValues; errors: FormErrors }): Promise<Response> {
  const { party, view } = here
  const plans = await call.read((tx) => plansOf(tx, party, here.id))
  const day = today(call.now)
  const subsidies = travelSubsidiesAt(view.company)
  const page = (
    <VisitPlans
      base={here.base}
      side={party.side}
      plans={await around(call, here, plans)}
      expenses={expensesOf(here)}
      subsidies={subsidies}
      finder={party.side === 'company' ? finderOf(here, plans, day) : null}
      places={placesNear(view.company.prefecture)}
      day={day}
      mayAct={party.side === 'talent' || mayDo(call.who, 'choose', 'sign')}
      mayPlan={party.side === 'talent' && isWorking(here)}
      values={back?.values ?? { town: view.company.municipality ?? '' }}
      {...(back && { errors: back.errors })}
    />
  )
  return call.page(page, { reference: here.reference, status: back ? 422 : 200 })
}

/** What is on the way of each: to the company only what everybody may read, to the person their own besides. */
async function around(call: Call, { party, id }: Here, plans: readonly VisitPlan[]): Promise<Around[]> {
  const ahead = plans.filter((plan) => planStateOf(plan, today(call.now)) !== 'over')
  const events = new Map<string, Around['events']>()
  await call.read(async (tx) => {
    for (const plan of ahead) events.set(plan.id, await eventsOnTheWay(tx, plan.prefecture, near(plan), call.now))
  })
  const own = new Map<string, VisitPlan[]>()
  const others = new Map<string, number>()
  if (party.side === 'talent' && ahead.length > 0) {
    await call.read(async (tx) => {
      for (const plan of ahead)
        own.set(plan.id, await ownPlansNear(tx, party.accountId, plan.prefecture, near(plan), id))
    })
    await call.readAsSystem(async (tx) => {
      for (const plan of ahead) {
        others.set(plan.id, await othersOnTheWay(tx, party.accountId, plan.prefecture, weekOf(dayOf(plan))))
      }
    })
  }
  return plans.map((plan) => ({
    plan,
    events: events.get(plan.id) ?? [],
    own: own.get(plan.id) ?? [],
    others: inFives(others.get(plan.id) ?? 0),
  }))
}

function dayOf({ visitOn }: VisitPlan): LegalDate {
  return visitOn as LegalDate
}

function near(plan: VisitPlan) {
  return { from: addDays(dayOf(plan), -NEARBY_DAYS), to: addDays(dayOf(plan), NEARBY_DAYS) }
}

function isWorking({ view }: Here): boolean {
  const { sealedAt, endedAt, endedEarlyAt } = view.contract
  return sealedAt !== null && endedAt === null && endedEarlyAt === null
}

function lastDay({ view }: Here): LegalDate | null {
  return view.onTable ? (periodOf(view.onTable.terms)?.to ?? null) : null
}

function expensesOf({ view }: Here): string {
  const terms = view.onTable?.terms
  if (terms?.expenses === 'actual')
    return `交通費などは、会社が別に払います（${terms.expensesRule.replace(/。$/, '')}）。`
  if (terms?.expenses === 'included') return '交通費などは、報酬に含まれています。'
  return 'だれが交通費を払うかは、契約の条件で決めます。'
}

/** With what the plans that lie ahead are likely to cost. */
function finderOf({ view }: Here, plans: readonly VisitPlan[], day: LegalDate): string {
  const ahead = plans.filter(({ visitOn }) => visitOn >= day)
  const sum = (of: 'fare' | 'lodging') => ahead.reduce((total, plan) => total + plan[of], 0)
  const { companyId, projectId } = view.contract
  return `/companies/${companyId}/projects/${projectId}/subsidies?travel=${sum('fare')}&lodging=${sum('lodging')}`
}
