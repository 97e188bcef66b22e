import { finishContract, proposeFinish } from '../../contracts/actions/ending.ts'
import { isOver } from '../../contracts/rules/ending.ts'
import type { Side } from '../../contracts/rules/side.ts'
import { finishAwaits, may } from '../../contracts/rules/state.ts'
import { today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { mayDo, readerOfApplicants, signedIn, tasked } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { shareFeedback, submitReview } from '../actions/works.ts'
import { Finish } from '../pages/finish.tsx'
import { ReviewForm, Reviews } from '../pages/review.tsx'
import { reviewsOf } from '../queries/works.ts'
import { lateReviewForm, mayReview, reviewForm } from '../rules/reviews.ts'
import type { Review } from '../schema.ts'
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
  const { state, contract } = here.view
  const reviews = await call.read((tx) => reviewsOf(tx, party, here.id))
  const writes = mayReview(state, contract.sealedAt, party.side, reviews)
  if (writes && mayDo(call.who, 'choose', 'sign')) return reviewPage(call, here, openedIn(reviews, party.side))
  requireThat(here, writes || reviews.length > 0)
  const names = namesIn(here)
  return call.page(<Reviews base={here.base} side={party.side} reviews={reviews} names={names} />, {
    reference: here.reference,
  })
}

const review: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  const { state, contract } = here.view
  requireThat(here, mayReview(state, contract.sealedAt, party.side, []))
  const opened = openedIn(await call.read((tx) => reviewsOf(tx, party, here.id)), party.side)
  const form = call.form(opened ? lateReviewForm : reviewForm)
  if (!form.ok) return reviewPage(call, here, opened, form)
  return call.act(async (act) => {
    await submitReview(act, party, contract, form.data, call.accountId)
    return `${here.base}/review`
  })
}

const share: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  return call.act(async (act) => {
    await shareFeedback(act, here.id, call.accountId, call.body.on === 'yes')
    return `${here.base}/review`
  })
}

function reviewPage(call: Call, here: Here, opened?: Review, sent?: { values: FormValues; errors: FormErrors }) {
  const { side } = here.party
  const other = namesIn(here)[side === 'company' ? 'talent' : 'company']
  const page = <ReviewForm base={here.base} side={side} goal={here.view.goal} {...{ opened, other }} {...sent} />
  return call.page(page, { reference: here.reference, status: sent ? 422 : 200 })
}

/** The other side's review, read before one's own is written. */
function openedIn(reviews: readonly Review[], side: Side): Review | undefined {
  return reviews.some((own) => own.side === side) ? undefined : reviews[0]
}

function namesIn({ view }: Here): Record<Side, string> {
  const person = view.onTable?.terms.talentName
  return { company: view.company.name, talent: person ? `${person}さん` : '相手' }
}

export const finishRoutes: Route[] = [
  get('/companies/:companyId/contracts/:contractId/finish', tasked('choose', 'sign'), asCompany(askFinish)),
  post('/companies/:companyId/contracts/:contractId/finish', tasked('choose', 'sign'), asCompany(finish)),
  get('/companies/:companyId/contracts/:contractId/review', readerOfApplicants, asCompany(showReview)),
  post('/companies/:companyId/contracts/:contractId/review', tasked('choose', 'sign'), asCompany(review)),
  get('/me/contracts/:contractId/finish', signedIn, asTalent(askFinish)),
  post('/me/contracts/:contractId/finish', signedIn, asTalent(finish)),
  get('/me/contracts/:contractId/review', signedIn, asTalent(showReview)),
  post('/me/contracts/:contractId/review', signedIn, asTalent(review)),
  post('/me/contracts/:contractId/review/sharing', signedIn, asTalent(share)),
]

/** The last day is over, or the other side has said that the work is done. */
function closesAlone(call: Call, { view, party }: Here): boolean {
  return isOver(view.onTable?.terms, today(call.now)) || finishAwaits(view.contract) === party.side
}
