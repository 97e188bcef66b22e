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
  /** Where its office is. */
  municipality: text(),
  /** The municipalities that it works for; none: the whole prefecture. */
  area: text().array().notNull().default([]),
  about: text().notNull(),
  /** What it has to say to companies and people, for its own page. */
  message: text().notNull().default(''),
  phone: text().notNull(),
  createdAt: moment().notNull(),
  version: integer().notNull().default(1),
})
classify(partners, {
  public: 'id slug name kind prefecture municipality area about message phone createdAt',
  org: 'version',
})
export type Partner = typeof partners.$inferSelect
