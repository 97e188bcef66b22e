import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { contracts } from '../contracts/schema.ts'
import { classify, id, moment } from '../lib/db/columns.ts'
import { projectGroups } from '../projects/schema.ts'

/** One month of work: what was done, how long. */
export const workMonths = pgTable(
  'work_months',
  {
    id: id(),
    contractId: uuid()
      .notNull()
      .references(() => contracts.id),
    companyId: uuid().notNull(),
    accountId: uuid().notNull(),
    /** The first day of the month. */
    month: date({ mode: 'string' }).notNull(),
    hours: integer().notNull(),
    done: text().notNull(),
    reportedAt: moment().notNull(),
    confirmedAt: moment(),
    confirmedBy: uuid(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('one_report_a_month').on(t.contractId, t.month),
    check('month_hours_in_range', sql`${t.hours} between 0 and 400`),
  ],
)
classify(workMonths, {
  org: 'id contractId companyId accountId month hours done reportedAt confirmedAt confirmedBy version',
})
export type WorkMonth = typeof workMonths.$inferSelect

/** A day on the spot: the proof of regional activity later starts here. */
export const visits = pgTable(
  'visits',
  {
    id: id(),
    workMonthId: uuid()
      .notNull()
      .references(() => workMonths.id),
    companyId: uuid().notNull(),
    accountId: uuid().notNull(),
    visitedOn: date({ mode: 'string' }).notNull(),
    prefecture: integer().notNull(),
    municipality: text().notNull(),
  },
  (t) => [index().on(t.workMonthId)],
)
classify(visits, { org: 'id workMonthId companyId accountId visitedOn prefecture municipality' })

/** What one role of a relay or a team leaves for the next. */
export const handoverNotes = pgTable(
  'handover_notes',
  {
    contractId: uuid()
      .primaryKey()
      .references(() => contracts.id),
    /** The project group whose next people read it. */
    groupId: uuid()
      .notNull()
      .references(() => projectGroups.id),
    companyId: uuid().notNull(),
    accountId: uuid().notNull(),
    /** What was done, what was left, what to do first, what to mind, where things are. */
    done: text().notNull(),
    left: text().notNull(),
    first: text().notNull(),
    mind: text().notNull(),
    whereKept: text().notNull(),
    writtenAt: moment().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [index().on(t.groupId)],
)
classify(handoverNotes, {
  org: 'contractId groupId companyId accountId done left first mind whereKept writtenAt version',
})
export type HandoverNote = typeof handoverNotes.$inferSelect

/** Outcome against the goal, and what each side says. The other side sees it when both have written. */
export const reviews = pgTable(
  'reviews',
  {
    id: id(),
    contractId: uuid()
      .notNull()
      .references(() => contracts.id),
    companyId: uuid().notNull(),
    accountId: uuid().notNull(),
    side: text({ enum: ['company', 'talent'] }).notNull(),
    writtenBy: uuid().notNull(),
    outcome: text({ enum: ['reached', 'partly', 'missed'] }).notNull(),
    result: text().notNull(),
    feedback: text().notNull(),
    /** What the professional gained, or what stays in the company. */
    gained: text().notNull(),
    submittedAt: moment().notNull(),
    /** From then on the other side may read it although it has not written its own. */
    openedAt: moment(),
    /** Since when its words to the company may be read by everybody, because the professional said so. */
    sharedAt: moment(),
  },
  (t) => [uniqueIndex('one_review_a_side').on(t.contractId, t.side)],
)
classify(reviews, {
  org: 'id contractId companyId accountId side writtenBy outcome result feedback gained submittedAt openedAt sharedAt',
})
export type Review = typeof reviews.$inferSelect
