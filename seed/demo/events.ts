import { addDays, type LegalDate, mondayOf, startOfDay, today } from '../../src/lib/time.ts'
import { accountId, PARTNERS, partnerId } from '../cast.ts'
import { nameBasedId } from '../ids.ts'
import { EVENTS, GUESTS, SAID, WHYS } from '../texts/events.ts'
import { programmeId } from './programmes.ts'
import type { By, DemoRows, Stage } from './rows.ts'
import type { DemoTalent } from './shapes.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const PROGRAM: By = { actor: null, organisation: null }
type Host = 'town' | 'bank' | 'desk'
const HOSTS: Readonly<Record<Host, By & { contact: string; prefecture: number; municipality: string | null }>> = {
  town: hostOf('town', accountId('koga')),
  bank: hostOf('bank', accountId('abe')),
  desk: {
    ...{ actor: accountId('mori'), organisation: null, contact: '画面の「人に相談する」から', prefecture: 13 },
    municipality: null,
  },
}

type Plan = {
  readonly name: keyof typeof EVENTS
  readonly host: Host
  /** The day, at which hour, for how many hours. */
  readonly on: string
  readonly hour: number
  readonly hours: number
  readonly capacity: number
  readonly choosing?: 'selection'
  readonly travelCeiling?: number
  /** How many registered. */
  readonly guests: number
  /** Accounts of the first of them. */
  readonly known?: readonly string[]
}

/** What the town, the bank and the desk hold: two that are over, one with room, one full, one to choose for, one for everybody. */
export function holdDemoEvents(stage: Stage, people: readonly DemoTalent[], open: readonly OpenProject[]): void {
  const day = today(stage.now)
  const saturday = (days: number) => outOfNewYear(addDays(mondayOf(addDays(day, days)), 5))
  const known = people.map(({ key }) => nameBasedId(`${key}:account`))
  const met = hold(stage, {
    ...{ name: 'met', host: 'town', on: saturday(-45), hour: 13.5, hours: 3, capacity: 20, guests: 14 },
    ...{ travelCeiling: 5000, known },
  })
  const online = hold(stage, {
    ...{ name: 'online', host: 'bank', on: addDays(day, -9), hour: 19, hours: 1.5, capacity: 40, guests: 9, known },
  })
  const tea = hold(stage, { name: 'tea', host: 'town', on: saturday(16), hour: 14, hours: 2, capacity: 12, guests: 7 })
  const ledger = hold(stage, {
    name: 'ledger',
    host: 'bank',
    on: saturday(9),
    hour: 10,
    hours: 3,
    capacity: 8,
    guests: 11,
  })
  hold(stage, {
    ...{ name: 'stay', host: 'town', on: addDays(saturday(37), -1), hour: 12, hours: 48, capacity: 3, guests: 7 },
    ...{ choosing: 'selection', travelCeiling: 20_000 },
  })
  hold(stage, { name: 'first', host: 'desk', on: addDays(day, 6), hour: 12.25, hours: 0.5, capacity: 100, guests: 3 })
  comeTo(stage, met, 12)
  comeTo(stage, online, 7)
  answer(stage, met, SAID.length)
  payWays(stage, met)
  for (const event of [tea, ledger]) tellOf(stage, event, open)
}

/** The same weekday two weeks later, where a day falls when everybody is at home. */
function outOfNewYear(day: LegalDate): LegalDate {
  return /-(12-(2[6-9]|3)|01-0[1-5])/.test(day) ? addDays(day, 14) : day
}

/** A project that people may apply for, and where. */
export type OpenProject = {
  readonly id: string
  readonly companyId: string
  readonly title: string
  readonly prefecture: number
  readonly municipality: string | null
  readonly publishedAt: Date
  /** Who writes for the company, and how many days it takes to answer. */
  readonly createdBy: string | null
  readonly answerDays: number
}

export function openOf({ projects }: DemoRows): OpenProject[] {
  return projects.flatMap((one) => {
    const { id, companyId, title, prefecture, municipality, publishedAt, closedAt, filledAt, unfilledAt, withdrawnAt } =
      one
    const isOpen = publishedAt && !closedAt && !filledAt && !unfilledAt && !withdrawnAt
    const told = { id: id!, companyId, title: title ?? '', municipality: municipality ?? null }
    const answering = { createdBy: one.createdBy ?? null, answerDays: one.answerDays ?? 7 }
    return isOpen && prefecture ? [{ ...told, ...answering, prefecture, publishedAt }] : []
  })
}

/** Two of its host's area that people hear of there: the town's own, or those of the bank's prefecture. */
function tellOf({ now, rows, done }: Stage, { id: eventId, host }: Held, open: readonly OpenProject[]): void {
  const { contact: _, prefecture, municipality, ...by } = HOSTS[host]
  const isTown = host === 'town'
  const here = open.filter((one) => (isTown ? one.municipality === municipality : one.prefecture === prefecture))
  for (const [nth, { id: project }] of here.slice(0, 2).entries()) {
    const linkedAt = new Date(now.getTime() - (2 - nth) * HOUR)
    rows.eventProjects.push({ eventId, projectId: project, linkedAt })
    done(linkedAt, 'event.project-linked', { kind: 'event', id: eventId }, by, { project })
  }
}

type Held = { id: string; host: Host; beginsAt: Date; endsAt: Date; guests: string[] }

function hold(stage: Stage, plan: Plan): Held {
  const { rows, done } = stage
  const { contact, prefecture, municipality, ...by } = HOSTS[plan.host]
  const id = nameBasedId(`demo:event:${plan.name}`)
  const beginsAt = new Date(startOfDay(plan.on as Parameters<typeof startOfDay>[0]).getTime() + plan.hour * HOUR)
  const endsAt = new Date(beginsAt.getTime() + plan.hours * HOUR)
  const publishedAt = new Date(Math.min(beginsAt.getTime() - 35 * DAY, stage.now.getTime() - 6 * DAY))
  const draftedAt = new Date(publishedAt.getTime() - 3 * DAY)
  const isOver = endsAt < stage.now
  const heldAt = isOver ? new Date(endsAt.getTime() + HOUR) : null
  const seats = plan.choosing ? 0 : Math.min(plan.capacity, plan.guests)
  rows.events.push({
    ...{ id, partnerId: by.organisation, ...EVENTS[plan.name], prefecture, municipality, contact },
    programmeId: plan.host === 'desk' || isOver ? null : programmeId(plan.host),
    link: EVENTS[plan.name].kind === 'online' ? 'https://meet.example/meguri' : '',
    ...{ beginsAt, endsAt, registerUntil: beginsAt, capacity: plan.capacity, seats, lastNumber: plan.guests },
    ...{ choosing: plan.choosing ?? 'first', travelCeiling: plan.travelCeiling ?? null, createdBy: by.actor! },
    ...{ createdAt: draftedAt, updatedAt: publishedAt, publishedAt, heldAt, version: 2 },
  })
  const subject = { kind: 'event', id }
  done(draftedAt, 'event.drafted', subject, by)
  done(publishedAt, 'event.published', subject, by)
  const guests = Array.from({ length: plan.guests }, (_, nth) => register(stage, plan, { id, publishedAt }, nth))
  if (heldAt) done(heldAt, 'event.held', subject, PROGRAM)
  return { id, host: plan.host, beginsAt, endsAt, guests }
}

/** One after the other, in the days after an event was published. */
function register({ rows, done }: Stage, plan: Plan, event: { id: string; publishedAt: Date }, nth: number): string {
  const id = nameBasedId(`demo:registration:${plan.name}:${nth}`)
  const [name, kana, affiliation] = GUESTS[nth % GUESTS.length]!
  const at = new Date(event.publishedAt.getTime() + (nth + 1) * 9 * HOUR)
  const account = plan.known?.[nth]
  const confirmedAt = account ? at : new Date(at.getTime() + HOUR / 6)
  const hasSeat = !plan.choosing && nth < plan.capacity
  rows.registrations.push({
    ...{ id, eventId: event.id, number: nth + 1, name, kana, affiliation, createdAt: at, confirmedAt },
    ...(account ? { accountId: account } : { email: `guest${nth + 1}@mail.example` }),
    words: plan.choosing ? WHYS[nth % WHYS.length]! : '',
    seatedAt: hasSeat ? confirmedAt : null,
    waitingSince: hasSeat || plan.choosing ? null : confirmedAt,
    version: 1,
  })
  const subject = { kind: 'registration', id }
  if (account) done(at, 'registration.made', subject, { actor: account, organisation: null })
  else {
    done(at, 'registration.asked', subject, PROGRAM)
    done(confirmedAt, 'registration.confirmed', subject, PROGRAM)
  }
  return id
}

/** The first of them come to the door, a minute after each other. */
function comeTo({ rows, done }: Stage, { host, beginsAt, guests }: Held, came: number): void {
  for (const [nth, id] of guests.slice(0, came).entries()) {
    const at = new Date(beginsAt.getTime() - (20 - nth) * 60_000)
    const row = rows.registrations.find((one) => one.id === id)!
    Object.assign(row, { checkedInAt: at, checkedInBy: HOSTS[host].actor, version: 2 })
    const { actor, organisation } = HOSTS[host]
    done(at, 'registration.checked-in', { kind: 'registration', id }, { actor, organisation })
  }
}

function answer({ rows }: Stage, { id: eventId, endsAt, guests }: Held, count: number): void {
  for (const [nth, registrationId] of guests.slice(0, count).entries())
    rows.eventAnswers.push({
      ...{ registrationId, eventId, useful: nth % 3 === 2 ? 'some' : 'very', words: SAID[nth]! },
      wishes: [['consult'], ['projects', 'visit'], ['consult', 'again'], ['visit']][nth % 4]!,
      answeredAt: new Date(endsAt.getTime() + (nth + 4) * 3 * HOUR),
    })
}

/** Two were paid, one still brings the receipt. */
function payWays({ rows, done }: Stage, { id: eventId, host, endsAt, guests }: Held): void {
  const ways = [
    ['福岡から、バスの往復', 2160],
    ['東京から、飛行機とバス', 48_200],
    ['久留米から、電車とバスの往復', 1480],
  ] as const
  const { actor, organisation } = HOSTS[host]
  for (const [nth, [route, amount]] of ways.entries()) {
    const id = nameBasedId(`demo:travel:${nth}`)
    const [at, paid] = [new Date(endsAt.getTime() + nth * HOUR), new Date(endsAt.getTime() + 5 * DAY)]
    const isPaid = nth < 2
    rows.travelSupports.push({
      ...{ id, eventId, registrationId: guests[nth], name: GUESTS[nth]![0], route, amount, ceiling: 5000 },
      ...{ recordedBy: actor!, createdAt: at, receiptSeenAt: isPaid ? at : null },
      ...(isPaid && { paidOn: today(paid), paidBy: actor }),
    })
    const subject = { kind: 'travel-support', id }
    done(at, 'travel-support.recorded', subject, { actor, organisation })
    if (isPaid) done(paid, 'travel-support.paid', subject, { actor, organisation })
  }
}

function hostOf(name: 'town' | 'bank', actor: string) {
  const { prefecture, municipality, phone } = PARTNERS[name]
  return { actor, organisation: partnerId(name), contact: phone, prefecture, municipality }
}
