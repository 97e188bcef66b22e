import { integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { classify, id, moment } from '../lib/db/columns.ts'
import { partners } from '../partners/schema.ts'

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
export type FiscalClosing = typeof fiscalClosings.$inferSelect
