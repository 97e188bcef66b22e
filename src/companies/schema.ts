import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '../accounts/schema.ts'
import { classify, id, moment } from '../lib/db/columns.ts'
import type { LegalDate } from '../lib/time.ts'
import { partners, programmes } from '../partners/schema.ts'

/** Which rules of keys.ts made a row's keys: rows with a lower number are made anew. */
export const KEYS_VERSION = 2

export const companies = pgTable(
  'companies',
  {
    id: uuid()
      .primaryKey()
      .references(() => organisations.id),
    name: text().notNull(),
    nameKana: text(),
    /** 法人番号, thirteen digits. */
    corporateNumber: text().unique(),
    /** JIS X 0401, 1–47. */
    prefecture: integer().notNull(),
    /** Five digits, 全国地方公共団体コード without its check digit. */
    municipality: text(),
    /** A key of reference/industries.yaml. */
    industry: text().notNull(),
    /** People who work there, the owner not counted; with `officers` it decides which duties apply. */
    employees: integer(),
    officers: integer(),
    about: text().notNull().default(''),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    verifiedAt: moment(),
    closedAt: moment(),
    keysVersion: integer()
      .notNull()
      .default(1)
      .$defaultFn(() => KEYS_VERSION),
    version: integer().notNull().default(1),
  },
  (t) => [
    index().on(t.prefecture),
    check('prefecture_exists', sql`${t.prefecture} between 1 and 47`),
    check('employees_not_negative', sql`${t.employees} >= 0`),
  ],
)
classify(companies, {
  public: 'id name nameKana corporateNumber prefecture municipality industry about',
  org: 'employees officers createdAt updatedAt verifiedAt closedAt keysVersion version',
})
export type Company = typeof companies.$inferSelect

/** How to reach a company; a posting shows its own copy of what the law asks for. */
export const companyContacts = pgTable('company_contacts', {
  companyId: uuid()
    .primaryKey()
    .references(() => companies.id),
  contactName: text(),
  address: text(),
  phone: text(),
  email: text(),
  updatedAt: moment().notNull(),
})
classify(companyContacts, { org: 'companyId updatedAt', personal: 'contactName address phone email' })

/** Keyed hashes of number, domains and name variants: what a professional's block is compared with. */
export const companyKeys = pgTable(
  'company_keys',
  {
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    keyHash: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.keyHash] }), index().on(t.keyHash)],
)
classify(companyKeys, { secret: 'companyId keyHash' })

/** A company of the same group, as the desk was told: whoever hides from one of them is hidden from all. No company reads it. */
export const affiliates = pgTable(
  'affiliates',
  {
    id: id(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    name: text().notNull(),
    corporateNumber: text(),
    domain: text(),
    /** What it would be known by, for when it comes here itself. */
    keyHashes: text().array().notNull(),
    namedBy: uuid().notNull(),
    namedAt: moment().notNull(),
  },
  (t) => [index().on(t.companyId)],
)
classify(affiliates, { org: 'id companyId name corporateNumber domain namedBy namedAt', secret: 'keyHashes' })
export type Affiliate = typeof affiliates.$inferSelect

/** A company that a partner brought, with the company's consent to be seen. */
export const partnerCompanies = pgTable(
  'partner_companies',
  {
    partnerId: uuid()
      .notNull()
      .references(() => partners.id),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    consentedAt: moment().notNull(),
    until: moment(),
    revokedAt: moment(),
    /** What it may see besides state and dates. */
    fields: text().array().notNull().default([]),
    /** Consents before this one, each from when to when: what was counted of those days stays counted. */
    earlier: jsonb().$type<[from: string, to: string][]>().notNull().default([]),
  },
  (t) => [primaryKey({ columns: [t.partnerId, t.companyId] }), index().on(t.companyId)],
)
classify(partnerCompanies, { org: 'partnerId companyId consentedAt until revokedAt fields earlier' })

/** What a partner saw of a company, and when for the first time on that day: the company reads it. */
export const partnerLooks = pgTable(
  'partner_looks',
  {
    partnerId: uuid()
      .notNull()
      .references(() => partners.id),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    day: date({ mode: 'string' }).$type<LegalDate>().notNull(),
    field: text({ enum: ['state', 'worry', 'titles', 'fee', 'result'] }).notNull(),
    at: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.partnerId, t.companyId, t.day, t.field] }), index().on(t.companyId, t.day)],
)
classify(partnerLooks, { org: 'partnerId companyId day field at' })
export type PartnerLook = typeof partnerLooks.$inferSelect

/** A partner thinks that a programme suits a company; the company decides for each of its projects. */
export const programmeSuggestions = pgTable(
  'programme_suggestions',
  {
    programmeId: uuid()
      .notNull()
      .references(() => programmes.id),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    suggestedBy: uuid().notNull(),
    suggestedAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.programmeId, t.companyId] }), index().on(t.companyId)],
)
classify(programmeSuggestions, { org: 'programmeId companyId suggestedBy suggestedAt' })
