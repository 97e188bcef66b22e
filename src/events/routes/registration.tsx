import type { Act } from '../../lib/act.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { anyone } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { acceptSeat, cancelRegistration, confirmRegistration } from '../actions/registering.ts'
import { AskForAnswers } from '../pages/afterwards.tsx'
import { RegistrationPage } from '../pages/registration.tsx'
import { hasAnswered } from '../queries/afterwards.ts'
import { anyRegistration, type SeenRegistration, waitingOf } from '../queries/registrations.ts'
import { mayAnswer } from '../rules/afterwards.ts'
import { doorOf } from '../rules/door.ts'
import { standingOf } from '../rules/state.ts'
import { registrationIdIn } from '../rules/token.ts'

const SYSTEM = { power: 'system', organisation: null } as const

/** From letters, without signing in: whoever has the link may. A mere look does nothing, because mail programs look too. */
export const registrationRoutes: Route[] = [
  get('/registrations/:token', anyone, async (call) => {
    const { registration, event, waiting } = await behind(call)
    const more = await afterwards(call, { registration, event })
    const door = call.deps.config.publicUrl + doorOf(event, registration.number)
    const before = Math.max(0, waiting.indexOf(registration.id))
    return call.page(
      <RegistrationPage token={call.param('token')} {...{ registration, event, before, door, more, now: call.now }} />,
    )
  }),

  get('/registrations/:token/confirmation', anyone, (call) => call.go(`/registrations/${call.param('token')}`)),

  post('/registrations/:token/confirmation', anyone, (call) =>
    change(call, (act, { registration }) => confirmRegistration(act, registration)),
  ),

  post('/registrations/:token/seat', anyone, (call) =>
    change(call, (act, { registration }) => acceptSeat(act, registration.id)),
  ),

  post('/registrations/:token/cancellation', anyone, (call) =>
    change(call, (act, { registration }) => cancelRegistration(act, registration.id)),
  ),
]

/** Whoever came is asked what it was like. */
async function afterwards(call: Call, { registration, event }: Pick<SeenRegistration, 'registration' | 'event'>) {
  if (!['came', 'seated'].includes(standingOf(registration)) || !mayAnswer(event, call.now)) return undefined
  const answered = await call.readAsSystem((tx) => hasAnswered(tx, registration.id))
  return <AskForAnswers token={call.param('token')} answered={answered} />
}

/** What a link leads to; it is gone once it was forgotten. */
export async function behind(call: Call) {
  const id = found(registrationIdIn(call.deps.secrets, call.param('token')))
  const seen = await call.readAsSystem(async (tx) => {
    const seen = await anyRegistration(tx, id)
    if (!seen) return null
    const isWaiting = standingOf(seen.registration) === 'waiting'
    const waiting = isWaiting ? await waitingOf(tx, seen.event.id) : []
    return { ...seen, waiting: waiting.map((one) => one.id) }
  })
  if (!seen || seen.registration.forgottenAt)
    throw new TooLate('このリンクは、もう使えません。', { href: '/events', label: '催しの一覧' })
  return seen
}

async function change(call: Call, fn: (act: Act, seen: SeenRegistration) => Promise<void>): Promise<Response> {
  const seen = await behind(call)
  return call.act(async (act) => {
    await fn(act, seen)
    return `/registrations/${call.param('token')}`
  }, SYSTEM)
}
