import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accounts } from '../accounts/schema.ts'
import { companies } from '../companies/schema.ts'
import { classify, id, moment } from '../lib/db/columns.ts'
import { SCOPES } from '../lib/web/guard.ts'
import { partners } from '../partners/schema.ts'

/** For whom and in whose name: no partner means the desk. */
const between = () => ({
  companyId: uuid()
    .notNull()
    .references(() => companies.id),
  partnerId: uuid().references(() => partners.id),
  scope: text({ enum: SCOPES }).notNull(),
})

/** What a partner, or the desk, may do for a company, until when. */
export const mandates = pgTable(
  'mandates',
  {
    id: id(),
    ...between(),
    /** On the owner's screen, or on a signed sheet that somebody of the partner wrote down. */
    way: text({ enum: ['screen', 'sheet'] }).notNull(),
    givenBy: uuid().notNull(),
    givenAt: moment().notNull(),
    /** A sheet is good only after the company had time to say no, or said yes. */
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    revokedAt: moment(),
  },
  (t) => [
    index().on(t.companyId),
    index().on(t.partnerId),
    check('mandate_ends_later', sql`${t.endsAt} > ${t.startsAt}`),
  ],
)
classify(mandates, { org: 'id companyId partnerId scope way givenBy givenAt startsAt endsAt revokedAt' })
export type Mandate = typeof mandates.$inferSelect

/** Six digits that an owner says to whoever helps. Made from the row's id and a key; good for one organisation, once. */
export const assistCodes = pgTable(
  'assist_codes',
  {
    id: id(),
    ...between(),
    codeHash: text().notNull(),
    madeBy: uuid().notNull(),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    /** Wrong numbers that this organisation tried while it was good. */
    attempts: integer().notNull().default(0),
    usedAt: moment(),
  },
  (t) => [index().on(t.codeHash), index().on(t.companyId)],
)
classify(assistCodes, {
  org: 'id companyId partnerId scope madeBy createdAt expiresAt attempts usedAt',
  secret: 'codeHash',
})

/** 代行入力: somebody works for a company, from one sign-in, for half an hour at most. */
export const assistedSessions = pgTable(
  'assisted_sessions',
  {
    id: id(),
    ...between(),
    assistantId: uuid()
      .notNull()
      .references(() => accounts.id),
    /** The sign-in it began in: whoever signs out and in again begins anew. */
    signInId: uuid().notNull(),
    codeId: uuid().references(() => assistCodes.id),
    mandateId: uuid().references(() => mandates.id),
    startedAt: moment().notNull(),
    expiresAt: moment().notNull(),
    endedAt: moment(),
  },
  (t) => [
    index().on(t.companyId, t.startedAt),
    uniqueIndex('one_assisted_session_at_a_time').on(t.signInId).where(sql`${t.endedAt} is null`),
    check('session_by_code_or_mandate', sql`num_nonnulls(${t.codeId}, ${t.mandateId}) = 1`),
  ],
)
classify(assistedSessions, {
  org: 'id companyId partnerId scope assistantId codeId mandateId startedAt expiresAt endedAt',
  secret: 'signInId',
})
export type AssistedSession = typeof assistedSessions.$inferSelect

/** That a field was written in a session, until the company confirms it or takes it back. Never what was written. */
export const entries = pgTable(
  'entries',
  {
    sessionId: uuid()
      .notNull()
      .references(() => assistedSessions.id),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    subjectKind: text().notNull(),
    subjectId: uuid().notNull(),
    field: text().notNull(),
    enteredBy: uuid().notNull(),
    at: moment().notNull(),
    confirmedAt: moment(),
    undoneAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.subjectId, t.field] }),
    index().on(t.subjectId),
    index().on(t.companyId),
  ],
)
classify(entries, { org: 'sessionId companyId subjectKind subjectId field enteredBy at confirmedAt undoneAt' })
export type Entry = typeof entries.$inferSelect

/** A worry, or what a company says of itself, as it stood before somebody first wrote in it in a session: to go back to for a while. */
export const entryCopies = pgTable(
  'entry_copies',
  {
    sessionId: uuid()
      .notNull()
      .references(() => assistedSessions.id),
    subjectId: uuid().notNull(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    content: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    at: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.subjectId] }), index().on(t.at)],
)
classify(entryCopies, { org: 'sessionId subjectId companyId content at' })
