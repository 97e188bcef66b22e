import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { applications } from '../applications/schema.ts'
import { KINDS } from '../lib/attachment/kinds.ts'
import { bytea, classify, id, moment } from '../lib/db/columns.ts'

/** 通信の秘密: read by the two sides only. */
export const messages = pgTable(
  'messages',
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    companyId: uuid().notNull(),
    accountId: uuid().notNull(),
    side: text({ enum: ['company', 'talent'] }).notNull(),
    senderId: uuid().notNull(),
    body: text().notNull(),
    sentAt: moment().notNull(),
    readAt: moment(),
    /** What the rules of reference/cautions.yaml found in it when it was sent: their names. */
    signs: text().array().notNull().default([]),
  },
  (t) => [index().on(t.applicationId, t.sentAt)],
)
classify(messages, { personal: 'id applicationId companyId accountId side senderId body sentAt readAt signs' })
export type Message = typeof messages.$inferSelect

/** A picture or a document that went with a message. Company and person stand in the row itself, as in the message. */
export const attachments = pgTable(
  'attachments',
  {
    id: id(),
    messageId: uuid()
      .notNull()
      .references(() => messages.id, { onDelete: 'cascade' }),
    applicationId: uuid().notNull(),
    companyId: uuid().notNull(),
    accountId: uuid().notNull(),
    position: integer().notNull(),
    /** As its sender calls it, with the ending of what it is. */
    name: text().notNull(),
    kind: text({ enum: KINDS }).notNull(),
    size: integer().notNull(),
    content: bytea().notNull(),
  },
  (t) => [index().on(t.applicationId), index().on(t.messageId)],
)
classify(attachments, { personal: 'id messageId applicationId companyId accountId position name kind size content' })

/** One side wants nothing more to come about between the two. The other side never reads such a row. */
export const blocks = pgTable(
  'blocks',
  {
    id: id(),
    talentId: uuid().notNull(),
    companyId: uuid().notNull(),
    accountId: uuid().notNull(),
    /** Who closed it. */
    side: text({ enum: ['company', 'talent'] }).notNull(),
    applicationId: uuid().notNull(),
    blockedBy: uuid().notNull(),
    createdAt: moment().notNull(),
    liftedAt: moment(),
  },
  (t) => [
    uniqueIndex('one_block_of_a_side').on(t.talentId, t.companyId, t.side).where(sql`${t.liftedAt} is null`),
    index().on(t.companyId),
  ],
)
classify(blocks, { personal: 'id talentId companyId accountId side applicationId blockedBy createdAt liftedAt' })

/** Somebody told the desk of a message, or of the whole thread. Only from then on may the desk read it, and only this. */
export const reports = pgTable(
  'reports',
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    companyId: uuid().notNull(),
    accountId: uuid().notNull(),
    side: text({ enum: ['company', 'talent'] }).notNull(),
    reporterId: uuid().notNull(),
    /** The one message that it is about; none: the thread as it stood. */
    messageId: uuid().references(() => messages.id),
    reason: text().notNull(),
    words: text().notNull(),
    createdAt: moment().notNull(),
    /** Who of the desk reads it: nobody else does. */
    openedBy: uuid(),
    openedAt: moment(),
    decidedBy: uuid(),
    decidedAt: moment(),
    decision: text({ enum: ['warned', 'frozen', 'dismissed'] }),
    /** What the desk says about it to whoever told. */
    answer: text().notNull().default(''),
    /** The thread that was frozen goes on. */
    thawedAt: moment(),
  },
  (t) => [index().on(t.applicationId), index().on(t.decidedAt, t.createdAt)],
)
classify(reports, {
  personal:
    'id applicationId companyId accountId side reporterId messageId reason words createdAt openedBy openedAt decidedBy decidedAt decision answer thawedAt',
})
export type Report = typeof reports.$inferSelect
