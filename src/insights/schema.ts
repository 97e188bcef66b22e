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
    /** The person applied while their card was shown around here as a runner-up of another company. */
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

/**
 * How releases counted a flow from the one of `since` on, until a later row: what was said can be told from what is known by now,
 * also when a job failed or something came to be known late. Never changed once it is written.
 */
export const flowCounts = pgTable(
  'flow_counts',
  {
    contractId: uuid()
      .notNull()
      .references(() => contracts.id),
    since: date({ mode: 'string' }).$type<LegalDate>().notNull(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    month: date({ mode: 'string' }).$type<LegalDate>().notNull(),
    codes: text().array().notNull(),
    fromPrefecture: integer(),
    fromIndustry: text(),
    toPrefecture: integer().notNull(),
    toIndustry: text().notNull(),
    nth: integer().notNull(),
    endedAt: moment(),
    leftAt: moment(),
    introduced: boolean().notNull(),
    returned: boolean().notNull(),
  },
  (t) => [primaryKey({ columns: [t.contractId, t.since] }), index().on(t.month)],
)
classify(flowCounts, {
  org: 'contractId since companyId month codes fromPrefecture fromIndustry toPrefecture toIndustry nth endedAt leftAt introduced returned',
})
export type FlowCount = typeof flowCounts.$inferSelect

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
