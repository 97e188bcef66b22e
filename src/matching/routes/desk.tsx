import { record } from '../../history/actions.ts'
import type { Tx } from '../../lib/db.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { operator } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { askPrediction, takeAim } from '../actions/predicting.ts'
import { takeExpert, takeWeights } from '../actions/weighing.ts'
import { DeskFindings } from '../pages/findings.tsx'
import { DeskMarket } from '../pages/market.tsx'
import { MarketPredicted } from '../pages/prediction.tsx'
import type { SideBySide } from '../pages/trial-parts.tsx'
import { currentAim, lastRun, prediction, takenAt } from '../queries/market.ts'
import { openByCluster, runningTrial, type TrialOf, trialOf } from '../queries/trials.ts'
import { chosenAt, lastFinding, lastLearned, learnedWeights, weightsInUse } from '../queries/weights.ts'
import { aimForm } from '../rules/aims.ts'
import { EXPERT } from '../rules/weights.ts'

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
      side: await sideBySide(tx, { predictionId: id }, call.now),
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

  get('/desk/market/findings', operator, async (call) => {
    const seen = await call.read(async (tx) => {
      const inUse = await weightsInUse(tx)
      const learned = await lastLearned(tx)
      return {
        ...{ inUse, learned, finding: await lastFinding(tx) },
        side: await sideBySide(tx, learned && { weightsId: learned.id }, call.now),
        takenAt: inUse.name === EXPERT.name ? null : await chosenAt(tx, inUse.name),
      }
    })
    const said = call.query('done')
    return call.page(<DeskFindings {...seen} done={said === 'asked' || said === 'taken' ? said : undefined} />)
  }),

  post('/desk/market/findings', operator, (call) =>
    call.act(async (act) => {
      await record(act, 'market.findings-asked', { kind: 'finding', id: act.newId() })
      return '/desk/market/findings?done=asked'
    }),
  ),

  post('/desk/market/first-weights', operator, (call) =>
    call.act(async (act) => {
      await takeExpert(act)
      return '/desk/market/findings?done=taken'
    }),
  ),

  post('/desk/market/weights/:weightsId/choice', operator, (call) =>
    call.act(async (act) => {
      const id = call.id('weightsId')
      found(await learnedWeights(act.tx, id))
      await takeWeights(act, id)
      return '/desk/market/findings?done=taken'
    }),
  ),
]

async function sideBySide(tx: Tx, of: TrialOf | undefined, now: Date): Promise<SideBySide> {
  return {
    ...{ own: of && (await trialOf(tx, of)), running: await runningTrial(tx, now) },
    clusters: (await openByCluster(tx, now)).filter((open) => open > 0).length,
  }
}

async function marketPage(call: Call, sent: { values?: FormValues; errors?: FormErrors } = {}): Promise<Response> {
  const seen = await call.read(async (tx) => ({
    ...{ aim: await currentAim(tx), run: await lastRun(tx) },
    running: await runningTrial(tx, call.now),
  }))
  const asked = call.query('done') === 'run'
  return call.page(<DeskMarket {...seen} {...sent} asked={asked} />, { status: sent.errors ? 422 : 200 })
}
