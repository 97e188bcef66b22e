import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '../accounts/schema.ts'
import { classify, moment } from '../lib/db/columns.ts'

/** A municipality, bank, chamber or NPO that brings companies and sits beside them. */
export const partners = pgTable('partners', {
  id: uuid()
    .primaryKey()
    .references(() => organisations.id),
  slug: text().notNull().unique(),
  name: text().notNull(),
  kind: text({ enum: ['municipality', 'prefecture', 'bank', 'chamber', 'npo'] }).notNull(),
  prefecture: integer().notNull(),
  municipality: text(),
  about: text().notNull(),
  phone: text().notNull(),
  createdAt: moment().notNull(),
})
classify(partners, { public: 'id slug name kind prefecture municipality about phone createdAt' })
export type Partner = typeof partners.$inferSelect
