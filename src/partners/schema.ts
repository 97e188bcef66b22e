import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '../accounts/schema.ts'
import { bytea, classify, id, moment } from '../lib/db/columns.ts'
import type { LegalDate } from '../lib/time.ts'

/** A municipality, bank, chamber or NPO that brings companies and sits beside them. */
export const partners = pgTable('partners', {
  id: uuid()
    .primaryKey()
    .references(() => organisations.id),
  slug: text().notNull().unique(),
  name: text().notNull(),
  kind: text({ enum: ['municipality', 'prefecture', 'bank', 'chamber', 'npo'] }).notNull(),
  prefecture: integer().notNull(),
  /** Where its office is. */
  municipality: text(),
  /** The municipalities that it works for; none: the whole prefecture. */
  area: text().array().notNull().default([]),
  about: text().notNull(),
  /** What it has to say to companies and people, for its own page. */
  message: text().notNull().default(''),
  phone: text().notNull(),
  colour: text({ enum: ['green', 'orange', 'yellow', 'earth'] })
    .notNull()
    .default('green'),
  createdAt: moment().notNull(),
  version: integer().notNull().default(1),
})
classify(partners, {
  public: 'id slug name kind prefecture municipality area about message phone colour createdAt',
  org: 'version',
})
export type Partner = typeof partners.$inferSelect

/** A host name of its own, at which its page is the first one; kept by the desk. */
export const partnerHosts = pgTable('partner_hosts', {
  partnerId: uuid()
    .primaryKey()
    .references(() => partners.id),
  host: text().notNull().unique(),
  setAt: moment().notNull(),
})
classify(partnerHosts, { public: 'partnerId host setAt' })

/** How a partner marks its letters: a PNG drawn by us from what its people sent, on white. */
export const partnerLogos = pgTable('partner_logos', {
  partnerId: uuid()
    .primaryKey()
    .references(() => partners.id),
  /** Points of the picture. */
  width: integer().notNull(),
  height: integer().notNull(),
  content: bytea().notNull(),
  savedAt: moment().notNull(),
})
classify(partnerLogos, { public: 'partnerId width height content savedAt' })
export type PartnerLogo = typeof partnerLogos.$inferSelect

/** What a partner runs in a fiscal year: a page of its own, goals and a budget. */
export const programmes = pgTable(
  'programmes',
  {
    id: id(),
    partnerId: uuid()
      .notNull()
      .references(() => partners.id),
    /** The end of its address; fixed once it is published. */
    slug: text().notNull().unique(),
    title: text().notNull(),
    about: text().notNull(),
    firstDay: date({ mode: 'string' }).notNull(),
    lastDay: date({ mode: 'string' }).notNull(),
    /** What is to be reached; null: no goal of that kind. */
    goalCompanies: integer(),
    goalProjects: integer(),
    goalContracts: integer(),
    goalVisits: integer(),
    /** People who come to its events. */
    goalAttendees: integer(),
    /** Yen, before anything is spent. */
    budget: integer(),
    /** The office's own year around it: when what is done, by the name of the rule. */
    milestones: jsonb().$type<Partial<Record<string, LegalDate>>>().notNull().default({}),
    /** Whom to ask: office and name. */
    contact: text().notNull().default(''),
    colour: text({ enum: ['green', 'orange', 'yellow', 'earth'] })
      .notNull()
      .default('green'),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    publishedAt: moment(),
    closedAt: moment(),
    version: integer().notNull().default(1),
  },
  (t) => [
    index().on(t.partnerId),
    check('programme_days_in_order', sql`${t.firstDay} <= ${t.lastDay}`),
    check('programme_budget_not_negative', sql`${t.budget} >= 0`),
    check('programme_closed_after_published', sql`${t.closedAt} is null or ${t.publishedAt} is not null`),
  ],
)
classify(programmes, {
  public:
    'id partnerId slug title about firstDay lastDay goalCompanies goalProjects goalContracts goalVisits goalAttendees contact colour publishedAt closedAt',
  org: 'budget milestones createdAt updatedAt version',
})
export type Programme = typeof programmes.$inferSelect
