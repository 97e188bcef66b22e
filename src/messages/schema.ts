import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { applications } from '../applications/schema.ts'
import { classify, id, moment } from '../lib/db/columns.ts'

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
  },
  (t) => [index().on(t.applicationId, t.sentAt)],
)
classify(messages, { personal: 'id applicationId companyId accountId side senderId body sentAt readAt' })
export type Message = typeof messages.$inferSelect
