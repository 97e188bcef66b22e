import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { classify, id, moment } from '../lib/db/columns.ts'
import { partners } from '../partners/schema.ts'

/** A column of an office's own table: what stands in it, its head, and the words of one that is always the same. */
type LayoutColumn = { what: string; head: string; words: string }

/**
 * 確定: the report of a year that is over, as it was told. Never changed: a correction is a further row with its reason, and
 * what was told before stays readable.
 */
export const fiscalClosings = pgTable(
  'fiscal_closings',
  {
    id: id(),
    partnerId: uuid()
      .notNull()
      .references(() => partners.id),
    year: integer().notNull(),
    n: integer().notNull(),
    closedAt: moment().notNull(),
    closedBy: uuid().notNull(),
    /** Why there is another than the one before. */
    reason: text(),
    /** What may be shown, small figures left out; shaped as `rules/report` has it. */
    report: jsonb().notNull(),
  },
  (t) => [uniqueIndex('one_closing_each').on(t.partnerId, t.year, t.n)],
)
classify(fiscalClosings, { org: 'id partnerId year n closedAt closedBy reason report' })

/** What each company came to in each cell of a closed year: what a correction is held against. Read by the program alone. */
export const fiscalCounts = pgTable('fiscal_counts', {
  closingId: uuid()
    .primaryKey()
    .references(() => fiscalClosings.id),
  counts: jsonb().notNull(),
})
classify(fiscalCounts, { secret: 'closingId counts' })

/** 様式: how an office wants its own table: which columns in which order under which heads. */
export const fiscalLayouts = pgTable(
  'fiscal_layouts',
  {
    id: id(),
    partnerId: uuid()
      .notNull()
      .references(() => partners.id),
    name: text().notNull(),
    /** What stands in a row. */
    cut: text({ enum: ['total', 'month', 'industry', 'major', 'municipality'] }).notNull(),
    columns: jsonb().$type<LayoutColumn[]>().notNull(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    updatedBy: uuid().notNull(),
    removedAt: moment(),
    version: integer().notNull().default(1),
  },
  (t) => [index().on(t.partnerId)],
)
classify(fiscalLayouts, { org: 'id partnerId name cut columns createdAt updatedAt updatedBy removedAt version' })
export type FiscalLayout = typeof fiscalLayouts.$inferSelect
