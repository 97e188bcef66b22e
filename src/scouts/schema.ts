import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { accounts } from '../accounts/schema.ts'
import { companies } from '../companies/schema.ts'
import { classify, id, moment } from '../lib/db/columns.ts'
import { projects } from '../projects/schema.ts'
import { talents } from '../talents/schema.ts'

/** A company's invitation to one person, to one project. Company and person stand in the row itself, for the wall. */
export const scouts = pgTable(
  'scouts',
  {
    id: id(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    talentId: uuid()
      .notNull()
      .references(() => talents.id),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    sentBy: uuid().notNull(),
    words: text().notNull(),
    sentAt: moment().notNull(),
    expiresAt: moment().notNull(),
    withdrawnAt: moment(),
    refusedAt: moment(),
    refusalReason: text({ enum: ['busy', 'work', 'terms', 'other'] }),
    /** The person lets the company know of the no; else it is as if no answer came. */
    refusalTold: moment(),
    acceptedAt: moment(),
    version: integer().notNull().default(1),
  },
  (t) => [
    unique('one_scout').on(t.projectId, t.talentId),
    index().on(t.companyId, t.sentAt),
    index().on(t.accountId),
    check('scout_ends_once', sql`num_nonnulls(${t.withdrawnAt}, ${t.refusedAt}, ${t.acceptedAt}) <= 1`),
  ],
)
classify(scouts, {
  org: 'id companyId projectId talentId sentBy sentAt expiresAt withdrawnAt acceptedAt version',
  personal: 'accountId words refusedAt refusalReason refusalTold',
})
export type Scout = typeof scouts.$inferSelect

/** How many scouts a company sent, and a person got, in one week: counted up in the act itself, so that no two pass the limit. */
export const scoutCounts = pgTable(
  'scout_counts',
  {
    /** A company or a talent. */
    subjectId: uuid().notNull(),
    /** The Monday in Japan. */
    week: date({ mode: 'string' }).notNull(),
    scouts: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.subjectId, t.week] }), check('scouts_in_range', sql`${t.scouts} between 1 and 20`)],
)
classify(scoutCounts, { secret: 'subjectId week scouts' })
