import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accounts } from '../accounts/schema.ts'
import { applications } from '../applications/schema.ts'
import { classify, id, moment } from '../lib/db/columns.ts'
import { partners, programmes } from '../partners/schema.ts'
import { projects } from '../projects/schema.ts'

/** 催し: what a partner, or the desk, holds for people and companies. */
export const events = pgTable(
  'events',
  {
    id: id(),
    /** Who holds it; the desk where there is none. */
    partnerId: uuid().references(() => partners.id),
    /** Of which of the host's programmes it is a part. */
    programmeId: uuid().references(() => programmes.id),
    kind: text({ enum: ['online', 'place', 'stay'] }).notNull(),
    title: text().notNull(),
    body: text().notNull(),
    /** Whom it is for, in words. */
    audience: text().notNull(),
    bring: text().notNull().default(''),
    /** House and address; empty online. */
    place: text().notNull().default(''),
    /** Where somebody comes in online: told to whoever has a seat, and to nobody else. */
    link: text().notNull().default(''),
    prefecture: integer().notNull(),
    municipality: text(),
    beginsAt: moment().notNull(),
    endsAt: moment().notNull(),
    /** The last moment to register. */
    registerUntil: moment().notNull(),
    capacity: integer().notNull(),
    /** Taken or kept for somebody: never more than there are. */
    seats: integer().notNull().default(0),
    /** The highest number that was given out for the door. */
    lastNumber: integer().notNull().default(0),
    choosing: text({ enum: ['first', 'selection'] }).notNull(),
    /** Yen. */
    price: integer().notNull().default(0),
    /** Yen that somebody gets back of what the way cost, at most; null where the host pays nothing. */
    travelCeiling: integer(),
    contact: text().notNull(),
    createdBy: uuid().notNull(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    version: integer().notNull().default(1),
    publishedAt: moment(),
    /** When its host closed the registration before its time. */
    closedAt: moment(),
    calledOffAt: moment(),
    calledOffWhy: text(),
    /** When it was over; nobody has to say so. */
    heldAt: moment(),
  },
  (t) => [
    check('seats_there_are', sql`${t.seats} between 0 and ${t.capacity}`),
    check('ends_after_it_begins', sql`${t.endsAt} > ${t.beginsAt}`),
    index().on(t.partnerId),
    index('events_coming').on(t.endsAt).where(sql`${t.publishedAt} is not null`),
  ],
)
classify(events, {
  public:
    'id partnerId programmeId kind title body audience bring place prefecture municipality beginsAt endsAt registerUntil capacity seats choosing price travelCeiling contact updatedAt version publishedAt closedAt calledOffAt calledOffWhy heldAt',
  org: 'lastNumber createdBy createdAt',
  personal: 'link',
})
export type Event = typeof events.$inferSelect

/** A project that an event is about. */
export const eventProjects = pgTable(
  'event_projects',
  {
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    linkedAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.projectId] })],
)
classify(eventProjects, { public: 'eventId projectId linkedAt' })

/** 申し込み of one person. No company ever reads a row of it; the host reads the name and what was written for it. */
export const registrations = pgTable(
  'registrations',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    accountId: uuid().references(() => accounts.id, { onDelete: 'cascade' }),
    /** Of somebody without an account. Neither: the host wrote it down, from the telephone or at the door. */
    email: text(),
    /** Short, for the door: the same for nobody else of this event. */
    number: integer(),
    name: text().notNull(),
    kana: text().notNull().default(''),
    /** 会社や団体の名前, where somebody likes to say it. */
    affiliation: text().notNull().default(''),
    /** Why somebody would like to come: asked where people are chosen. */
    words: text().notNull().default(''),
    createdAt: moment().notNull(),
    /** When the address was proven; at once with an account. */
    confirmedAt: moment(),
    waitingSince: moment(),
    /** A seat got free for the first who waits, and is kept until `offerUntil`. */
    offeredAt: moment(),
    offerUntil: moment(),
    seatedAt: moment(),
    refusedAt: moment(),
    refusal: text({ enum: ['full', 'purpose', 'days', 'balance'] }),
    /** Why this person was chosen, or not, in the host's own words: for its files. */
    choiceNote: text().notNull().default(''),
    cancelledAt: moment(),
    /** When a seat that was kept went on to the next. */
    lapsedAt: moment(),
    checkedInAt: moment(),
    checkedInBy: uuid(),
    /** When everything that says who it was went away. */
    forgottenAt: moment(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('registered_once').on(t.eventId, t.accountId).where(stillMeant(t)),
    uniqueIndex('registered_once_by_mail').on(t.eventId, t.email).where(stillMeant(t)),
    uniqueIndex('one_number_each').on(t.eventId, t.number),
    check('belongs_to_one_at_most', sql`${t.accountId} is null or ${t.email} is null`),
    index().on(t.accountId),
  ],
)
classify(registrations, {
  personal: 'accountId email name kana affiliation words',
  org: 'id eventId number createdAt confirmedAt waitingSince offeredAt offerUntil seatedAt refusedAt refusal choiceNote cancelledAt lapsedAt checkedInAt checkedInBy forgottenAt version',
})
export type Registration = typeof registrations.$inferSelect

type Meant = Record<'cancelledAt' | 'lapsedAt' | 'refusedAt', Parameters<typeof sql>[1]>

function stillMeant(t: Meant) {
  return sql`${t.cancelledAt} is null and ${t.lapsedAt} is null and ${t.refusedAt} is null`
}

/** 旅費の補助: what the way of one person cost, and what of it was paid. Kept as long as books are. */
export const travelSupports = pgTable(
  'travel_supports',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    registrationId: uuid().references(() => registrations.id, { onDelete: 'set null' }),
    /** Who was paid, also when the registration is forgotten. */
    name: text().notNull(),
    route: text().notNull(),
    /** Yen that the way cost. */
    amount: integer().notNull(),
    /** Yen at most, as it was when this was written down. */
    ceiling: integer().notNull(),
    receiptSeenAt: moment(),
    paidOn: date({ mode: 'string' }),
    recordedBy: uuid().notNull(),
    paidBy: uuid(),
    createdAt: moment().notNull(),
    withdrawnAt: moment(),
  },
  (t) => [
    check('no_less_than_nothing', sql`${t.amount} >= 0 and ${t.ceiling} >= 0`),
    check('paid_after_the_receipt', sql`${t.paidOn} is null or ${t.receiptSeenAt} is not null`),
    uniqueIndex('one_support_each').on(t.eventId, t.registrationId).where(sql`${t.withdrawnAt} is null`),
  ],
)
classify(travelSupports, {
  personal: 'name route',
  org: 'id eventId registrationId amount ceiling receiptSeenAt paidOn recordedBy paidBy createdAt withdrawnAt',
})
export type TravelSupport = typeof travelSupports.$inferSelect

/** アンケート: what one who came says afterwards. Nobody reads whose it is; the host reads all together, from five on. */
export const eventAnswers = pgTable('event_answers', {
  registrationId: uuid()
    .primaryKey()
    .references(() => registrations.id, { onDelete: 'cascade' }),
  eventId: uuid()
    .notNull()
    .references(() => events.id),
  useful: text({ enum: ['very', 'some', 'little'] }).notNull(),
  wishes: text().array().notNull(),
  words: text().notNull(),
  answeredAt: moment().notNull(),
})
classify(eventAnswers, { personal: 'registrationId useful wishes words', org: 'eventId answeredAt' })
export type EventAnswer = typeof eventAnswers.$inferSelect

/** An application that was begun from an event's page: its person sees the link and can take it away; the host reads numbers. */
export const eventApplications = pgTable(
  'event_applications',
  {
    applicationId: uuid()
      .primaryKey()
      .references(() => applications.id, { onDelete: 'cascade' }),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    linkedAt: moment().notNull(),
  },
  (t) => [index().on(t.eventId)],
)
classify(eventApplications, { personal: 'applicationId eventId accountId linkedAt' })
