import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { contracts } from '../contracts/schema.ts'
import { classify, id, moment } from '../lib/db/columns.ts'

/** What a finished project leaves for the next company. Shown only when both sides consent. */
export const cases = pgTable(
  'cases',
  {
    id: id(),
    number: integer().notNull().generatedAlwaysAsIdentity({ startWith: 101 }).unique(),
    contractId: uuid()
      .notNull()
      .unique()
      .references(() => contracts.id),
    projectId: uuid().notNull(),
    companyId: uuid().notNull(),
    accountId: uuid().notNull(),
    title: text().notNull(),
    problem: text().notNull(),
    done: text().notNull(),
    result: text().notNull(),
    learned: text().notNull(),
    outcome: text({ enum: ['reached', 'partly', 'missed'] }).notNull(),
    codes: text().array().notNull(),
    industry: text().notNull(),
    prefecture: integer().notNull(),
    talentPrefecture: integer(),
    /** Only when the person chose to be named; gone with the consent. */
    talentName: text(),
    /** A band, never the number: '1-5', '6-20', '21-50', '51-100', '101-'. */
    size: text(),
    hours: integer().notNull(),
    months: integer().notNull(),
    fee: integer().notNull(),
    applicants: integer().notNull(),
    companyOpenness: text({ enum: ['private', 'statistics', 'anonymous', 'named'] }),
    talentOpenness: text({ enum: ['private', 'statistics', 'anonymous', 'named'] }),
    companyConsentAt: moment(),
    talentConsentAt: moment(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    publishedAt: moment(),
    withdrawnAt: moment(),
    version: integer().notNull().default(1),
  },
  (t) => [index().on(t.publishedAt)],
)
classify(cases, {
  public:
    'id number title problem done result learned outcome codes industry prefecture talentPrefecture size hours months fee applicants publishedAt withdrawnAt',
  personal: 'talentName',
  org: 'contractId projectId companyId accountId companyOpenness talentOpenness companyConsentAt talentConsentAt createdAt updatedAt version',
})
export type Case = typeof cases.$inferSelect
