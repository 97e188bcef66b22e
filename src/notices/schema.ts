import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { accounts } from '../accounts/schema.ts'
import { classify, id, moment } from '../lib/db/columns.ts'

/** What somebody with an account was told: the letter itself, whichever way it went out. Theirs alone. */
export const notices = pgTable(
  'notices',
  {
    id: id(),
    /** The letter's key: what it is about and to whom. It comes once. */
    key: text().notNull().unique(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    subject: text().notNull(),
    lines: text().array().notNull(),
    items: jsonb().$type<{ title: string; note: string; href: string }[]>().notNull().default([]),
    /** The page of ours that it leads to, without our address. */
    href: text(),
    label: text(),
    /** Where such letters are stopped. */
    stop: text(),
    createdAt: moment().notNull(),
    readAt: moment(),
    /** When its mail is to go out, where that is later; several that are due together are one mail. */
    mailDueAt: moment(),
    mailedAt: moment(),
    /** When it was told by LINE, where somebody joined theirs. */
    pushedAt: moment(),
  },
  (t) => [
    index('notices_of_account').on(t.accountId, t.createdAt),
    index('notices_unread').on(t.accountId).where(sql`${t.readAt} is null`),
    index('notices_to_mail')
      .on(t.accountId, t.mailDueAt)
      .where(sql`${t.mailDueAt} is not null and ${t.mailedAt} is null`),
  ],
)
classify(notices, {
  org: 'id key accountId kind createdAt readAt mailDueAt mailedAt pushedAt',
  personal: 'subject lines items href label stop',
})
export type NoticeRow = typeof notices.$inferSelect

/** How somebody wants to be told, where it is not the usual way. */
export const noticeSettings = pgTable('notice_settings', {
  accountId: uuid()
    .primaryKey()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  /** By kind: at once, once a day, or on our pages only. */
  ways: jsonb().$type<Record<string, 'instant' | 'digest' | 'none'>>().notNull().default({}),
  /** The hour in Japan at which the mail of the day comes. */
  digestHour: integer().notNull().default(8),
  /** From this hour until that hour nothing is sent; the same twice: at any hour. */
  quietFrom: integer().notNull().default(21),
  quietUntil: integer().notNull().default(8),
  /** At the year's end and at Obon nothing is sent. */
  holidays: boolean().notNull().default(false),
  /** Mails say nothing but that there is something to read. */
  discreet: boolean().notNull().default(false),
  updatedAt: moment().notNull(),
})
classify(noticeSettings, {
  personal: 'ways digestHour quietFrom quietUntil holidays discreet',
  org: 'accountId updatedAt',
})
export type NoticeSettings = typeof noticeSettings.$inferSelect

/** Whose LINE is whose. The nonce by which LINE says it is made of `nonceId` and a key. */
export const lineLinks = pgTable('line_links', {
  accountId: uuid()
    .primaryKey()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  nonceId: uuid().notNull(),
  askedAt: moment().notNull(),
  lineUserId: text().unique(),
  linkedAt: moment(),
})
classify(lineLinks, { org: 'accountId askedAt linkedAt', secret: 'nonceId lineUserId' })
