import { sql } from 'drizzle-orm'
import { date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accounts } from '../accounts/schema.ts'
import { applications } from '../applications/schema.ts'
import { companies } from '../companies/schema.ts'
import type { Terms } from '../law/terms.ts'
import { bytea, classify, id, moment } from '../lib/db/columns.ts'
import { projects } from '../projects/schema.ts'
import { talents } from '../talents/schema.ts'

export const contracts = pgTable(
  'contracts',
  {
    id: id(),
    number: integer().notNull().generatedAlwaysAsIdentity({ startWith: 8001 }).unique(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    talentId: uuid()
      .notNull()
      .references(() => talents.id),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    createdAt: moment().notNull(),
    sealedAt: moment(),
    /** One side says that all is done before the last day; the other has to say so too. */
    finishProposedAt: moment(),
    finishProposedBy: text({ enum: ['company', 'talent'] }),
    /** One side gave notice: the contract ends with the day `endsOn`. */
    endNoticeAt: moment(),
    endNoticeBy: text({ enum: ['company', 'talent'] }),
    endsOn: date({ mode: 'string' }),
    endedAt: moment(),
    endedEarlyAt: moment(),
    endReason: text(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('one_live_contract').on(t.applicationId).where(sql`${t.endedEarlyAt} is null`),
    index().on(t.companyId),
    index().on(t.accountId),
  ],
)
classify(contracts, {
  org: 'id number applicationId projectId companyId talentId accountId createdAt sealedAt finishProposedAt finishProposedBy endNoticeAt endNoticeBy endsOn endedAt endedEarlyAt endReason version',
})
export type Contract = typeof contracts.$inferSelect

/** Terms, frozen when they are proposed; a change is a new version. */
export const contractVersions = pgTable(
  'contract_versions',
  {
    id: id(),
    contractId: uuid()
      .notNull()
      .references(() => contracts.id),
    companyId: uuid().notNull(),
    accountId: uuid().notNull(),
    n: integer().notNull(),
    terms: jsonb().$type<Terms>().notNull(),
    /** Of the canonical JSON of the terms; set when proposed, the same for both sides. */
    sha256: text(),
    createdAt: moment().notNull(),
    proposedAt: moment(),
    proposedBy: text({ enum: ['company', 'talent'] }),
    /** What the professional wants to be different, in the person's own words. */
    changeWanted: text(),
    changeWantedAt: moment(),
    companyAgreedAt: moment(),
    companyAgreedBy: uuid(),
    talentAgreedAt: moment(),
    talentAgreedBy: uuid(),
    supersededAt: moment(),
  },
  (t) => [uniqueIndex('version_numbers').on(t.contractId, t.n)],
)
classify(contractVersions, {
  org: 'id contractId companyId accountId n terms sha256 createdAt proposedAt proposedBy changeWanted changeWantedAt companyAgreedAt companyAgreedBy talentAgreedAt talentAgreedBy supersededAt',
})
export type ContractVersion = typeof contractVersions.$inferSelect

/** The sealed PDF. Never changed, never deleted while the law asks for it. */
export const contractDocuments = pgTable('contract_documents', {
  contractId: uuid()
    .primaryKey()
    .references(() => contracts.id),
  companyId: uuid().notNull(),
  accountId: uuid().notNull(),
  versionId: uuid()
    .notNull()
    .references(() => contractVersions.id),
  pdf: bytea().notNull(),
  sha256: text().notNull(),
  sealedAt: moment().notNull(),
})
classify(contractDocuments, { org: 'contractId companyId accountId versionId pdf sha256 sealedAt' })

/**
 * Before somebody without a passkey agrees, the desk calls the registered number and reads four digits out. They are made
 * from the row's id and a key, and count from the moment at which the desk opened them.
 */
export const signingCalls = pgTable(
  'signing_calls',
  {
    id: id(),
    contractId: uuid()
      .notNull()
      .references(() => contracts.id),
    side: text({ enum: ['company', 'talent'] }).notNull(),
    companyId: uuid().notNull(),
    /** Who wants to agree. */
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    askedAt: moment().notNull(),
    openedAt: moment(),
    openedBy: uuid(),
    attempts: integer().notNull().default(0),
    usedAt: moment(),
  },
  (t) => [index().on(t.openedAt, t.askedAt), index().on(t.contractId, t.accountId)],
)
classify(signingCalls, {
  org: 'id contractId side companyId accountId askedAt openedAt openedBy attempts usedAt',
})
export type SigningCall = typeof signingCalls.$inferSelect
