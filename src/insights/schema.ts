import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { companies } from '../companies/schema.ts'
import { contracts } from '../contracts/schema.ts'
import type { LegalDate } from '../law/dates.ts'
import { classify, id, moment } from '../lib/db/columns.ts'

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
    month: date({ mode: 'string' }).$type<LegalDate>().notNull(),
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

/** 公表: all published statistics as they were counted once a month, so that no two answers of a month differ. */
export const releases = pgTable('releases', {
  id: id(),
  /** The day after the months that it counts: one release a month. */
  until: date({ mode: 'string' }).$type<LegalDate>().notNull().unique(),
  madeAt: moment().notNull(),
  /** Which version of the rules counted. */
  counting: integer().notNull(),
  figures: jsonb().$type<Readonly<Record<string, ReleasedFigure>>>().notNull(),
})
classify(releases, { public: 'id until madeAt counting figures' })
export type Release = typeof releases.$inferSelect
/** null is withheld; with `until` it stands as an earlier release said it. */
export type ReleasedFigure = { readonly value: number; readonly until?: LegalDate } | null

/** The files of a release, byte for byte as its manifest names them. */
export const releaseFiles = pgTable(
  'release_files',
  {
    releaseId: uuid()
      .notNull()
      .references(() => releases.id),
    name: text().notNull(),
    content: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.name] })],
)
classify(releaseFiles, { public: 'releaseId name content' })
