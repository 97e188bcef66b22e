import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { companies } from '../companies/schema.ts'
import { bytea, classify, id, moment } from '../lib/db/columns.ts'
import type { LegalDate } from '../lib/time.ts'
import { partners } from '../partners/schema.ts'
import { projects } from '../projects/schema.ts'

/** Yen by kind of cost, as the company expected them. */
type ExpectedCosts = { fee: number; travel: number; lodging: number; platform: number }

/** A subsidy that a company wants, or got, for one project. The rule itself is a file of `reference/subsidies`. */
export const grants = pgTable(
  'grants',
  {
    id: id(),
    /** Said on the telephone: 補助 6001-3. */
    number: integer().notNull().generatedAlwaysAsIdentity({ startWith: 6001 }).unique(),
    subsidyId: text().notNull(),
    /** The fiscal year whose budget pays. */
    fiscalYear: integer().notNull(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    /** The office, where it is a partner of this instance. */
    partnerId: uuid().references(() => partners.id),
    costs: jsonb().$type<ExpectedCosts>().notNull(),
    expectedYen: integer().notNull(),
    plannedAt: moment().notNull(),
    plannedBy: uuid(),
    appliedAt: moment(),
    appliedOn: date({ mode: 'string' }),
    /** Since when the office may read this row here, because the company said so. */
    sharedAt: moment(),
    decidedAt: moment(),
    decidedOn: date({ mode: 'string' }),
    /** Who wrote the decision down: the office here, or the company from its letter. */
    decidedBy: text({ enum: ['office', 'company'] }),
    /** Null and decided: refused. */
    grantedYen: integer(),
    refusedReason: text(),
    claimedAt: moment(),
    claimedOn: date({ mode: 'string' }),
    paidAt: moment(),
    paidOn: date({ mode: 'string' }),
    paidYen: integer(),
    withdrawnAt: moment(),
    /** Since when what the office had promised is free again. */
    releasedAt: moment(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('one_live_grant')
      .on(t.projectId, t.subsidyId)
      .where(sql`${t.withdrawnAt} is null and not (${t.decidedAt} is not null and ${t.grantedYen} is null)`),
    index().on(t.companyId),
    index().on(t.partnerId, t.subsidyId),
    check('grant_not_negative', sql`${t.expectedYen} >= 0 and ${t.grantedYen} > 0 and ${t.paidYen} >= 0`),
  ],
)
classify(grants, {
  org: 'id number subsidyId fiscalYear companyId projectId partnerId costs expectedYen plannedAt plannedBy appliedAt appliedOn sharedAt decidedAt decidedOn decidedBy grantedYen refusedReason claimedAt claimedOn paidAt paidOn paidYen withdrawnAt releasedAt version',
})
export type Grant = typeof grants.$inferSelect

/** What the company itself brings for the hand-in: that it has it, and the file where it gave one. */
export const grantEvidence = pgTable(
  'grant_evidence',
  {
    grantId: uuid()
      .notNull()
      .references(() => grants.id),
    companyId: uuid().notNull(),
    projectId: uuid().notNull(),
    /** As the subsidy's rule calls it. */
    what: text().notNull(),
    heldAt: moment().notNull(),
    heldBy: uuid(),
    /** pdf, jpeg, …; null without a file. */
    kind: text(),
    content: bytea(),
  },
  (t) => [primaryKey({ columns: [t.grantId, t.what] })],
)
classify(grantEvidence, { org: 'grantId companyId projectId what heldAt heldBy kind content' })

/** What an office has promised of one year's budget: here, and elsewhere as it says. */
export const subsidyLedgers = pgTable(
  'subsidy_ledgers',
  {
    partnerId: uuid()
      .notNull()
      .references(() => partners.id),
    subsidyId: text().notNull(),
    fiscalYear: integer().notNull(),
    grantedYen: integer().notNull().default(0),
    outsideYen: integer().notNull().default(0),
    changedAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnerId, t.subsidyId, t.fiscalYear] }),
    check('ledger_not_negative', sql`${t.grantedYen} >= 0 and ${t.outsideYen} >= 0`),
  ],
)
classify(subsidyLedgers, { org: 'partnerId subsidyId fiscalYear grantedYen outsideYen changedAt' })
export type Ledger = typeof subsidyLedgers.$inferSelect

/** What changes from one fiscal year to the next: days of that year, fractions, whole yen. */
export type YearTerms = {
  /** The office pays this subsidy in this year. */
  readonly offered: boolean
  readonly applyFrom: LegalDate
  readonly applyUntil: LegalDate
  readonly workFrom: LegalDate
  readonly workUntil: LegalDate
  /** In the order of the rule's costs. */
  readonly costs: readonly { readonly rate: readonly [over: number, under: number]; readonly ceiling: number | null }[]
  readonly ceiling: number | null
  readonly budget: number | null
}

/** What the office itself wrote for a year of a subsidy that it runs; the file of `reference/subsidies` says the rest. */
export const subsidyYears = pgTable(
  'subsidy_years',
  {
    partnerId: uuid()
      .notNull()
      .references(() => partners.id),
    subsidyId: text().notNull(),
    fiscalYear: integer().notNull(),
    terms: jsonb().$type<YearTerms>().notNull(),
    /** The outline that it was taken from, by name. */
    outline: text().notNull(),
    url: text(),
    enteredAt: moment().notNull(),
    enteredBy: uuid(),
    version: integer().notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.partnerId, t.subsidyId, t.fiscalYear] })],
)
classify(subsidyYears, { org: 'partnerId subsidyId fiscalYear terms outline url enteredAt enteredBy version' })
export type SubsidyYear = typeof subsidyYears.$inferSelect
