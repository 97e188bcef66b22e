import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { classify, id, moment } from '../lib/db/columns.ts'

/** 人に相談する: somebody asks to be called. */
export const consultations = pgTable(
  'consultations',
  {
    id: id(),
    name: text().notNull(),
    phone: text().notNull(),
    wish: text({ enum: ['soon', 'morning', 'afternoon', 'evening'] }).notNull(),
    note: text().notNull().default(''),
    /** The screen it was asked from. */
    page: text().notNull(),
    accountId: uuid(),
    createdAt: moment().notNull(),
    calledBackAt: moment(),
    calledBackBy: uuid(),
  },
  (t) => [index().on(t.calledBackAt, t.createdAt)],
)
classify(consultations, {
  personal: 'name phone note accountId',
  org: 'id wish page createdAt calledBackAt calledBackBy',
})
export type Consultation = typeof consultations.$inferSelect
