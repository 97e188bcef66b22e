import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accounts } from '../accounts/schema.ts'
import { KEYS_VERSION } from '../companies/schema.ts'
import { classify, id, moment } from '../lib/db/columns.ts'

/** A professional's profile: what companies may see before the person says who they are. No name, no employer. */
export const talents = pgTable(
  'talents',
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .unique()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** What the person does, in one line, as on a pseudonymous card. */
    headline: text().notNull().default(''),
    about: text().notNull().default(''),
    prefecture: integer(),
    municipality: text(),
    /** Hours a month that are free. */
    hours: integer(),
    /** When they are free: keys of TIMES in rules/words. */
    times: text().array().notNull().default([]),
    /** Yen an hour hoped for. */
    fee: integer(),
    style: text({ enum: ['remote', 'visits', 'either'] }),
    availability: text({ enum: ['now', 'talk', 'look', 'pause'] })
      .notNull()
      .default('look'),
    /** Keys of MOTIVES in rules.ts. */
    motives: text().array().notNull().default([]),
    /** Keys of reference/industries.yaml. */
    industries: text().array().notNull().default([]),
    /** Until the employer question is answered nobody sees the profile. */
    employerAnsweredAt: moment(),
    publishedAt: moment(),
    hiddenAt: moment(),
    /** No company writes to this person: since when. */
    noScoutsAt: moment(),
    /** The month of the last visit; never a day. */
    activeOn: date({ mode: 'string' }),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check('talent_prefecture_exists', sql`${t.prefecture} between 1 and 47`),
    check('talent_hours_in_range', sql`${t.hours} between 0 and 200`),
    check('talent_fee_not_negative', sql`${t.fee} >= 0`),
  ],
)
classify(talents, {
  org: 'id headline about prefecture hours times fee style availability motives industries employerAnsweredAt publishedAt hiddenAt noScoutsAt createdAt updatedAt version',
  personal: 'accountId municipality activeOn',
})
export type Talent = typeof talents.$inferSelect

export const talentCodes = pgTable(
  'talent_codes',
  {
    talentId: uuid()
      .notNull()
      .references(() => talents.id, { onDelete: 'cascade' }),
    /** A job code's id. */
    code: text().notNull(),
    /** 1 knows it, 2 has done it, 3 is skilled, 4 teaches it. */
    level: integer().notNull(),
    years: integer().notNull(),
    lastYear: integer(),
    /** One line that shows it. */
    evidence: text().notNull().default(''),
    position: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.talentId, t.code] }),
    index().on(t.code),
    check('level_in_range', sql`${t.level} between 1 and 4`),
    check('years_in_range', sql`${t.years} between 0 and 60`),
  ],
)
classify(talentCodes, { org: 'talentId code level years lastYear evidence position' })
export type TalentCode = typeof talentCodes.$inferSelect

/** A job code that the person's own words led to, from a pasted or read CV, and their no to it. Nobody else reads them. */
export const codeSuggestions = pgTable(
  'code_suggestions',
  {
    talentId: uuid()
      .notNull()
      .references(() => talents.id, { onDelete: 'cascade' }),
    code: text().notNull(),
    /** The words that led there. */
    phrase: text().notNull(),
    position: integer().notNull().default(0),
    suggestedAt: moment().notNull(),
    /** 「違う」: not offered again until it is searched for. */
    deniedAt: moment(),
  },
  (t) => [primaryKey({ columns: [t.talentId, t.code] })],
)
classify(codeSuggestions, { personal: 'talentId code phrase position suggestedAt deniedAt' })
export type CodeSuggestion = typeof codeSuggestions.$inferSelect

/**
 * 本業の決まり: what somebody checked for themselves about the rules of their main job, sealed. For that person alone: neither
 * the desk nor the program's own jobs may read a row.
 */
export const mainJobChecks = pgTable('main_job_checks', {
  accountId: uuid()
    .primaryKey()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  sealed: text().notNull(),
  updatedAt: moment().notNull(),
})
classify(mainJobChecks, { secret: 'accountId sealed updatedAt' })

/** ゆかり: what binds a person to a place. */
export const ties = pgTable(
  'ties',
  {
    id: id(),
    talentId: uuid()
      .notNull()
      .references(() => talents.id, { onDelete: 'cascade' }),
    kind: text({
      enum: ['born', 'lived', 'school', 'family', 'work', 'furusato', 'visits', 'second-home'],
    }).notNull(),
    prefecture: integer().notNull(),
    municipality: text(),
    lastYear: integer(),
  },
  (t) => [index().on(t.talentId)],
)
classify(ties, { org: 'id talentId kind prefecture lastYear', personal: 'municipality' })
export type Tie = typeof ties.$inferSelect

/** The main job, sealed with a key that the database does not hold. */
export const employers = pgTable('employers', {
  talentId: uuid()
    .primaryKey()
    .references(() => talents.id, { onDelete: 'cascade' }),
  none: boolean().notNull(),
  sealed: text(),
  updatedAt: moment().notNull(),
  keysVersion: integer()
    .notNull()
    .default(1)
    .$defaultFn(() => KEYS_VERSION),
})
classify(employers, { personal: 'talentId none updatedAt keysVersion', secret: 'sealed' })

/** Keyed hashes of the employer and of every company the person hides from; compared with `company_keys`. */
export const employerBlocks = pgTable(
  'employer_blocks',
  {
    talentId: uuid()
      .notNull()
      .references(() => talents.id, { onDelete: 'cascade' }),
    keyHash: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.talentId, t.keyHash] }), index().on(t.keyHash)],
)
classify(employerBlocks, { secret: 'talentId keyHash' })
