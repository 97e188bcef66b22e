import { today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, Refused } from '../../lib/web/errors.ts'
import { type Guard, member, operator, reader } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { formatOf, pageOrSheet, type SheetFormat, sheetAnswer } from '../../lib/web/sheet-answer.ts'
import { programmesOfPartner } from '../../partners/queries/programmes.ts'
import { partnerOf } from '../../partners/queries.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { noteNamesTaken } from '../actions/held.ts'
import { callOff, closeEvent, draftEvent, publishEvent, reopenEvent, saveEvent } from '../actions/hosting.ts'
import { HostProjects } from '../pages/about.tsx'
import { Afterwards } from '../pages/afterwards.tsx'
import { Choosing } from '../pages/choosing.tsx'
import { eventsSheet } from '../pages/events-sheet.ts'
import { EventForm } from '../pages/form.tsx'
import { HostEvent } from '../pages/host-event.tsx'
import { HostEvents } from '../pages/host-list.tsx'
import { peopleSheet } from '../pages/people-sheet.ts'
import { toldProjects } from '../queries/about.ts'
import { answersOf, begunAt, resultsOf } from '../queries/afterwards.ts'
import { eventOfHost, eventsOfHost, type Host } from '../queries/events.ts'
import { countedOf, registrationsOf } from '../queries/registrations.ts'
import { answersSheet } from '../rules/afterwards.ts'
import { homeOf, listOf } from '../rules/door.ts'
import { callOffForm, eventForm, valuesOf } from '../rules/forms.ts'
import { stateOf } from '../rules/state.ts'
import { DESK } from '../rules/words.ts'
import type { Event } from '../schema.ts'

/** An event's host: a partner, by its id in the path, or the desk. Both work on the same pages. */
export type Side = { readonly base: string; readonly reads: Guard; readonly works: Guard }

export const SIDES: readonly Side[] = [
  { base: '/partners/:partnerId/events', reads: reader('partnerId'), works: member('partnerId') },
  { base: '/desk/events', reads: operator, works: operator },
]

export function hostOf(call: Call): Host {
  return call.param('partnerId') === '' ? null : call.id('partnerId')
}

export const mayChange = (call: Call) => call.who.role !== 'viewer'

async function hostName(call: Call): Promise<string> {
  const host = hostOf(call)
  return host === null ? DESK : found(await call.read((tx) => partnerOf(tx, host))).name
}

/** The event of the path, when it is this host's; anybody else's is not there. */
export async function eventIn(call: Call): Promise<Event> {
  return found(await call.read((tx) => eventOfHost(tx, hostOf(call), call.id('eventId'))))
}

export const hostRoutes: Route[] = SIDES.flatMap(({ base, reads, works }) => [
  get(base, reads, async (call) => {
    const host = hostOf(call)
    const events = await call.read((tx) => eventsOfHost(tx, host))
    const home = host === null ? '/desk' : `/partners/${host}`
    const props = { events, home, base: listOf(host), now: call.now, mayChange: mayChange(call) }
    const name = await hostName(call)
    const counted = await call.read((tx) =>
      countedOf(
        tx,
        events.map(({ id }) => id),
      ),
    )
    return pageOrSheet(
      call,
      () => <HostEvents host={name} {...props} />,
      () => eventsSheet(events, counted, call.now),
    )
  }),

  get(`${base}/new`, works, async (call) => formPage(call, { values: await firstValues(call) })),

  post(base, works, async (call) => {
    const form = call.form(eventForm)
    if (!form.ok) return formPage(call, form)
    await checkProgramme(call, form.data.programme)
    return call.act(async (act) => `${listOf(hostOf(call))}/${await draftEvent(act, hostOf(call), form.data)}`)
  }),

  get(`${base}/:eventId`, reads, async (call) => {
    const event = await eventIn(call)
    const format = formatOf(call)
    if (!format) return eventPage(call, event)
    return call.query('table') === 'answers' ? answersFile(call, event, format) : peopleFile(call, event, format)
  }),

  get(`${base}/:eventId/words`, works, async (call) => {
    const event = await eventIn(call)
    return formPage(call, { values: valuesOf(event) }, event)
  }),

  post(`${base}/:eventId/words`, works, async (call) => {
    const event = await eventIn(call)
    const form = call.form(eventForm)
    if (!form.ok) return formPage(call, form, event)
    await checkProgramme(call, form.data.programme)
    return change(call, event, (act, version) => saveEvent(act, event, version, form.data))
  }),

  post(`${base}/:eventId/publication`, works, async (call) => {
    const event = await eventIn(call)
    return change(call, event, (act, version) => publishEvent(act, event, version))
  }),

  post(`${base}/:eventId/closing`, works, async (call) => {
    const event = await eventIn(call)
    return change(call, event, (act, version) => closeEvent(act, event, version))
  }),

  post(`${base}/:eventId/reopening`, works, async (call) => {
    const event = await eventIn(call)
    return change(call, event, (act, version) => reopenEvent(act, event, version))
  }),

  post(`${base}/:eventId/calling-off`, works, async (call) => {
    const event = await eventIn(call)
    const form = call.form(callOffForm)
    if (!form.ok) throw new Refused(400, '中止のわけを入れてください。')
    return change(call, event, (act, version) => callOff(act, event, version, form.data.why))
  }),
])

/** What its host sees of an event; `failed` is a form of its page that came back. */
export async function eventPage(call: Call, event: Event, failed?: { values: FormValues; errors: FormErrors }) {
  const state = stateOf(event, call.now)
  const { registrations, answers, results, told, begun } = await call.read(async (tx) => ({
    registrations: await registrationsOf(tx, event.id),
    told: await toldProjects(tx, event, call.now),
    begun: await begunAt(tx, event.id),
    answers: state === 'over' ? await answersOf(tx, event.id, call.now) : [],
    results: await resultsOf(tx, event.id),
  }))
  const props = { event, registrations, base: listOf(event.partnerId), now: call.now, mayChange: mayChange(call) }
  const mayChoose = event.choosing === 'selection' && mayChange(call) && (state === 'open' || state === 'closed')
  const more = (
    <>
      <HostProjects
        here={homeOf(event)}
        {...told}
        begun={begun}
        mayChange={mayChange(call) && state !== 'called-off'}
      />
      {mayChoose && <Choosing event={event} here={homeOf(event)} registrations={registrations} />}
      {state === 'over' && <Afterwards here={homeOf(event)} answers={answers} results={results} />}
    </>
  )
  const page = <HostEvent host={await hostName(call)} {...props} more={more} {...(failed && { failed })} />
  return call.page(page, failed ? { status: 422 } : {})
}

/** Everybody who registered, as a file: that the names left is written down. */
async function peopleFile(call: Call, event: Event, format: SheetFormat): Promise<Response> {
  const registrations = await call.read((tx) => registrationsOf(tx, event.id))
  await call.write((act) => noteNamesTaken(act, event.id))
  return sheetAnswer(call, peopleSheet(event, registrations, stateOf(event, call.now) === 'over'), format)
}

async function answersFile(call: Call, event: Event, format: SheetFormat): Promise<Response> {
  const answers = await call.read((tx) => answersOf(tx, event.id, call.now))
  return sheetAnswer(call, answersSheet(event, answers), format)
}

type Change = (act: Parameters<typeof saveEvent>[0], version: number) => Promise<void>

function change(call: Call, event: Event, fn: Change): Promise<Response> {
  const { version } = call
  return call.act(async (act) => {
    await fn(act, version)
    return `${listOf(event.partnerId)}/${event.id}`
  })
}

/** Where a new event usually is, and of whom one asks. */
async function firstValues(call: Call): Promise<FormValues> {
  const host = hostOf(call)
  const usual = { choosing: 'first', price: '0' }
  if (host === null) return { ...usual, contact: call.deps.config.supportPhone }
  const { prefecture, municipality, phone } = found(await call.read((tx) => partnerOf(tx, host)))
  return { ...usual, prefecture: String(prefecture), municipality: municipality ?? '', contact: phone }
}

function programmesFor(call: Call) {
  const host = hostOf(call)
  return host === null ? Promise.resolve([]) : call.read((tx) => programmesOfPartner(tx, host))
}

/** Nobody makes an event a part of what somebody else runs. */
async function checkProgramme(call: Call, chosen: string): Promise<void> {
  if (chosen !== '' && !(await programmesFor(call)).some(({ id }) => id === chosen))
    throw new Refused(400, '事業を、もう一度選んでください。')
}

async function formPage(call: Call, form: { values: FormValues; errors?: FormErrors }, event?: Event) {
  const list = listOf(hostOf(call))
  const year = Number(today(call.now).slice(0, 4))
  const page = (
    <EventForm
      host={await hostName(call)}
      action={event ? `${list}/${event.id}/words` : list}
      back={event ? `${list}/${event.id}` : list}
      programmes={await programmesFor(call)}
      years={[year, year + 1, year + 2]}
      published={event ? stateOf(event, call.now) !== 'draft' : null}
      {...(event && { version: form.errors ? Number(call.body.version) : event.version })}
      {...form}
    />
  )
  return call.page(page, form.errors ? { status: 422 } : {})
}
