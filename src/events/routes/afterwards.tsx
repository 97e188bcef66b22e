import type { Call } from '../../lib/web/call.ts'
import { found, Refused } from '../../lib/web/errors.ts'
import { anyone } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { formatOf, sheetAnswer } from '../../lib/web/sheet-answer.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { answerAfterwards, changeSupport, recordSupport } from '../actions/afterwards.ts'
import { chooseRegistration, refuseOthers, refuseRegistration } from '../actions/choosing.ts'
import { AnswersForm } from '../pages/afterwards.tsx'
import { TravelPage } from '../pages/travel.tsx'
import { hasAnswered, supportsOf } from '../queries/afterwards.ts'
import { answersForm, mayAnswer, supportForm, supportSheet } from '../rules/afterwards.ts'
import { homeOf } from '../rules/door.ts'
import { chooseForm, refuseForm, refuseOthersForm } from '../rules/forms.ts'
import { standingOf } from '../rules/state.ts'
import type { Event } from '../schema.ts'
import { eventIn, mayChange, SIDES } from './host.tsx'
import { behind } from './registration.tsx'

const SYSTEM = { power: 'system', organisation: null } as const
const STEPS = ['receipt', 'payment', 'withdrawal'] as const

/** Whom the host chooses, what ways cost, and what those who came say afterwards. */
export const afterwardsRoutes: Route[] = [
  get('/registrations/:token/answers', anyone, async (call) => {
    const { event } = await answerable(call)
    return call.page(<AnswersForm event={event} token={call.param('token')} />)
  }),

  post('/registrations/:token/answers', anyone, async (call) => {
    const { event, registration } = await answerable(call)
    const form = call.form(answersForm)
    if (!form.ok) return call.page(<AnswersForm event={event} token={call.param('token')} {...form} />, { status: 422 })
    return call.act(async (act) => {
      await answerAfterwards(act, registration, form.data)
      return `/registrations/${call.param('token')}`
    }, SYSTEM)
  }),

  ...SIDES.flatMap(({ base, reads, works }) => [
    post(`${base}/:eventId/registrations/:registrationId/choice`, works, async (call) => {
      const event = await eventIn(call)
      const form = call.form(chooseForm)
      if (!form.ok) throw new Refused(400, 'メモは200字までです。')
      return call.act(async (act) => {
        await chooseRegistration(act, event.id, call.id('registrationId'), form.data.note)
        return homeOf(event)
      })
    }),

    post(`${base}/:eventId/registrations/:registrationId/refusal`, works, async (call) => {
      const event = await eventIn(call)
      const form = call.form(refuseForm)
      if (!form.ok) throw new Refused(400, '見送るわけを選んでください。')
      const { refusal, note } = form.data
      return call.act(async (act) => {
        await refuseRegistration(act, event.id, call.id('registrationId'), refusal, note)
        return homeOf(event)
      })
    }),

    post(`${base}/:eventId/refusals`, works, async (call) => {
      const event = await eventIn(call)
      const form = call.form(refuseOthersForm)
      if (!form.ok) throw new Refused(400, '見送るわけを選んでください。')
      return call.act(async (act) => {
        await refuseOthers(act, event.id, form.data.refusal)
        return homeOf(event)
      })
    }),

    get(`${base}/:eventId/travel`, reads, async (call) => travelPage(call, await supported(call))),

    post(`${base}/:eventId/travel`, works, async (call) => {
      const event = await supported(call)
      const form = call.form(supportForm)
      if (!form.ok) return travelPage(call, event, form)
      const { number } = form.data
      const answer = await call.write((act) => recordSupport(act, event, form.data))
      if (answer) return call.go(`${homeOf(event)}/travel`)
      const errors = { number: `${number}番の方はいません。名簿の番号を入れてください。` }
      return travelPage(call, event, { values: { ...call.body }, errors })
    }),

    ...STEPS.map((step) =>
      post(`${base}/:eventId/travel/:supportId/${step}`, works, async (call) => {
        const event = await supported(call)
        return call.act(async (act) => {
          await changeSupport(act, event, call.id('supportId'), step)
          return `${homeOf(event)}/travel`
        })
      }),
    ),
  ]),
]

/** A registration whose person came, while answers are taken. */
async function answerable(call: Call) {
  const seen = await behind(call)
  const answered = await call.readAsSystem((tx) => hasAnswered(tx, seen.registration.id))
  const came = ['came', 'seated'].includes(standingOf(seen.registration))
  return found(came && !answered && mayAnswer(seen.event, call.now) ? seen : null)
}

/** An event whose host pays something for the way. */
async function supported(call: Call): Promise<Event> {
  const event = await eventIn(call)
  return found(event.travelCeiling === null || !event.publishedAt ? null : event)
}

async function travelPage(call: Call, event: Event, failed?: { values: FormValues; errors: FormErrors }) {
  const supports = await call.read((tx) => supportsOf(tx, event.id))
  const format = formatOf(call)
  if (format) return sheetAnswer(call, supportSheet(event, supports), format)
  const props = { event, supports, here: homeOf(event), mayChange: mayChange(call) }
  return call.page(<TravelPage {...props} {...failed} />, failed ? { status: 422 } : {})
}
