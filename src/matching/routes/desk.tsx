import { record } from '../../history/actions.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { operator } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { askPrediction, takeAim } from '../actions/predicting.ts'
import { DeskMarket } from '../pages/market.tsx'
import { MarketPredicted } from '../pages/prediction.tsx'
import { currentAim, lastRun, prediction, takenAt } from '../queries/market.ts'
import { aimForm } from '../rules/aims.ts'

/** For the desk: how everybody's lists are made, what they bring, and what others would bring before anything changes. */
export const deskRoutes: Route[] = [
  get('/desk/market', operator, (call) => marketPage(call)),

  post('/desk/market/runs', operator, (call) =>
    call.act(async (act) => {
      await record(act, 'market.run-asked', { kind: 'run', id: act.newId() })
      return '/desk/market?done=run'
    }),
  ),

  post('/desk/market/predictions', operator, (call) => {
    const form = call.form(aimForm)
    if (!form.ok) return marketPage(call, { values: form.values, errors: form.errors })
    return call.act(async (act) => `/desk/market/predictions/${await askPrediction(act, form.data)}`)
  }),

  // The address that the browser shows after the form came back with an error.
  get('/desk/market/predictions', operator, (call) => call.go('/desk/market')),

  get('/desk/market/predictions/:predictionId', operator, async (call) => {
    const id = call.id('predictionId')
    const seen = await call.read(async (tx) => ({
      asked: found(await prediction(tx, id)),
      now: await currentAim(tx),
      takenAt: await takenAt(tx, id),
    }))
    return call.page(<MarketPredicted {...seen} today={call.now} />)
  }),

  post('/desk/market/predictions/:predictionId/aim', operator, (call) =>
    call.act(async (act) => {
      const id = call.id('predictionId')
      found(await prediction(act.tx, id))
      await takeAim(act, id)
      return `/desk/market/predictions/${id}`
    }),
  ),
]

async function marketPage(call: Call, sent: { values?: FormValues; errors?: FormErrors } = {}): Promise<Response> {
  const seen = await call.read(async (tx) => ({ aim: await currentAim(tx), run: await lastRun(tx) }))
  const asked = call.query('done') === 'run'
  return call.page(<DeskMarket {...seen} {...sent} asked={asked} />, { status: sent.errors ? 422 : 200 })
}
