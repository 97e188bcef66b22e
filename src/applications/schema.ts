import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accounts } from '../accounts/schema.ts'
import { companies } from '../companies/schema.ts'
import { classify, id, moment } from '../lib/db/columns.ts'
import { projects } from '../projects/schema.ts'
import { talents } from '../talents/schema.ts'
import { applications } from './schema/application.ts'

export * from './schema/application.ts'
export * from './schema/choosing.ts'

/** Two proposed times and the chosen one, until other times are asked for or proposed. */
export const interviews = pgTable(
  'interviews',
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    companyId: uuid().notNull(),
    accountId: uuid().notNull(),
    time1: moment().notNull(),
    time2: moment().notNull(),
    place: text().notNull(),
    proposedBy: uuid().notNull(),
    proposedAt: moment().notNull(),
    chosen: moment(),
    chosenAt: moment(),
    cancelledAt: moment(),
    /** Where the two see each other on a screen; https. */
    link: text(),
    /** The person asked for other times. */
    moveAskedAt: moment(),
  },
  (t) => [uniqueIndex('one_live_interview').on(t.applicationId).where(sql`${t.cancelledAt} is null`)],
)
classify(interviews, {
  org: 'id applicationId companyId accountId time1 time2 place proposedBy proposedAt chosen chosenAt cancelledAt link moveAskedAt',
})
export type Interview = typeof interviews.$inferSelect

/** The desk called a company that let a promise pass. */
export const promiseCalls = pgTable(
  'promise_calls',
  {
    id: id(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    calledBy: uuid().notNull(),
    calledAt: moment().notNull(),
  },
  (t) => [index().on(t.companyId, t.calledAt)],
)
classify(promiseCalls, { org: 'id companyId calledBy calledAt' })

/** 気になる: a mark on a project for oneself. Nobody else reads one; its company learns a round number, from five on. */
export const interests = pgTable(
  'interests',
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    markedAt: moment().notNull(),
  },
  (t) => [uniqueIndex('one_interest').on(t.accountId, t.projectId), index().on(t.projectId)],
)
classify(interests, { personal: 'id accountId projectId companyId markedAt' })

/** 15分の話: before applying, without a name. Up to three times from the company, one of which is chosen. */
export const talks = pgTable(
  'talks',
  {
    id: id(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    talentId: uuid()
      .notNull()
      .references(() => talents.id),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    topic: text().notNull(),
    askedAt: moment().notNull(),
    /** 23:59 JST of the day by which the company promised an answer. */
    answerBy: moment().notNull(),
    /** On offer: one to three, in their order. None: they are still to come, or others were asked for. */
    times: moment().array().notNull().default([]),
    /** Where to talk: a link, or a number to ring. */
    place: text(),
    proposedAt: moment(),
    chosen: moment(),
    chosenAt: moment(),
    declinedAt: moment(),
    declineReason: text(),
    cancelledAt: moment(),
    cancelledBy: text({ enum: ['talent', 'company'] }),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('one_live_talk').on(t.projectId, t.talentId).where(sql`${t.cancelledAt} is null`),
    index().on(t.companyId, t.answerBy),
    index().on(t.accountId),
    index().on(t.chosen),
  ],
)
classify(talks, {
  org: 'id projectId companyId talentId accountId topic askedAt answerBy times place proposedAt chosen chosenAt declinedAt declineReason cancelledAt cancelledBy version',
})
export type Talk = typeof talks.$inferSelect
