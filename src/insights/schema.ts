import { boolean, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { companies } from '../companies/schema.ts'
import { contracts } from '../contracts/schema.ts'
import { classify, moment } from '../lib/db/columns.ts'

/**
 * One movement of the circulation: what somebody knows went into a company by a sealed contract. Follows from history and the
 * rows it speaks of and can be made anew from them at any time; for the program's own eyes.
 */
export const flows = pgTable(
  'flows',
  {
    contractId: uuid()
      .primaryKey()
      .references(() => contracts.id),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    sealedAt: moment().notNull(),
    /** The first day of the month in Japan. */
    month: date({ mode: 'string' }).notNull(),
    /** What the project asked for when the contract was sealed, what matters most first. */
    codes: text().array().notNull(),
    /** Where the person lived by then, and the first industry they know; null: not said. */
    fromPrefecture: integer(),
    fromIndustry: text(),
    toPrefecture: integer().notNull(),
    toIndustry: text().notNull(),
    /** Which company of the person this is: 1 for the first, 2 for the second, … */
    nth: integer().notNull(),
    endedAt: moment(),
    /** Since when something of it stays with the company: a handover note, or what the company says it gained. */
    leftAt: moment(),
    /** Another company had marked the person as a runner-up for its neighbours before. */
    introduced: boolean().notNull(),
    /** Somebody of a company that had got help here before goes out and helps this one. */
    returned: boolean().notNull(),
  },
  (t) => [index().on(t.month), index().on(t.companyId)],
)
classify(flows, {
  org: 'contractId companyId sealedAt month codes fromPrefecture fromIndustry toPrefecture toIndustry nth endedAt leftAt introduced returned',
})
export type Flow = typeof flows.$inferSelect
