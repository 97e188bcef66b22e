import { and, eq, gte, isNotNull, isNull, lt, lte } from 'drizzle-orm'
import { asSystem, SYSTEM, sendLetter } from '../accounts/actions/mailing.ts'
import { projectsOfPlace } from '../insights/queries/regions.ts'
import { readAs } from '../lib/db.ts'
import type { JobDeps, JobHandler } from '../lib/job.ts'
import type { Letter } from '../lib/mail/letter.ts'
import { addDays, endOfDay, startOfDay, today } from '../lib/time.ts'
import { forgetNames } from './actions/afterwards.ts'
import { holdEvent } from './actions/held.ts'
import { forgetUnconfirmed, lapseOffer } from './actions/registering.ts'
import {
  afterLetter,
  calledOffLetter,
  confirmLetter,
  movedLetter,
  reminderLetter,
  standingLetter,
  type Ways,
} from './mails.ts'
import { anyEvent } from './queries/events.ts'
import { anyRegistration, isMeant, livingOf, type SeenRegistration } from './queries/registrations.ts'
import { type Standing, standingOf } from './rules/state.ts'
import { tokenOf } from './rules/token.ts'
import { events, registrations } from './schema.ts'

/** Whether the address belongs to whoever left it. */
export const askToConfirm: JobHandler = (deps, { subjectId }) =>
  send(deps, String(subjectId), `registration-ask-${subjectId}`, (about) =>
    standingOf(about.registration) === 'asked' ? confirmLetter(about) : null,
  )

/** What happened to one registration; a letter tells how it stood then. */
export const tellRegistration: JobHandler = (deps, { id, act, subjectId }) => {
  const standing = TOLD[String(act)]
  return send(deps, String(subjectId), `registration-${id}`, (about) => {
    const now = standingOf(about.registration)
    return standing === undefined || standing.includes(now) ? standingLetter(now, about) : null
  })
}

/** What a letter may still say when its time comes: a seat that was handed on meanwhile is not offered. */
const TOLD: Readonly<Record<string, readonly Standing[]>> = {
  'registration.offered': ['offered'],
  'registration.cancelled': ['cancelled'],
  'registration.lapsed': ['lapsed'],
  'registration.refused': ['refused'],
}

/** Whoever registers again with an address that did already. */
export const tellAgain: JobHandler = (deps, { subjectId }) =>
  send(deps, String(subjectId), `registration-again-${subjectId}-${today(deps.clock())}`, (about) =>
    standingLetter(standingOf(about.registration), about),
  )

/** Time or place changed, or there is no event: everybody who registered hears of it. */
export const tellAll: JobHandler = async (deps, { id, act, subjectId }) => {
  const letter = act === 'event.called-off' ? calledOffLetter : movedLetter
  const all = await readAs(deps.db, SYSTEM, null, (tx) => livingOf(tx, String(subjectId)))
  for (const one of all) await send(deps, one.id, `event-${id}-${one.id}`, letter)
}

/** In the evening, to all who have a seat in what begins tomorrow. */
export const remindOfEvents: JobHandler = async (deps) => {
  const day = addDays(today(deps.clock()), 1)
  const all = await readAs(deps.db, SYSTEM, null, (tx) =>
    tx
      .select({ id: registrations.id })
      .from(registrations)
      .innerJoin(events, eq(events.id, registrations.eventId))
      .where(
        and(
          ...[gte(events.beginsAt, startOfDay(day)), lte(events.beginsAt, endOfDay(day)), isNull(events.calledOffAt)],
          ...[isNotNull(events.publishedAt), isNotNull(registrations.seatedAt), isMeant],
        ),
      ),
  )
  for (const { id } of all) await send(deps, id, `registration-reminder-${id}-${day}`, reminderLetter)
}

/** Seats that were kept and not taken in time go on to the next. */
export const lapseOffers: JobHandler = async (deps) => {
  const now = deps.clock()
  const due = await readAs(deps.db, SYSTEM, null, (tx) =>
    tx
      .select({ id: registrations.id })
      .from(registrations)
      .where(
        and(
          isNotNull(registrations.offeredAt),
          isNull(registrations.seatedAt),
          lte(registrations.offerUntil, now),
          isMeant,
        ),
      ),
  )
  for (const { id } of due) await asSystem(deps, (act) => lapseOffer(act, id))
  deps.jobs.nudge()
}

/** What is over is held: what comes afterwards hangs on it. */
export const holdEvents: JobHandler = async (deps) => {
  const now = deps.clock()
  const over = await readAs(deps.db, SYSTEM, null, (tx) =>
    tx
      .select({ id: events.id })
      .from(events)
      .where(
        and(isNotNull(events.publishedAt), isNull(events.calledOffAt), isNull(events.heldAt), lt(events.endsAt, now)),
      ),
  )
  for (const { id } of over) await asSystem(deps, (act) => holdEvent(act, id))
  deps.jobs.nudge()
}

/** Everybody who came, and online everybody who had a seat, hears once more. */
export const followUp: JobHandler = async (deps, { subjectId }) => {
  const [event, all] = await readAs(deps.db, SYSTEM, null, async (tx) => [
    await anyEvent(tx, String(subjectId)),
    await livingOf(tx, String(subjectId), isNotNull(registrations.seatedAt)),
  ])
  if (!event) return
  const place = { prefecture: event.prefecture }
  const open = await readAs(deps.db, SYSTEM, null, (tx) =>
    projectsOfPlace(tx, place, deps.clock(), { open: 3, over: 0 }),
  )
  for (const { id } of all)
    await send(deps, id, `event-after-${id}`, (about) =>
      about.registration.checkedInAt || event.kind === 'online' ? afterLetter(about, open.shown) : null,
    )
}

/** Addresses that nobody proved, and names that are three months old. */
export const forgetEvents: JobHandler = (deps) =>
  asSystem(deps, async (act) => {
    await forgetUnconfirmed(act)
    await forgetNames(act)
  })

type About = SeenRegistration & { ways: Ways }

/** Nobody is written to whom the host wrote down: there is no address. */
async function send(deps: JobDeps, registrationId: string, key: string, write: (about: About) => Letter | null) {
  const seen = await readAs(deps.db, SYSTEM, null, (tx) => anyRegistration(tx, registrationId))
  if (!seen?.to) return
  const root = deps.config.publicUrl
  const own = `${root}/registrations/${tokenOf(deps.secrets, registrationId)}`
  const letter = write({ ...seen, ways: { root, own, event: `${root}/events/${seen.event.id}` } })
  if (letter) await sendLetter(deps, seen.to, key, letter)
}
