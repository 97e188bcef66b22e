import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accounts } from '../accounts/schema.ts'
import { classify, id, moment } from '../lib/db/columns.ts'
import { partners } from '../partners/schema.ts'

/** 道しるべ: a link by which somebody brings acquaintances to a place. Whoever comes by it is not told who that was. */
export const signposts = pgTable(
  'signposts',
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** Five digits, or the number of a prefecture. */
    place: text().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [unique('one_link_a_place').on(t.accountId, t.place)],
)
classify(signposts, { public: 'id place', personal: 'accountId createdAt' })

/** Whoever said that they came by such a link. The one who made it learns how many, never who. */
export const signpostArrivals = pgTable(
  'signpost_arrivals',
  {
    signpostId: uuid()
      .notNull()
      .references(() => signposts.id, { onDelete: 'cascade' }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    saidAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.signpostId, t.accountId] }), index().on(t.accountId)],
)
classify(signpostArrivals, { personal: 'signpostId accountId saidAt' })

/** 便り: what a partner wrote to everybody who let it know their name. */
export const alumniLetters = pgTable(
  'alumni_letters',
  {
    id: id(),
    partnerId: uuid()
      .notNull()
      .references(() => partners.id),
    /** The first day of the month in Japan, and which letter of it: two may be sent. */
    month: date({ mode: 'string' }).notNull(),
    nth: integer().notNull(),
    subject: text().notNull(),
    words: text().notNull(),
    sentBy: uuid().notNull(),
    sentAt: moment().notNull(),
  },
  (t) => [
    unique('letters_in_turn').on(t.partnerId, t.month, t.nth),
    check('two_letters_a_month', sql`${t.nth} between 1 and 2`),
  ],
)
classify(alumniLetters, { org: 'id partnerId month nth subject words sentBy sentAt' })
export type AlumniLetter = typeof alumniLetters.$inferSelect

/** ほかの地域への紹介: a partner asks one of its alumni whether another partner may know of them. What was agreed to is a consent. */
export const commendations = pgTable(
  'commendations',
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    fromPartnerId: uuid()
      .notNull()
      .references(() => partners.id),
    toPartnerId: uuid()
      .notNull()
      .references(() => partners.id),
    /** Why, for the person alone. */
    words: text().notNull(),
    /** The first day of the month in Japan, and the fiscal year. */
    month: date({ mode: 'string' }).notNull(),
    year: integer().notNull(),
    askedBy: uuid().notNull(),
    askedAt: moment().notNull(),
    /** Whoever has not answered by then said nothing. */
    answerUntil: moment().notNull(),
    /** What the answer was stands nowhere that the asking partner can read. */
    answeredAt: moment(),
    version: integer().notNull().default(1),
  },
  (t) => [
    unique('one_question_a_month').on(t.fromPartnerId, t.accountId, t.month),
    unique('one_question_a_year_for_each').on(t.fromPartnerId, t.accountId, t.toPartnerId, t.year),
    index().on(t.accountId),
    check('commended_elsewhere', sql`${t.fromPartnerId} <> ${t.toPartnerId}`),
  ],
)
classify(commendations, {
  org: 'id accountId fromPartnerId toPartnerId month year askedBy askedAt answerUntil answeredAt version',
  personal: 'words',
})

/** A proof as it left the house: whoever holds the paper can ask by its code whether it still holds. One for a place and a day. */
export const proofs = pgTable(
  'proofs',
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    place: text().notNull(),
    madeOn: date({ mode: 'string' }).notNull(),
    /** The code itself is made from the row's id and a key. */
    codeHash: text().notNull().unique(),
    madeAt: moment().notNull(),
    revokedAt: moment(),
  },
  (t) => [uniqueIndex('one_proof_a_day').on(t.accountId, t.place, t.madeOn).where(sql`${t.revokedAt} is null`)],
)
classify(proofs, { personal: 'id accountId place madeOn madeAt revokedAt', secret: 'codeHash' })
