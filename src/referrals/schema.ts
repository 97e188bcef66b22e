import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { companies } from '../companies/schema.ts'
import { classify, id, moment } from '../lib/db/columns.ts'
import type { LegalDate } from '../lib/time.ts'
import { partners } from '../partners/schema.ts'

/**
 * A partner brings a company to the desk. Until the company agrees it is a draft of its slip and kept for a month at most; what
 * the slip says is the row itself, never changed afterwards.
 */
export const referrals = pgTable(
  'referrals',
  {
    id: id(),
    number: integer().notNull().generatedAlwaysAsIdentity({ startWith: 101 }).unique(),
    partnerId: uuid()
      .notNull()
      .references(() => partners.id),
    /** Null until the company is here. */
    companyId: uuid().references(() => companies.id),
    /** What is passed on to the desk: the name, and of the rest what was written down. Taken away once it is over. */
    firm: text(),
    contact: text(),
    phone: text(),
    /** What the owner told and was read back, in the owner's words: the beginning of a worry, once the owner takes it up. */
    note: text(),
    purpose: text({ enum: ['listen', 'person', 'learn'] }).notNull(),
    /** What the partner hears back, besides how far it is. */
    back: text().array().notNull(),
    /** The last day of the consent. */
    until: date({ mode: 'string' }).$type<LegalDate>().notNull(),
    openedBy: uuid().notNull(),
    /** Who took it over; nobody: whoever opened it. */
    keeper: uuid(),
    openedAt: moment().notNull(),
    /** The code of the slip, hashed, and when it was made: it is good for a week. */
    codeHash: text().unique(),
    codeMadeAt: moment(),
    consentedAt: moment(),
    consentWay: text({ enum: ['phone', 'paper'] }),
    consentedBy: uuid(),
    /** The day on the signed sheet. */
    signedOn: date({ mode: 'string' }).$type<LegalDate>(),
    /** Since when we know of the company's consent from the company itself, not only by the partner's word. */
    confirmedAt: moment(),
    /** By when the desk rings for the first time, and when it did. */
    callBy: date({ mode: 'string' }).$type<LegalDate>(),
    calledAt: moment(),
    calledBy: uuid(),
    declinedAt: moment(),
    revokedAt: moment(),
    droppedAt: moment(),
    droppedBy: uuid(),
    dropReason: text({ enum: ['unreached', 'not-now', 'other-way', 'unfit'] }),
    version: integer().notNull().default(1),
  },
  (t) => [
    index().on(t.partnerId, t.openedAt),
    index().on(t.companyId),
    check('consent_has_a_way', sql`(${t.consentedAt} is null) = (${t.consentWay} is null)`),
    check('drop_has_a_reason', sql`(${t.droppedAt} is null) = (${t.dropReason} is null)`),
    check('call_after_consent', sql`${t.calledAt} is null or ${t.consentedAt} is not null`),
  ],
)
classify(referrals, {
  org: 'id number partnerId companyId firm purpose back until openedBy keeper openedAt codeMadeAt consentedAt consentWay consentedBy signedOn confirmedAt callBy calledAt calledBy declinedAt revokedAt droppedAt droppedBy dropReason version',
  personal: 'contact phone note',
  secret: 'codeHash',
})
export type Referral = typeof referrals.$inferSelect

export const PARTS = ['matters', 'promises', 'contacts', 'history', 'calendar'] as const

/** 引継ぎ書: what one of a partner's people, or of the desk's, leaves to another. What is in it is read from the matters themselves. */
export const handovers = pgTable(
  'handovers',
  {
    id: id(),
    /** Whose people they are; the desk's where there is none. */
    partnerId: uuid().references(() => partners.id),
    fromId: uuid().notNull(),
    toId: uuid().notNull(),
    /** What stands nowhere else. */
    words: text().notNull().default(''),
    givenBy: uuid().notNull(),
    givenAt: moment().notNull(),
    withdrawnAt: moment(),
    /** When every part was acknowledged. */
    receivedAt: moment(),
  },
  (t) => [
    index().on(t.partnerId, t.givenAt),
    check('to_somebody_else', sql`${t.fromId} <> ${t.toId}`),
    check('ends_once', sql`num_nonnulls(${t.withdrawnAt}, ${t.receivedAt}) <= 1`),
  ],
)
classify(handovers, { org: 'id partnerId fromId toId words givenBy givenAt withdrawnAt receivedAt' })
export type Handover = typeof handovers.$inferSelect

/** The successor has read a part and taken it over. */
export const handoverReceipts = pgTable(
  'handover_receipts',
  {
    handoverId: uuid()
      .notNull()
      .references(() => handovers.id, { onDelete: 'cascade' }),
    part: text({ enum: PARTS }).notNull(),
    acknowledgedAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.handoverId, t.part] })],
)
classify(handoverReceipts, { org: 'handoverId part acknowledgedAt' })
export type HandoverReceipt = typeof handoverReceipts.$inferSelect
