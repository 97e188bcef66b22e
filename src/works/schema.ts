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

/** 訪問の予定: a day on which the professional means to come, what it is likely to cost, and whether the other side is ready. */
export const visitPlans = pgTable(
  'visit_plans',
  {
    id: id(),
    contractId: uuid()
      .notNull()
      .references(() => contracts.id),
    companyId: uuid().notNull(),
    accountId: uuid().notNull(),
    visitOn: date({ mode: 'string' }).notNull(),
    nights: integer().notNull(),
    prefecture: integer().notNull(),
    municipality: text().notNull(),
    purpose: text().notNull(),
    /** Yen, there and back, and all nights together: what the person expects. */
    fare: integer().notNull(),
    lodging: integer().notNull(),
    plannedAt: moment().notNull(),
    /** The company is ready for that day. */
    agreedAt: moment(),
    cancelledAt: moment(),
    cancelledBy: text({ enum: ['company', 'talent'] }),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('one_plan_a_day').on(t.contractId, t.visitOn).where(sql`${t.cancelledAt} is null`),
    index().on(t.prefecture, t.visitOn),
    check('plan_costs_not_negative', sql`${t.fare} >= 0 and ${t.lodging} >= 0`),
    check('nights_in_range', sql`${t.nights} between 0 and 13`),
  ],
)
classify(visitPlans, {
  org: 'id contractId companyId accountId visitOn nights prefecture municipality purpose fare lodging plannedAt agreedAt cancelledAt cancelledBy version',
})
export type VisitPlan = typeof visitPlans.$inferSelect

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
