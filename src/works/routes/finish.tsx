import { finishContract, proposeFinish } from '../../contracts/actions/ending.ts'
import { isOver } from '../../contracts/rules/ending.ts'
import { finishAwaits, may } from '../../contracts/rules/state.ts'
import { today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { member, reader, signedIn } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { submitReview } from '../actions/works.ts'
import { Finish } from '../pages/finish.tsx'
import { ReviewForm, Reviews } from '../pages/review.tsx'
import { reviewsOf } from '../queries/works.ts'
import { mayReview, reviewForm } from '../rules/reviews.ts'
import { asCompany, asTalent, contractHere, type Here, type PartyHandler, requireThat } from './here.ts'

const askFinish: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  requireThat(here, may('finish', here.view.state, party.side))
  const { contract } = here.view
  const page = (
    <Finish
      base={here.base}
      version={contract.version}
      side={party.side}
      closes={closesAlone(call, here)}
      waits={contract.finishProposedBy === party.side && !closesAlone(call, here)}
    />
  )
  return call.page(page, { reference: here.reference })
}

const finish: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  const over = isOver(here.view.onTable?.terms, today(call.now))
  const closes = closesAlone(call, here)
  return call.act(async (act) => {
    if (closes) await finishContract(act, party, here.id, call.version, over)
    else await proposeFinish(act, party, here.id, call.version)
    return closes ? `${here.base}/review` : here.base
  })
}

const showReview: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  const { state, contract, goal, company, onTable } = here.view
  const reviews = await call.read((tx) => reviewsOf(tx, party, here.id))
  const options = { reference: here.reference }
  const writes = mayReview(state, contract.sealedAt, party.side, reviews)
  if (writes && call.who.role !== 'viewer') {
    return call.page(<ReviewForm base={here.base} side={party.side} goal={goal} />, options)
  }
  requireThat(here, writes || reviews.length > 0)
  const person = onTable?.terms.talentName
  const names = { company: company.name, talent: person ? `${person}さん` : '相手' }
  return call.page(<Reviews base={here.base} side={party.side} reviews={reviews} names={names} />, options)
}

const review: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  const { state, contract, goal } = here.view
  requireThat(here, mayReview(state, contract.sealedAt, party.side, []))
  const form = call.form(reviewForm)
  if (!form.ok) {
    const { values, errors } = form
    const page = <ReviewForm base={here.base} side={party.side} goal={goal} values={values} errors={errors} />
    return call.page(page, { reference: here.reference, status: 422 })
  }
  return call.act(async (act) => {
    await submitReview(act, party, contract, form.data, call.accountId)
    return `${here.base}/review`
  })
}

export const finishRoutes: Route[] = [
  get('/companies/:companyId/contracts/:contractId/finish', member('companyId'), asCompany(askFinish)),
  post('/companies/:companyId/contracts/:contractId/finish', member('companyId'), asCompany(finish)),
  get('/companies/:companyId/contracts/:contractId/review', reader('companyId'), asCompany(showReview)),
  post('/companies/:companyId/contracts/:contractId/review', member('companyId'), asCompany(review)),
  get('/me/contracts/:contractId/finish', signedIn, asTalent(askFinish)),
  post('/me/contracts/:contractId/finish', signedIn, asTalent(finish)),
  get('/me/contracts/:contractId/review', signedIn, asTalent(showReview)),
  post('/me/contracts/:contractId/review', signedIn, asTalent(review)),
]

/** The last day is over, or the other side has said that the work is done. */
function closesAlone(call: Call, { view, party }: Here): boolean {
  return isOver(view.onTable?.terms, today(call.now)) || finishAwaits(view.contract) === party.side
}
