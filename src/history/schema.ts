import { sql } from 'drizzle-orm'
import { bigint, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { classify, moment, xid8 } from '../lib/db/columns.ts'

/** Who did what to what, when. Ids and codes only, never a person's words: history is kept when people are forgotten. */
export const history = pgTable(
  'history',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    xid: xid8().notNull().default(sql`pg_current_xact_id()`),
    at: moment().notNull(),
    actor: uuid(),
    organisation: uuid(),
    act: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: uuid().notNull(),
    batch: uuid(),
    data: jsonb().$type<Record<string, string | number | boolean | null | string[]>>().notNull().default({}),
  },
  (t) => [
    index().on(t.subjectId, t.id),
    index().on(t.xid, t.id),
    index().on(t.act, t.at),
    index('history_assisted').on(sql`(${t.data} ->> 'assisted')`).where(sql`${t.data} ? 'assisted'`),
  ],
)
classify(history, { org: 'id xid at actor organisation act subjectKind subjectId batch data' })
export type HistoryRow = typeof history.$inferSelect

/** One filled-in form = one effect: the second copy of a submit gets the first one's answer. */
export const submissions = pgTable('submissions', {
  key: text().primaryKey(),
  actor: uuid(),
  route: text().notNull(),
  location: text().notNull(),
  at: moment().notNull(),
})
classify(submissions, { org: 'key actor route location at' })
