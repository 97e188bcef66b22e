import { publishedCases } from '../../cases/queries/published.ts'
import { filterOf } from '../../cases/rules/filter.ts'
import { calendarFeed, calendarFile } from '../../lib/calendar.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { feedRoutes } from '../../lib/web/feed-routes.ts'
import { anyone } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { programmeCalled } from '../../partners/queries/programmes.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { PICTURE, sharePicture } from '../../ui/pictures/share.ts'
import { register, registerByMail } from '../actions/registering.ts'
import { AboutProjects } from '../pages/about.tsx'
import { Around } from '../pages/around.tsx'
import { EventPage } from '../pages/event.tsx'
import { EventList } from '../pages/list.tsx'
import { Asked } from '../pages/register.tsx'
import { projectsOfEvent } from '../queries/about.ts'
import { newestEvents, publicEvents, publishedEvent, type ShownEvent } from '../queries/events.ts'
import { knownName, ownRegistrations } from '../queries/registrations.ts'
import { registrationByMailForm, registrationForm } from '../rules/forms.ts'
import { addressOf, filtersFrom, filtersInWords } from '../rules/list.ts'
import { STILL_MEANT, standingOf } from '../rules/state.ts'
import { tokenOf } from '../rules/token.ts'
import { structuredFacts, summaryOf, whenInWords, whereInWords } from '../rules/words.ts'

const FEED_ENTRIES = 50
const SYSTEM = { power: 'system', organisation: null } as const
const OFTEN = { rate: { count: 20, seconds: 600 } }

export const publicRoutes: Route[] = [
  get('/events', anyone, async (call) => {
    const filters = filtersFrom((name) => call.query(name))
    const { account } = call.who
    const { events, own } = await call.read(async (tx) => ({
      events: await publicEvents(tx, filters, call.now),
      own: account ? await ownRegistrations(tx, account.id) : [],
    }))
    const lines = own
      .filter(({ endsAt }) => endsAt > call.now)
      .map((line) => ({ ...line, href: pageOf(call, line.registration.id) }))
    return call.page(<EventList {...{ events, filters, own: lines, now: call.now }} />)
  }),

  ...feedRoutes('/events', async (call) => {
    const filters = { ...filtersFrom((name) => call.query(name)), month: null }
    const events = await call.read((tx) => newestEvents(tx, filters, FEED_ENTRIES))
    return {
      title: ['めぐりの催し', filtersInWords(filters)].filter(Boolean).join('：'),
      description: '地域の催しを、知らせの新しいものから順に。',
      page: addressOf(filters),
      entries: events.map((event) => ({
        url: `${call.deps.config.publicUrl}/events/${event.id}`,
        title: event.title,
        summary: summaryOf(event),
        published: event.publishedAt!,
      })),
    }
  }),

  /** The list as a calendar that people subscribe to: what is to come, what was called off too, until it would have ended. */
  get(
    '/events.ics',
    anyone,
    async (call) => {
      const filters = { ...filtersFrom((name) => call.query(name)), month: null }
      const events = await call.read((tx) => publicEvents(tx, filters, call.now))
      const name = ['めぐりの催し', filtersInWords(filters)].filter(Boolean).join('：')
      const { body, headers } = calendarFeed(
        name,
        events.map((event) => appointmentOf(call, event)),
      )
      return call.c.body(body, 200, headers)
    },
    { cache: 'public, max-age=600' },
  ),

  get('/events/:eventId', anyone, (call) => eventPage(call)),

  get('/events/:eventId/calendar.ics', anyone, async (call) => {
    const event = found(await call.read((tx) => publishedEvent(tx, call.id('eventId'))))
    const { body, headers } = calendarFile(appointmentOf(call, event))
    return call.c.body(body, 200, headers)
  }),

  get(
    '/events/:eventId/picture.png',
    anyone,
    async (call) => {
      const event = found(await call.read((tx) => publishedEvent(tx, call.id('eventId'))))
      const picture = await sharePicture({ above: event.host, title: event.title, below: whenInWords(event) })
      return call.c.body(picture, 200, PICTURE.headers)
    },
    PICTURE.options,
  ),

  post(
    '/events/:eventId/registrations',
    anyone,
    async (call) => {
      const event = found(await call.read((tx) => publishedEvent(tx, call.id('eventId'))))
      const { account } = call.who
      if (account) {
        const form = call.form(registrationForm(event))
        if (!form.ok) return eventPage(call, form)
        return call.act(async (act) => pageOf(call, await register(act, event.id, account.id, form.data)), SYSTEM)
      }
      const form = call.form(registrationByMailForm(event))
      if (!form.ok) return eventPage(call, form)
      const { email, ...said } = form.data
      return call.act(async (act) => {
        await registerByMail(act, event.id, email, said)
        return '/registrations'
      }, SYSTEM)
    },
    OFTEN,
  ),

  get('/registrations', anyone, (call) => call.page(<Asked />)),
]

function appointmentOf(call: Call, event: ShownEvent) {
  return {
    uid: `event-${event.id}@meguri`,
    sequence: event.version,
    writtenAt: event.updatedAt,
    from: event.beginsAt,
    minutes: Math.round((event.endsAt.getTime() - event.beginsAt.getTime()) / 60_000),
    title: event.calledOffAt ? `【中止】${event.title}` : event.title,
    place: whereInWords(event),
    words: `${event.host}\n問い合わせ先：${event.contact}\n${call.deps.config.publicUrl}/events/${event.id}`,
  }
}

export function pageOf(call: Call, registrationId: string): string {
  return `/registrations/${tokenOf(call.deps.secrets, registrationId)}`
}

async function eventPage(call: Call, failed?: { values: FormValues; errors: FormErrors }): Promise<Response> {
  const { account } = call.who
  const { event, own, known, cases, programme, projects } = await call.read(async (tx) => {
    const event = found(await publishedEvent(tx, call.id('eventId')))
    const all = account ? await ownRegistrations(tx, account.id) : []
    return {
      event,
      own: all.find(
        ({ registration }) => registration.eventId === event.id && STILL_MEANT.includes(standingOf(registration)),
      ),
      projects: await projectsOfEvent(tx, event.id),
      programme: await programmeCalled(tx, event.programmeId),
      known: account ? await knownName(tx, account.id) : null,
      cases: await publishedCases(
        tx,
        { ...filterOf(() => undefined), prefecture: event.prefecture },
        { size: 2, number: 1 },
      ),
    }
  })
  const facts = structuredFacts(event, event.host, `${call.deps.config.publicUrl}/events/${event.id}`, call.now)
  const page = (
    <EventPage
      {...{ event, facts, known, programme, now: call.now, ...failed }}
      own={own ? pageOf(call, own.registration.id) : null}
      about={<AboutProjects eventId={event.id} projects={projects} />}
      more={<Around prefecture={event.prefecture} cases={cases.rows} />}
    />
  )
  return call.page(page, failed ? { status: 422 } : {})
}
