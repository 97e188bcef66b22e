import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
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
export type AttachmentRow = typeof attachments.$inferSelect
