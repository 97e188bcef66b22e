import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { contracts } from '../contracts/schema.ts'
import { bytea, classify, id, moment } from '../lib/db/columns.ts'

/** The text of a case as it stood before the desk mended it: title, problem, done, result, learned, surprised, told. */
export type EarlierText = Readonly<Record<string, string>>

/**
 * What a finished or failed project leaves for the next company. Shown only when both sides consent; a project for which
 * nobody was found has the company's side alone.
 */
export const cases = pgTable(
  'cases',
  {
    id: id(),
    number: integer().notNull().generatedAlwaysAsIdentity({ startWith: 101 }).unique(),
    contractId: uuid()
      .unique()
      .references(() => contracts.id),
    projectId: uuid().notNull(),
    companyId: uuid().notNull(),
    accountId: uuid(),
    title: text().notNull(),
    problem: text().notNull(),
    done: text().notNull(),
    result: text().notNull(),
    learned: text().notNull(),
    /** What nobody had expected. */
    surprised: text().notNull().default(''),
    outcome: text({ enum: ['reached', 'partly', 'missed', 'early', 'unfilled', 'withdrawn'] }).notNull(),
    /** Of `reference/failures`: what the figures point to, and what the company chose. */
    suspected: text().array().notNull().default([]),
    causes: text().array().notNull().default([]),
    /** Why, in the words of whoever helped. */
    told: text(),
    earlier: jsonb().$type<EarlierText>(),
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
    /** From publication until somebody was accepted. */
    days: integer(),
    /** What is shown of where it was, as found at publication: a leaf or what stands above it, an industry or its group. */
    shownCodes: text().array(),
    shownIndustry: text(),
    shownPrefecture: integer(),
    shownRegion: text(),
    shownSize: text(),
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
  (t) => [
    index().on(t.publishedAt),
    uniqueIndex('one_case_of_an_unmatched_project')
      .on(t.projectId)
      .where(sql`${t.contractId} is null and ${t.withdrawnAt} is null`),
  ],
)
classify(cases, {
  public:
    'id number title problem done result learned surprised outcome causes told codes industry prefecture talentPrefecture size hours months fee applicants days shownCodes shownIndustry shownPrefecture shownRegion shownSize publishedAt withdrawnAt',
  personal: 'talentName',
  org: 'suspected earlier contractId projectId companyId accountId companyOpenness talentOpenness companyConsentAt talentConsentAt createdAt updatedAt version',
})
export type Case = typeof cases.$inferSelect

/**
 * 読みもの: a case in which both are named, told by the desk as one likes to read it. Both agree to the text as it stands; it goes
 * with its case.
 */
export const stories = pgTable('stories', {
  caseId: uuid()
    .primaryKey()
    .references(() => cases.id),
  title: text().notNull(),
  lead: text().notNull(),
  body: text().notNull(),
  /** The picture of ours that stands above it where there is no photo. */
  spot: text({ enum: ['talk', 'thinking', 'region', 'done'] }).notNull(),
  photo: bytea(),
  photoType: text({ enum: ['image/jpeg', 'image/png', 'image/webp'] }),
  photoWords: text().notNull().default(''),
  writtenAt: moment().notNull(),
  writtenBy: uuid().notNull(),
  companyAgreedAt: moment(),
  talentAgreedAt: moment(),
  publishedAt: moment(),
  withdrawnAt: moment(),
  version: integer().notNull().default(1),
})
classify(stories, {
  public: 'caseId title lead body spot photo photoType photoWords publishedAt',
  org: 'writtenAt writtenBy companyAgreedAt talentAgreedAt withdrawnAt version',
})
export type Story = typeof stories.$inferSelect
