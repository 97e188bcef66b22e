import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { operator } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { beginTrial, drawTrial, drawWeightTrial, endTrial } from '../actions/trying.ts'
import { DeskTrial, TrialEnding } from '../pages/trial.tsx'
import { DeskTrials } from '../pages/trials.tsx'
import { currentAim, prediction } from '../queries/market.ts'
import { countsOf, lastTrials, runningTrial, trial } from '../queries/trials.ts'
import { learnedWeights, weightsInUse } from '../queries/weights.ts'
import { trialForm } from '../rules/trials.ts'

/** Older ones are not listed. */
const LISTED = 50

/** For the desk: two ways to make lists, or two weights, side by side, each in half of the regions. */
export const trialRoutes: Route[] = [
  get('/desk/market/trials', operator, async (call) => {
    const trials = await call.read((tx) => lastTrials(tx, LISTED))
    return call.page(<DeskTrials trials={trials} now={call.now} />)
  }),

  post('/desk/market/predictions/:predictionId/trial', operator, (call) =>
    call.act(async (act) => {
      const id = call.id('predictionId')
      found(await prediction(act.tx, id))
      return `/desk/market/trials/${await drawTrial(act, id)}`
    }),
  ),

  post('/desk/market/weights/:weightsId/trial', operator, (call) =>
    call.act(async (act) => {
      const id = call.id('weightsId')
      found(await learnedWeights(act.tx, id))
      return `/desk/market/trials/${await drawWeightTrial(act, id)}`
    }),
  ),

  get('/desk/market/trials/:trialId', operator, (call) => trialPage(call)),

  post('/desk/market/trials/:trialId/beginning', operator, async (call) => {
    const form = call.form(trialForm)
    if (!form.ok) return trialPage(call, { values: form.values, errors: form.errors })
    return call.act(async (act) => {
      const own = found(await trial(act.tx, call.id('trialId')))
      await beginTrial(act, own, form.data)
      return `/desk/market/trials/${own.id}?done=begun`
    })
  }),

  // The address that the browser shows after the form came back with an error.
  get('/desk/market/trials/:trialId/beginning', operator, (call) =>
    call.go(`/desk/market/trials/${call.id('trialId')}`),
  ),

  get('/desk/market/trials/:trialId/ending', operator, async (call) => {
    const own = found(await call.read((tx) => trial(tx, call.id('trialId'))))
    return call.page(<TrialEnding trial={own} now={call.now} />)
  }),

  post('/desk/market/trials/:trialId/ending', operator, (call) =>
    call.act(async (act) => {
      const own = found(await trial(act.tx, call.id('trialId')))
      await endTrial(act, own.id)
      return `/desk/market/trials/${own.id}?done=ended`
    }),
  ),
]

async function trialPage(call: Call, sent: { values?: FormValues; errors?: FormErrors } = {}): Promise<Response> {
  const seen = await call.read(async (tx) => {
    const own = found(await trial(tx, call.id('trialId')))
    const { predictionId, weightsId } = own
    const learned = weightsId ? await learnedWeights(tx, weightsId) : undefined
    return {
      trial: own,
      predicted: predictionId ? (await prediction(tx, predictionId))?.predicted?.[1]?.more : undefined,
      weights: learned ? { learned, inUse: await weightsInUse(tx) } : null,
      aim: await currentAim(tx),
      running: await runningTrial(tx, call.now),
    }
  })
  // Whose applications they are stays where it is: the page gets sums of half of the regions.
  const counts = await call.readAsSystem((tx) => countsOf(tx, seen.trial, call.now))
  const said = call.query('done')
  const done = said === 'begun' || said === 'ended' ? said : undefined
  return call.page(<DeskTrial {...{ ...seen, ...sent, counts, done }} now={call.now} />, {
    status: sent.errors ? 422 : 200,
  })
}
