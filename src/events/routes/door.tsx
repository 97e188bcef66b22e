import type { Call } from '../../lib/web/call.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { checkIn, registerForSomebody, undoCheckIn, walkIn } from '../actions/door.ts'
import { Door } from '../pages/door.tsx'
import { registrationsOf } from '../queries/registrations.ts'
import { homeOf } from '../rules/door.ts'
import { byHostForm, numbersForm } from '../rules/forms.ts'
import { foundAtDoor, isDoorOpen, numbersIn } from '../rules/list-at-door.ts'
import { STILL_MEANT, standingOf } from '../rules/state.ts'
import type { Event } from '../schema.ts'
import { eventIn, eventPage, mayChange, SIDES } from './host.tsx'

type Failed = Parameters<typeof Door>[0]['failed']

export const doorRoutes: Route[] = SIDES.flatMap(({ base, reads, works }) => [
  get(`${base}/:eventId/door`, reads, async (call) => doorPage(call, await eventIn(call))),

  post(`${base}/:eventId/door`, works, async (call) => {
    const event = await eventIn(call)
    const number = numberIn(call)
    return call.act(async (act) => {
      await checkIn(act, event, [number])
      return `${homeOf(event)}/door?done=${number}`
    })
  }),

  post(`${base}/:eventId/door/undoing`, works, async (call) => {
    const event = await eventIn(call)
    return call.act(async (act) => {
      await undoCheckIn(act, event, numberIn(call))
      return `${homeOf(event)}/door`
    })
  }),

  post(`${base}/:eventId/door/people`, works, async (call) => {
    const event = await eventIn(call)
    const form = call.form(byHostForm)
    if (!form.ok) return doorPage(call, event, { form: 'walk', ...form })
    return call.act(async (act) => `${homeOf(event)}/door?done=${await walkIn(act, event, form.data)}`)
  }),

  post(`${base}/:eventId/door/numbers`, works, async (call) => {
    const event = await eventIn(call)
    const form = call.form(numbersForm)
    const numbers = form.ok ? numbersIn(form.data.numbers, event.lastNumber) : null
    if (!form.ok) return doorPage(call, event, { form: 'numbers', ...form })
    if (!numbers) {
      const errors = { numbers: `1から${event.lastNumber}までの番号を、空白で区切って入れてください。` }
      return doorPage(call, event, { form: 'numbers', values: form.data, errors })
    }
    return call.act(async (act) => {
      await checkIn(act, event, numbers)
      return `${homeOf(event)}/door`
    })
  }),

  post(`${base}/:eventId/people`, works, async (call) => {
    const event = await eventIn(call)
    const form = call.form(byHostForm)
    if (!form.ok) return eventPage(call, event, form)
    return call.act(async (act) => {
      await registerForSomebody(act, event.id, form.data)
      return homeOf(event)
    })
  }),
])

/** Anything that is no number is nobody's. */
function numberIn(call: Call): number {
  const number = Number(call.body.number)
  return Number.isSafeInteger(number) && number > 0 && number < 100_000 ? number : 0
}

async function doorPage(call: Call, event: Event, failed?: Failed): Promise<Response> {
  const all = await call.read((tx) => registrationsOf(tx, event.id))
  const expected = all.filter((one) => STILL_MEANT.includes(standingOf(one)))
  const query = (call.query('number') ?? call.query('q') ?? '').slice(0, 40)
  // A number leads to whoever has it, also when they had called back.
  const shown = query === '' ? expected : foundAtDoor(all, query)
  const page = (
    <Door
      {...{ event, query, shown: byReading(shown), here: homeOf(event), isOpen: isDoorOpen(event, call.now) }}
      expected={expected.filter((one) => ['seated', 'offered', 'came'].includes(standingOf(one))).length}
      came={all.filter(({ checkedInAt }) => checkedInAt).length}
      done={all.find(({ number, checkedInAt }) => checkedInAt && String(number) === call.query('done'))}
      mayChange={mayChange(call)}
      {...(failed && { failed })}
    />
  )
  return call.page(page, failed ? { status: 422 } : {})
}

function byReading<R extends { kana: string; name: string; number: number | null }>(rows: readonly R[]): R[] {
  const key = ({ kana, name }: R) => kana || name
  return rows.toSorted((a, b) => key(a).localeCompare(key(b), 'ja') || (a.number ?? 0) - (b.number ?? 0))
}
