import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accounts } from '../accounts/schema.ts'
import { classify, id, moment } from '../lib/db/columns.ts'
import { projects } from '../projects/schema.ts'

/** What somebody wants to hear of. Nobody else ever reads it, nor how many there are: not the desk, not a company. */
export const watches = pgTable(
  'watches',
  {
    id: id(),
    accountId: uuid().references(() => accounts.id, { onDelete: 'cascade' }),
    /** Of somebody without an account: belongs to nothing else, and goes with the watch. */
    email: text(),
    /** The list that is watched, as it stands in the address bar: a search with its filters. */
    address: text().notNull(),
    cadence: text({ enum: ['instant', 'daily', 'weekly'] }).notNull(),
    createdAt: moment().notNull(),
    /** When the letter to that address was answered; until then nothing else is sent there. */
    confirmedAt: moment(),
    pausedAt: moment(),
    /** The last day on which was looked whether there is something to tell. */
    lookedOn: date({ mode: 'string' }).notNull(),
  },
  (t) => [
    uniqueIndex('watched_once').on(t.accountId, t.address),
    uniqueIndex('watched_once_by_mail').on(t.email, t.address),
    check('belongs_to_one', sql`(${t.accountId} is null) <> (${t.email} is null)`),
    index().on(t.address).where(sql`${t.pausedAt} is null`),
  ],
)
classify(watches, { org: 'id accountId cadence createdAt confirmedAt pausedAt lookedOn', personal: 'email address' })
export type Watch = typeof watches.$inferSelect

/** A project that answers to a watch: told once, in the letter whose number it got first. */
export const watchHits = pgTable(
  'watch_hits',
  {
    watchId: uuid()
      .notNull()
      .references(() => watches.id, { onDelete: 'cascade' }),
    projectId: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    foundAt: moment().notNull(),
    letterId: uuid(),
    toldAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.watchId, t.projectId] }),
    index('watch_hits_to_tell').on(t.watchId).where(sql`${t.toldAt} is null`),
  ],
)
classify(watchHits, { org: 'watchId projectId foundAt letterId toldAt' })
