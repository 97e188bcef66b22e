import { boolean, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { classify, id, moment } from '../../lib/db/columns.ts'

/** What this database is, so that real data never opens with one-tap sign-in. One row. */
export const instance = pgTable('instance', {
  id: integer().primaryKey().default(1),
  mode: text({ enum: ['demo', 'real'] }).notNull(),
  seed: integer(),
  createdAt: moment().notNull(),
})
classify(instance, { org: 'id mode seed createdAt' })

/** One account = one person. Better Auth's `user`. */
export const accounts = pgTable('accounts', {
  id: id(),
  email: text().notNull().unique(),
  emailVerified: boolean().notNull().default(false),
  name: text().notNull().default(''),
  image: text(),
  power: text({ enum: ['person', 'operator', 'administrator'] })
    .notNull()
    .default('person'),
  closedAt: moment(),
  createdAt: moment().notNull(),
  updatedAt: moment().notNull(),
})
classify(accounts, { org: 'id power closedAt createdAt updatedAt emailVerified', personal: 'email name image' })
export type Account = typeof accounts.$inferSelect
